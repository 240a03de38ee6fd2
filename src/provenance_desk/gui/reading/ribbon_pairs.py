"""Which passages of two neighbouring panes belong together: those linked to the same claim."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.gutter import CAUTION
from provenance_desk.gui.reading.text import LinkMark

Links = Mapping[int, Sequence[LinkMark]]


class RibbonPair(NamedTuple):
    """Two passages of one claim, and the more cautious of their statuses."""

    claim: str
    status: Status
    left_start: int
    left_end: int
    right_start: int
    right_end: int


def pairs_of(left: Links, right: Links) -> list[RibbonPair]:
    """Joins the passages of each claim in their order, every one at least once."""
    rights = _by_claim(right)
    return [
        _pair(claim, mark, other)
        for claim, marks in _by_claim(left).items()
        for mark, other in _joined(marks, rights.get(claim, []))
    ]


class PairIndex:
    """Pairs asked for by what is in view."""

    def __init__(self, pairs: Sequence[RibbonPair] = ()) -> None:
        self._by_left = sorted(pairs, key=lambda pair: pair.left_start)
        self._by_right = sorted(pairs, key=lambda pair: pair.right_start)
        self._lefts = [pair.left_start for pair in self._by_left]
        self._rights = [pair.right_start for pair in self._by_right]
        self._by_claim: dict[str, list[RibbonPair]] = {}
        for pair in self._by_left:
            self._by_claim.setdefault(pair.claim, []).append(pair)

    def of_claim(self, claim: str) -> Sequence[RibbonPair]:
        """All pairs of one claim."""
        return self._by_claim.get(claim, ())

    def in_view(self, left: tuple[int, int], right: tuple[int, int]) -> set[RibbonPair]:
        """The pairs of which one end begins in what the left or the right pane shows."""
        lefts = slice(*(bisect_left(self._lefts, offset) for offset in left))
        rights = slice(*(bisect_left(self._rights, offset) for offset in right))
        return {*self._by_left[lefts], *self._by_right[rights]}


def _by_claim(links: Links) -> dict[str, list[LinkMark]]:
    found: dict[str, dict[tuple[int, int], LinkMark]] = {}
    for mark in _counted(links):
        found.setdefault(mark.claim, {})[mark.start, mark.end] = mark
    return {claim: [marks[span] for span in sorted(marks)] for claim, marks in found.items()}


def _counted(links: Links) -> Iterator[LinkMark]:
    for marks in links.values():
        yield from (mark for mark in marks if not mark.is_context)


def _joined(
    lefts: Sequence[LinkMark], rights: Sequence[LinkMark]
) -> Iterable[tuple[LinkMark, LinkMark]]:
    """Pairs by rank: the first with the first, the last with the last."""
    if not lefts or not rights:
        return
    most = max(len(lefts), len(rights))
    for place in range(most):
        part = place / max(1, most - 1)
        yield lefts[round(part * (len(lefts) - 1))], rights[round(part * (len(rights) - 1))]


def _pair(claim: str, mark: LinkMark, other: LinkMark) -> RibbonPair:
    status = min(mark.status, other.status, key=CAUTION.index)
    return RibbonPair(claim, status, mark.start, mark.end, other.start, other.end)
