"""Passages and sentences: zones, same text, nothing to link, split, join."""

from provenance_desk.domain.document_events import (
    PassageSameAs,
    PassageSkipped,
    PassageZoned,
    SentencesJoined,
    SentenceSplit,
)
from provenance_desk.domain.words import Zone
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused


def zone_passage(work: Work, document: str, start: int, end: int, zone: Zone) -> str:
    """Say what kind of text the sentences in `[start, end)` are."""
    require_span(work, document, start, end)
    return work.add(PassageZoned(document, start, end, zone))


def mark_same_as(work: Work, document: str, span: tuple[int, int], other: tuple[int, int]) -> str:
    """Say that a passage repeats, or is cut from, another one of the same document."""
    require_span(work, document, *span)
    require_span(work, document, *other)
    if span == other:
        raise ActionRefused("A passage can't be the same text as itself. Choose the other passage.")
    return work.add(PassageSameAs(document, *span, *other))


def skip_passage(work: Work, document: str, start: int, end: int) -> str:
    """Say that a passage was reviewed and there is nothing to link."""
    require_span(work, document, start, end)
    return work.add(PassageSkipped(document, start, end))


def split_sentence(work: Work, document: str, at: int) -> str:
    """Make two sentences of the one around offset `at`."""
    require_span(work, document, at, at + 1)
    table = work.find.sentences(document)
    row = table.row_at(at)
    text = work.find.text(document)
    inside = len(table) > 0 and table.starts[row] < at < table.ends[row]
    halves = (text[table.starts[row] : at], text[at : table.ends[row]]) if inside else ("", "")
    if not all(half.strip() for half in halves):
        raise ActionRefused("Put the caret inside a sentence: there is nothing to split here.")
    return work.add(SentenceSplit(document, at))


def join_sentences(work: Work, document: str, start: int, end: int) -> str:
    """Make one sentence of those that touch `[start, end)`."""
    require_span(work, document, start, end)
    if len(work.find.sentences(document).rows_of(start, end)) < 2:
        raise ActionRefused("Choose at least two sentences that follow each other.")
    return work.add(SentencesJoined(document, start, end))


def require_span(work: Work, document: str, start: int, end: int) -> None:
    """Raise `ActionRefused` unless `[start, end)` lies in the document."""
    length = work.find.document(document).length
    if not 0 <= start < end <= length:
        raise ActionRefused(
            f"The passage {start} to {end} does not lie in the document, which has {length}"
            " characters."
        )
