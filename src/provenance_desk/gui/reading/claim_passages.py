"""Which passages of a document each claim has; kept up to date link by link."""

from collections.abc import Iterable, Mapping, Sequence

from provenance_desk.gui.reading.text import LinkMark

Links = Mapping[int, Sequence[LinkMark]]


class ClaimPassages:
    """The links that count, by claim; a link under two sentences is one."""

    def __init__(self, links: Links | None = None) -> None:
        self._by_claim: dict[str, dict[tuple[int, int], LinkMark]] = {}
        for marks in (links or {}).values():
            self._add(marks)

    def of(self, claim: str) -> list[LinkMark]:
        """The passages of a claim in the order of the text."""
        marks = self._by_claim.get(claim, {})
        return [marks[span] for span in sorted(marks)]

    def replace(self, before: Iterable[LinkMark], after: Iterable[LinkMark]) -> None:
        """Takes the links of a sentence away and puts others in their place."""
        for mark in before:
            self._by_claim.get(mark.claim, {}).pop((mark.start, mark.end), None)
        self._add(after)

    def _add(self, marks: Iterable[LinkMark]) -> None:
        for mark in marks:
            if not mark.is_context:
                self._by_claim.setdefault(mark.claim, {})[mark.start, mark.end] = mark
