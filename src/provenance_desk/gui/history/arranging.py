"""Which rows the history has: days, sittings and entries, the newest on top; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import groupby
from typing import Final

from provenance_desk.gui.history.outline import EMPTY, Outline, Sitting

OPEN_AT_FIRST: Final = 80
"""Sittings are unfolded, the newest first, until so many entries can be seen."""
SHOWN_OF_LONG: Final = 40
"""The entries of a long sitting that are listed before the rest is asked for."""


class Kind(IntEnum):
    """What a row is; what its number counts is beside it."""

    DAY = 0
    """A day: the number of its newest sitting."""
    SITTING = 1
    """A sitting's head: the sitting's number."""
    ENTRY = 2
    """An entry: its place in the outline."""
    MORE = 3
    """The entries of a long sitting that are not listed: the sitting's number."""


Row = tuple[Kind, int]


@dataclass(slots=True)
class Folding:
    """What the person folded or unfolded, by the keys of sittings; else the default holds."""

    chosen: dict[str, bool] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rows, and the places that each sitting has in them, folded or not, newest first."""

    outline: Outline = EMPTY
    sittings: Sequence[Sitting] = ()
    rows: Sequence[Row] = ()
    places: Mapping[int, Sequence[int]] = field(default_factory=dict)
    unfolded: frozenset[int] = frozenset()

    def listed(self, sitting: int, *, whole: bool) -> Sequence[int]:
        """The places of a sitting that have rows while it is unfolded."""
        places = self.places[sitting]
        return places if whole or len(places) <= SHOWN_OF_LONG + 5 else places[:SHOWN_OF_LONG]

    def entries_of_day(self, sitting: int) -> int:
        """How many entries the day has whose newest sitting this is."""
        day, total = self.sittings[sitting].day, 0
        for number in range(sitting, -1, -1):
            if self.sittings[number].day != day:
                break
            total += len(self.places.get(number, ()))
        return total


def arranged(
    outline: Outline, found: Sequence[Sitting], wanted: Sequence[int] | None, folding: Folding
) -> Arrangement:
    """The rows of the `wanted` places in ascending order, or of all; the newest comes first."""
    places = _places(found, wanted)
    is_open = _opening(found, places, folding)
    unfolded = frozenset(number for number in places if is_open(number))
    made = Arrangement(outline, found, (), places, unfolded)
    rows: list[Row] = []
    for _, numbers in groupby(reversed(places), lambda number: found[number].day):
        _add_day(rows, list(numbers), made, folding)
    return Arrangement(outline, found, rows, places, unfolded)


def _add_day(rows: list[Row], numbers: list[int], made: Arrangement, folding: Folding) -> None:
    rows.append((Kind.DAY, numbers[0]))
    for number in numbers:
        rows.append((Kind.SITTING, number))
        if number not in made.unfolded:
            continue
        listed = made.listed(number, whole=made.sittings[number].key in folding.whole)
        rows += [(Kind.ENTRY, place) for place in listed]
        if len(listed) < len(made.places[number]):
            rows.append((Kind.MORE, number))


def _places(found: Sequence[Sitting], wanted: Sequence[int] | None) -> dict[int, Sequence[int]]:
    """The places of each sitting that are wanted, newest first; sittings in ascending order."""
    if wanted is None:
        return {n: range(s.stop - 1, s.start - 1, -1) for n, s in enumerate(found)}
    places: dict[int, list[int]] = {}
    number = 0
    for place in wanted:
        while found[number].stop <= place:
            number += 1
        places.setdefault(number, []).append(place)
    return {n: listed[::-1] for n, listed in places.items()}


def _opening(
    found: Sequence[Sitting], places: Mapping[int, Sequence[int]], folding: Folding
) -> Callable[[int], bool]:
    seen = 0
    first: set[int] = set()
    for number in reversed(list(places)):
        if seen >= OPEN_AT_FIRST:
            break
        first.add(number)
        seen += min(len(places[number]), SHOWN_OF_LONG)
    return lambda number: folding.chosen.get(found[number].key, number in first)
