"""A base table as it is stored; to read one, no rule of sentences need be imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from provenance_desk.intake.table_rows import (
    Pair,
    Row,
    fields_of,
    marks_of,
    pairs_of,
    rows_of,
    segmenter_of,
)


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
