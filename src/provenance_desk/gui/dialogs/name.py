"""The first start: a name to work under, from which a key is made."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.gui.dialogs.form import Form
from provenance_desk.gui.dialogs.passphrase import secret_field

NEUTRAL_NAME: Final = "Reviewer"
_SHORTEST_PASSPHRASE: Final = 8


class NameFields(QWidget):
    """A pseudonym, and a passphrase for those who want one; makes the key of a home."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(NEUTRAL_NAME)
        self.name.setMaxLength(64)
        self.name.setAccessibleName(self.tr("Your name in the project"))
        self.name.selectAll()
        self._wants = QCheckBox(self.tr("Protect the key with a passphrase"))
        self._first = secret_field(self.tr("Passphrase"))
        self._again = secret_field(self.tr("Once more"))
        self._wants.toggled.connect(self._show_passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, self._wants, self._first, self._again):
            column.addWidget(part)
        self._show_passphrase(on=False)

    def make_key(self, home: Path) -> None:
        """Make the key; refuses with a sentence, and then nothing was written."""
        from provenance_desk.audit.identity import create_identity

        create_identity(home, self.name.text(), self._passphrase())

    def want_passphrase(self, first: str, again: str) -> None:
        """Fill in a passphrase, typed twice."""
        self._wants.setChecked(True)
        self._first.setText(first)
        self._again.setText(again)

    def _passphrase(self) -> str | None:
        if not self._wants.isChecked():
            return None
        typed = self._first.text()
        if typed != self._again.text():
            raise InvalidValue(self.tr("The two passphrases differ. Type the same one twice."))
        if len(typed) < _SHORTEST_PASSPHRASE:
            raise InvalidValue(
                self.tr("The passphrase is short. Take at least 8 characters, or a few words.")
            )
        return typed

    def _show_passphrase(self, on: bool) -> None:
        for field in (self._first, self._again):
            field.setPlaceholderText(field.accessibleName())
            field.setVisible(on)


class NameDialog(Form):
    """Asked once, when the first project is opened."""

    def __init__(self, parent: QWidget | None, home: Path) -> None:
        super().__init__(
            parent,
            self.tr("What name do you work under?"),
            self.tr(
                "Everything you decide is signed with a key that is made now. It stays on this"
                " computer, outside your projects. The name is a pseudonym: it stands beside your"
                " decisions, also in what you export."
            ),
            self.tr("Start"),
        )
        self._home = home
        self.fields = NameFields()
        self.add_field(self.tr("Your name in the project"), self.fields)
        self.fields.setAccessibleName("")
        self.fields.name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, home: Path) -> bool:
        """Ask; whether there is a key now."""
        return bool(cls(parent, home).exec())

    def try_accept(self) -> None:
        """Make the key."""
        self.fields.make_key(self._home)
