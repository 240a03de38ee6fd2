"""Folds: the events about one thing, in merged order, become the thing as it stands.

Each fold depends on the effective events about its own thing alone, so the project file can fold
again just what a step touched and still equal a replay of the whole log.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from provenance_desk.domain.document_events import (
    DocumentAdded,
    DocumentDescribed,
    DocumentMarked,
    DocumentWithdrawn,
)
from provenance_desk.domain.events import Body, Event
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
from provenance_desk.domain.words import Handling

STRICTNESS = {Handling.SHARE: 0, Handling.CONDITIONS: 1, Handling.PRIVATE: 2}
_AS_ADDED = (
    "original",
    "name",
    "media_type",
    "bytes",
    "length",
    "reader",
    "encoding",
    "replaced",
    "table",
    "segmenter",
)
_AS_MADE = ("claim", "document", "start", "end", "quote", "zone", "blind", "cue")
_AS_JUDGED = ("claim_version", "judgement", "rationale")


def fold_document(events: Sequence[Event], undone: frozenset[str]) -> Document | None:
    """The document these events are about; None where nobody added it."""
    added = [e for e in events if isinstance(e.body, DocumentAdded)]
    chosen = min((e for e in added if e.id not in undone), key=_id, default=None)
    chosen = chosen or min(added, key=_id, default=None)
    if chosen is None or not isinstance(chosen.body, DocumentAdded):
        return None
    live = [e for e in events if e.id not in undone]
    cards = [e.body for e in live if isinstance(e.body, DocumentDescribed)]
    return Document(
        id=chosen.body.text,
        added=chosen.id,
        clock=chosen.clock,
        author=chosen.author,
        time=chosen.time,
        card=cards[-1] if cards else None,
        handling=strictest(live),
        withdrawn=chosen.id in undone or any(isinstance(e.body, DocumentWithdrawn) for e in live),
        **_copied(chosen.body, _AS_ADDED),
    )


def strictest(events: Iterable[Event]) -> Handling:
    """The strictest of the reviewers' latest handling marks; share where there is none."""
    latest: dict[str, Handling] = {}
    for event in events:
        if isinstance(event.body, DocumentMarked):
            latest[event.author] = event.body.handling
    return max(latest.values(), key=STRICTNESS.__getitem__, default=Handling.SHARE)


def fold_claim(events: Sequence[Event], undone: frozenset[str]) -> Claim | None:
    """The claim these events are about; an undone one stays, marked as withdrawn."""
    added = next((e for e in events if isinstance(e.body, ClaimAdded)), None)
    if added is None:
        return None
    live = [e for e in events if e.id not in undone]
    worded = [added, *(e for e in live if isinstance(e.body, ClaimReworded))]
    body = worded[-1].body
    assert isinstance(body, ClaimAdded | ClaimReworded)
    return Claim(
        id=added.id,
        clock=added.clock,
        author=added.author,
        time=added.time,
        wording=body.wording,
        kind=body.kind,
        actor=body.actor,
        dates=body.dates or (),
        version=worded[-1].id,
        versions=len(worded),
        retired=_is_retired(live),
        withdrawn=added.id in undone,
    )


def _is_retired(live: Sequence[Event]) -> bool:
    """Whether the last that was said of it is that it is retired."""
    said = [e.body for e in live if isinstance(e.body, ClaimRetired | ClaimRestored)]
    return bool(said) and isinstance(said[-1], ClaimRetired)


def fold_link(events: Sequence[Event], undone: frozenset[str]) -> Link | None:
    """The link these events are about; only its author's revisions count; None if undone."""
    made = next((e for e in events if isinstance(e.body, LinkMade)), None)
    if made is None or made.id in undone:
        return None
    own = [e for e in events if e.id not in undone and e.author == made.author]
    judged = [made, *(e for e in own if isinstance(e.body, LinkRevised))][-1]
    return Link(
        id=made.id,
        clock=made.clock,
        author=made.author,
        feed=made.feed,
        time=made.time,
        judged=judged.id,
        judged_time=judged.time,
        retracted=any(isinstance(e.body, LinkRetracted) for e in own),
        **_copied(made.body, _AS_MADE),
        **_copied(judged.body, _AS_JUDGED),
    )


def fold_origin(events: Sequence[Event], undone: frozenset[str]) -> Origin | None:
    """The origin these events are about; an undone one stays, marked as withdrawn."""
    added = next((e for e in events if isinstance(e.body, OriginAdded)), None)
    if added is None:
        return None
    assert isinstance(added.body, OriginAdded)
    return Origin(
        id=added.id,
        clock=added.clock,
        author=added.author,
        name=added.body.name,
        kind=added.body.kind,
        withdrawn=added.id in undone,
    )


def fold_joins(events: Iterable[Event], undone: frozenset[str]) -> dict[str, str]:
    """Each joined claim's set, named by the set's lowest id; claims that stand alone are absent."""
    last: dict[tuple[str, str], bool] = {}
    for event in events:
        if event.id not in undone and isinstance(event.body, ClaimsJoined | ClaimsSeparated):
            first, second = sorted(event.body.claims)
            last[first, second] = isinstance(event.body, ClaimsJoined)
    root: dict[str, str] = {}
    for (first, second), joined in sorted(last.items()):
        if joined:
            low, high = sorted((_root(root, first), _root(root, second)))
            root[high] = low
            root.setdefault(low, low)
    return {claim: _root(root, claim) for claim in root}


def _root(root: dict[str, str], claim: str) -> str:
    while root.get(claim, claim) != claim:
        claim = root[claim]
    return claim


def _id(event: Event) -> str:
    return event.id


def _copied(body: Body, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(body, name) for name in names}
