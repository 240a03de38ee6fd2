"""One choice on the link card makes one draft out of another; imports no Qt."""

from dataclasses import replace
from typing import Any, Final

from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    Mode,
    OriginKind,
    Stance,
    Status,
    Wording,
)
from provenance_desk.gui.linking.draft import Draft

TYPED: Final = frozenset({"rationale", "new_claim"})
"""Fields that are typed letter by letter: the card keeps their text and its cursor."""

_PLAIN: Final[dict[str, Any]] = {
    "stance": Stance,
    "confidence": Confidence,
    "wording": lambda value: Wording(value) if value else None,
    "access": lambda value: Access(value) if value else None,
    "reason": ChangeReason,
    "new_kind": ClaimKind,
    "speakers": tuple,
    "dates": tuple,
    "origin": lambda value: value,
    "rationale": str,
    "new_claim": str,
}


def decided(draft: Draft, field: str, value: Any) -> Draft:
    """The draft after a choice; a choice that does not fit changes nothing."""
    match field:
        case "status":
            return draft.judged(Status(value))
        case "chain":
            return draft.said_by(value)
        case "mode":
            return _with_mode(draft, Mode(value))
        case "origin_kind":
            return _with_origin_kind(draft, OriginKind(value))
        case "new_claim" if draft.claim is not None:
            return draft
        case _:
            return replace(draft, **{field: _PLAIN[field](value)})


def _with_mode(draft: Draft, mode: Mode) -> Draft:
    """How the nearest speaker's words are given."""
    if not draft.speakers:
        return draft
    nearest = replace(draft.speakers[0], mode=mode)
    return replace(draft, speakers=(nearest, *draft.speakers[1:]))


def _with_origin_kind(draft: Draft, kind: OriginKind) -> Draft:
    """What an origin is that is still to be added; one that is there keeps its kind."""
    if draft.origin is None or draft.origin.id is not None:
        return draft
    return replace(draft, origin=replace(draft.origin, kind=kind))
