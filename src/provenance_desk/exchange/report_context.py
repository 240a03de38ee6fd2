"""What every part of a report looks up: letters, entry numbers, names, origins, answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance_desk.domain.document_events import DocumentMarked
from provenance_desk.domain.events import Body, Event
from provenance_desk.domain.independence import Origins, origins_of
from provenance_desk.domain.records import Document, Link
from provenance_desk.domain.records_of_review import Recorded, records_of
from provenance_desk.domain.review_events import ContradictionAnswered
from provenance_desk.domain.words import Access
from provenance_desk.exchange.persons import Veil, veil_of
from provenance_desk.exchange.report_words import NEARNESS, letter
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.scope import known_documents


@dataclass(frozen=True, slots=True)
class Context:
    """A review with its lookups made once; every name it gives has passed the veil."""

    review: Review
    veil: Veil
    entries: Mapping[str, int]
    letters: Mapping[str, str]
    documents: Mapping[str, Document]
    answers: Mapping[str, tuple[Event, ...]]
    marks: Mapping[str, tuple[Event, ...]]
    titles: Mapping[str, str]
    origins: Origins
    settlements: tuple[Recorded, ...]

    def name(self, author: str) -> str:
        """A reviewer's pseudonym."""
        return self.review.name(author)

    def origin(self, origin: str | None) -> str:
        """An origin's name; empty for none or one that is not known here."""
        found = self.review.state.origins.get(origin or "")
        return self.veil(found.name) if found else ""

    def far_end(self, origin: str) -> str:
        """The id under which origins that are one, by name and kind or as recorded, are counted."""
        return self.origins.of.get(origin, origin)

    def nearest(self, links: Iterable[Link]) -> Access:
        """The nearest that any of these links came to its origin."""
        found = (link.judgement.access or Access.NONE_NAMED for link in links)
        return max(found, key=NEARNESS.index, default=Access.NONE_NAMED)


def context_of(review: Review) -> Context:
    """The lookups of a review."""
    veil, state = veil_of(review), review.state
    documents = known_documents(review)
    recorded = records_of(review.events, state.undone)
    return Context(
        review=review,
        veil=veil,
        entries=review.entries,
        letters={document.id: letter(n) for n, document in enumerate(documents)},
        documents={document.id: document for document in documents},
        answers=_by(review, ContradictionAnswered, "judgement"),
        marks=_by(review, DocumentMarked, "document"),
        titles={document.id: veil(document.title) for document in documents},
        origins=origins_of(state.origins.values(), recorded.origins),
        settlements=recorded.settlements,
    )


def _by(review: Review, kind: type[Body], about: str) -> dict[str, tuple[Event, ...]]:
    """The effective events of a type by what they are about."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in review.events:
        if isinstance(event.body, kind) and event.id not in review.state.undone:
            found[getattr(event.body, about)].append(event)
    return {name: tuple(events) for name, events in found.items()}
