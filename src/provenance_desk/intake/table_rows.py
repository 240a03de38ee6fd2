"""The parts of a stored base table, hostile until each is seen to be what the format says."""

from collections.abc import Mapping
from typing import Any, Final

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.words import Zone
from provenance_desk.intake.marks import Mark, MarkKind

Row = tuple[int, int, Zone]
Pair = tuple[int, int, int, int]

_FIELDS: Final = {"segmenter", "sentences", "marks", "same_as"}
_LONGEST_NAME: Final = 100
_LAST_OFFSET: Final = 2**53 - 1
_ZONES: Final[Mapping[str, Zone]] = {zone.value: zone for zone in Zone}


def fields_of(data: object) -> Mapping[str, Any]:
    """The table's fields; raises `InvalidValue` unless they are the four of the format."""
    if type(data) is not dict or data.keys() != _FIELDS:
        raise damaged("it has other fields than a table has")
    return data


def segmenter_of(value: object) -> str:
    """The name of the segmenter: a short printable word."""
    if type(value) is not str or not 0 < len(value) <= _LONGEST_NAME or not value.isprintable():
        raise damaged("its segmenter has no proper name")
    return value


def rows_of(value: object) -> tuple[Row, ...]:
    """The sentences: in order, none empty, none sharing a character with another."""
    rows: list[Row] = []
    before = 0
    for row in _list(value):
        if type(row) is not list or len(row) != 3:
            raise damaged("a sentence is not a start, an end and a zone")
        start, end, zone = row
        if type(start) is not int or type(end) is not int or not before <= start < end:
            raise damaged(f"the sentence behind {before} is out of place")
        if type(zone) is not str or zone not in _ZONES:
            raise damaged(f"the sentence at {start} has no known zone")
        rows.append((start, end, _ZONES[zone]))
        before = end
    if before > _LAST_OFFSET:
        raise damaged("a sentence ends behind every text")
    return tuple(rows)


def pairs_of(value: object) -> tuple[Pair, ...]:
    """The repeats: two passages each, neither empty, not the same one twice."""
    pairs = []
    for row in _list(value):
        if type(row) is not list or len(row) != 4 or not all(map(_is_offset, row)):
            raise damaged("a repeated passage is not four offsets")
        start, end, other_start, other_end = row
        if not start < end or not other_start < other_end or row[:2] == row[2:]:
            raise damaged(f"the repeated passage at {start} is out of place")
        pairs.append((start, end, other_start, other_end))
    return tuple(pairs)


def marks_of(value: object) -> tuple[Mapping[str, str | int], ...]:
    """The marks, as they are stored: pages with a label, headings with a level."""
    return tuple(mark.to_json() for mark in stored_marks(value))


def stored_marks(value: object) -> tuple[Mark, ...]:
    """The marks themselves."""
    return tuple(map(_mark, _list(value)))


def damaged(what: str) -> InvalidValue:
    """The error for a table that is not one."""
    return InvalidValue(f"The sentence table of a document is damaged: {what}.")


def _mark(value: object) -> Mark:
    match value:
        case {"kind": "page", "start": start, "end": end, "label": str(label), **rest}:
            kind, level = MarkKind.PAGE, 0
        case {"kind": "heading", "start": start, "end": end, "level": int(level), **rest}:
            kind, label = MarkKind.HEADING, ""
        case _:
            raise damaged("a mark is neither a page nor a heading")
    if rest or not _is_offset(start) or not _is_offset(end) or not _is_offset(level):
        raise damaged("a mark has other fields than its kind has")
    return Mark(kind, start, end, label, level)


def _is_offset(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LAST_OFFSET


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise damaged("a part of it is not a list")
    return value
