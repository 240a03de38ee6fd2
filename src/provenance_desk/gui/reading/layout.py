"""One row laid out: lines, and where any part of its text lies."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, cast
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from provenance_desk.gui.reading.codepoints import Utf16Map
from provenance_desk.gui.reading.text import Direction
from provenance_desk.gui.reading.typography import RowStyle

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TOUCHING: Final = 6.0
_UNSHOWN: Final = re.compile("[\n\r\t\ud800-\udfff]")


class LineBox(NamedTuple):
    """Where a stretch of text lies within one line, relative to the row's text."""

    line: int
    left: float
    right: float


class RowLayout:
    """The laid out text of one row; positions in code points from the row's start."""

    def __init__(
        self,
        text: str,
        style: RowStyle,
        width: float,
        direction: Direction = "auto",
        formats: Sequence[tuple[int, int, QTextCharFormat]] = (),
    ) -> None:
        shown = _UNSHOWN.sub(_stand_in, text)
        self.length = len(text)
        self.style = style
        self.width = width
        self._units = Utf16Map(shown)
        self._has_right_to_left = _RIGHT_TO_LEFT.search(shown) is not None
        self.is_right_to_left = self._reads_right_to_left(direction, shown)
        self.text_layout = QTextLayout(shown, style.font)
        self.text_layout.setTextOption(_option(is_right_to_left=self.is_right_to_left))
        self.text_layout.setCacheEnabled(True)
        self.text_layout.setFormats([self.format_range(*part) for part in formats])
        self._tops = self._break_lines()

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self._tops[-1]

    @property
    def line_count(self) -> int:
        """How many lines there are; at least one."""
        return len(self._tops) - 1

    def line_top(self, line: int) -> float:
        """Where a line begins."""
        return self._tops[line]

    def line_at(self, y: float) -> int:
        """The line at a height; the first or last one beyond the ends."""
        for line in range(self.line_count):
            if y < self._tops[line + 1]:
                return line
        return self.line_count - 1

    def line_of(self, point: int) -> int:
        """The line that holds a position."""
        line = self.text_layout.lineForTextPosition(self.units(point))
        return max(0, line.lineNumber()) if line.isValid() else self.line_count - 1

    def units(self, point: int) -> int:
        """The UTF-16 position that Qt counts."""
        return self._units.to_units(max(0, min(point, self.length)))

    def point_at(self, x: float, y: float) -> int:
        """The caret position nearest to a place."""
        unit = self.text_layout.lineAt(self.line_at(y)).xToCursor(x)
        return self._units.to_points(int(unit))

    def caret_x(self, point: int) -> float:
        """Where the caret stands at a position, within its line."""
        return _x(self.text_layout.lineAt(self.line_of(point)), self.units(point))

    def step(self, point: int, *, forward: bool, words: bool) -> int | None:
        """The next caret position by grapheme or by word; None at the row's end."""
        mode = QTextLayout.CursorMode.SkipWords if words else QTextLayout.CursorMode.SkipCharacters
        unit, layout = self.units(point), self.text_layout
        move = layout.nextCursorPosition if forward else layout.previousCursorPosition
        moved = self._units.to_points(move(unit, mode))
        return None if moved == point else moved

    def line_span(self, line: int) -> tuple[int, int]:
        """The positions between which a line lies."""
        found = self.text_layout.lineAt(line)
        start, end = found.textStart(), found.textStart() + found.textLength()
        return self._units.to_points(start), self._units.to_points(end)

    def line_edges(self, line: int) -> tuple[float, float]:
        """Where the words of a line begin and end, from left to right."""
        used = self.text_layout.lineAt(line).naturalTextRect()
        return used.left(), used.right()

    def boxes(self, start: int, end: int) -> Iterator[LineBox]:
        """Where the text between two positions lies, line by line."""
        first, last = self.units(start), self.units(end)
        for number in range(self.line_of(start), self.line_count):
            line = self.text_layout.lineAt(number)
            line_start = line.textStart()
            if line_start >= last:
                return
            part = max(first, line_start), min(last, line_start + line.textLength())
            if part[0] < part[1]:
                yield from self._line_boxes(number, line, *part)

    def format_range(self, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
        """A look for the text between two positions."""
        part = QTextLayout.FormatRange()
        part.start = self.units(start)
        part.length = self.units(end) - part.start
        part.format = look
        return part

    def _line_boxes(self, number: int, line: QTextLine, first: int, last: int) -> list[LineBox]:
        if not self._has_right_to_left:
            return [LineBox(number, _x(line, first), _x(line, last))]
        runs = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
        return [LineBox(number, left, right) for left, right in _joined(runs)]

    def _break_lines(self) -> list[float]:
        tops, style = [0.0], self.style
        self.text_layout.beginLayout()
        while (line := self.text_layout.createLine()).isValid():
            line.setLineWidth(self.width)
            extra = max(0.0, line.ascent() + line.descent() - style.line_height)
            lead = (style.line_height - style.ascent - style.descent) / 2
            baseline = max(lead + style.ascent, line.ascent() if extra else 0)
            line.setPosition(QPointF(0, tops[-1] + round(baseline) - line.ascent()))
            tops.append(tops[-1] + style.line_height + round(extra))
        self.text_layout.endLayout()
        return tops if len(tops) > 1 else [0.0, style.line_height]

    def _reads_right_to_left(self, direction: Direction, shown: str) -> bool:
        if direction != "auto":
            return direction == "rtl"
        return self._has_right_to_left and _starts_right_to_left(shown)


def _option(*, is_right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction, alignment = Qt.LayoutDirection, Qt.AlignmentFlag
    option.setTextDirection(direction.RightToLeft if is_right_to_left else direction.LeftToRight)
    option.setAlignment(alignment.AlignRight if is_right_to_left else alignment.AlignLeft)
    return option


def _stand_in(found: re.Match[str]) -> str:
    return "\ufffd" if found[0] >= "\ud800" else " "


def _x(line: QTextLine, unit: int) -> float:
    place = cast("float | tuple[float, int]", line.cursorToX(unit))
    return place[0] if isinstance(place, tuple) else place


def _joined(rects: Sequence[QRectF]) -> list[tuple[float, float]]:
    """The stretches that the rectangles cover, with those that touch made one."""
    stretches: list[tuple[float, float]] = []
    for left, right in sorted((rect.left(), rect.right()) for rect in rects):
        if stretches and left <= stretches[-1][1] + _TOUCHING:
            stretches[-1] = stretches[-1][0], max(right, stretches[-1][1])
        else:
            stretches.append((left, right))
    return stretches


def _starts_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction reads from right to left."""
    kinds = (bidirectional(char) for char in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)
