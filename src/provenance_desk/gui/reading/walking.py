"""Where the keys of a list lead in running text: over folded references, page by page."""

from typing import Final

from PySide6.QtWidgets import QAbstractItemView

from provenance_desk.gui.reading.column import Column

Move = QAbstractItemView.CursorAction
_STEPS: Final = {
    Move.MoveUp: -1,
    Move.MoveLeft: -1,
    Move.MovePrevious: -1,
    Move.MoveDown: 1,
    Move.MoveRight: 1,
    Move.MoveNext: 1,
}


def moved_to(column: Column, current: int, action: Move) -> int:
    """The sentence that a key leads to; the current one if there is no other."""
    found = current
    if action in _STEPS:
        found = _unfolded_from(column, current + _STEPS[action], _STEPS[action])
    elif action in (Move.MovePageUp, Move.MovePageDown):
        direction = -1 if action == Move.MovePageUp else 1
        found = _page_from(column, max(0, current), direction)
    elif action == Move.MoveHome:
        found = _unfolded_from(column, 0, 1)
    elif action == Move.MoveEnd:
        found = _unfolded_from(column, len(column.flow.document) - 1, -1)
    return current if found < 0 else found


def _unfolded_from(column: Column, number: int, step: int) -> int:
    """The first sentence from here on that is not folded away; -1 if there is none."""
    starts = column.flow.document.starts
    last = len(starts) - 1
    numbers = range(number, last + 1) if step > 0 else range(min(number, last), -1, -1)
    return next((n for n in numbers if not column.is_hidden(starts[n])), -1)


def _page_from(column: Column, current: int, direction: int) -> int:
    flow = column.flow
    start = flow.document.starts[current]
    y = flow.band(start, start + 1)[0] + direction * max(1, column.height - 30)
    row, _ = flow.heights.at(max(0.0, y))
    found = flow.document.sentence_at(flow.table.starts[row])
    return _unfolded_from(column, found if found != current else current + direction, -1)
