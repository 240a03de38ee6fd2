"""Finding words in a document: typographic quotes, case and line ends make no difference."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

_ALIKE: Final = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\n": " ",
    "\t": " ",
}
MOST_MATCHES: Final = 20_000


class Spans:
    """Many stretches of a text, sorted, asked for by place."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(spans)
        self.starts = array("I", (start for start, _ in ordered))
        self.ends = array("I", (end for _, end in ordered))
        self._longest = max((end - start for start, end in ordered), default=0)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, place: int) -> tuple[int, int]:
        return self.starts[place], self.ends[place]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches that reach into `[start, end)`, cut to it."""
        first = bisect_left(self.starts, max(0, start - self._longest))
        last = bisect_left(self.starts, end)
        found = (self[place] for place in range(first, last))
        return [(max(a, start), min(b, end)) for a, b in found if b > start]

    def after(self, offset: int) -> int:
        """The place of the first stretch that begins at or after an offset; -1 if there is none."""
        place = bisect_left(self.starts, offset)
        return place if place < len(self) else -1

    def before(self, offset: int) -> int:
        """The place of the last stretch that begins before an offset; -1 if there is none."""
        return bisect_right(self.starts, offset - 1) - 1 if offset > 0 else -1


class Match(NamedTuple):
    """The match that is shown: its number from 1, of how many, and where it lies."""

    number: int
    total: int
    start: int
    end: int


class Finder:
    """The matches of one search in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None
        self.matches = Spans()
        self._current = -1

    @property
    def current(self) -> Match | None:
        """The match that is shown."""
        if self._current < 0:
            return None
        return Match(self._current + 1, len(self.matches), *self.matches[self._current])

    def search(self, words: str, start: int = 0) -> Match | None:
        """Finds all places of some words; the one at or after `start` becomes the current one."""
        self.matches = Spans(self._places(fold(words)))
        self._current = self.matches.after(start) if len(self.matches) else -1
        if self._current < 0 and len(self.matches):
            self._current = 0
        return self.current

    def step(self, direction: int) -> Match | None:
        """Goes to the next (1) or previous (-1) match, around the ends."""
        if len(self.matches):
            self._current = (self._current + direction) % len(self.matches)
        return self.current

    def clear(self) -> None:
        """Forgets the search and its copy of the text."""
        self._folded, self.matches, self._current = None, Spans(), -1

    def _places(self, words: str) -> list[tuple[int, int]]:
        if not words.strip():
            return []
        if self._folded is None:
            self._folded = fold(self._text)
        places: list[tuple[int, int]] = []
        at = self._folded.find(words)
        while at >= 0 and len(places) < MOST_MATCHES:
            places.append((at, at + len(words)))
            at = self._folded.find(words, at + len(words))
        return places


def fold(text: str) -> str:
    """The text in small letters and plain quotes; every character keeps its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for written, plain in _ALIKE.items():
        small = small.replace(written, plain)
    return small
