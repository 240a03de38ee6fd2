"""The chosen passage: an anchor and a caret that the keyboard and the mouse move."""

from dataclasses import dataclass
from typing import Self

from provenance_desk.gui.reading.flow import PlacedRow, TextFlow


@dataclass(frozen=True, slots=True)
class Passage:
    """Any span of a document; the caret is the end that moves."""

    anchor: int
    caret: int

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the order of the text."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def with_caret(self, caret: int) -> Self:
        """The passage from the same anchor to another caret."""
        return type(self)(self.anchor, caret)

    def turned(self, *, to_start: bool) -> Self:
        """The same span with the caret at its start or at its end."""
        start, end = self.span
        return type(self)(end, start) if to_start else type(self)(start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def stepped(flow: TextFlow, offset: int, *, forward: bool, words: bool) -> int:
    """The caret one grapheme or one word on, over the ends of rows."""
    placed = flow.placed(flow.row_at(offset))
    block = placed.block
    if not flow.typography.fixed_height(block.kind):
        moved = placed.layout.step(offset - block.start, forward=forward, words=words)
        if moved is not None:
            return block.start + moved
    row = _text_row(flow, placed.row, 1 if forward else -1)
    if row is None:
        return offset
    return flow.table.starts[row] if forward else flow.table.ends[row]


def line_moved(flow: TextFlow, offset: int, lines: int) -> int:
    """The caret one line up (-1) or down (1), at the same place across."""
    placed = flow.placed(flow.row_at(offset))
    point = min(offset, placed.block.end) - placed.block.start
    line, x = placed.layout.line_of(point) + lines, placed.x + placed.layout.caret_x(point)
    if 0 <= line < placed.layout.line_count:
        return _offset_in(placed, line, x)
    row = _text_row(flow, placed.row, lines)
    if row is None:
        return placed.block.start if lines < 0 else placed.block.end
    other = flow.placed(row)
    return _offset_in(other, other.layout.line_count - 1 if lines < 0 else 0, x)


def line_edge(flow: TextFlow, offset: int, *, at_end: bool) -> int:
    """The start or the end of the caret's line."""
    placed = flow.placed(flow.row_at(offset))
    start, end = placed.layout.line_span(placed.layout.line_of(offset - placed.block.start))
    return placed.block.start + (end if at_end else start)


def word_at(flow: TextFlow, offset: int) -> tuple[int, int]:
    """The word around an offset, without the space after it."""
    placed = flow.placed(flow.row_at(offset))
    text, block = flow.document.text, placed.block
    start, end = min(offset, block.end), min(offset, block.end)
    while start > block.start and _is_word(text[start - 1]):
        start -= 1
    while end < block.end and _is_word(text[end]):
        end += 1
    return start, max(end, min(start + 1, block.end))


def _is_word(char: str) -> bool:
    return char.isalnum() or char in "_'’-"


def _offset_in(placed: PlacedRow, line: int, x: float) -> int:
    y = (placed.layout.line_top(line) + placed.layout.line_top(line + 1)) / 2
    return placed.block.start + placed.layout.point_at(x - placed.x, y)


def _text_row(flow: TextFlow, row: int, step: int) -> int | None:
    """The next row that shows words, in one direction."""
    row += step
    while 0 <= row < len(flow):
        if not flow.typography.fixed_height(flow.table.kinds[row]):
            return row
        row += step
    return None
