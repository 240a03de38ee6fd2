"""What programs get: documents, claims, links and origins as JSON objects with fixed keys."""

from collections.abc import Mapping
from typing import Any

from provenance_desk.audit.schemas import fields_of
from provenance_desk.domain.judgements import DateMention, Judgement
from provenance_desk.domain.records import Claim, Document, Link, Origin

Texts = Mapping[str, Mapping[str, str]]


def document_shape(document: Document, links: int) -> dict[str, Any]:
    """A document; `card` is None until somebody describes it."""
    return {
        "id": document.id,
        "original": document.original,
        "name": document.name,
        "title": document.title,
        "media_type": document.media_type,
        "bytes": document.bytes,
        "length": document.length,
        "reader": document.reader,
        "encoding": document.encoding,
        "replaced": document.replaced,
        "segmenter": document.segmenter,
        "handling": document.handling.value,
        "withdrawn": document.withdrawn,
        "card": fields_of(document.card) if document.card else None,
        "links": links,
        "time": document.time,
    }


def claim_shape(claim: Claim, joined: str | None, links: int) -> dict[str, Any]:
    """A claim in its current wording; `joined` names the set of claims that say the same."""
    return {
        "id": claim.id,
        "wording": claim.wording,
        "kind": claim.kind.value,
        "version": claim.version,
        "versions": claim.versions,
        "actor": claim.actor,
        "dates": _dates(claim.dates),
        "joined": joined,
        "retired": claim.retired,
        "withdrawn": claim.withdrawn,
        "links": links,
        "author": claim.author,
        "time": claim.time,
    }


def link_shape(link: Link, claim: Claim | None, texts: Texts, names: Mapping[str, str]) -> Any:
    """A link with its current judgement; a withheld quote or rationale is None."""
    quote = texts.get(link.quote, {})
    rationale = texts.get(link.rationale or "", {})
    return {
        "id": link.id,
        "claim": link.claim,
        "claim_version": link.claim_version,
        "earlier_wording": claim is not None and claim.version != link.claim_version,
        "document": link.document,
        "start": link.start,
        "end": link.end,
        "exact": quote.get("exact"),
        "prefix": quote.get("prefix"),
        "suffix": quote.get("suffix"),
        "zone": link.zone.value,
        **_judgement(link.judgement),
        "rationale": rationale.get("text"),
        "cue": fields_of(link.cue) if link.cue else None,
        "blind": link.blind,
        "retracted": link.retracted,
        "judged": link.judged,
        "judged_time": link.judged_time,
        "author": link.author,
        "reviewer": names.get(link.author),
        "time": link.time,
    }


def origin_shape(origin: Origin, links: int) -> dict[str, Any]:
    """An origin."""
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind.value,
        "withdrawn": origin.withdrawn,
        "links": links,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "stance": judgement.stance.value,
        "status": judgement.status.value,
        "confidence": judgement.confidence.value,
        "wording": judgement.wording.value if judgement.wording else None,
        "speakers": [fields_of(speaker) for speaker in judgement.speakers],
        "origin": judgement.origin,
        "access": judgement.access.value if judgement.access else None,
        "dates": _dates(judgement.dates or ()),
    }


def _dates(dates: tuple[DateMention, ...]) -> list[dict[str, object]]:
    return [fields_of(date) for date in dates]
