"""A pane of the Review workspace: the document's name, its text, the find bar."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from provenance_desk.gui.reading.find_bar import FindBar
from provenance_desk.gui.reading.model import SentenceModel
from provenance_desk.gui.reading.text import DocumentText, LinkMark
from provenance_desk.gui.reading.view import ReadingView
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_labels import CutLabel, Dot

DOCUMENT_MIME: Final = "application/x-provenance-desk-document"


class PaneHeader(QFrame):
    """Dot, title and one line about the document; it can be dragged to another pane."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "bottom")
        self.document_id = ""
        self._pressed_at: QPoint | None = None
        self.dot = Dot()
        self.dot.hide()
        self.title = CutLabel(look="title")
        self.detail = CutLabel(look="mute")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        name = QHBoxLayout()
        name.setSpacing(7)
        name.addWidget(self.dot)
        name.addWidget(self.title, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(name)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addLayout(words, 1)
        row.addLayout(self.tools)

    def add_tool(self, tool: QWidget) -> None:
        """Puts a small button at the right."""
        self.tools.addWidget(tool)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag may begin."""
        self._pressed_at = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begins to drag the document once the pointer has gone far enough."""
        if self._pressed_at is None or not self.document_id:
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed_at = None
            drag = QDrag(self)
            drag.setMimeData(document_mime(self.document_id))
            drag.exec(Qt.DropAction.MoveAction)


class ReadingPane(QFrame):
    """One document to read and to choose in, with its name above."""

    sentence_chosen = Signal(int)
    passage_chosen = Signal(int, int)
    link_requested = Signal()
    zoom_changed = Signal(float)
    scrolled = Signal()
    document_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "sides")
        self.setAcceptDrops(True)
        self.model = SentenceModel(self)
        self.view = ReadingView(self.model)
        self.header = PaneHeader()
        self.find_bar = FindBar(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        for part, stretch in ((self.header, 0), (self.view, 1), (self.find_bar, 0)):
            column.addWidget(part, stretch)
        self.view.empty_words = self.tr("Drop a file to add it. Drag a document here to read it.")
        self.setFocusProxy(self.view)
        self.setMinimumWidth(220)
        self._pass_on()

    def _pass_on(self) -> None:
        view = self.view
        view.sentence_chosen.connect(self.sentence_chosen)
        view.passage_chosen.connect(self.passage_chosen)
        view.link_requested.connect(self.link_requested)
        view.zoom_changed.connect(self.zoom_changed)
        view.scrolled.connect(self.scrolled)

    @property
    def document(self) -> DocumentText:
        """The document that is shown."""
        return self.model.document

    def show_document(
        self,
        document: DocumentText,
        links: Mapping[int, Sequence[LinkMark]] | None = None,
        skipped: Iterable[int] = (),
    ) -> None:
        """Shows a document with its marks."""
        self.find_bar.hide()
        self.header.document_id = document.id
        self.model.show_document(document, links, skipped)

    def show_name(self, title: str, detail: str = "", dot: str = "", source: str = "") -> None:
        """Names the document: above the text, for screen readers, and in copied quotes."""
        self.header.title.setText(title)
        self.header.detail.setText(detail)
        self.header.detail.setVisible(bool(detail))
        self.header.dot.set_colour(dot)
        self.header.dot.setVisible(bool(title))
        self.view.source_words = source or title
        self.view.setAccessibleName(title)
        self.setAccessibleName(title)

    def open_find(self) -> None:
        """Opens the find bar, with the selected words if there are some on one line."""
        selection = self.view.selection
        start, end = selection.span if selection else (0, 0)
        words = self.document.text[start:end]
        self.find_bar.open(words if "\n" not in words and len(words) < 80 else "")

    def find_step(self, direction: int = 1) -> None:
        """Goes to the next (1) or previous (-1) place of the words found."""
        self.find_bar.step(direction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes documents of the project."""
        if event.mimeData().hasFormat(DOCUMENT_MIME):
            event.acceptProposedAction()
            self._show_target(on=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Shows itself as before."""
        self._show_target(on=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Tells which document was dropped."""
        self._show_target(on=False)
        event.acceptProposedAction()
        self.document_dropped.emit(event.mimeData().data(DOCUMENT_MIME).toStdString())

    def _show_target(self, *, on: bool) -> None:
        self.setProperty("target", on)
        self.style().unpolish(self)
        self.style().polish(self)


def document_mime(document: str) -> QMimeData:
    """What is dragged when a document is dragged."""
    data = QMimeData()
    data.setData(DOCUMENT_MIME, document.encode())
    return data
