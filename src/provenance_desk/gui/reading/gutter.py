"""Which marks stand in the margin, and at which height: no two on one another."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.text import LinkMark

CAUTION: Final = (Status.DISPUTED, Status.ALLEGED, Status.CONFIRMED)


class Tally(NamedTuple):
    """How many links of one status a sentence has."""

    status: Status
    total: int
    is_context: bool


class GutterMark(NamedTuple):
    """One tally at its height."""

    y: float
    tally: Tally


def tallies(links: Sequence[LinkMark]) -> list[Tally]:
    """The links of a sentence counted by status, the most cautious first, context last."""
    return [
        Tally(status, total, is_context)
        for is_context in (False, True)
        for status in CAUTION
        if (total := sum(m.status is status and m.is_context is is_context for m in links))
    ]


def place_marks(
    wanted: Iterable[tuple[float, float, list[Tally]]], step: float
) -> list[GutterMark]:
    """Stacks tallies downwards from (first y, last y) of their sentence; the rest joins."""
    placed: list[GutterMark] = []
    for top, bottom, rows in wanted:
        for tally in rows:
            y = max(top, placed[-1].y + step if placed else top)
            if y <= max(top, bottom) + 0.5 or not placed:
                placed.append(GutterMark(y, tally))
            else:
                _join(placed, tally)
    return placed


def free_places(marks: Sequence[GutterMark], wanted: Iterable[float], step: float) -> list[float]:
    """The heights at which no mark stands, for the fainter signs."""
    taken = [mark.y for mark in marks]
    return [y for y in wanted if all(abs(y - other) >= step * 0.7 for other in taken)]


def _join(placed: list[GutterMark], tally: Tally) -> None:
    """Adds a count to a near mark of the same status; else to the end of the stack."""
    for place in range(len(placed) - 1, max(-1, len(placed) - 4), -1):
        mark = placed[place]
        if mark.tally[::2] == tally[::2]:
            joined = tally._replace(total=mark.tally.total + tally.total)
            placed[place] = mark._replace(tally=joined)
            return
    placed.append(GutterMark(placed[-1].y, tally))
