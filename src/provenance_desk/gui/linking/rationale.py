"""The rationale: Markdown while it is written, rendered while it is not."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTextBrowser

from provenance_desk.gui.shared.overrides import override

_HINT: Final = "Because …; what would change my mind"


class RationaleField(QStackedWidget):
    """Click or T to write; leaving the field shows the Markdown as it will be read."""

    changed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editor = QPlainTextEdit()
        self.editor.setPlaceholderText(self.tr(_HINT))
        self.editor.setAccessibleName(self.tr("Rationale, Markdown"))
        self.editor.setTabChangesFocus(True)
        self.editor.textChanged.connect(lambda: self.changed.emit(self.editor.toPlainText()))
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(self.tr("Rationale as it will be read"))
        self.preview.setOpenLinks(False)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(self.editor)
        self.addWidget(self.preview)
        self.setFocusProxy(self.editor)
        self.editor.installEventFilter(self)
        self.preview.viewport().installEventFilter(self)

    def write(self) -> None:
        """Put the caret into the field."""
        self.setCurrentWidget(self.editor)
        self.editor.setFocus()

    def show_text(self, text: str, *, needed: bool) -> None:
        """Show a draft's rationale; the text being written stays."""
        if self.editor.toPlainText() != text and not self.editor.hasFocus():
            self.editor.setPlainText(text)
            self._show_rendered()
        need = self.tr("Needed: ") if needed else ""
        self.editor.setPlaceholderText(need + self.tr(_HINT))

    def _show_rendered(self) -> None:
        text = self.editor.toPlainText()
        if not text.strip():
            self.setCurrentWidget(self.editor)
            return
        self.preview.setHtml(rendered(text))
        self.setCurrentWidget(self.preview)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving shows the rendered text; a click on it writes again."""
        if watched is self.editor:
            if event.type() == QEvent.Type.FocusOut:
                self._show_rendered()
            pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
                self.left.emit()
                return True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.write()
        return super().eventFilter(watched, event)


def rendered(text: str) -> str:
    """Markdown as harmless rich text: no HTML of its own, no pictures, no addresses fetched."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline"])
    html: str = markdown.render(text)
    return html
