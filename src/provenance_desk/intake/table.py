"""The base table of a document: what the rules proposed at intake, frozen (AUDIT-FORMAT.md 2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from provenance_desk.intake.marks import Mark
from provenance_desk.intake.paragraphs import paragraphs
from provenance_desk.intake.references import joined, reference_entries
from provenance_desk.intake.repeats import find_repeats
from provenance_desk.intake.segmentation.blocks import blocks
from provenance_desk.intake.sentences import SEGMENTER, segment
from provenance_desk.intake.table_rows import (
    Pair,
    Row,
    fields_of,
    marks_of,
    pairs_of,
    rows_of,
    segmenter_of,
)
from provenance_desk.intake.zones import zones_of


@dataclass(frozen=True, slots=True)
class BaseTable:
    """Sentences `(start, end, zone)`, marks as stored, repeats `(start, end, other…)`."""

    segmenter: str
    sentences: tuple[Row, ...]
    marks: tuple[Mapping[str, Any], ...]
    same_as: tuple[Pair, ...]

    def to_json(self) -> dict[str, Any]:
        """The table as it is hashed: whole numbers and words only."""
        return {
            "segmenter": self.segmenter,
            "sentences": [[start, end, zone.value] for start, end, zone in self.sentences],
            "marks": [dict(mark) for mark in self.marks],
            "same_as": [list(row) for row in self.same_as],
        }


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


def from_json(data: object) -> BaseTable:
    """The table of its stored form; raises `InvalidValue` unless every part is as the format says.

    Whether it fits its text is for who has the text: see `provenance_desk.audit`.
    """
    table = fields_of(data)
    return BaseTable(
        segmenter=segmenter_of(table["segmenter"]),
        sentences=rows_of(table["sentences"]),
        marks=marks_of(table["marks"]),
        same_as=pairs_of(table["same_as"]),
    )
