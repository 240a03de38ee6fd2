"""The one dialog for bugs: what to do, and the trace to copy."""

import traceback
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from provenance_desk import __version__
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

_WORDS: Final = (
    "This is a fault of the program. Every step that was shown as saved is on disk. You can go on;"
    " if the desk behaves oddly, close and open it. The trace below helps to mend it: it may hold"
    " words of your documents, so read it before you send it to anybody."
)


class CrashDialog(QDialog):
    """Shown for every exception that is no sentence for the person."""

    def __init__(self, parent: QWidget | None, trace: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A bug in Provenance Desk"))
        self.resize(720, 460)
        self._trace = QPlainTextEdit(trace)
        self._trace.setReadOnly(True)
        self._trace.setFont(mono_font(12))
        self._trace.setAccessibleName(self.tr("Trace of the bug"))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Something went wrong that should not"), "headline"))
        column.addWidget(wrapped(self.tr(_WORDS)))
        column.addWidget(self._trace, 1)
        column.addWidget(self._buttons())

    @property
    def trace(self) -> str:
        """What is copied."""
        return self._trace.toPlainText()

    def copy(self) -> None:
        """Put the trace on the clipboard."""
        QGuiApplication.clipboard().setText(self.trace)

    @classmethod
    def tell(cls, parent: QWidget | None, problem: BaseException) -> None:
        """Show an exception; one dialog at a time, the rest is on standard error."""
        if parent is not None and parent.findChild(cls) is not None:
            return
        dialog = cls(parent, trace_of(problem))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _buttons(self) -> QDialogButtonBox:
        copy = QPushButton(self.tr("Copy the trace"))
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons


def trace_of(problem: BaseException) -> str:
    """The trace as it is copied: the version first."""
    lines = traceback.format_exception(problem)
    return f"Provenance Desk {__version__}\n\n{''.join(lines)}"
