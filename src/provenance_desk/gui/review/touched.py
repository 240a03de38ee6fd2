"""What a step means for what is shown: which claims and documents to read again; no Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from provenance_desk.gui.reading.text import DocumentText, LinkMark
from provenance_desk.gui.review.source import ReviewSource

if TYPE_CHECKING:
    from provenance_desk.project.changes import Changes

MOST_LINKS = 200
"""More changed links than this are shown by reading everything again."""


class Marked(Protocol):
    """The links on a document that is shown."""

    @property
    def document(self) -> DocumentText:
        """The document."""

    @property
    def links(self) -> Mapping[int, Sequence[LinkMark]]:
        """Its marks by sentence."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Claims whose row is to be read again, documents to be counted again, or everything."""

    claims: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    everything: bool = False


def touched_by(changes: "Changes", source: ReviewSource, shown: Iterable[Marked]) -> Touched:
    """What is to be shown anew; a link that is gone is known from the panes that showed it."""
    if changes.joins or len(changes.links) > MOST_LINKS:
        return Touched(everything=True)
    claims, documents = set(changes.claims), {*changes.documents, *changes.passages}
    gone = set()
    for name in changes.links:
        link = source.link(name)
        if link is None:
            gone.add(name)
        else:
            claims.add(link.claim)
            documents.add(link.document)
    if gone:
        marks = list(_marks_of(shown, gone))
        if len({mark.link for _, mark in marks}) < len(gone):
            return Touched(everything=True)
        claims.update(mark.claim for _, mark in marks)
        documents.update(document for document, _ in marks)
    return Touched(frozenset(claims), frozenset(documents))


def _marks_of(shown: Iterable[Marked], links: set[str]) -> Iterator[tuple[str, LinkMark]]:
    for model in shown:
        for marks in model.links.values():
            for mark in marks:
                if mark.link in links:
                    yield model.document.id, mark
