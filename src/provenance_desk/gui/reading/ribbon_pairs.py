"""Which passages of two neighbouring panes belong together: those linked to the same claim."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.claim_passages import ClaimPassages
from provenance_desk.gui.reading.gutter import CAUTION
from provenance_desk.gui.reading.text import LinkMark

Span = tuple[int, int]


class RibbonPair(NamedTuple):
    """Two passages of one claim, and the more cautious of their statuses."""

    claim: str
    status: Status
    left_start: int
    left_end: int
    right_start: int
    right_end: int

    def touches(self, left: Span, right: Span) -> bool:
        """Whether one of its ends begins in what the panes show."""
        return _holds(left, self.left_start) or _holds(right, self.right_start)

    def lies_in(self, left: Span, right: Span) -> bool:
        """Whether both of its ends begin in what the panes show."""
        return _holds(left, self.left_start) and _holds(right, self.right_start)


class RibbonPairs:
    """The pairs between two documents, worked out claim by claim when they are asked for."""

    def __init__(self, left: ClaimPassages, right: ClaimPassages) -> None:
        self._left, self._right = left, right
        self._known: dict[str, list[RibbonPair]] = {}

    def of_claim(self, claim: str) -> list[RibbonPair]:
        """Joins the passages of a claim in their order, every one at least once."""
        if claim not in self._known:
            joined = _joined(self._left.of(claim), self._right.of(claim))
            self._known[claim] = [_pair(claim, mark, other) for mark, other in joined]
        return self._known[claim]

    def of_claims(self, claims: Iterable[str]) -> Iterator[RibbonPair]:
        """The pairs of some claims."""
        for claim in claims:
            yield from self.of_claim(claim)


def _joined(
    lefts: Sequence[LinkMark], rights: Sequence[LinkMark]
) -> Iterator[tuple[LinkMark, LinkMark]]:
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


def _holds(span: Span, offset: int) -> bool:
    return span[0] <= offset < span[1]
