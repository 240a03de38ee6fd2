"""The Matrix workspace: filters, the table, and the chosen claim's links at the right."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.gui.matrix.claim_card import ClaimCard
from provenance_desk.gui.matrix.model import ROW_ROLE, MatrixModel
from provenance_desk.gui.matrix.painting import HEADER_HEIGHT, MatrixDelegate, MatrixHeader
from provenance_desk.gui.matrix.rows import (
    Matrix,
    MatrixFilter,
    MatrixRow,
    filtered,
    matrix_of,
    table_csv,
)
from provenance_desk.gui.matrix.table import MatrixTable
from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.widgets_buttons import KeyButton, chip
from provenance_desk.gui.shared.widgets_labels import label

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.project.changes import Changes
    from provenance_desk.store.reader import Reader

CLAIM_WIDTH: Final = 320
RIGHT_WIDTH: Final = 336
WIDTHS: Final = (150, 130, 150)
"""Of the columns standing, origins and when."""
LEGEND: Final = "● confirmed   ◐ alleged   ◆ disputed   · no link   –   Enter opens its sentences"


class MatrixWorkspace:
    """Claims by documents; a cell opens its sentences in Review."""

    title = "Matrix"

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.widget = QWidget()
        self.widget.setObjectName("desk")
        self.matrix = Matrix((), ())
        self.model = MatrixModel(self.widget)
        self.table = self._make_table()
        self.counts = label("", "mute")
        self.empty = QLabel()
        self.card = ClaimCard()
        self._filter: MatrixFilter | None = None
        self._chips = {wanted: chip(desk.tr(wanted.value)) for wanted in MatrixFilter}
        self._save = KeyButton(desk.tr("Save as table…"))
        self._picture = KeyButton(desk.tr("Save as picture…"))
        self._stale = True
        self._lay_out()
        self._wire()

    def first_look(self, look: "Reader") -> None:
        """Nothing is painted before the project is open: another workspace comes first."""

    def project_opened(self) -> None:
        """Show the project."""
        self._stale = True
        if self.widget.isVisible():
            self.shown()

    def project_changed(self, changes: "Changes", by: object) -> None:
        """Read anew, at once if it is in front."""
        self._stale = True
        if self.widget.isVisible():
            self.shown()

    def shown(self) -> None:
        """Read what changed while it was away, and take the keys."""
        if self._stale and self.desk.session.is_open:
            self._stale = False
            self._read()
        self.table.setFocus()

    def hidden(self) -> None:
        """Another workspace comes to the front."""

    def open_cell(self, index: QModelIndex) -> None:
        """Open a cell's sentences in Review: every pane goes to the claim, one to the document."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, MatrixRow):
            return
        document = self.model.document_of(index.column())
        self.desk.show_claim(row.claim)
        if document is not None and document.id in row.first:
            self.desk.show_place(document.id, *row.first[document.id])

    def _make_table(self) -> MatrixTable:
        table = MatrixTable()
        table.setModel(self.model)
        table.setItemDelegate(MatrixDelegate(table))
        table.setHorizontalHeader(MatrixHeader(table))
        table.horizontalHeader().setFixedHeight(HEADER_HEIGHT)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setAccessibleName(self.desk.tr("Claims by documents"))
        table.setStyleSheet("QTableView, QHeaderView { background: transparent; }")
        return table

    def _lay_out(self) -> None:
        self.empty.setWordWrap(True)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 12, 12, 10)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(label(self.desk.tr(LEGEND), "mute"))
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.addWidget(middle)
        whole.addWidget(self.card)
        whole.setStretchFactor(0, 1)
        whole.setSizes([1100, RIGHT_WIDTH])
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(whole)

    def _head(self) -> QHBoxLayout:
        title = label(self.desk.tr("Claims × documents"))
        title.setFont(frame_font(15, QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.setSpacing(10)
        for part in (title, self.counts, *self._chips.values()):
            head.addWidget(part)
        head.addStretch(1)
        for button in (self._save, self._picture):
            head.addWidget(button)
        return head

    def _wire(self) -> None:
        for wanted, button in self._chips.items():
            button.clicked.connect(lambda on, wanted=wanted: self._choose_filter(wanted, on=on))
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._show_claim(now))
        self.table.doubleClicked.connect(self.open_cell)
        self.table.opened.connect(self.open_cell)
        self.card.place_chosen.connect(self.desk.show_place)
        self._save.clicked.connect(self._save_table)
        self._picture.clicked.connect(self._save_picture)

    def _read(self) -> None:
        from provenance_desk.project.standings import standings_of

        reader = self.desk.session.reader
        self.matrix = matrix_of(reader, standings_of(reader))
        self._show_rows()

    def _show_rows(self) -> None:
        place = self.table.currentIndex()
        rows = filtered(self.matrix, self._filter)
        self.model.show_rows(self.matrix, rows)
        self._fit_columns()
        at = self.model.index(min(max(0, place.row()), len(rows) - 1), max(0, place.column()))
        self.table.setCurrentIndex(at)
        claims, documents = len(self.matrix.rows), len(self.matrix.documents)
        words = self.desk.tr("{claims} claims · {documents} documents · {links} links")
        self.counts.setText(
            words.format(claims=claims, documents=documents, links=self.matrix.links)
        )
        self.empty.setText(self._empty_words(len(rows)))
        self.empty.setVisible(not rows)
        self._show_claim(self.table.currentIndex())

    def _empty_words(self, rows: int) -> str:
        if rows or not self.matrix.rows:
            said = "No claims yet. In Review, choose a sentence and press Enter to link it to one."
            return "" if rows else self.desk.tr(said)
        return self.desk.tr("No claim fits this filter. Press it again to see all of them.")

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        documents = len(self.matrix.documents)
        room = self.table.viewport().width() - sum(WIDTHS)
        cell = 96 if documents <= 6 else 72
        header.resizeSection(0, max(CLAIM_WIDTH, room - cell * documents))
        for column in range(1, documents + 1):
            header.resizeSection(column, cell)
        for place, width in enumerate(WIDTHS):
            header.resizeSection(self.model.standing_column + place, width)
        self.table.resizeRowsToContents()

    def _choose_filter(self, wanted: MatrixFilter, *, on: bool) -> None:
        self._filter = wanted if on else None
        for other, button in self._chips.items():
            button.setChecked(on and other is wanted)
        self._show_rows()

    def _show_claim(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, MatrixRow) and self.desk.session.is_open:
            session = self.desk.session
            self.card.show_claim(session.reader, row, session.author)
        else:
            self.card.show_nothing()

    def _save_table(self) -> None:
        kind = self.desk.tr("Tables (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self.desk.window, "Save as table", "matrix.csv", kind)
        if name:
            text = table_csv(self.matrix, self.model.rows)
            Path(name).write_text(text, encoding="utf-8-sig", newline="")
            self.desk.say(f"{Path(name).name} is saved.")

    def _save_picture(self) -> None:
        kind = self.desk.tr("Pictures (*.png)")
        name, _ = QFileDialog.getSaveFileName(
            self.desk.window, "Save as picture", "matrix.png", kind
        )
        if name:
            self.table.grab().save(name, "PNG")
            self.desk.say(f"{Path(name).name} is saved.")
