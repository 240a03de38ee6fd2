"""What every part of a report looks up: letters, entry numbers, names, origins, answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance_desk.domain.document_events import DocumentMarked
from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Document, Link
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

    def name(self, author: str) -> str:
        """A reviewer's pseudonym."""
        return self.review.name(author)

    def origin(self, origin: str | None) -> str:
        """An origin's name; empty for none or one that is not known here."""
        found = self.review.state.origins.get(origin or "")
        return self.veil(found.name) if found else ""

    def far_end(self, origin: str) -> str:
        """The id under which origins of one name and kind are counted as one."""
        return origin

    def nearest(self, links: Iterable[Link]) -> Access:
        """The nearest that any of these links came to its origin."""
        found = (link.judgement.access or Access.NONE_NAMED for link in links)
        return max(found, key=NEARNESS.index, default=Access.NONE_NAMED)


def context_of(review: Review) -> Context:
    """The lookups of a review."""
    veil = veil_of(review)
    documents = known_documents(review)
    answers: dict[str, list[Event]] = defaultdict(list)
    marks: dict[str, list[Event]] = defaultdict(list)
    for event in review.events:
        if event.id in review.state.undone:
            continue
        if isinstance(event.body, ContradictionAnswered):
            answers[event.body.judgement].append(event)
        elif isinstance(event.body, DocumentMarked):
            marks[event.body.document].append(event)
    return Context(
        review=review,
        veil=veil,
        entries=review.entries,
        letters={document.id: letter(n) for n, document in enumerate(documents)},
        documents={document.id: document for document in documents},
        answers={judgement: tuple(events) for judgement, events in answers.items()},
        marks={document: tuple(events) for document, events in marks.items()},
        titles={document.id: veil(document.title) for document in documents},
    )
