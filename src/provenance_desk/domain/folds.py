"""Folds: the events about one thing, in merged order, become the thing as it stands.

Each fold depends on the effective events about its own thing alone, so the project file can fold
again just what a step touched and still equal a replay of the whole log.
"""

from collections.abc import Iterable, Sequence

from provenance_desk.domain.document_events import (
    DocumentAdded,
    DocumentDescribed,
    DocumentMarked,
    DocumentWithdrawn,
)
from provenance_desk.domain.events import Event
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


def fold_document(events: Sequence[Event], undone: frozenset[str]) -> Document | None:
    """The document these events are about; None where nobody added it."""
    added = [e for e in events if isinstance(e.body, DocumentAdded)]
    counting = [e for e in added if e.id not in undone] or added
    if not counting:
        return None
    chosen = min(counting, key=lambda e: e.id)
    body = chosen.body
    assert isinstance(body, DocumentAdded)
    live = [e for e in events if e.id not in undone]
    card = None
    for event in live:
        if isinstance(event.body, DocumentDescribed):
            card = event.body
    return Document(
        id=body.text,
        added=chosen.id,
        clock=chosen.clock,
        author=chosen.author,
        time=chosen.time,
        original=body.original,
        name=body.name,
        media_type=body.media_type,
        bytes=body.bytes,
        length=body.length,
        reader=body.reader,
        encoding=body.encoding,
        replaced=body.replaced,
        table=body.table,
        segmenter=body.segmenter,
        card=card,
        handling=strictest(live),
        withdrawn=chosen.id in undone or any(isinstance(e.body, DocumentWithdrawn) for e in live),
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
    worded, versions, retired = added, 1, False
    for event in live:
        match event.body:
            case ClaimReworded():
                worded, versions = event, versions + 1
            case ClaimRetired():
                retired = True
            case ClaimRestored():
                retired = False
            case _:
                pass
    body = worded.body
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
        version=worded.id,
        versions=versions,
        retired=retired,
        withdrawn=added.id in undone,
    )


def fold_link(events: Sequence[Event], undone: frozenset[str]) -> Link | None:
    """The link these events are about; only its author's revisions count; None if undone."""
    made = next((e for e in events if isinstance(e.body, LinkMade)), None)
    if made is None or made.id in undone:
        return None
    own = [e for e in events if e.id not in undone and e.author == made.author]
    judged, retracted = made, False
    for event in own:
        if isinstance(event.body, LinkRevised):
            judged = event
        retracted = retracted or isinstance(event.body, LinkRetracted)
    body, current = made.body, judged.body
    assert isinstance(body, LinkMade)
    assert isinstance(current, LinkMade | LinkRevised)
    return Link(
        id=made.id,
        clock=made.clock,
        author=made.author,
        feed=made.feed,
        time=made.time,
        claim=body.claim,
        claim_version=current.claim_version,
        document=body.document,
        start=body.start,
        end=body.end,
        quote=body.quote,
        zone=body.zone,
        judgement=current.judgement,
        rationale=current.rationale,
        judged=judged.id,
        judged_time=judged.time,
        blind=body.blind,
        cue=body.cue,
        retracted=retracted,
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
