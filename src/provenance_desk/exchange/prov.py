"""`prov.json`: where everything came from, as W3C PROV-JSON.

https://www.w3.org/submissions/prov-json/ · Entities are originals, texts, passages, claims and
judgements; activities are the linkings; agents are the reviewers and the rendering program.
"""

from collections import defaultdict
from collections.abc import Mapping

import orjson

from provenance_desk.domain.records import Link
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.terms import (
    TERMS,
    document_uri,
    event_uri,
    key_uri,
    original_uri,
)

PREFIXES = {
    "pd": TERMS,
    "event": event_uri(""),
    "text": document_uri(""),
    "original": original_uri(""),
    "key": key_uri(""),
    "passage": "urn:provdesk:passage:",
    "linking": "urn:provdesk:linking:",
}
Records = dict[str, dict[str, dict[str, object]]]


def prov_json(review: Review) -> bytes:
    """The provenance of every document, claim and current link."""
    records: Records = defaultdict(dict)
    program = {"prov:type": _name("prov:SoftwareAgent"), "prov:label": RENDERER}
    records["agent"]["pd:renderer"] = {**program}
    for author in dict.fromkeys(event.author for event in review.events):
        records["agent"][f"key:{author}"] = {
            "prov:type": _name("prov:Person"),
            "prov:label": review.name(author),
        }
    _documents(review, records)
    _claims(review, records)
    links = (link for link in review.state.links.values() if not link.retracted)
    for link in sorted(links, key=lambda link: review.entries[link.id]):
        _link(review, link, records)
    return orjson.dumps({"prefix": PREFIXES, **records}, option=orjson.OPT_APPEND_NEWLINE)


def _name(name: str) -> Mapping[str, str]:
    return {"$": name, "type": "xsd:QName"}


def _documents(review: Review, records: Records) -> None:
    for document in review.state.documents.values():
        text, original = f"text:{document.id}", f"original:{document.original}"
        number = review.entries[document.added]
        kind = {"pd:mediaType": document.media_type, "pd:bytes": document.bytes}
        records["entity"][original] = {**kind}
        records["entity"][text] = {
            "prov:label": document.title,
            "prov:type": _name("pd:Document"),
            "pd:name": document.name,
            "pd:length": document.length,
            "pd:entry": number,
        }
        records["wasDerivedFrom"][f"_:d{number}"] = {
            "prov:generatedEntity": text,
            "prov:usedEntity": original,
            "pd:reader": document.reader,
        }
        _attribute(records, text, document.author, f"_:da{number}")


def _claims(review: Review, records: Records) -> None:
    for claim in review.state.claims.values():
        number = review.entries[claim.id]
        records["entity"][f"event:{claim.id}"] = {
            "prov:label": claim.wording,
            "prov:type": _name("pd:Claim"),
            "pd:kind": claim.kind,
            "pd:version": claim.version,
            "pd:entry": number,
        }
        _attribute(records, f"event:{claim.id}", claim.author, f"_:ca{number}")


def _attribute(records: Records, entity: str, author: str, name: str) -> None:
    records["wasAttributedTo"][name] = {"prov:entity": entity, "prov:agent": f"key:{author}"}


def _link(review: Review, link: Link, records: Records) -> None:
    number = review.entries[link.id]
    passage = f"passage:{link.document}-{link.start}-{link.end}"
    judgement, linking = f"event:{link.judged}", f"linking:{link.id}"
    if passage not in records["entity"]:
        records["entity"][passage] = {
            "prov:type": _name("pd:Passage"),
            "pd:start": link.start,
            "pd:end": link.end,
        }
        records["wasDerivedFrom"][f"_:q{number}"] = {
            "prov:generatedEntity": passage,
            "prov:usedEntity": f"text:{link.document}",
            "prov:type": _name("prov:Quotation"),
        }
    records["entity"][judgement] = {
        "prov:type": _name("pd:Judgement"),
        "pd:stance": link.judgement.stance,
        "pd:status": link.judgement.status,
        "pd:confidence": link.judgement.confidence,
        "pd:entry": review.entries[link.judged],
    }
    _activity(link, records, number, passage, judgement, linking)


def _activity(
    link: Link, records: Records, number: int, passage: str, judgement: str, linking: str
) -> None:
    records["activity"][linking] = {"prov:startTime": link.time, "prov:endTime": link.judged_time}
    used = {"prov:activity": linking}
    records["used"][f"_:up{number}"] = {**used, "prov:entity": passage}
    records["used"][f"_:uc{number}"] = {**used, "prov:entity": f"event:{link.claim}"}
    records["wasGeneratedBy"][f"_:g{number}"] = {**used, "prov:entity": judgement}
    records["wasAssociatedWith"][f"_:w{number}"] = {**used, "prov:agent": f"key:{link.author}"}
    _attribute(records, judgement, link.author, f"_:la{number}")
