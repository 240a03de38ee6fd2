"""Domain records as canonical bytes and back: what a projection row holds."""

from typing import TypeVar, cast

import orjson

from provenance_desk.audit.schemas import fields_of, record_from
from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.judgements import DateMention, Judgement
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.review_events import CueOffer
from provenance_desk.domain.words import ClaimKind, Handling, OriginKind, Zone

Record = TypeVar("Record", Claim, Document, Link, Origin)


def stored(record: Claim | Document | Link | Origin) -> bytes:
    """The bytes of a record; equal records have equal bytes."""
    return orjson.dumps(fields_of(record), option=orjson.OPT_SORT_KEYS)


def document_from(data: bytes) -> Document:
    """The document of a projection row."""
    fields = orjson.loads(data)
    fields["handling"] = Handling(fields["handling"])
    card = fields.get("card")
    fields["card"] = record_from(DocumentDescribed, card, "card") if card else None
    return Document(**fields)


def claim_from(data: bytes) -> Claim:
    """The claim of a projection row."""
    fields = orjson.loads(data)
    fields["kind"] = ClaimKind(fields["kind"])
    fields["actor"] = fields.get("actor")
    fields["dates"] = tuple(record_from(DateMention, d, "dates") for d in fields["dates"])
    return Claim(**fields)


def link_from(data: bytes) -> Link:
    """The link of a projection row."""
    fields = orjson.loads(data)
    fields["zone"] = Zone(fields["zone"])
    fields["judgement"] = record_from(Judgement, fields["judgement"], "judgement")
    fields["rationale"] = fields.get("rationale")
    cue = fields.get("cue")
    fields["cue"] = cast(CueOffer, record_from(CueOffer, cue, "cue")) if cue else None
    return Link(**fields)


def origin_from(data: bytes) -> Origin:
    """The origin of a projection row."""
    fields = orjson.loads(data)
    fields["kind"] = OriginKind(fields["kind"])
    return Origin(**fields)
