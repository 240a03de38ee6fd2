"""A calm dialog: a title, a sentence, fields, and a refusal shown where it happened."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label


class Form(QDialog):
    """Fields are added to `column`; `try_accept` does what is asked and may refuse."""

    def __init__(self, parent: QWidget | None, title: str, words: str, do: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        self._problem = wrapped("", "error")
        self._problem.hide()
        self._buttons = QDialogButtonBox()
        self.accept_button = QPushButton(do)
        self.accept_button.setDefault(True)
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._try)
        self._buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(26, 22, 26, 20)
        whole.setSpacing(12)
        whole.addWidget(label(title, "headline"))
        if words:
            whole.addWidget(wrapped(words))
        whole.addLayout(self.column)
        whole.addWidget(self._problem)
        whole.addWidget(self._buttons)

    def add_field(self, name: str, field: QWidget, hint: str = "") -> None:
        """Add a field under its name, with a hint below it."""
        title = label(name, "mute")
        title.setBuddy(field)
        field.setAccessibleName(name)
        self.column.addWidget(title)
        self.column.addWidget(field)
        if hint:
            field.setAccessibleDescription(hint)
            self.column.addWidget(wrapped(hint, "mute"))
        self.column.addSpacing(4)

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets side by side."""
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget, 1 if isinstance(widget, QLabel) else 0)
        self.column.addLayout(row)

    def show_problem(self, problem: DeskError) -> None:
        """Say in place why it can't be done like this."""
        self._problem.setText(str(problem))
        self._problem.show()
        self.adjustSize()

    def try_accept(self) -> None:
        """Do what was asked for; a `DeskError` keeps the dialog open."""

    def _try(self) -> None:
        try:
            self.try_accept()
        except DeskError as problem:
            self.show_problem(problem)
        else:
            self.accept()
