"""The reviewer and the key: how it is shown to people, its passphrase, its backup words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.audit.keys import fingerprint, words
from provenance_desk.domain.errors import DeskError, InvalidValue
from provenance_desk.gui.dialogs.form import Form
from provenance_desk.gui.dialogs.passphrase import PassphraseDialog, secret_field
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import label

if TYPE_CHECKING:
    from provenance_desk.audit.identity import Identity


class KeyDialog(QDialog):
    """To read; what is secret is shown only when asked for."""

    def __init__(self, parent: QWidget | None, identity: "Identity") -> None:
        super().__init__(parent)
        self._identity = identity
        self.setWindowTitle(self.tr("Reviewer and key"))
        self.setMinimumWidth(560)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(26, 22, 26, 20)
        self._column.setSpacing(10)
        self._column.addWidget(label(identity.pseudonym, "headline"))
        self._add_said(
            self.tr("The key in twelve words, to compare by voice"),
            " ".join(words(identity.public)),
        )
        self._add_said(
            self.tr("The fingerprint as ssh-keygen prints it"), fingerprint(identity.public)
        )
        self._add_said(self.tr("The file of the key, yours alone"), str(identity.path))
        self._backup = self._add_said(
            self.tr("24 backup words: write them down, lock them away, show them to nobody"), "•••"
        )
        self._problem = wrapped("", "error")
        self._problem.hide()
        self._column.addWidget(self._problem)
        self._column.addWidget(self._buttons())

    @classmethod
    def tell(cls, parent: QWidget | None, identity: "Identity") -> None:
        """Show the key in use."""
        dialog = cls(parent, identity)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_backup(self) -> None:
        """Show the backup words; a locked key asks for its passphrase."""
        try:
            if self._identity.locked and not self._unlocked():
                return
            self._backup.setText(" ".join(self._identity.key.backup_words()))
        except DeskError as problem:
            self._problem.setText(str(problem))
            self._problem.show()

    def change_passphrase(self) -> None:
        """Ask for another passphrase, or none."""
        NewPassphraseDialog.ask(self, self._identity)

    def _unlocked(self) -> bool:
        typed = PassphraseDialog.ask(self, self._identity.pseudonym)
        if typed is None:
            return False
        self._identity.unlock(typed)
        return True

    def _add_said(self, name: str, value: str) -> QLabel:
        card = Card()
        card.column.addWidget(wrapped(name, "mute"))
        shown = wrapped(value)
        shown.setFont(mono_font(12))
        shown.setAccessibleName(f"{name}: {value}")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(shown)
        self._column.addWidget(card)
        return shown

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        for words_, slot in (
            (self.tr("Show the backup words"), self.show_backup),
            (self.tr("Change the passphrase…"), self.change_passphrase),
        ):
            button = QPushButton(words_)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons


class NewPassphraseDialog(Form):
    """The passphrase that is, and the one that shall be; empty takes it away."""

    def __init__(self, parent: QWidget | None, identity: "Identity") -> None:
        super().__init__(
            parent,
            self.tr("Change the passphrase"),
            self.tr("It protects the file of your key. Left empty, the key needs none."),
            self.tr("Change"),
        )
        self._identity = identity
        self._old = secret_field(self.tr("Passphrase now"))
        self._new = secret_field(self.tr("New passphrase"))
        self._again = secret_field(self.tr("Once more"))
        fields: list[QLineEdit] = [self._new, self._again]
        for field in [self._old, *fields] if identity.protected else fields:
            self.add_field(field.accessibleName(), field)

    @classmethod
    def ask(cls, parent: QWidget | None, identity: "Identity") -> bool:
        """Ask; whether the passphrase was changed."""
        return bool(cls(parent, identity).exec())

    def try_accept(self) -> None:
        """Write the file of the key anew."""
        if self._new.text() != self._again.text():
            raise InvalidValue(self.tr("The two passphrases differ. Type the same one twice."))
        self._identity.change_passphrase(self._old.text() or None, self._new.text() or None)
