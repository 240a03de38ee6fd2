"""Asks for the passphrase of the key."""

from PySide6.QtWidgets import QLineEdit, QWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.dialogs.form import Form


class PassphraseDialog(Form):
    """One field; what is typed is tried by whoever asked."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(
            parent,
            self.tr("Unlock the key of {name}").format(name=name),
            self.tr("Your steps are saved without it. Sealing and exporting need it, once a run."),
            self.tr("Unlock"),
        )
        self._field = secret_field(self.tr("Passphrase"))
        self.add_field(self.tr("Passphrase"), self._field)
        self._field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, problem: DeskError | None = None) -> str | None:
        """The passphrase typed, or None; `problem` says why the last one did not do."""
        dialog = cls(parent, name)
        if problem is not None:
            dialog.show_problem(problem)
        return dialog._field.text() if dialog.exec() else None


def secret_field(name: str) -> QLineEdit:
    """A field that does not show what is typed."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field
