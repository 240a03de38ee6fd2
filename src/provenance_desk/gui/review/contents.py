"""What a pane shows of a document: text, sentences, links on them; imports no Qt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance_desk.domain.records import Document, Link
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.domain.words import Stance, Status
from provenance_desk.gui.desk.reviewed import Reviewed
from provenance_desk.gui.reading.text import (
    DocumentText,
    LinkMark,
    SameText,
    TextMark,
    links_by_sentence,
)
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.intake.marks import Mark, MarkKind

LONGEST_NAME = 12
_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class PaneContents:
    """A document as a pane shows it."""

    text: DocumentText
    links: Mapping[int, Sequence[LinkMark]]
    skipped: frozenset[int]


def pane_contents(source: ReviewSource, document: Document) -> PaneContents:
    """Text, sentences and marks of a document."""
    table = source.sentences(document)
    text = _document_text(source, document, table)
    return PaneContents(text, document_links(source, text), skipped_rows(table))


def _document_text(source: ReviewSource, document: Document, table: SentenceTable) -> DocumentText:
    """The text with its sentences; empty with a note where the text was left out."""
    card = document.card
    return DocumentText(
        id=document.id,
        text=source.text(document.id) or "",
        starts=table.starts,
        ends=table.ends,
        zones=table.zones,
        same_as=tuple(SameText(*row) for row in table.same_as),
        marks=tuple(map(_text_mark, source.marks(document))),
        language=card.language if card else "",
    )


def _text_mark(mark: Mark) -> TextMark:
    kind: Literal["page", "heading"] = "page" if mark.kind is MarkKind.PAGE else "heading"
    return TextMark(kind, mark.start, mark.end, mark.label, mark.level or 1)


def document_links(source: ReviewSource, text: DocumentText) -> dict[int, tuple[LinkMark, ...]]:
    """The links of a document by sentence, joined claims under their set's id."""
    joins, context = source.joins(), Stance.CONTEXT.value
    marks = (
        LinkMark(joins.get(claim, claim), _STATUSES[status], start, end, link, stance == context)
        for link, claim, status, stance, start, end in source.link_places(text.id)
    )
    return links_by_sentence(text, marks)


def mark_of(link: Link, joins: Mapping[str, str]) -> LinkMark:
    """What the reading view shows of a link."""
    return LinkMark(
        claim=joins.get(link.claim, link.claim),
        status=link.judgement.status,
        start=link.start,
        end=link.end,
        link=link.id,
        is_context=link.judgement.stance is Stance.CONTEXT,
    )


def skipped_rows(table: SentenceTable) -> frozenset[int]:
    """The sentences that were reviewed and have nothing to link."""
    return frozenset(row for start, end in table.skipped for row in table.rows_of(start, end))


def reviewed(text: DocumentText, linked: Iterable[int], skipped: Iterable[int]) -> Reviewed:
    """How far the review of a document has come; what only repeats another passage is done."""
    repeated = (row for same in text.same_as for row in text.sentences_in(same.start, same.end))
    return Reviewed(len({*linked, *skipped, *repeated}), len(text))


def changed_marks(
    document: DocumentText,
    shown: Mapping[int, Sequence[LinkMark]],
    links: Mapping[str, LinkMark | None],
) -> dict[int, tuple[LinkMark, ...]]:
    """The marks of the sentences that some links touch or touched; None is a link that went."""
    rows = {row for row, marks in shown.items() if any(mark.link in links for mark in marks)}
    new = [mark for mark in links.values() if mark is not None]
    rows.update(row for mark in new for row in document.sentences_in(mark.start, mark.end))
    return {row: _marks_of(document, row, shown.get(row, ()), links, new) for row in rows}


def _marks_of(
    document: DocumentText,
    row: int,
    before: Sequence[LinkMark],
    links: Collection[str],
    new: Sequence[LinkMark],
) -> tuple[LinkMark, ...]:
    kept = [mark for mark in before if mark.link not in links]
    added = [mark for mark in new if row in document.sentences_in(mark.start, mark.end)]
    return tuple(sorted((*kept, *added), key=lambda mark: (mark.start, mark.end)))


def place_words(text: DocumentText, title: str, start: int, end: int) -> str:
    """Where a passage is: sentence 19 of a document, a part of it, or several sentences."""
    first, last = text.sentence_at(start), text.sentence_at(max(start, end - 1))
    name = f"“{short_title(title)}”"
    if first != last:
        return f"Sentences {first + 1}–{last + 1} of {name}"
    whole = (start, end) == (text.starts[first], text.ends[first])
    return f"Sentence {first + 1} of {name}" if whole else f"Part of {first + 1} of {name}"


def short_title(title: str) -> str:
    """The first words of a title, where it is long."""
    if len(title) <= LONGEST_NAME + 2:
        return title
    words = title[: LONGEST_NAME + 1].rsplit(" ", 1)[0][:LONGEST_NAME]
    return words.rstrip(" ,.:;–-‘“'\"(") + "…"


def describe(document: Document, sentences: int | None) -> str:
    """One line about a document: what it is, when it was published, how long it is."""
    card = document.card
    parts = []
    if card is not None:
        parts.append(card.publisher or ("Reference work" if card.reference_work else ""))
        if card.published:
            parts.append(date_words(card.published.value, card.published.precision.value))
    if sentences is not None:
        parts.append(f"{sentences:,} {'sentence' if sentences == 1 else 'sentences'}")
    return " · ".join(part for part in parts if part)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PRECISIONS = {"about": "about ", "not_before": "not before ", "not_after": "by "}


def date_words(value: str, precision: str) -> str:
    """A date as people read it: 27 Apr 2023, after 7 May 2023."""
    year, *rest = value[:10].split("-")
    words = [year]
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1] if 1 <= int(rest[0]) <= 12 else rest[0])
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])))
    return PRECISIONS.get(precision, "") + " ".join(words)
