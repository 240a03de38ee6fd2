"""The reading view: reading, choosing sentences and passages, finding, copying."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimerEvent, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from provenance_desk.gui.reading.blocks import BlockKind
from provenance_desk.gui.reading.find import Finder, Match
from provenance_desk.gui.reading.keys import pressed
from provenance_desk.gui.reading.margins import fold_box
from provenance_desk.gui.reading.model import AnyIndex, SentenceModel
from provenance_desk.gui.reading.pointer import Pointer
from provenance_desk.gui.reading.running_text import Hint, RunningText
from provenance_desk.gui.reading.scene import Scene
from provenance_desk.gui.reading.selection import Passage, trimmed
from provenance_desk.gui.shared.overrides import override

_LIST_KEYS: Final = (
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_CHOOSE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ReadingView(RunningText):
    """Running text in which a reviewer chooses what to link."""

    sentence_chosen = Signal(int)
    passage_chosen = Signal(int, int)
    link_requested = Signal()

    def __init__(self, model: SentenceModel, parent: QWidget | None = None) -> None:
        self.selection: Passage | None = None
        self.finder = Finder("")
        self.letters_walk = True
        self.source_words = ""
        self._chosen = model.document, -1
        super().__init__(model, parent)
        model.document_shown.connect(self._choose_again)
        self._pointer = Pointer(self)

    @property
    def current(self) -> int:
        """The current sentence; -1 if there is none."""
        return self.currentIndex().row()

    def choose(self, number: int, *, centred: bool = False) -> None:
        """Makes a sentence the current one and brings it into view."""
        if not 0 <= number < len(self.document):
            return
        index = self.sentences.index(number)
        if self.isIndexHidden(index):
            self.fold_references(folded=False)
        self.clear_passage()
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index, Hint.PositionAtCenter if centred else Hint.EnsureVisible)

    def choose_next(self) -> None:
        """Goes to the next sentence that is not folded away."""
        self._choose_from(1, lambda _number: True)

    def choose_previous(self) -> None:
        """Goes to the previous sentence that is not folded away."""
        self._choose_from(-1, lambda _number: True)

    def choose_waiting(self, direction: int = 1) -> bool:
        """Goes to the next (1) or previous (-1) sentence that is untouched or has a cue."""
        return self._choose_from(direction, self.sentences.is_waiting)

    def choose_linked(self, direction: int = 1) -> bool:
        """Goes to the next (1) or previous (-1) sentence that has a link."""
        return self._choose_from(direction, self.sentences.links.__contains__)

    def choose_claim(self, claim: str) -> bool:
        """Goes to the passage of a claim that is nearest to the current sentence."""
        numbers = [self.document.sentence_at(m.start) for m in self.sentences.passages.of(claim)]
        if not numbers:
            return False
        here = max(0, self.current)
        self.choose(min(numbers, key=lambda number: abs(number - here)), centred=True)
        return True

    def choose_at(self, place: QPoint) -> None:
        """Chooses the sentence under a place of the view."""
        index = self.indexAt(place)
        if index.isValid():
            self.clear_passage()
            number = self._marked_at(place) if self._is_in_gutter(place) else index.row()
            self.selectionModel().setCurrentIndex(self.sentences.index(number), _CHOOSE)

    def passage(self) -> tuple[int, int]:
        """What a link would quote: the selected characters, else the current sentence."""
        if self.selection:
            start, end = trimmed(self.document.text, *self.selection.span)
            if start < end:
                return start, end
        if self.current < 0:
            return 0, 0
        return self.document.starts[self.current], self.document.ends[self.current]

    def choose_passage(self, start: int, end: int) -> None:
        """Selects characters; their first sentence becomes the current one."""
        self.choose(self.document.sentence_at(start))
        self.select(Passage(start, end))

    def select(self, passage: Passage) -> None:
        """Selects the characters between a passage's anchor and its caret."""
        if self.is_empty:
            return
        self.selection = passage if passage.anchor != passage.caret else None
        self._follow(passage.caret)
        self.viewport().update()
        self.passage_chosen.emit(*self.passage())

    def clear_passage(self) -> None:
        """Goes back from selected characters to the whole sentence."""
        if self.selection:
            self.selection = None
            self.viewport().update()
            self.passage_chosen.emit(*self.passage())

    def copy(self) -> None:
        """Puts the passage's exact words and their source on the clipboard."""
        start, end = self.passage()
        if start < end:
            QGuiApplication.clipboard().setText(self.quotation(start, end))

    def quotation(self, start: int, end: int) -> str:
        """The exact words of a passage and, on a line of its own, where they are from."""
        place = self.tr("characters {start} to {end}").format(start=start, end=end)
        source = f"{self.source_words}, {place}" if self.source_words else place
        return f"{self.document.text[start:end]}\n— {source}"

    def find_words(self, words: str) -> Match | None:
        """Marks all places of some words and goes to the first one after the passage's start."""
        return self._show_match(self.finder.search(words, self.passage()[0]))

    def find_step(self, direction: int) -> Match | None:
        """Goes to the next (1) or previous (-1) place of the words found, and chooses it."""
        match = self._show_match(self.finder.step(direction))
        if match:
            self.choose(self.document.sentence_at(match.start))
        return match

    def clear_find(self) -> None:
        """Takes the marks of the last search away."""
        self.finder.clear()
        self.viewport().update()

    def unfold_at(self, place: QPoint) -> bool:
        """Opens or folds the references whose row is at a place; says whether one was."""
        if not self._is_on_fold(place):
            return False
        self.fold_references(folded=not self.column.is_folded)
        return True

    def show_cursor_at(self, place: QPoint) -> None:
        """Shows by the mouse's shape what a click would do."""
        shape = Qt.CursorShape.IBeamCursor
        if self._is_in_gutter(place) or self.is_empty:
            shape = Qt.CursorShape.ArrowCursor
        if self._is_on_fold(place):
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def scene(self) -> Scene:
        """What the next paint depends on."""
        scene = super().scene()
        if self.selection:
            scene.selection, scene.caret = self.selection.span, self.selection.caret
        scene.found, scene.match = self.finder.matches, self.finder.current
        return scene

    def _choose_from(self, direction: int, is_wanted: Callable[[int], bool]) -> bool:
        stop = len(self.document) if direction > 0 else -1
        numbers = range(max(-1, self.current + direction), stop, direction)
        is_hidden, starts = self.column.is_hidden, self.document.starts
        found = (n for n in numbers if is_wanted(n) and not is_hidden(starts[n]))
        number = next(found, -1)
        self.choose(number)
        return number >= 0

    def _is_in_gutter(self, place: QPoint) -> bool:
        return place.x() < self.text_flow.typography.gutter

    def _marked_at(self, place: QPoint) -> int:
        """The sentence whose mark stands beside a line: one that begins there, if one does."""
        right = QPoint(self.viewport().width(), place.y())
        first, last = (self.document.sentence_at(self.offset_at(p)) for p in (place, right))
        linked = (n for n in range(first, last + 1) if n in self.sentences.links)
        begun = (n for n in linked if n > first or first == last)
        return next(begun, first)

    def _choose_again(self) -> None:
        """Chooses the sentence that was current, by its place, if the document is the same."""
        before, number = self._chosen
        self._chosen = self.document, -1
        if number >= 0 and before.id == self.document.id:
            index = self.sentences.index(self.document.sentence_at(before.starts[number]))
            self.selectionModel().setCurrentIndex(index, _CHOOSE)

    def _show_match(self, match: Match | None) -> Match | None:
        if match and self.column.is_hidden(match.start):
            self.fold_references(folded=False)
        if match:
            target = self.column.target(match.start, match.end, centred=False)
            self.verticalScrollBar().setValue(target)
        self.viewport().update()
        return match

    def _follow(self, offset: int) -> None:
        """Keeps the moving end of the passage in view."""
        if not self.is_empty:
            top, bottom = self.text_flow.band(offset, offset + 1)
            y = self.column.y
            if top < y or bottom > y + self.column.height:
                target = self.column.target(offset, offset + 1, centred=False)
                self.verticalScrollBar().setValue(target)

    def _is_on_fold(self, place: QPoint) -> bool:
        if self.is_empty:
            return False
        y = place.y() + self.column.y
        placed = self.text_flow.placed(self.text_flow.heights.at(y)[0])
        is_fold = placed.block.kind in (BlockKind.FOLD, BlockKind.FOLDED)
        return is_fold and fold_box(placed, self.text_flow).contains(place.x(), y)

    @override
    def reset(self) -> None:
        """Shows the model's document; nothing of the one before is selected or found."""
        super().reset()
        self.selection = None
        self.finder = Finder(self.document.text)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tells which sentence was chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self._chosen = self.document, current.row()
            self.sentence_chosen.emit(current.row())
            self.passage_chosen.emit(*self.passage())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks, extends the passage, zooms, copies; leaves every other key to the desk."""
        if pressed(self, event):
            event.accept()
        elif event.key() in _LIST_KEYS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses a sentence or begins a passage."""
        self._pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags out a passage."""
        self._pointer.drag(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a passage."""
        self._pointer.release()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects a word."""
        self._pointer.choose_word(event)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Scrolls on while a passage is dragged over the edge."""
        if event.timerId() == self._pointer.timer.timerId():
            self._pointer.scroll_on()
        else:
            super().timerEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the strong outline."""
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows the thin outline."""
        super().focusOutEvent(event)
        self.viewport().update()
