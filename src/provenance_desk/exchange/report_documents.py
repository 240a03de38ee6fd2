"""Document cards of a report: what was recorded about each document, its zones, its handling."""

import json
from collections import Counter
from collections.abc import Mapping

from provenance_desk.domain.document_events import DocumentDescribed, DocumentMarked
from provenance_desk.domain.records import Document
from provenance_desk.domain.sentences import SentenceTable, apply_passages, table_from
from provenance_desk.domain.words import Handling, Reliability, Zone
from provenance_desk.exchange.report_context import Context
from provenance_desk.exchange.report_model import DocumentCard
from provenance_desk.exchange.report_words import count, date, language, published

NOT_RECORDED = "Not recorded"
PRIVATE = "Marked “do not share”: its original, its text and its quotes are left out."
GRADES = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}


def document_cards(context: Context) -> tuple[DocumentCard, ...]:
    """A card for every document shown, in their order."""
    linked = Counter(
        link.document for link in context.review.state.links.values() if not link.retracted
    )
    return tuple(_card(context, document, linked) for document in context.documents.values())


def _card(context: Context, document: Document, linked: Mapping[str, int]) -> DocumentCard:
    facts = (*_described(context, document.card), *_imported(document), _links(document, linked))
    return DocumentCard(
        letter=context.letters[document.id],
        id=document.id,
        title=context.titles[document.id],
        published=published(document.card.published) if document.card else "",
        original=document.original,
        original_name=context.veil(document.name),
        bytes=document.bytes,
        facts=tuple((name, context.veil(value)) for name, value in facts),
        zones=_zones(context, document),
        notices=tuple(_notices(context, document)),
        withdrawn=document.withdrawn,
    )


def _described(context: Context, card: DocumentDescribed | None) -> list[tuple[str, str]]:
    if card is None:
        return [("Document card", "Not filled in")]
    work = "Reference work: a pointer, never an origin" if card.reference_work else ""
    tongue = language(card.language) if card.language else NOT_RECORDED
    facts = [
        ("Published", published(card.published) or NOT_RECORDED),
        ("Publisher", card.publisher or NOT_RECORDED),
        ("Author", card.author or NOT_RECORDED),
        ("URL", card.url or NOT_RECORDED),
        ("Archived copy", card.archive_url or ""),
        ("Retrieved", date(card.retrieved) if card.retrieved else ""),
        ("Type", work),
        ("Family (publisher group)", card.family or NOT_RECORDED),
        ("Known upstream", card.upstream or NOT_RECORDED),
        ("Reliability", f"{card.reliability}, {GRADES[card.reliability]} (decides nothing)"),
        ("Language", f"{tongue}, {'' if card.translated else 'not '}translated"),
    ]
    return [(name, value) for name, value in facts if value]


def _imported(document: Document) -> list[tuple[str, str]]:
    read = f"{document.length:,} characters, read as {document.media_type}, {document.encoding}"
    if document.replaced:
        read += f"; {count(document.replaced, 'unreadable character')} replaced by U+FFFD"
    return [("Text", read)]


def _links(document: Document, linked: Mapping[str, int]) -> tuple[str, str]:
    return ("Links", f"{linked.get(document.id, 0):,}")


def _notices(context: Context, document: Document) -> list[str]:
    said = []
    if document.withdrawn:
        said.append("Withdrawn from the review.")
    if document.handling is Handling.PRIVATE:
        said.append(PRIVATE)
    if document.handling is Handling.CONDITIONS:
        said += [f"Shared under conditions: {text}" for text in conditions_of(context, document)]
    return said


def conditions_of(context: Context, document: Document) -> list[str]:
    """The conditions that each reviewer's latest mark puts on a document."""
    latest: dict[str, DocumentMarked] = {}
    for event in context.marks.get(document.id, ()):
        assert isinstance(event.body, DocumentMarked)
        latest[event.author] = event.body
    marks = [mark for mark in latest.values() if mark.handling is Handling.CONDITIONS]
    words = (context.review.words(mark.conditions) for mark in marks)
    return [context.veil(text) if text else "not stated here" for text in words]


def _zones(context: Context, document: Document) -> tuple[tuple[str, int], ...]:
    """How many sentences of each zone; empty where the text or its table is not here."""
    text = context.review.text(document.id)
    stored = context.review.table(document.table) if text is not None else None
    if text is None or stored is None:
        return ()
    changes = context.review.state.passages.get(document.id, ())
    table = apply_passages(base_table(stored), text, (event.body for event in changes))
    found = Counter(table.zone(row) for row in range(len(table)))
    return (("sentences", len(table)), *((zone.value, found[zone]) for zone in Zone))


def base_table(stored: bytes) -> SentenceTable:
    """The sentences of a stored base table; ValueError if it is not one."""
    try:
        rows = json.loads(stored)["sentences"]
        return table_from([(int(start), int(end), Zone(zone)) for start, end, zone in rows])
    except (KeyError, TypeError, OverflowError) as problem:
        raise ValueError("This is not a sentence table.") from problem
