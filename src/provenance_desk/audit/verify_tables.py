"""The frozen base table of a document: canonical, well formed, and inside its text."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import orjson

from provenance_desk.audit.canonical_rules import MAX_INT
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.text_rules import FORBIDDEN
from provenance_desk.domain.words import Zone

_FIELDS: Final = {"marks", "same_as", "segmenter", "sentences"}
_ZONES: Final = frozenset(zone.value for zone in Zone)
_PAGE: Final = {"end", "kind", "label", "start"}
_HEADING: Final = {"end", "kind", "level", "start"}


MAX_TABLE: Final = 64 * 2**20
"""Most bytes of a table that is read: the sentences of a text of over 100 MB."""


class TableFacts(NamedTuple):
    """What must agree with the entry that names a table: its segmenter, and how far it reaches."""

    segmenter: str
    end: int


def read_table(data: bytes) -> TableFacts:
    """The facts of a base table; `Refused` Q-TABLE where it is none."""
    if len(data) > MAX_TABLE:
        raise Refused("Q-TABLE", f"the sentence table has more than {MAX_TABLE} bytes.")
    try:
        table = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise Refused("Q-TABLE", "the sentence table is not JSON.") from None
    if type(table) is not dict or table.keys() != _FIELDS or type(table["segmenter"]) is not str:
        raise Refused("Q-TABLE", "the sentence table has other fields than a table has.")
    if orjson.dumps(table, option=orjson.OPT_SORT_KEYS) != data:
        raise Refused("Q-TABLE", "the sentence table is not written in the canonical form.")
    ends = (_sentences(table["sentences"]), _same_as(table["same_as"]), _marks(table["marks"]))
    return TableFacts(table["segmenter"], max(ends))


def check_table(facts: TableFacts, length: int, segmenter: str) -> None:
    """Raise `Refused` Q-TABLE unless the table fits a text of that length, and the entry."""
    if facts.segmenter != segmenter:
        raise Refused("Q-TABLE", "the sentence table names another segmenter than the entry.")
    if facts.end > length:
        raise Refused("Q-TABLE", f"the sentence table reaches to {facts.end}, beyond its text.")


def _sentences(rows: Any) -> int:
    """Sentences are in order and share no character; where the last one ends."""
    before = 0
    for row in _list(rows):
        match row:
            case [start, end, str(zone)] if zone in _ZONES and type(start) is type(end) is int:
                if not before <= start < end:
                    raise Refused("Q-TABLE", f"sentence {start} to {end} is out of place.")
                before = end
            case _:
                raise Refused("Q-TABLE", "a sentence is not a start, an end and a zone.")
    return before


def _same_as(rows: Any) -> int:
    reach = 0
    for row in _list(rows):
        if len(_list(row)) != 4:
            raise Refused("Q-TABLE", "a repeated passage is not four offsets.")
        reach = max(reach, _span(row[:2]), _span(row[2:]))
        if row[0] == row[1] or row[2] == row[3] or row[:2] == row[2:]:
            raise Refused("Q-TABLE", f"the repeated passage at {row[0]} is out of place.")
    return reach


def _marks(marks: Any) -> int:
    reach = 0
    for mark in _list(marks):
        match mark:
            case {"kind": "page", "label": str(label)} if mark.keys() == _PAGE:
                fits = not FORBIDDEN.search(label)
            case {"kind": "heading", "level": level} if mark.keys() == _HEADING:
                fits = type(level) is int and 1 <= level <= MAX_INT
            case _:
                fits = False
        if not fits:
            raise Refused("Q-TABLE", "a mark is neither a page nor a heading.")
        reach = max(reach, _span((mark["start"], mark["end"])))
    return reach


def _span(span: Sequence[Any]) -> int:
    """Where a span ends."""
    start, end = span
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise Refused("Q-TABLE", "a mark or a repeated passage is no span.")
    return end


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Refused("Q-TABLE", "a part of the sentence table is not a list.")
    return value
