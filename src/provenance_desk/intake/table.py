"""The base table of a document: what the rules proposed at intake, frozen (AUDIT-FORMAT.md 2)."""

from collections.abc import Iterable

from provenance_desk.intake.marks import Mark
from provenance_desk.intake.paragraphs import paragraphs
from provenance_desk.intake.references import joined, reference_entries
from provenance_desk.intake.repeats import find_repeats
from provenance_desk.intake.segmentation.blocks import blocks
from provenance_desk.intake.sentences import SEGMENTER, segment
from provenance_desk.intake.stored_table import BaseTable
from provenance_desk.intake.zones import zones_of


def base_table(text: str, *, marks: Iterable[Mark] = (), language: str = "") -> BaseTable:
    """The table that the rules propose for a text; the same text always gives the same."""
    marks = tuple(marks)
    parts = list(blocks(text))
    pieces = segment(text, language)
    held = paragraphs(text, parts, pieces)
    entries = reference_entries(text, pieces, held)
    sentences = joined(pieces, entries)
    starts = {pieces[first][0] for first, _ in entries}
    repeats = find_repeats(text, sentences)
    zones = zones_of(
        sentences,
        paragraphs(text, parts, sentences) if entries else held,
        marks=marks,
        repeats=repeats,
        references=frozenset(n for n, (start, _) in enumerate(sentences) if start in starts),
    )
    return BaseTable(
        segmenter=SEGMENTER,
        sentences=tuple((*span, zone) for span, zone in zip(sentences, zones, strict=True)),
        marks=tuple(mark.to_json() for mark in marks),
        same_as=tuple((*sentences[mine], *sentences[other]) for mine, other in repeats),
    )
