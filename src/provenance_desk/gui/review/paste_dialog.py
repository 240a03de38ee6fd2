"""Pasted text becomes a document."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from provenance_desk.gui.review.dialogs import Question


class PasteDialog(Question):
    """A name and the text; both are needed."""

    def __init__(self, parent: QWidget) -> None:
        words = "The text is frozen as it is here. Say where it comes from on its card afterwards."
        super().__init__(parent, "Add pasted text", words)
        self.name = QLineEdit(self.tr("Pasted text"))
        self.name.setAccessibleName(self.tr("Name of the document"))
        self.text = QPlainTextEdit(QGuiApplication.clipboard().text())
        self.text.setAccessibleName(self.tr("Text of the document"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(240)
        self.text.setPlaceholderText(self.tr("Paste the text here"))
        for part in (self.name, self.text):
            self.column.addWidget(part)
        self.finish()
        self.name.textChanged.connect(lambda _: self._check())
        self.text.textChanged.connect(self._check)
        self._check()
        self.name.selectAll()
        self.name.setFocus()

    def _check(self) -> None:
        filled = bool(self.name.text().strip() and self.text.toPlainText().strip())
        self.allow(allowed=filled)

    @classmethod
    def ask(cls, parent: QWidget) -> tuple[str, str] | None:
        """The text and its name, or None."""
        dialog = cls(parent)
        if not dialog.exec():
            return None
        return dialog.text.toPlainText(), dialog.name.text().strip()
