"""Replay: the whole log becomes the state of the review. The log is the truth."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from provenance_desk.domain import folds
from provenance_desk.domain.document_events import (
    DocumentAdded,
    DocumentDescribed,
    DocumentMarked,
    DocumentWithdrawn,
    PassageSameAs,
    PassageSkipped,
    PassageZoned,
    SentencesJoined,
    SentenceSplit,
)
from provenance_desk.domain.events import Body, Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.review_events import (
    ClaimAdded,
    ClaimRestored,
    ClaimRetired,
    ClaimReworded,
    ClaimsJoined,
    ClaimsSeparated,
    LinkMade,
    LinkRetracted,
    LinkRevised,
    OriginAdded,
)


class ThingKind(StrEnum):
    """What a projection is about."""

    DOCUMENT = "document"
    PASSAGES = "passages"
    CLAIM = "claim"
    JOINS = "joins"
    LINK = "link"
    ORIGIN = "origin"


Thing = tuple[ThingKind, str]
ALL_JOINS: Thing = (ThingKind.JOINS, "")


@dataclass(frozen=True, slots=True)
class State:
    """The review as it stands; `passages` are each document's effective passage events."""

    undone: frozenset[str]
    documents: Mapping[str, Document]
    passages: Mapping[str, tuple[Event, ...]]
    claims: Mapping[str, Claim]
    joins: Mapping[str, str]
    links: Mapping[str, Link]
    origins: Mapping[str, Origin]


_ABOUT: Mapping[type[Body], tuple[ThingKind, str]] = {
    LinkMade: (ThingKind.LINK, ""),
    LinkRevised: (ThingKind.LINK, "link"),
    LinkRetracted: (ThingKind.LINK, "link"),
    ClaimAdded: (ThingKind.CLAIM, ""),
    ClaimReworded: (ThingKind.CLAIM, "claim"),
    ClaimRetired: (ThingKind.CLAIM, "claim"),
    ClaimRestored: (ThingKind.CLAIM, "claim"),
    OriginAdded: (ThingKind.ORIGIN, ""),
    DocumentAdded: (ThingKind.DOCUMENT, "text"),
    DocumentDescribed: (ThingKind.DOCUMENT, "document"),
    DocumentMarked: (ThingKind.DOCUMENT, "document"),
    DocumentWithdrawn: (ThingKind.DOCUMENT, "document"),
    PassageZoned: (ThingKind.PASSAGES, "document"),
    PassageSameAs: (ThingKind.PASSAGES, "document"),
    PassageSkipped: (ThingKind.PASSAGES, "document"),
    SentenceSplit: (ThingKind.PASSAGES, "document"),
    SentencesJoined: (ThingKind.PASSAGES, "document"),
}
"""What each type's fold is named by; an empty name is the event's own id."""


def thing_of(body: Body, event_id: str) -> Thing | None:
    """The one thing whose fold reads this event; None for events that change no projection."""
    if isinstance(body, ClaimsJoined | ClaimsSeparated):
        return ALL_JOINS
    about = _ABOUT.get(type(body))
    if about is None:
        return None
    kind, name = about
    return (kind, getattr(body, name) if name else event_id)


def undone_events(undos: Iterable[Event], authors: Mapping[str, str]) -> frozenset[str]:
    """The ids that effective `event.undone` events of their own authors name.

    `authors` maps event ids to authors. An undo that is itself undone counts for nothing (redo).
    """
    targets: dict[str, list[Event]] = defaultdict(list)
    for undo in undos:
        assert isinstance(undo.body, EventUndone)
        for target in undo.body.events:
            if authors.get(target) == undo.author:
                targets[target].append(undo)
    known: dict[str, bool] = {}

    def undone(event_id: str) -> bool:
        if event_id not in known:
            known[event_id] = any(not undone(undo.id) for undo in targets.get(event_id, ()))
        return known[event_id]

    # oldest undo last in line: a newer undo is settled first, so the recursion stays shallow
    for undo in sorted((u for us in targets.values() for u in us), key=_order, reverse=True):
        undone(undo.id)
    return frozenset(target for target in targets if undone(target))


def _order(event: Event) -> tuple[int, str, str, int, str]:
    return event.order


def replay(events: Iterable[Event]) -> State:
    """The state that a set of events adds up to, whatever order they come in."""
    ordered = sorted({event.id: event for event in events}.values(), key=_order)
    authors = {event.id: event.author for event in ordered}
    undone = undone_events((e for e in ordered if isinstance(e.body, EventUndone)), authors)
    about = _by_thing(ordered)
    of_kind: dict[ThingKind, dict[str, list[Event]]] = defaultdict(dict)
    for (kind, name), its_events in about.items():
        of_kind[kind][name] = its_events
    return _standing(
        State(
            undone=undone,
            documents=_folded(of_kind[ThingKind.DOCUMENT], folds.fold_document, undone),
            passages=_passages(of_kind[ThingKind.PASSAGES], undone),
            claims=_folded(of_kind[ThingKind.CLAIM], folds.fold_claim, undone),
            joins=folds.fold_joins(about[ALL_JOINS], undone),
            links=_folded(of_kind[ThingKind.LINK], folds.fold_link, undone),
            origins=_folded(of_kind[ThingKind.ORIGIN], folds.fold_origin, undone),
        )
    )


def _standing(state: State) -> State:
    """The state without the things that were undone and on which nothing was built."""
    links, claims = state.links.values(), state.claims.values()
    linked = {link.claim for link in links} | state.joins.keys()
    quoted = {link.document for link in links}
    named = {link.judgement.origin for link in links} | {claim.actor for claim in claims}
    gone = state.undone
    return replace(
        state,
        documents={
            d.id: d for d in state.documents.values() if d.added not in gone or d.id in quoted
        },
        claims={c.id: c for c in claims if c.id not in gone or c.id in linked or c.version != c.id},
        origins={o.id: o for o in state.origins.values() if o.id not in gone or o.id in named},
    )


def _by_thing(ordered: Iterable[Event]) -> dict[Thing, list[Event]]:
    about: dict[Thing, list[Event]] = defaultdict(list)
    for event in ordered:
        thing = thing_of(event.body, event.id)
        if thing is not None:
            about[thing].append(event)
    return about


T = TypeVar("T")


def _folded(
    about: Mapping[str, list[Event]],
    fold: Callable[[Sequence[Event], frozenset[str]], T | None],
    undone: frozenset[str],
) -> dict[str, T]:
    things = ((name, fold(events, undone)) for name, events in about.items())
    return {name: thing for name, thing in things if thing is not None}


def _passages(
    about: Mapping[str, list[Event]], undone: frozenset[str]
) -> dict[str, tuple[Event, ...]]:
    live = {name: tuple(e for e in its if e.id not in undone) for name, its in about.items()}
    return {name: its for name, its in live.items() if its}
