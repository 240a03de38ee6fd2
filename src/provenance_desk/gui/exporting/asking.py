"""What an export asks: where to, how much, and whether the key can sign."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.domain.errors import DeskError, InvalidValue
from provenance_desk.exchange.bundle_out import SUFFIX, bundle_name
from provenance_desk.exchange.scope import Scope
from provenance_desk.gui.exporting.contents import Contents
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.widgets_cards import Card, Note, wrapped
from provenance_desk.gui.shared.widgets_labels import label

_MARK: Final = 14


_WHAT_IT_IS: Final = (
    "A bundle is a plain zip file. Anybody can check it with unzip, sha256sum and ssh-keygen,"
    " without this program; it is not encrypted."
)
_NOT_UNDONE: Final = (
    "What left with a bundle can’t be taken back. Your entries are sealed first, and the export is"
    " recorded as an entry of its own."
)


class AskPage(QWidget):
    """The fields of an export; what it would hold is shown at once."""

    accepted = Signal()
    rejected = Signal()
    scope_chosen = Signal()
    unlock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._replaces: Path | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("File"))
        self.field.textChanged.connect(self._check)
        self.whole = QRadioButton(self.tr("Whole documents"))
        self.quotes = QRadioButton(self.tr("Quotes only"))
        self.whole.setChecked(True)
        for choice in (self.whole, self.quotes):
            choice.toggled.connect(lambda on: self.scope_chosen.emit() if on else None)
        self._card = Card()
        self._lists = QGridLayout()
        self._lists.setHorizontalSpacing(22)
        self._card.column.addLayout(self._lists)
        self._problem = wrapped("", "error")
        self._locked = wrapped("", "warning")
        self.unlock_button = QPushButton(self.tr("Unlock the key…"))
        self.unlock_button.clicked.connect(self.unlock_wanted)
        self.export_button = QPushButton(self.tr("Export"))
        self._can_sign = True
        self._lay_out()
        self._problem.hide()

    @property
    def path(self) -> Path:
        """Where the bundle will be."""
        return Path(self.field.text().strip()).expanduser()

    @property
    def scope(self) -> Scope:
        """How much goes in."""
        return Scope.QUOTES if self.quotes.isChecked() else Scope.WHOLE

    def problem(self) -> DeskError | None:
        """Why it can't be exported like this; None where it can."""
        try:
            bundle_name(self.path)
        except DeskError as problem:
            return problem
        if not self.path.is_absolute() or not self.path.parent.is_dir():
            return InvalidValue(self.tr("There is no such folder. Choose another place."))
        if self.path.is_dir():
            return InvalidValue(self.tr("A folder of that name is there. Choose another name."))
        if self.path.exists() and self.path != self._replaces:
            self._replaces = self.path
            words = self.tr("{name} is there already. Choose another name, or replace it.")
            return InvalidValue(words.format(name=self.path.name))
        return None

    def show_path(self, path: Path) -> None:
        """Propose a place."""
        self.field.setText(str(path))
        name = len(path.name)
        self.field.setSelection(len(str(path)) - name, name - len(SUFFIX))

    def show_problem(self, problem: DeskError) -> None:
        """Say in place why it can't be exported like this."""
        self._problem.setText(str(problem))
        self._problem.show()
        if self.path == self._replaces:
            self.export_button.setText(self.tr("Replace it"))

    def show_contents(self, held: Contents) -> None:
        """Show what goes in and what stays."""
        while (item := self._lists.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        goes = self._list(self.tr("Goes in"), held.goes, "check", "confirmed")
        stays = self._list(self.tr("Stays here"), held.stays, "lock", "mute")
        self._lists.addWidget(goes, 0, 0)
        self._lists.addWidget(stays, 0, 1)
        for number, words in enumerate(held.minds, 1):
            self._lists.addWidget(wrapped(words, "warning"), number, 0, 1, 2)
        for column in (0, 1):
            self._lists.setColumnStretch(column, 1)

    def show_key(self, *, locked: bool, read_only: DeskError | None) -> None:
        """Say whether the key can sign."""
        self._can_sign = not locked and read_only is None
        words = str(read_only) if read_only else self.tr("Your key is locked. It signs the bundle.")
        self._locked.setText(words)
        self._locked.setVisible(not self._can_sign)
        can_unlock = locked and read_only is None
        self.unlock_button.setVisible(can_unlock)
        self.unlock_button.setDefault(can_unlock)
        self.export_button.setDefault(not can_unlock)
        self._check()

    def try_accept(self) -> None:
        """Export, if that is possible now."""
        if self.export_button.isEnabled():
            self.accepted.emit()
        elif not self.unlock_button.isHidden():
            self.unlock_wanted.emit()

    def _check(self) -> None:
        self._problem.hide()
        self.export_button.setText(self.tr("Export"))
        if self.path != self._replaces:
            self._replaces = None
        self.export_button.setEnabled(self._can_sign and bool(self.field.text().strip()))

    def _choose_place(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(self.path), f"{self.tr('Bundles')} (*{SUFFIX})"
        )
        if chosen:
            path = Path(chosen)
            if not path.name.endswith(SUFFIX):
                path = path.with_name(path.name.removesuffix(".zip") + SUFFIX)
            self.show_path(path)
            # The system's own dialog has asked about a file of that name already.
            self._replaces = path if path.exists() else None

    def _list(self, title: str, lines: Sequence[str], mark: str, role: str) -> QWidget:
        made = QWidget()
        made.setAccessibleName(title)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(title, "title"))
        for words in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            picture = label("")
            picture.setPixmap(icon(mark, role).pixmap(_MARK, _MARK))
            picture.setFixedWidth(_MARK)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(words), 1)
            column.addLayout(row)
        column.addStretch(1)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Export the audit trail"), "headline"))
        column.addWidget(wrapped(self.tr(_WHAT_IT_IS)))
        name = label(self.tr("File"), "mute")
        name.setBuddy(self.field)
        column.addWidget(name)
        column.addLayout(self._place_row())
        column.addLayout(self._scope_row())
        column.addWidget(self._card)
        column.addWidget(Note(self.tr("This can’t be undone"), self.tr(_NOT_UNDONE)))
        key = QHBoxLayout()
        key.addWidget(self._locked, 1)
        key.addWidget(self.unlock_button)
        column.addLayout(key)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        other = QPushButton(self.tr("Other place…"))
        other.setAutoDefault(False)
        other.clicked.connect(self._choose_place)
        row.addWidget(other)
        return row

    def _scope_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addWidget(self.whole)
        row.addWidget(self.quotes)
        row.addStretch(1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.export_button.setDefault(True)
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accepted)
        buttons.rejected.connect(self.rejected)
        self.unlock_button.setAutoDefault(False)
        return buttons
