"""Tables of claims, or of links with their quotes, as the lines of a bulk file."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from provenance_desk.audit.text_rules import shown
from provenance_desk.domain.errors import DeskError, InvalidValue

DELIMITERS = ",;\t"
CLAIM_COLUMNS = ("wording", "kind", "actor", "actor_kind", "as")
LINK_COLUMNS = (
    "document",
    "quote",
    "exact",
    "start",
    "end",
    "claim",
    "stance",
    "status",
    "confidence",
    "wording",
    "speaker",
    "naming",
    "mode",
    "origin",
    "origin_kind",
    "access",
    "rationale",
    "zone",
    "as",
)
NUMBERS = ("start", "end")
WHOLE = re.compile("[0-9]{1,16}")
SPEAKER = {"speaker": "name", "naming": "naming", "mode": "mode"}
LONGEST_CELL = 1_000_000

csv.field_size_limit(LONGEST_CELL)


class TableError(DeskError):
    """A table that can't be read: its columns or its form."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a row says as the fields of a line, by the number of its line in the file."""

    line: int
    fields: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


def table_rows(text: str, name: str) -> Iterator[TableRow]:
    """The rows of a table of claims or of links; raises `TableError`."""
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [cell.strip().casefold() for cell in next(reader, [])]
        event = _checked_type(columns, name)
        before = reader.line_num
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(event, columns, cells, before + 1)
            before = reader.line_num
    except csv.Error as problem:
        raise TableError(f"{name} is no table from line {reader.line_num} on: {problem}.") from None


def _delimiter(text: str) -> str:
    """The delimiter under which the first row names the most known columns."""
    first = text.partition("\n")[0]
    known = {*CLAIM_COLUMNS, *LINK_COLUMNS}

    def hits(delimiter: str) -> int:
        return sum(cell.strip(' "\r').casefold() in known for cell in first.split(delimiter))

    return max(DELIMITERS, key=hits)


def _checked_type(columns: list[str], name: str) -> str:
    event = "link.made" if "document" in columns else "claim.added"
    known = LINK_COLUMNS if event == "link.made" else CLAIM_COLUMNS
    unknown = [shown(column, 40) or "(no name)" for column in columns if column not in known]
    if "wording" not in columns and event == "claim.added":
        raise TableError(
            f"{name} has neither a column wording (a table of claims) nor document (of links)."
        )
    if unknown:
        raise TableError(
            f"{name} has columns that are not known: {', '.join(unknown)}. Known are:"
            f" {', '.join(known)}."
        )
    if len(set(columns)) < len(columns):
        raise TableError(f"{name} has a column twice.")
    return event


def _row(event: str, columns: list[str], cells: list[str], line: int) -> TableRow:
    try:
        return TableRow(line, {"type": event, **_speakers(_cells(columns, cells))})
    except InvalidValue as problem:
        return TableRow(line, problem=str(problem))


def _cells(columns: list[str], cells: list[str]) -> dict[str, object]:
    if len(cells) > len(columns):
        raise InvalidValue(f"The row has {len(cells)} cells, but there are {len(columns)} columns.")
    said: dict[str, object] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell.strip():
            said[column] = _value(column, cell)
    return said


def _value(column: str, cell: str) -> object:
    if column in ("quote", "exact"):
        return cell
    if column not in NUMBERS:
        return cell.strip()
    if not WHOLE.fullmatch(cell.strip()):
        raise InvalidValue(f"{column} is not a whole number: {shown(cell, 40)}.")
    return int(cell)


def _speakers(said: dict[str, object]) -> dict[str, object]:
    hop = {SPEAKER[key]: said.pop(key) for key in SPEAKER if key in said}
    if not hop:
        return said
    lacking = sorted({"naming", "mode"} - hop.keys())
    if lacking:
        raise InvalidValue(f"{', '.join(lacking)} must be given with a speaker.")
    return {**said, "speakers": [{"name": "", **hop}]}
