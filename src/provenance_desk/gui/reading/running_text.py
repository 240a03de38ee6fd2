"""Running text as a list: sentences are items; geometry, painting and scrolling are our own."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QListView, QWidget

from provenance_desk.gui.reading.blocks import Block
from provenance_desk.gui.reading.column import Column
from provenance_desk.gui.reading.dress import bar_marks, muted_parts
from provenance_desk.gui.reading.flow import Formats, TextFlow
from provenance_desk.gui.reading.margins import paint_rows
from provenance_desk.gui.reading.model import AnyIndex, SentenceModel
from provenance_desk.gui.reading.painting import colour, rows_in_view
from provenance_desk.gui.reading.scene import Scene
from provenance_desk.gui.reading.scrollbar import MarkedScrollBar
from provenance_desk.gui.reading.text import DocumentText
from provenance_desk.gui.reading.typography import ZOOMS, nearest_zoom
from provenance_desk.gui.reading.walking import Move, moved_to
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

Hint = QAbstractItemView.ScrollHint
_RESTYLED: Final = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
_MARKS_DELAY: Final = 120


class RunningText(QListView):
    """Shows a SentenceModel as paragraphs that keep running; nothing but reading happens here."""

    scrolled = Signal()
    zoom_changed = Signal(float)
    references_folded = Signal(bool)

    _column: Column | None = None  # Qt calls the overrides below before __init__ is done

    def __init__(self, model: SentenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences = model
        self.empty_words = ""
        self.active_claim = ""
        self.focus: tuple[int, int] | None = None
        self.bar = MarkedScrollBar(self)
        self.bar.draw_bands_of(self._bands)
        self._set_up_list()
        self.setModel(model)
        model.cues_changed.connect(self.viewport().update)
        self._marks_due = QTimer(self, singleShot=True, interval=_MARKS_DELAY)
        self._marks_due.timeout.connect(self._show_bar_marks)
        self._column = Column(self, model.document, self._formats_of)

    def _set_up_list(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(self.bar)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def document(self) -> DocumentText:
        """The document that is shown."""
        return self.sentences.document

    @property
    def column(self) -> Column:
        """The document's flow and where the view stands in it."""
        assert self._column is not None
        return self._column

    @property
    def text_flow(self) -> TextFlow:
        """Where every row of the document lies."""
        return self.column.flow

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return self._column is None or not len(self._column.flow)

    @property
    def zoom(self) -> float:
        """How much larger than usual the text is."""
        return self.text_flow.typography.zoom

    def set_zoom(self, zoom: float) -> None:
        """Sets the size of the text; what is read stays in view."""
        zoom = round(max(ZOOMS[0], min(ZOOMS[-1], zoom)), 2)
        if zoom != self.zoom:
            self.column.set_zoom(zoom)
            self._repaint_all()
            self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Makes the text larger or smaller by steps."""
        self.set_zoom(nearest_zoom(self.zoom, steps=steps))

    def fold_references(self, *, folded: bool) -> None:
        """Folds runs of references into one row each, or opens them."""
        if self.column.is_folded != folded:
            self.column.fold(folded=folded)
            self._repaint_all()
            self.references_folded.emit(folded)

    def show_claim(self, claim: str) -> None:
        """Marks the passages of a claim more strongly than the others."""
        self.active_claim = claim
        self.viewport().update()
        self.bar.update()

    def show_focus(self, span: tuple[int, int] | None) -> None:
        """Brings a passage into view and lays a yellow ground under it; None takes it away."""
        self.focus = span
        if span is not None and not self.is_empty:
            if self.column.is_hidden(span[0]):
                self.fold_references(folded=False)
            self.verticalScrollBar().setValue(self.column.target(*span, centred=True))
        self.viewport().update()

    def band(self, number: int) -> tuple[float, float]:
        """From where to where a sentence reaches, in the view; estimated where never seen."""
        start, end = self.document.starts[number], self.document.ends[number]
        top, bottom = self.text_flow.band(start, end)
        return top - self.column.y, bottom - self.column.y

    def sentences_in_view(self) -> range:
        """The sentences of the rows that are in view."""
        if self.is_empty:
            return range(0)
        first = self.text_flow.heights.at(self.column.y)[0]
        last = self.text_flow.heights.at(self.column.y + self.column.height)[0]
        start, end = self.text_flow.table.starts[first], self.text_flow.table.ends[last]
        return self.document.sentences_in(start, max(end, start + 1))

    def offset_at(self, place: QPoint) -> int:
        """The offset of the document nearest to a place of the view."""
        return (
            self.text_flow.offset_at(place.x(), place.y() + self.column.y)
            if len(self.text_flow)
            else 0
        )

    def scene(self) -> Scene:
        """What the next paint depends on."""
        return Scene(
            tokens=current_tokens(),
            flow=self.text_flow,
            model=self.sentences,
            current=self.currentIndex().row(),
            has_focus=self.hasFocus(),
            active_claim=self.active_claim,
            focus=self.focus,
        )

    def _repaint_all(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    def _show_bar_marks(self) -> None:
        self.bar.set_marks(bar_marks(self.document, self.sentences.links))

    def _bands(self) -> Iterator[tuple[float, float, QColor]]:
        """The active claim's sentences in view, for the scroll bar to carry on."""
        if not self.active_claim or self._column is None:
            return
        tokens = current_tokens()
        for number in self.sentences_in_view():
            for mark in self.sentences.links.get(number, ()):
                if mark.claim == self.active_claim and not mark.is_context:
                    yield (*self.band(number), QColor(tokens.status_bg(mark.status)))

    def _formats_of(self, block: Block) -> Formats:
        return muted_parts(self.sentences, block)

    @override
    def doItemsLayout(self) -> None:
        """Lays out what is in view if the width has changed."""
        if self._column is not None and self._column.set_width(self.viewport().width()):
            self._repaint_all()

    @override
    def updateGeometries(self) -> None:
        """Fits the scroll bar."""
        if self._column is not None:
            self._column.update_range()

    @override
    def reset(self) -> None:
        """Shows the model's document; the same one from where the reader was."""
        super().reset()
        if self._column is not None:
            self._column.show(self.document)
            self._marks_due.start()
            self._repaint_all()

    @override
    def dataChanged(self, top: AnyIndex, bottom: AnyIndex, roles: object = ()) -> None:
        """Paints the changed sentences anew."""
        super().dataChanged(top, bottom)
        if self._column is None or self.is_empty:
            return
        starts = self.document.starts
        rows = range(
            self.text_flow.row_at(starts[top.row()]),
            self.text_flow.row_at(starts[bottom.row()]) + 1,
        )
        self.text_flow.forget(rows)
        self._marks_due.start()
        self._repaint_all()

    @override
    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Whether a sentence lies in a folded run."""
        if self._column is None or not index.isValid():
            return False
        return self._column.is_hidden(self.document.starts[index.row()])

    @override
    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a sentence is, in the view; estimated where it was never laid out."""
        if self._column is None or not index.isValid() or index.row() >= len(self.document):
            return QRect()
        top, bottom = self.band(index.row())
        return QRect(0, int(top) - 4, self.viewport().width(), int(bottom - top) + 8)

    @override
    def indexAt(self, place: QPoint) -> QModelIndex:
        """The sentence at a place of the view; none between paragraphs."""
        if self._column is None or self.is_empty:
            return self.sentences.index(-1)
        row, top = self.text_flow.heights.at(place.y() + self.column.y)
        is_below = place.y() + self.column.y > top + self.text_flow.heights.height(row)
        if is_below or self.text_flow.typography.fixed_height(self.text_flow.table.kinds[row]):
            return self.sentences.index(-1)
        offset = self.offset_at(place)
        number = self.document.sentence_at(offset)
        is_end = offset == self.document.starts[number] and number > 0
        if is_end and self.document.ends[number - 1] == offset:
            number -= 1
        return self.sentences.index(number)

    @override
    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The sentence that a key leads to."""
        if self.is_empty:
            return self.sentences.index(-1)
        return self.sentences.index(moved_to(self.column, self.currentIndex().row(), action))

    @override
    def scrollTo(self, index: AnyIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Brings a sentence into view."""
        if self._column is None or not index.isValid() or index.row() >= len(self.document):
            return
        start, end = self.document.starts[index.row()], self.document.ends[index.row()]
        centred = hint == Hint.PositionAtCenter
        self.verticalScrollBar().setValue(self._column.target(start, end, centred=centred))

    @override
    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the sentence at the rectangle's corner."""
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(QItemSelection(index, index), flags)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected sentences are."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @override
    def verticalOffset(self) -> int:
        """How far the view is scrolled."""
        return self.verticalScrollBar().value()

    @override
    def horizontalOffset(self) -> int:
        """Text never scrolls sideways."""
        return 0

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, never a search."""

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves the picture and paints what came into view."""
        if self._column is None or self._column.is_settling:
            return
        self._column.settle()
        self.viewport().scroll(0, dy)
        self.scrolled.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out for the new width."""
        QAbstractScrollArea.resizeEvent(self, event)
        self.doItemsLayout()
        if self._column is not None:
            self._column.settle()
            self.scrolled.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Takes over the colours of another theme."""
        super().changeEvent(event)
        if self._column is not None and event.type() in _RESTYLED:
            self.text_flow.forget()
            self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in view."""
        painter = QPainter(self.viewport())
        tokens, clip = current_tokens(), event.rect()
        painter.fillRect(clip, colour(tokens.read))
        if self._column is None:
            return
        if self.is_empty:
            painter.setPen(colour(tokens.mute))
            space = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(
                space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_words
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.column.y
        rows = self.text_flow.rows_between(y + clip.top(), y + clip.bottom() + 1)
        paint_rows(painter, list(rows_in_view(rows, y)), self.scene())
