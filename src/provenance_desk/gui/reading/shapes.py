"""The shape that a passage has in running text: one rectangle a line, and their outline."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from provenance_desk.gui.reading.flow import PlacedRow
from provenance_desk.gui.reading.layout import LineBox

_BLEED: Final = 2.0
_COLUMN_BLEED: Final = 4.0
_RADIUS: Final = 3.0


def passage_rects(placed: PlacedRow, start: int, end: int, pad: float) -> list[QRectF]:
    """What a passage covers of a row; all of the column's width if it covers the whole row."""
    block = placed.block
    if start <= block.start and end >= block.end:
        height = placed.layout.height + 2 * pad
        return [QRectF(0, placed.y - pad, placed.width, height)]
    boxes = list(placed.layout.boxes(start - block.start, end - block.start))
    if not boxes:
        return []
    last = boxes[-1].line
    return [_widened(placed, box, boxes[0].line, last) for box in boxes]


def text_rects(placed: PlacedRow, start: int, end: int) -> list[QRectF]:
    """Exactly where the words of a passage stand in a row."""
    block, layout = placed.block, placed.layout
    return [
        _rect(placed, box.line, placed.x + box.left, placed.x + box.right)
        for box in layout.boxes(start - block.start, end - block.start)
    ]


def outline_of(rects: Sequence[QRectF], inset: float) -> QPainterPath:
    """One line around the rectangles of a passage."""
    path = QPainterPath()
    if len(rects) == 1 or _overlap(rects):
        for rect in rects:
            inner = rect.adjusted(inset, inset, -inset, -inset)
            path.addRoundedRect(inner, _RADIUS, _RADIUS)
        return path
    lines = [rect.adjusted(inset, 0, -inset, 0) for rect in rects]
    lines[0].setTop(lines[0].top() + inset)
    lines[-1].setBottom(lines[-1].bottom() - inset)
    right = [point for line in lines for point in (line.topRight(), line.bottomRight())]
    left = [point for line in lines for point in (line.topLeft(), line.bottomLeft())]
    path.addPolygon(QPolygonF([*right, *reversed(left)]))
    path.closeSubpath()
    return path


def caret_rect(placed: PlacedRow, offset: int) -> QRectF:
    """Where a caret stands in a row."""
    point = offset - placed.block.start
    x = placed.x + placed.layout.caret_x(point)
    return _rect(placed, placed.layout.line_of(point), x, x).adjusted(-0.75, 2, 0.75, -2)


def baseline(placed: PlacedRow, rect: QRectF) -> QPointF:
    """Where the writing line of a rectangle's line begins."""
    style = placed.layout.style
    lead = (rect.height() - style.ascent - style.descent) / 2
    return QPointF(rect.left(), rect.top() + lead + style.ascent)


def _overlap(rects: Sequence[QRectF]) -> bool:
    """Whether two rectangles share a line, as in text of two directions."""
    return any(a.top() == b.top() for a, b in pairwise(rects))


def _rect(placed: PlacedRow, line: int, left: float, right: float) -> QRectF:
    top = placed.layout.line_top(line)
    return QRectF(left, placed.y + top, right - left, placed.layout.line_top(line + 1) - top)


def _widened(placed: PlacedRow, box: LineBox, first: int, last: int) -> QRectF:
    """A line's box up to the column's edge wherever the passage goes on there."""
    left, right = placed.x + box.left - _BLEED, placed.x + box.right + _BLEED
    column_left, column_right = placed.x - _COLUMN_BLEED, placed.width
    goes_on, came_on = box.line < last, box.line > first
    if placed.layout.is_right_to_left:
        goes_on, came_on = came_on, goes_on
    span = placed.layout.line_edges(box.line)
    if goes_on and box.right >= span[1] - _COLUMN_BLEED:
        right = column_right
    if came_on and box.left <= span[0] + _COLUMN_BLEED:
        left = column_left
    return _rect(placed, box.line, left, right)
