"""The text of a PDF from its paragraphs, with marks for its pages and for what is set larger."""

import re
from collections.abc import Sequence

from provenance_desk.intake.building import TextBuilder
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.pdf_lines import PrintedPage
from provenance_desk.intake.pdf_paragraphs import LARGER, Paragraph, measure_of, paragraphs_of
from provenance_desk.intake.pdf_words import Joiner

_MOST_LINES = 4
_LONGEST = 250
_LEADERS = re.compile(r"(?:\. ?){5}")  # a line of a table of contents


class PdfText:
    """Writes paragraphs, and remembers where each page began and ended."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        self.builder = TextBuilder()
        self.joiner = Joiner(pages)
        self._pages = pages
        self._paragraphs = paragraphs_of(pages)
        self._usual = measure_of(pages).size
        self._began: dict[int, int] = {}
        self._ended: dict[int, int] = {}

    def write(self) -> None:
        """Write all paragraphs and marks."""
        sizes = {_step(p.size) for p in self._paragraphs if self._is_heading(p)}
        levels = {size: level for level, size in enumerate(sorted(sizes, reverse=True), 1)}
        for paragraph in self._paragraphs:
            level = levels[_step(paragraph.size)] if self._is_heading(paragraph) else 0
            self._write(paragraph, level)
        for page, start in self._began.items():
            label, end = self._pages[page].label, self._ended[page]
            self.builder.marks.append(Mark(MarkKind.PAGE, start, end, label=label))

    def title(self) -> str:
        """The first of the largest headings of the first page."""
        first_end = self._ended.get(0, 0)
        headings = [m for m in self.builder.marks if m.level and m.start < first_end]
        largest = min(headings, key=lambda mark: mark.level, default=None)
        return self.builder.text()[largest.start : largest.end] if largest else ""

    def _is_heading(self, paragraph: Paragraph) -> bool:
        return (
            paragraph.size > LARGER * self._usual
            and len(paragraph.lines) <= _MOST_LINES
            and sum(len(line.text) for line in paragraph.lines) <= _LONGEST
            and not _LEADERS.search(paragraph.lines[-1].text)
        )

    def _write(self, paragraph: Paragraph, level: int) -> None:
        pieces: list[str] = []
        length = 0
        places: list[tuple[int, int, int]] = []
        before = None
        for line, page in zip(paragraph.lines, paragraph.pages, strict=True):
            if before is not None:
                kept, gap = self.joiner.between(before, pieces[-1], line)
                length += len(kept) - len(pieces[-1]) + len(gap)
                pieces[-1:] = [kept, gap]
            places.append((page, length, length + len(line.text)))
            pieces.append(line.text)
            length += len(line.text)
            before = line
        self._add("".join(pieces), places, level)

    def _add(self, text: str, places: Sequence[tuple[int, int, int]], level: int) -> None:
        span = self.builder.add(text)
        if span is None:
            return
        if level:
            self.builder.marks.append(Mark(MarkKind.HEADING, *span, level=min(level, 9)))
        for page, start, end in places:
            self._began.setdefault(page, span[0] + start)
            self._ended[page] = min(span[0] + end, span[1])


def _step(size: float) -> int:
    """Sizes that differ by less than half a point are one."""
    return round(size * 2)
