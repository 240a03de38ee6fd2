"""What is known of every entry without telling it, and the sittings it adds up to; no Qt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

PAUSE_MINUTES: Final = 30
"""A longer pause ends a sitting."""
_DAY: Final = slice(0, 10)
_MINUTE: Final = slice(0, 16)


@dataclass(frozen=True, slots=True)
class Outline:
    """Entries in merged order; a place counts from 0, `first` is the number of the entry there.

    Of a long history only the newest entries may be known for a moment: then `first` is not 1.
    """

    first: int
    ids: Sequence[str]
    types: Sequence[str]
    authors: Sequence[str]
    times: Sequence[str]
    undone: Sequence[int]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def is_whole(self) -> bool:
        """Whether every entry is known."""
        return self.first == 1


EMPTY: Final = Outline(1, (), (), (), (), ())


def outline_of(
    rows: Sequence[tuple[str, str, int, str, int]], total: int, authors: Mapping[int, str]
) -> Outline:
    """The outline of the reader's `entry_rows`, which are the newest of `total` or all of them."""
    if not rows:
        return EMPTY
    ids, types, feeds, times, undone = zip(*rows, strict=True)
    by_feed = tuple(map(authors.__getitem__, feeds))
    return Outline(total - len(rows) + 1, ids, types, by_feed, times, undone)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One reviewer's consecutive work on one day: the places from `start` up to `stop`."""

    start: int
    stop: int
    author: str
    day: str
    begun: str
    ended: str
    key: str
    """The id of its first entry, which it keeps while it grows."""

    def __len__(self) -> int:
        return self.stop - self.start


def sittings(outline: Outline) -> list[Sitting]:
    """The sittings of a history, oldest first."""
    starts = [place for place, _ in enumerate(outline.ids) if _begins(outline, place)]
    bounds = pairwise([*starts, len(outline)])
    return [_sitting(outline, start, stop) for start, stop in bounds]


def _begins(outline: Outline, place: int) -> bool:
    if place == 0 or outline.authors[place] != outline.authors[place - 1]:
        return True
    before, now = outline.times[place - 1], outline.times[place]
    if before[_MINUTE] == now[_MINUTE]:
        return False
    return before[_DAY] != now[_DAY] or abs(_minutes(now) - _minutes(before)) > PAUSE_MINUTES


def _minutes(time: str) -> int:
    return int(time[11:13]) * 60 + int(time[14:16])


def _sitting(outline: Outline, start: int, stop: int) -> Sitting:
    times = outline.times
    return Sitting(
        start,
        stop,
        outline.authors[start],
        times[start][_DAY],
        times[start][11:16],
        times[stop - 1][11:16],
        outline.ids[start],
    )


def counted(types: Iterable[str], nouns: Mapping[str, tuple[str, str]]) -> list[str]:
    """How many of each noun: `3 links`, `1 claim`; types without a noun are left out."""
    numbers: Counter[tuple[str, str]] = Counter()
    for kind, number in Counter(types).items():
        if kind in nouns:
            numbers[nouns[kind]] += number
    return [f"{n:,} {one if n == 1 else many}" for (one, many), n in numbers.most_common()]
