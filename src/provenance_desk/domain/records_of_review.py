"""What reviewers recorded across links: relations, answers, settlements, overrides, in effect."""

from collections.abc import Iterable
from dataclasses import dataclass

from provenance_desk.domain.document_events import DocumentsRelated
from provenance_desk.domain.events import Body, Event
from provenance_desk.domain.review_events import (
    ContradictionAnswered,
    DisagreementSettled,
    OriginsRelated,
    StandingOverridden,
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One effective event with its author; in merged order within its tuple."""

    id: str
    author: str
    body: Body


@dataclass(frozen=True, slots=True)
class ReviewRecords:
    """Everything beside the links that a standing reads."""

    origins: tuple[Recorded, ...] = ()
    documents: tuple[Recorded, ...] = ()
    answers: tuple[Recorded, ...] = ()
    settlements: tuple[Recorded, ...] = ()
    overrides: tuple[Recorded, ...] = ()


RECORD_TYPES = (
    OriginsRelated.type,
    DocumentsRelated.type,
    ContradictionAnswered.type,
    DisagreementSettled.type,
    StandingOverridden.type,
)


def records_of(events: Iterable[Event], undone: frozenset[str]) -> ReviewRecords:
    """The records that these events, in whatever order they come, leave in effect."""
    live = sorted((e for e in set(events) if e.id not in undone), key=lambda event: event.order)

    def of(kind: type[Body]) -> tuple[Recorded, ...]:
        return tuple(Recorded(e.id, e.author, e.body) for e in live if isinstance(e.body, kind))

    return ReviewRecords(
        origins=of(OriginsRelated),
        documents=of(DocumentsRelated),
        answers=of(ContradictionAnswered),
        settlements=of(DisagreementSettled),
        overrides=of(StandingOverridden),
    )
