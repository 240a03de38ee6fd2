"""Paragraphs: the blocks of a text, each with the sentences that lie in it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance_desk.intake.segmentation.blocks import Span

_CLOSED_BY = tuple(".!?…。！？؟۔।:;")
_CLOSING = "\"'”’“»«›‹)]}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its text, trimmed, and the numbers of its sentences `[first, last)`."""

    text: str
    start: int
    first: int
    last: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def open(self) -> bool:
        """Whether it stops without a full stop: a caption, a headline, a cut-off text."""
        return not self.text.rstrip(_CLOSING).endswith(_CLOSED_BY)


def paragraphs(text: str, parts: Iterable[Span], sentences: Sequence[Span]) -> list[Paragraph]:
    """Return the blocks that hold a sentence, in order; none holds another's."""
    starts = [start for start, _ in sentences]
    found: list[Paragraph] = []
    last = 0
    for _, end in parts:
        first, last = last, bisect_left(starts, end, last)
        if first < last:
            held = text[starts[first] : sentences[last - 1][1]]
            found.append(Paragraph(held, starts[first], first, last))
    return found
