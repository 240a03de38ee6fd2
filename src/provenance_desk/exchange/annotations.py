"""`annotations.jsonld`: every current link as a W3C Web Annotation.

https://www.w3.org/TR/annotation-model/ · Offsets count code points of the document's text, from 0;
`end` is the first one after the passage.
"""

from collections.abc import Mapping

import orjson

from provenance_desk.domain.records import Link
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.terms import TERMS, document_uri, event_uri, key_uri

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"provdesk": TERMS})
MOTIVATION = "assessing"
UNITS = "Offsets are Unicode code points of the text whose SHA-256 names the source."


def annotations_jsonld(review: Review) -> bytes:
    """The annotation collection of a review, one annotation a line."""
    links = (link for link in review.state.links.values() if not link.retracted)
    ordered = sorted(links, key=lambda link: review.entries[link.id])
    head = {
        "@context": CONTEXT,
        "id": f"urn:provdesk:project:{review.project}",
        "type": "AnnotationCollection",
        "label": review.title,
        "generator": {"type": "Software", "name": RENDERER},
        "provdesk:offsets": UNITS,
        "total": len(ordered),
    }
    items = b",\n".join(orjson.dumps(_annotation(review, link)) for link in ordered)
    top = orjson.dumps(head).removesuffix(b"}")
    return top + b',"first":{"type":"AnnotationPage","items":[\n' + items + b"\n]}}\n"


def _annotation(review: Review, link: Link) -> dict[str, object]:
    name = review.name(link.author)
    return {
        "id": event_uri(link.id),
        "type": "Annotation",
        "motivation": MOTIVATION,
        "created": link.time,
        "modified": link.judged_time,
        "creator": {"id": key_uri(link.author), "type": "Person", "nickname": name},
        "body": _bodies(review, link),
        "target": _target(review, link),
    }


def _bodies(review: Review, link: Link) -> list[dict[str, object]]:
    claim = review.state.claims.get(link.claim)
    judged: dict[str, object] = {
        "type": "TextualBody",
        "purpose": "classifying",
        "value": f"{link.judgement.stance}, {link.judgement.status}, {link.judgement.confidence}",
        **_judgement(review, link),
    }
    about: dict[str, object] = {
        "id": event_uri(link.claim),
        "type": "TextualBody",
        "purpose": "identifying",
        "provdesk:version": event_uri(link.claim_version),
    }
    if claim:
        about["value"] = claim.wording
    rationale = review.words(link.rationale)
    if rationale is None:
        return [about, judged]
    reason = {"type": "TextualBody", "purpose": "describing", "format": "text/markdown"}
    return [about, judged, {**reason, "value": rationale}]


def _judgement(review: Review, link: Link) -> Mapping[str, object]:
    judgement = link.judgement
    origin = review.state.origins.get(judgement.origin or "")
    found = {
        "provdesk:stance": judgement.stance,
        "provdesk:status": judgement.status,
        "provdesk:confidence": judgement.confidence,
        "provdesk:wording": judgement.wording,
        "provdesk:access": judgement.access,
        "provdesk:origin": origin.name if origin else None,
        "provdesk:zone": link.zone,
    }
    return {name: value for name, value in found.items() if value is not None}


def _target(review: Review, link: Link) -> dict[str, object]:
    position = {"type": "TextPositionSelector", "start": link.start, "end": link.end}
    selectors: list[Mapping[str, object]] = [position]
    quote = review.attachment(link.quote)
    if quote:
        parts = {name: quote.get(name) for name in ("exact", "prefix", "suffix")}
        selectors.insert(0, {"type": "TextQuoteSelector", **parts})
    return {"source": document_uri(link.document), "selector": selectors}
