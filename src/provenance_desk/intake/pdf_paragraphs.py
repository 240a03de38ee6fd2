"""Lines of print back into paragraphs, so that no sentence is broken where a line ended."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from provenance_desk.intake.pdf_lines import Line, PrintedPage

#: Print that is larger than the usual by this much is a heading.
LARGER = 1.12
_ENDED = re.compile(r"[.!?…:;。！？؟۔][\"'”’»)\]›“]*$")
_ITEM = re.compile(r"(?:[•‣▪●◦·–—*-]|\(?[0-9]{1,3}[.)]|\[[0-9]{1,3}\]|\(?[a-z]\))\s")
_BULLET = re.compile(r"[•‣▪●◦]")


@dataclass(slots=True)
class Paragraph:
    """Lines that read on, each with the number of its page."""

    lines: list[Line] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The height of its print."""
        return median(line.size for line in self.lines)


@dataclass(frozen=True, slots=True)
class Measure:
    """The print of a document: the usual height of a line, from line to line, and its indents."""

    size: float
    pitch: float
    indents: bool  # the first line of a paragraph stands in; otherwise the others do


def paragraphs_of(pages: Sequence[PrintedPage]) -> list[Paragraph]:
    """All paragraphs in the order of reading; one may run on to the next page."""
    measure = measure_of(pages)
    found: list[Paragraph] = []
    for number, page in enumerate(pages):
        columns = _Columns(page.lines)
        for place, line in enumerate(page.lines):
            after = page.lines[place + 1] if place + 1 < len(page.lines) else None
            if not found or _begins(found[-1], line, after, columns, measure, number):
                found.append(Paragraph())
            found[-1].lines.append(line)
            found[-1].pages.append(number)
    return found


def measure_of(pages: Sequence[PrintedPage]) -> Measure:
    """The commonest height, weighted by words; the median distance between lines of it."""
    heights: Counter[float] = Counter()
    for line in (line for page in pages for line in page.lines):
        heights[round(line.size, 1)] += len(line.text)
    size = heights.most_common(1)[0][0] if heights else 1.0
    pitches = [
        one.bottom - other.bottom
        for one, other in _neighbours(pages)
        if abs(one.size - size) < 0.1 * size and 0.5 * size < one.bottom - other.bottom < 3 * size
    ]
    # Before an indented first line a sentence has ended; before a hanging second line rarely.
    stepped_in = [_ended(one) for one, other in _neighbours(pages) if _step(one, other) > 0]
    return Measure(
        size,
        median(pitches) if pitches else 1.2 * size,
        2 * sum(stepped_in) > len(stepped_in),
    )


def _neighbours(pages: Sequence[PrintedPage]) -> Iterator[tuple[Line, Line]]:
    for page in pages:
        yield from zip(page.lines, page.lines[1:], strict=False)


class _Columns:
    """How far to the right the lines reach that begin where a line begins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._edges: dict[int, float] = {}
        for line in lines:
            for step in range(-2, 3):
                place = self._place(line) + step
                self._edges[place] = max(self._edges.get(place, 0.0), line.right)

    def edge(self, line: Line) -> float:
        """The right edge of the column that a line stands in."""
        return self._edges.get(self._place(line), line.right)

    @staticmethod
    def _place(line: Line) -> int:
        return round(line.left / 12)


def _begins(
    paragraph: Paragraph,
    line: Line,
    after: Line | None,
    columns: _Columns,
    measure: Measure,
    page: int,
) -> bool:
    """Whether a line begins a new paragraph after those of `paragraph`."""
    before = paragraph.lines[-1]
    if before.hyphen:
        return False
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size) or _BULLET.match(
        line.text
    ):
        return True
    if page != paragraph.pages[-1] or line.bottom > before.top:
        return _ended(before) or not _goes_on(line)
    if same_row(before, line):
        return False
    if before.bottom - line.bottom > 1.25 * max(measure.pitch, 1.1 * line.size):
        return True
    if line.size > LARGER * measure.size:
        return False
    return _broken_off(before, line, columns) or _steps(paragraph, line, after, measure)


def same_row(before: Line, line: Line) -> bool:
    """Whether a line stands to the right of another, as cells of a table do."""
    return abs(before.bottom - line.bottom) < 0.3 * line.size and line.left >= before.right - 1


def _ended(line: Line) -> bool:
    return _ENDED.search(line.text) is not None


def _goes_on(line: Line) -> bool:
    """A line at the head of a column that looks like the middle of a sentence."""
    return not _ITEM.match(line.text)


def _step(before: Line, line: Line) -> int:
    """1 where a line begins further in than the one before, -1 further out, 0 at one edge."""
    shift = line.left - before.left
    return 0 if abs(shift) <= 0.8 * line.size else (1 if shift > 0 else -1)


def _steps(paragraph: Paragraph, line: Line, after: Line | None, measure: Measure) -> bool:
    """Whether the left edge shows the first line of an indented paragraph or hanging entry."""
    before = paragraph.lines[-1]
    step = _step(before, line)
    if not measure.indents:
        return step < 0 and len(paragraph.lines) > 1
    if step < 0:
        return len(paragraph.lines) > 1 and _ended(before)
    return step > 0 or (after is not None and _step(line, after) < 0)


def _broken_off(before: Line, line: Line, columns: _Columns) -> bool:
    """The first word of this line would have fitted on the line before: its end was meant."""
    first_word = line.text.split(maxsplit=1)[0]
    room = columns.edge(before) - before.right
    if room < (len(first_word) + 1.5) * line.letter:
        return _ITEM.match(line.text) is not None and _ended(before)
    return _ended(before) or not line.text[0].islower()
