"""The lines of a PDF's pages, with where they stand: measured in the text height of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# What PDFium writes for a hyphen at the end of a line, and between lines.
HYPHEN = "\ufffe"
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": " "}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: `hyphen` if its last word goes on in the next; y grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    hyphen: bool = False

    @property
    def size(self) -> float:
        """The height of the line: that of its font."""
        return max(self.top - self.bottom, 0.1)

    @property
    def letter(self) -> float:
        """The mean width of a character."""
        return (self.right - self.left) / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page in the order of reading, and the height of the page."""

    label: str
    height: float
    lines: tuple[Line, ...]


def lines_of(page: Any) -> tuple[Line, ...]:
    """The lines of a pypdfium2 page in PDFium's order, which is the order of the content."""
    words = page.get_textpage()
    try:
        return tuple(_lines(words, words.get_text_range()))
    finally:
        words.close()


def _lines(words: Any, text: str) -> Iterator[Line]:
    limit = words.count_chars()
    for match in _LINE.finditer(text):
        shown = match[0].removesuffix(HYPHEN).strip()
        if not shown:
            continue
        first = match.start() + len(match[0]) - len(match[0].lstrip())
        last = match.start() + len(match[0].rstrip(HYPHEN).rstrip()) - 1
        if last < limit:
            yield _measured(words, shown, first, last, hyphen=match[0].endswith(HYPHEN))


def _measured(words: Any, shown: str, first: int, last: int, *, hyphen: bool) -> Line:
    one, other = words.get_charbox(first, loose=True), words.get_charbox(last, loose=True)
    return Line(
        shown.translate(_LIGATURES),
        min(one[0], other[0]),
        max(one[2], other[2]),
        min(one[1], other[1]),
        max(one[3], other[3]),
        hyphen,
    )
