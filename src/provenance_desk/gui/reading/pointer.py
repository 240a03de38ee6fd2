"""What the mouse does in the reading view: choose a sentence, drag out a passage, unfold."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBasicTimer, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from provenance_desk.gui.reading.selection import Passage, word_at

if TYPE_CHECKING:
    from provenance_desk.gui.reading.view import ReadingView

_TICK: Final = 40


class Pointer:
    """The state of one press of the left button."""

    def __init__(self, view: "ReadingView") -> None:
        self._view = view
        self._pressed_at: QPoint | None = None
        self._place = QPoint()
        self._passage: Passage | None = None
        self.timer = QBasicTimer()

    def press(self, event: QMouseEvent) -> None:
        """Chooses the sentence under the pointer, or extends the passage to it."""
        view, place = self._view, event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left or view.is_empty or view.unfold_at(place):
            return
        offset = view.offset_at(place)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            start = view.selection.anchor if view.selection else view.passage()[0]
            self._passage = Passage(start, offset)
            view.select(self._passage)
        else:
            self._passage = Passage(offset, offset)
            view.choose_at(place)
        self._pressed_at = place

    def drag(self, event: QMouseEvent) -> None:
        """Moves the passage's caret to the pointer; beyond the edges the text scrolls."""
        self._place = event.position().toPoint()
        if self._pressed_at is None or self._passage is None:
            self._view.show_cursor_at(self._place)
            return
        far = (self._place - self._pressed_at).manhattanLength()
        if self._view.selection or far >= QApplication.startDragDistance() // 2:
            self._pull()
        is_inside = 0 <= self._place.y() < self._view.viewport().height()
        if is_inside:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start(_TICK, self._view)

    def release(self) -> None:
        """Ends the press."""
        self.timer.stop()
        self._pressed_at = self._passage = None

    def scroll_on(self) -> None:
        """Scrolls towards a pointer that left the view while pressed."""
        height = self._view.viewport().height()
        beyond = self._place.y() if self._place.y() < 0 else max(0, self._place.y() - height)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, beyond)))
        self._pull()

    def choose_word(self, event: QMouseEvent) -> None:
        """Selects the word under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or self._view.is_empty:
            return
        place = event.position().toPoint()
        start, end = word_at(self._view.text_flow, self._view.offset_at(place))
        self._passage = Passage(start, end)
        self._pressed_at = place
        self._view.select(self._passage)

    def _pull(self) -> None:
        if self._passage is not None:
            self._view.select(self._passage.with_caret(self._view.offset_at(self._place)))
