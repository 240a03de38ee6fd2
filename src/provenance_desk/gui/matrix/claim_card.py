"""The chosen claim: how it stands, by which rule, and its links."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout

from provenance_desk.domain.standing_words import rule_words, source_words
from provenance_desk.gui.claims.delegate import ClaimDelegate
from provenance_desk.gui.claims.model import ITEM_ROLE, ClaimListModel
from provenance_desk.gui.claims.rows import QuoteRow, claim_rows, quote_rows
from provenance_desk.gui.matrix.rows import MatrixRow
from provenance_desk.gui.shared.tokens import document_dot
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import section_title
from provenance_desk.gui.shared.widgets_status import StatusPill

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader


class ClaimCard(QFrame):
    """Standing in words, then every link; a click goes to its place."""

    place_chosen = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "left")
        self.setAccessibleName(self.tr("The chosen claim"))
        self.pill = StatusPill()
        self.rule = wrapped("")
        self.sources = wrapped("", "mute")
        self.model = ClaimListModel(self)
        self.view = self._make_view()
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 10, 10)
        column.setSpacing(7)
        column.addWidget(section_title(self.tr("Standing")))
        column.addLayout(head)
        for part, stretch in ((self.rule, 0), (self.sources, 0), (self.view, 1)):
            column.addWidget(part, stretch)

    def _make_view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(ClaimDelegate(view))
        view.setAccessibleName(self.tr("Links of the chosen claim"))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._go)
        view.activated.connect(self._go)
        return view

    def show_claim(self, reader: "Reader", row: MatrixRow, author: str) -> None:
        """Show a claim and its links."""
        found = row.standing
        self.pill.setVisible(True)
        self.pill.show_status(found.standing.value)
        self.rule.setText(f"{found.rule}. {rule_words(found)}")
        self.sources.setText(source_words(found))
        documents = reader.documents()
        self.model.titles = {d.id: (d.title, document_dot(n)) for n, d in enumerate(documents)}
        listed = [one for one in claim_rows(reader) if one.id == row.claim]
        self.model.show_claims(listed)
        self.model.choose(row.claim, quote_rows(reader, row.claim, author, list(self.model.titles)))

    def show_nothing(self) -> None:
        """No claim is chosen."""
        self.pill.setVisible(False)
        self.rule.setText(self.tr("Choose a claim to see what it rests on."))
        self.sources.clear()
        self.model.show_claims([])

    def _go(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if isinstance(item, QuoteRow):
            self.place_chosen.emit(item.document, item.start, item.end)
