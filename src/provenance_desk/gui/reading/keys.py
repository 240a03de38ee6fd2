"""What keys do inside the reading view; letters of METHOD.md are actions of the desk."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from provenance_desk.gui.reading.selection import Passage, line_edge, line_moved, stepped

if TYPE_CHECKING:
    from provenance_desk.gui.reading.view import ReadingView

_Key: Final = Qt.Key
_Mod: Final = Qt.KeyboardModifier
_NEXT: Final = (_Key.Key_Down, _Key.Key_Right)
_PREVIOUS: Final = (_Key.Key_Up, _Key.Key_Left)
_MOVES: Final = (*_NEXT, *_PREVIOUS, _Key.Key_Home, _Key.Key_End)


def pressed(view: "ReadingView", event: QKeyEvent) -> bool:
    """Does what a key asks for; false if the key is none of the view's."""
    if event.matches(QKeySequence.StandardKey.Copy):
        view.copy()
    elif event.matches(QKeySequence.StandardKey.SelectAll):
        view.choose_passage(0, len(view.document.text))
    elif (
        event.key() in (_Key.Key_Return, _Key.Key_Enter)
        and not event.modifiers() & ~_Mod.KeypadModifier
    ):
        view.link_requested.emit()
    elif event.key() == _Key.Key_Escape and view.selection:
        view.clear_passage()
    elif not view.is_empty and event.key() in _MOVES and event.modifiers() & _Mod.ShiftModifier:
        _extend(view, event)
    else:
        return _zoom(view, event) or _walk(view, event)
    return True


def _walk(view: "ReadingView", event: QKeyEvent) -> bool:
    """Goes from sentence to sentence."""
    if event.modifiers() & ~(_Mod.KeypadModifier):
        return False
    key = event.key()
    letters = view.letters_walk
    if key in _NEXT or (letters and key == _Key.Key_J):
        view.choose_next()
    elif key in _PREVIOUS or (letters and key == _Key.Key_K):
        view.choose_previous()
    else:
        return False
    return True


def _zoom(view: "ReadingView", event: QKeyEvent) -> bool:
    if not event.modifiers() & _Mod.ControlModifier:
        return False
    if event.matches(QKeySequence.StandardKey.ZoomIn) or event.key() == _Key.Key_Equal:
        view.zoom_by(1)
    elif event.matches(QKeySequence.StandardKey.ZoomOut):
        view.zoom_by(-1)
    elif event.key() == _Key.Key_0:
        view.set_zoom(1.0)
    else:
        return False
    return True


def _extend(view: "ReadingView", event: QKeyEvent) -> None:
    """Moves one end of the passage: its caret, or with Alt the start of the sentence."""
    passage = view.selection or Passage(*view.passage())
    if event.modifiers() & _Mod.AltModifier:
        passage = passage.turned(to_start=True)
    caret = _moved(view, passage.caret, event)
    view.select(passage.with_caret(caret))


def _moved(view: "ReadingView", caret: int, event: QKeyEvent) -> int:
    flow, key = view.text_flow, event.key()
    words = bool(event.modifiers() & _Mod.ControlModifier)
    if key in (_Key.Key_Up, _Key.Key_Down):
        return line_moved(flow, caret, 1 if key == _Key.Key_Down else -1)
    if key in (_Key.Key_Home, _Key.Key_End):
        return line_edge(flow, caret, at_end=key == _Key.Key_End)
    row = flow.layout(flow.row_at(caret))
    forward = (key == _Key.Key_Right) != row.is_right_to_left
    return stepped(flow, caret, forward=forward, words=words)
