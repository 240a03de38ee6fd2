"""The frozen base table of a document: canonical, well formed, and inside its text."""

from collections.abc import Sequence
from typing import Any, Final

import orjson

from provenance_desk.audit.errors import Refused
from provenance_desk.domain.words import Zone

_FIELDS: Final = {"marks", "same_as", "segmenter", "sentences"}
_ZONES: Final = frozenset(zone.value for zone in Zone)
_MARKS: Final = ({"end", "kind", "label", "start"}, {"end", "kind", "level", "start"})


def check_table(data: bytes, length: int, segmenter: str) -> None:
    """Raise `Refused` Q-TABLE unless the bytes are a base table for a text of that length."""
    try:
        table = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise Refused("Q-TABLE", "the sentence table is not JSON.") from None
    if type(table) is not dict or table.keys() != _FIELDS:
        raise Refused("Q-TABLE", "the sentence table has other fields than a table has.")
    if orjson.dumps(table, option=orjson.OPT_SORT_KEYS) != data:
        raise Refused("Q-TABLE", "the sentence table is not written in the canonical form.")
    if table["segmenter"] != segmenter:
        raise Refused("Q-TABLE", "the sentence table names another segmenter than the entry.")
    _check_sentences(table["sentences"], length)
    _check_rows(table["same_as"], length)
    _check_marks(table["marks"], length)


def _check_sentences(rows: Any, length: int) -> None:
    """Sentences are in order and share no character."""
    before = 0
    for row in _list(rows):
        match row:
            case [int(start), int(end), str(zone)] if zone in _ZONES and type(start) is int:
                if not before <= start < end <= length:
                    raise Refused("Q-TABLE", f"sentence {start} to {end} is out of place.")
                before = end
            case _:
                raise Refused("Q-TABLE", "a sentence is not a start, an end and a zone.")


def _check_rows(rows: Any, length: int) -> None:
    for row in _list(rows):
        if len(_list(row)) != 4 or any(type(offset) is not int for offset in row):
            raise Refused("Q-TABLE", "a repeated passage is not four offsets.")
        _check_span(row[:2], length)
        _check_span(row[2:], length)


def _check_marks(marks: Any, length: int) -> None:
    for mark in _list(marks):
        if type(mark) is not dict or mark.keys() not in _MARKS:
            raise Refused("Q-TABLE", "a mark has other fields than a page or a heading has.")
        if type(mark.get("level", 1)) is not int or type(mark.get("label", "")) is not str:
            raise Refused("Q-TABLE", "a mark's level or label is of the wrong kind.")
        _check_span((mark["start"], mark["end"]), length)


def _check_span(span: Sequence[Any], length: int) -> None:
    start, end = span
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
        raise Refused("Q-TABLE", "a mark or a repeated passage lies outside the text.")


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Refused("Q-TABLE", "a part of the sentence table is not a list.")
    return value
