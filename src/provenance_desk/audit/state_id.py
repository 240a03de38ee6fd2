"""The name of a state of the review: who holds the same set of feeds has the same (section 5)."""

from collections.abc import Iterable
from typing import Any, Final

import orjson

from provenance_desk.audit import bip39
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.schemas import fields_of
from provenance_desk.domain.document_events import DocumentsRelated
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import RulesChosen
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import State
from provenance_desk.domain.review_events import (
    ClaimsRelated,
    ContradictionAnswered,
    DisagreementSettled,
    OriginsRelated,
    StandingOverridden,
)

FORMAT: Final = "provdesk-state/1"
KEPT: Final = {
    "answers": ContradictionAnswered,
    "overrides": StandingOverridden,
    "relations": DocumentsRelated | ClaimsRelated | OriginsRelated,
    "settlements": DisagreementSettled,
}


def state_id(state: State, events: Iterable[Event]) -> str:
    """SHA-256 of `canonical_projection`, as 64 hexadecimal digits."""
    return sha256_hex(canonical_projection(state, events))


def state_words(name: str) -> tuple[str, ...]:
    """Twelve words for the first 128 bits of a state id, to compare by voice."""
    return bip39.to_words(bytes.fromhex(name)[:16])


def canonical_projection(state: State, events: Iterable[Event]) -> bytes:
    """The review as one canonical JSON object: keys sorted, no spaces, absent values left out.

    - `format`: `provdesk-state/1`.
    - `documents` by id: id, added (the counting event), original, table, handling, withdrawn, and
      the card's fields under `card`.
    - `passages` by document: the effective zones, splits, joins, repeats and skipped passages in
      merged order, each with author, type and body.
    - `claims` by id: id, version, wording, kind, actor, dates, retired, withdrawn; `joined`: each
      joined claim with the lowest id of its set.
    - `links` by id: id, author, claim, claim_version, document, start, end, zone, quote, judged
      (the event of the current judgement), judgement, rationale, retracted.
    - `origins` by id: id, name, kind, withdrawn.
    - `relations`, `answers`, `settlements`, `overrides`: the effective events in merged order, each
      with id, author, type and body.
    - `rules`: the body of the last effective `rules.chosen`.

    Quotes and rationales are their hashes, so withheld texts change nothing. Names, notes, exports,
    merges, times and clocks are bookkeeping and no part of it. A document, claim or origin that was
    undone is in the state only where something was built on it: an undo restores the state id.
    """
    live = sorted((e for e in events if e.id not in state.undone), key=lambda e: e.order)
    rules = [event.body for event in live if isinstance(event.body, RulesChosen)]
    review: dict[str, Any] = {
        "format": FORMAT,
        "documents": [_document(state.documents[name]) for name in sorted(state.documents)],
        "passages": _passages(state),
        "claims": [_claim(state.claims[name]) for name in sorted(state.claims)],
        "joined": dict(state.joins),
        "links": [_link(state.links[name]) for name in sorted(state.links)],
        "origins": [_origin(state.origins[name]) for name in sorted(state.origins)],
        "rules": fields_of(rules[-1]) if rules else {},
    }
    for key, types in KEPT.items():
        review[key] = [_event(event) for event in live if isinstance(event.body, types)]
    return orjson.dumps(review, option=orjson.OPT_SORT_KEYS)


def _document(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": document.id,
        "added": document.added,
        "original": document.original,
        "table": document.table,
        "handling": document.handling.value,
        "withdrawn": document.withdrawn,
    }
    if document.card is not None:
        card = fields_of(document.card)
        del card["document"]
        fields["card"] = card
    return fields


def _passages(state: State) -> dict[str, list[dict[str, Any]]]:
    keys = ("author", "type", "body")
    return {
        document: [{key: _event(event)[key] for key in keys} for event in events]
        for document, events in state.passages.items()
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return _chosen(claim, "id version wording kind actor dates retired withdrawn")


def _link(link: Link) -> dict[str, Any]:
    place = "id author claim claim_version document start end zone quote"
    return _chosen(link, f"{place} judged judgement rationale retracted")


def _origin(origin: Origin) -> dict[str, Any]:
    return _chosen(origin, "id name kind withdrawn")


def _chosen(record: Claim | Link | Origin, keys: str) -> dict[str, Any]:
    fields = fields_of(record)
    return {key: fields[key] for key in keys.split() if key in fields}


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "author": event.author,
        "type": event.type,
        "body": fields_of(event.body),
    }
