"""Cutting a document into the rows that are laid out: paragraphs, folds, pages."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from operator import sub
from typing import Final, NamedTuple

from provenance_desk.domain.words import Zone
from provenance_desk.gui.reading.text import ZONE_CODES, DocumentText

_NEWLINES: Final = re.compile(r"\n([^\S\n]*\n)?\s*")  # with a group where a line is blank
_RUNS: Final = re.compile(rb"(.)\1*", re.DOTALL)
_SPACE: Final = re.compile(r"\s")
_LONGEST: Final = 4000
_HEADING_CODES: Final = len(ZONE_CODES)


class BlockKind(IntEnum):
    """How a row is set; the first five are the zones in their order."""

    BODY = 0
    HEADLINE = 1
    CAPTION = 2
    QUOTE = 3
    REFERENCE = 4
    FOLD = 5
    FOLDED = 6
    PAGE = 7


class Gap(IntEnum):
    """The space before a row."""

    NONE = 0
    LINE = 1
    PARAGRAPH = 2


class Block(NamedTuple):
    """One row: the text `[start, end)` and how it is set."""

    start: int
    end: int
    kind: BlockKind
    gap: Gap
    level: int


class BlockTable:
    """The rows of a document in order, as arrays; offsets are code points."""

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")
        self.kinds = bytearray()
        self.gaps = bytearray()
        self.levels = bytearray()

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, row: int) -> Block:
        return Block(
            self.starts[row],
            self.ends[row],
            BlockKind(self.kinds[row]),
            Gap(self.gaps[row]),
            self.levels[row],
        )

    def add(self, start: int, end: int, kind: int, gap: int, level: int = 0) -> None:
        """Appends a row."""
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)
        self.gaps.append(gap)
        self.levels.append(level)

    def extend(
        self, starts: Sequence[int], ends: Sequence[int], kind: int, gaps: Sequence[int], level: int
    ) -> None:
        """Appends many rows of one kind."""
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.kinds.extend([kind] * len(starts))
        self.gaps.extend(gaps)
        self.levels.extend([level] * len(starts))

    def row_at(self, offset: int) -> int:
        """The row that holds this offset, else the last one before it, else the first."""
        return max(0, bisect_right(self.starts, offset) - 1)


def blocks_of(document: DocumentText, *, folded: bool = True) -> BlockTable:
    """The rows of a document; runs of references become one folded row if so wished."""
    table = BlockTable()
    wrapped = _is_hard_wrapped(document)
    for code, first, last in _zone_runs(document):
        if code == BlockKind.REFERENCE:
            _add_references(table, document, first, last, folded)
        else:
            _add_paragraphs(table, document, code, (first, last), wrapped)
    return _with_pages(table, document) if document.pages else table


def _zone_runs(document: DocumentText) -> Iterator[tuple[int, int, int]]:
    """Runs of one zone as (code, first, last); quotes inside a paragraph don't break it."""
    zones = bytearray(document.zones.replace(bytes([BlockKind.QUOTE]), b"\0"))
    for mark in document.marks:
        if mark.kind == "heading":
            for number in document.sentences_in(mark.start, mark.end):
                zones[number] = _HEADING_CODES + max(1, min(6, mark.level))
    for run in _RUNS.finditer(zones):
        yield run[1][0], run.start(), run.end() - 1


def _is_hard_wrapped(document: DocumentText) -> bool:
    """Whether single line ends mean nothing: they fall inside sentences as often as not."""
    inside = between = 0
    for found in _NEWLINES.finditer(document.text, 0, 200_000):
        if found[0].count("\n") == 1:
            number = document.sentence_at(found.start())
            is_inside = number < len(document) and document.ends[number] > found.start()
            inside, between = inside + is_inside, between + (not is_inside)
    return inside > between


def _add_references(
    table: BlockTable, document: DocumentText, first: int, last: int, folded: bool
) -> None:
    start, end = document.starts[first], document.ends[last]
    kind = BlockKind.FOLDED if folded else BlockKind.FOLD
    table.add(start, end if folded else start, kind, Gap.PARAGRAPH)
    for number in () if folded else range(first, last + 1):
        start, end = document.starts[number], document.ends[number]
        table.add(start, end, BlockKind.REFERENCE, Gap.LINE)


def _add_paragraphs(
    table: BlockTable, document: DocumentText, code: int, run: tuple[int, int], wrapped: bool
) -> None:
    """Adds a run of paragraphs: all at once, unless one is too long or may be a quote."""
    level = max(0, code - _HEADING_CODES)
    kind = BlockKind.HEADLINE if level else BlockKind(code)
    span = document.starts[run[0]], document.ends[run[1]]
    starts, ends, gaps = zip(*_paragraphs(document, *span, wrapped), strict=True)
    has_quotes = kind == BlockKind.BODY and BlockKind.QUOTE in document.zones
    if has_quotes or max(map(sub, ends, starts)) > _LONGEST:
        for start, end, gap in zip(starts, ends, gaps, strict=True):
            is_quote = has_quotes and _is_quote(document, start, end)
            _add_chunks(
                table,
                document,
                Block(start, end, BlockKind.QUOTE if is_quote else kind, gap, level),
            )
    else:
        table.extend(starts, ends, kind, gaps, level)


def _paragraphs(
    document: DocumentText, start: int, stop: int, wrapped: bool
) -> Iterator[tuple[int, int, Gap]]:
    """Each paragraph of a stretch with the space before it."""
    gap = Gap.PARAGRAPH
    for found in _NEWLINES.finditer(document.text, start, stop):
        is_blank = found.lastindex is not None
        next_gap = Gap.PARAGRAPH if is_blank else _line_gap(document, found.start(), wrapped)
        if next_gap:
            yield start, found.start(), gap
            start, gap = found.end(), next_gap
    yield start, stop, gap


def _line_gap(document: DocumentText, at: int, wrapped: bool) -> Gap:
    if wrapped or document.ends[document.sentence_at(at)] > at:
        return Gap.NONE
    return Gap.LINE


def _add_chunks(table: BlockTable, document: DocumentText, block: Block) -> None:
    """Adds one paragraph, in several rows where it is too long for one layout."""
    start, end, kind, gap, level = block
    while end - start > _LONGEST:
        cut = _cut_near(document, start, start + _LONGEST)
        table.add(start, cut, kind, gap, level)
        start, gap = cut, Gap.NONE
    table.add(start, end, kind, gap, level)


def _is_quote(document: DocumentText, start: int, end: int) -> bool:
    numbers = document.sentences_in(start, end)
    return all(document.zone(number) is Zone.QUOTE for number in numbers)


def _cut_near(document: DocumentText, start: int, limit: int) -> int:
    """The last start of a sentence before the limit, else a space, else the limit."""
    sentence = document.starts[document.sentence_at(limit)]
    if sentence > start:
        return sentence
    spaces = [found.end() for found in _SPACE.finditer(document.text, limit - 200, limit)]
    return spaces[-1] if spaces else limit


def _with_pages(table: BlockTable, document: DocumentText) -> BlockTable:
    """The rows with a thin row before each one that begins a page."""
    pages = {table.row_at(page.start - 1) + 1: page for page in document.pages if page.start}
    result = BlockTable()
    for row in range(len(table)):
        block = table[row]
        page = pages.get(row)
        if page and page.start <= block.start and (not row or table.ends[row - 1] <= page.start):
            result.add(block.start, block.start, BlockKind.PAGE, Gap.PARAGRAPH)
            block = block._replace(gap=Gap.LINE)
        result.add(*block)
    return result
