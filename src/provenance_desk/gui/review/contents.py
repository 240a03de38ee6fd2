"""What a pane shows of a document: text, sentences, links on them; imports no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance_desk.domain.records import Document, Link
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.domain.words import Stance, Status, Zone
from provenance_desk.gui.reading.text import (
    DocumentText,
    LinkMark,
    SameText,
    TextMark,
    links_by_sentence,
)
from provenance_desk.gui.review.source import ReviewSource

COUNTED_ZONES = (Zone.BODY, Zone.QUOTE)
MARK_KINDS = ("page", "heading")


@dataclass(frozen=True, slots=True)
class PaneContents:
    """A document as a pane shows it."""

    text: DocumentText
    links: Mapping[int, Sequence[LinkMark]]
    skipped: frozenset[int]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many sentences a reviewer still has before them, and how many are behind."""

    done: int
    total: int


def pane_contents(source: ReviewSource, document: Document) -> PaneContents:
    """Text, sentences and marks of a document."""
    text = document_text(source, document)
    return PaneContents(text, document_links(source, text), skipped_rows(source, document, text))


def document_text(source: ReviewSource, document: Document) -> DocumentText:
    """The text with its sentences; empty with a note where the text was left out."""
    table = source.sentences(document)
    card = document.card
    return DocumentText(
        id=document.id,
        text=source.text(document.id) or "",
        starts=table.starts,
        ends=table.ends,
        zones=table.zones,
        same_as=tuple(SameText(*row) for row in table.same_as),
        marks=tuple(_marks(source, document)),
        language=card.language if card else "",
    )


def _marks(source: ReviewSource, document: Document) -> Iterable[TextMark]:
    for mark in source.base_table(document).to_json()["marks"]:
        if mark["kind"] in MARK_KINDS:
            yield TextMark(
                kind="page" if mark["kind"] == "page" else "heading",
                start=mark["start"],
                end=mark["end"],
                label=str(mark.get("label") or ""),
                level=int(mark.get("level") or 1),
            )


def document_links(source: ReviewSource, text: DocumentText) -> dict[int, tuple[LinkMark, ...]]:
    """The links of a document by sentence, joined claims under their set's id."""
    joins = source.joins()
    links = source.links(document=text.id)
    return links_by_sentence(text, (mark_of(link, joins) for link in links if not link.retracted))


def mark_of(link: Link, joins: Mapping[str, str]) -> LinkMark:
    """What the reading view shows of a link."""
    return LinkMark(
        claim=joins.get(link.claim, link.claim),
        status=Status(link.judgement.status),
        start=link.start,
        end=link.end,
        link=link.id,
        is_context=link.judgement.stance is Stance.CONTEXT,
    )


def skipped_rows(source: ReviewSource, document: Document, text: DocumentText) -> frozenset[int]:
    """The sentences that were reviewed and have nothing to link."""
    spans = source.sentences(document).skipped
    return frozenset(row for start, end in spans for row in text.sentences_in(start, end))


def reviewed(contents: PaneContents) -> Reviewed:
    """How far the review of a document has come: captions, repeats and references count as done."""
    text = contents.text
    todo = [n for n in range(len(text)) if text.zone(n) in COUNTED_ZONES and not text.repeated(n)]
    done = sum(1 for n in todo if n in contents.links or n in contents.skipped)
    return Reviewed(done, len(todo))


def describe(document: Document, sentences: SentenceTable | DocumentText) -> str:
    """One line about a document: what it is, when it was published, how long it is."""
    card = document.card
    parts = []
    if card is not None:
        parts.append(card.publisher or ("Reference work" if card.reference_work else ""))
        if card.published:
            parts.append(date_words(card.published.value, card.published.precision.value))
    parts.append(f"{len(sentences)} sentences")
    return " · ".join(part for part in parts if part)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PRECISIONS = {"about": "about ", "not_before": "after ", "not_after": "before "}


def date_words(value: str, precision: str) -> str:
    """A date as people read it: 27 Apr 2023, after 7 May 2023."""
    year, *rest = value[:10].split("-")
    words = [year]
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1] if 1 <= int(rest[0]) <= 12 else rest[0])
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])))
    return PRECISIONS.get(precision, "") + " ".join(words)
