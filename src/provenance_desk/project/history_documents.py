"""What entries about documents and their passages say."""

from dataclasses import fields

from provenance_desk.domain import document_events as d
from provenance_desk.domain.events import Event
from provenance_desk.domain.replay import ThingKind
from provenance_desk.project.history_words import (
    Change,
    Sources,
    Words,
    short,
    tells,
    text_of,
    title_of,
)


def _card_changes(
    before: d.DocumentDescribed | None, after: d.DocumentDescribed
) -> tuple[Change, ...]:
    shown = [f.name for f in fields(after) if f.name not in ("document", "how_obtained")]
    pairs = [
        (name, _plain(getattr(before, name, None)), _plain(getattr(after, name))) for name in shown
    ]
    return tuple(Change(name.replace("_", " "), old, new) for name, old, new in pairs if old != new)


def _plain(value: object) -> str:
    if isinstance(value, d.Published):
        return f"{value.value} ({value.precision})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _passage(document: str, start: int, end: int, queries: Sources, text: str) -> Words:
    whole = queries.text(document)
    quote = whole[start:end] if whole is not None else "[withheld]"
    return Words(text, quote=quote, document=document, span=(start, end))


@tells(d.DocumentAdded)
def _document_added(body: d.DocumentAdded, event: Event, queries: Sources) -> Words:
    replaced = f", {body.replaced} unreadable characters replaced" if body.replaced else ""
    return Words(
        f"added the document {body.name} ({body.length} characters, {body.encoding}{replaced})",
        document=body.text,
    )


@tells(d.DocumentDescribed)
def _described(body: d.DocumentDescribed, event: Event, queries: Sources) -> Words:
    before: d.DocumentDescribed | None = None
    for earlier in queries.events_about(ThingKind.DOCUMENT, body.document):
        if earlier.order < event.order and isinstance(earlier.body, d.DocumentDescribed):
            before = earlier.body
    return Words(
        f"described the document “{short(body.title)}”",
        document=body.document,
        changes=_card_changes(before, body),
        reason="",
    )


@tells(d.DocumentMarked)
def _marked(body: d.DocumentMarked, event: Event, queries: Sources) -> Words:
    words = {"share": "may be shared", "conditions": "may be shared with conditions"}
    said = words.get(body.handling.value, "is not to be shared")
    return Words(
        f"marked that “{short(title_of(queries, body.document))}” {said}",
        document=body.document,
        reason=text_of(queries, body.conditions),
    )


@tells(d.DocumentWithdrawn)
def _withdrawn(body: d.DocumentWithdrawn, event: Event, queries: Sources) -> Words:
    return Words(
        f"withdrew the document “{short(title_of(queries, body.document))}”",
        document=body.document,
        reason=text_of(queries, body.reason),
    )


@tells(d.DocumentsRelated)
def _related(body: d.DocumentsRelated, event: Event, queries: Sources) -> Words:
    first, second = title_of(queries, body.from_), title_of(queries, body.to)
    relation = body.relation.value.replace("_", " ")
    return Words(f"recorded “{short(first, 60)}” and “{short(second, 60)}” as: {relation}")


@tells(d.PassageZoned)
def _zoned(body: d.PassageZoned, event: Event, queries: Sources) -> Words:
    return _passage(
        body.document, body.start, body.end, queries, f"marked a passage as {body.zone}"
    )


@tells(d.PassageSameAs)
def _same_as(body: d.PassageSameAs, event: Event, queries: Sources) -> Words:
    text = f"marked a passage as the same text as {body.other_start}–{body.other_end}"
    return _passage(body.document, body.start, body.end, queries, text)


@tells(d.PassageSkipped)
def _skipped(body: d.PassageSkipped, event: Event, queries: Sources) -> Words:
    text = "reviewed a passage: nothing to link"
    return _passage(body.document, body.start, body.end, queries, text)


@tells(d.SentenceSplit)
def _split(body: d.SentenceSplit, event: Event, queries: Sources) -> Words:
    text = f"split a sentence at character {body.at}"
    return _passage(body.document, max(0, body.at - 40), body.at + 40, queries, text)


@tells(d.SentencesJoined)
def _joined(body: d.SentencesJoined, event: Event, queries: Sources) -> Words:
    return _passage(body.document, body.start, body.end, queries, "joined sentences into one")
