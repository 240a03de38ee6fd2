"""What the list of documents says of each, read once and kept; imports no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from provenance_desk.domain.records import Document
from provenance_desk.gui.desk.reviewed import Reviewed
from provenance_desk.gui.review.contents import describe
from provenance_desk.gui.shared.tokens import document_dot


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What the list says of a document; `total` is 0 while nobody counted its sentences."""

    id: str
    title: str
    detail: str
    dot: str
    done: int
    total: int
    pane: int
    current: bool
    withdrawn: bool
    replaced: int


class Counted(Protocol):
    """A pane that shows a document, and counts it."""

    def __call__(self, document: str, /) -> Reviewed | None:
        """How far the review of a document has come; None where no pane shows it."""


class DocumentCards:
    """The cards of all documents; counts come from the panes, or from a job beside the window."""

    def __init__(self) -> None:
        self._counts: dict[str, Reviewed] = {}

    def cards(
        self, documents: Sequence[Document], panes: Sequence[str], current: str, count: Counted
    ) -> list[DocumentCard]:
        """A card for each document, in the order they came in."""
        for name in panes:
            found = count(name)
            if found is not None:
                self._counts[name] = found
        return [self._card(n, d, panes, current) for n, d in enumerate(documents)]

    def take(self, counts: Mapping[str, Reviewed]) -> None:
        """What was counted beside the window."""
        self._counts.update(counts)

    def _card(
        self, place: int, document: Document, panes: Sequence[str], current: str
    ) -> DocumentCard:
        counts = self._counts.get(document.id)
        return DocumentCard(
            id=document.id,
            title=document.title,
            detail=describe(document, counts.total if counts else None),
            dot=document_dot(place),
            done=counts.done if counts else 0,
            total=counts.total if counts else 0,
            pane=panes.index(document.id) + 1 if document.id in panes else 0,
            current=document.id == current,
            withdrawn=document.withdrawn,
            replaced=document.replaced,
        )
