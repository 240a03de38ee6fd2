"""Blocks of running text: parted by blank lines, list items and lines that were not wrapped."""

import re
from collections.abc import Iterator
from itertools import pairwise

Span = tuple[int, int]

_BLANK = re.compile(r"\n[^\S\n]*+\n\s*+|[\u2029\f\v]\s*+")
_ITEM = re.compile(
    r"(?:[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]{1,2}|[-–—•*·▪◦‣⁃●○■□➢✓])(?=\s)|[•▪◦‣⁃●]"
)
_STOPS = ".!?:;…"
_LONG_LINE = 140
_SHORT_LINE = 30


def blocks(text: str) -> Iterator[Span]:
    """Yield the blocks of a text in order; between them there is white space only."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield from _unwrapped(text, start, blank.start())
        start = blank.end()
    yield from _unwrapped(text, start, len(text))


def starts_item(text: str, at: int) -> bool:
    """Say whether a list item's number, letter or bullet stands here."""
    return _ITEM.match(text, at) is not None


def _unwrapped(text: str, start: int, end: int) -> Iterator[Span]:
    """Part a paragraph at the line breaks that no wrapping made."""
    lines = list(_lines(text, start, end))
    if len(lines) > 1:
        width = max(stop - first for first, stop in lines)
        for before, after in pairwise(lines):
            if not _wrapped(text, before, after, width):
                yield start, before[1]
                start = after[0]
    yield start, end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines that hold more than white space, trimmed."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop].rstrip()
        if line:
            yield start + len(line) - len(line.lstrip()), start + len(line)
        start = stop + 1


def _wrapped(text: str, before: Span, after: Span, width: int) -> bool:
    """Say whether a line goes on in the next: its first word would not have fitted."""
    first, last = text[after[0]], text[before[1] - 1]
    if first.islower() and last not in _STOPS:
        return not starts_item(text, after[0])
    length = before[1] - before[0]
    if length <= _SHORT_LINE or width > _LONG_LINE:
        return False
    word = text[after[0] : after[0] + width].split(None, 1)[0]
    return length + 1 + len(word) > width * 9 // 10 and not starts_item(text, after[0])
