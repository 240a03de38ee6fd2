"""A bulk file as lines: JSON objects one a line, or a table with a row of names."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from provenance_desk.audit.text_rules import shown
from provenance_desk.domain.errors import DeskError, InvalidValue
from provenance_desk.project.csv_in import TableRow, table_rows

TABLES = (".csv", ".tsv")
LINES = (".jsonl", ".ndjson", ".json")


class BulkFileError(DeskError):
    """The file as a whole can't be read as lines or as a table."""


@dataclass(frozen=True, slots=True)
class BulkLine:
    """A line of a bulk file by its number, or why it is none."""

    number: int
    said: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""

    def fields(self) -> Mapping[str, object]:
        """What the line says; raises `InvalidValue` where it is no line."""
        if self.problem:
            raise InvalidValue(self.problem)
        return self.said


def read_bulk(path: Path) -> list[BulkLine]:
    """The lines of a `.jsonl` or `.csv` file; raises `BulkFileError`."""
    text = _text_of(path)
    if not text.strip():
        raise BulkFileError(f"{path.name} is empty: there is nothing to apply.")
    if _is_table(path, text):
        return [_row(row) for row in table_rows(text, path.name)]
    return list(_lines(text))


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise BulkFileError(f"{path.name} can't be read: {problem.strerror}.") from problem
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise BulkFileError(
            f"{path.name} is not UTF-8 (line {line}). Save it as UTF-8 and apply it again."
        ) from problem


def _is_table(path: Path, text: str) -> bool:
    suffix = path.suffix.lower()
    if suffix in TABLES or suffix in LINES:
        return suffix in TABLES
    return not text.lstrip().startswith("{")


def _lines(text: str) -> Iterator[BulkLine]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(number, line)


def _line(number: int, line: str) -> BulkLine:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError as problem:
        return BulkLine(number, problem=f"This is not JSON ({problem.msg}).")
    if not isinstance(said, dict):
        return BulkLine(number, problem="This is JSON, but not an object in braces.")
    return BulkLine(number, said, _said_twice(line))


def _said_twice(line: str) -> str:
    """What is wrong with a line that names a field twice; orjson would take the last."""
    try:
        json.loads(line, object_pairs_hook=_once)
    except InvalidValue as problem:
        return str(problem)
    except RecursionError:
        return "This is nested too deeply for a line."
    return ""


def _once(pairs: list[tuple[str, object]]) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidValue(f"“{shown(twice, 60)}” stands in the line twice.")


def _row(row: TableRow) -> BulkLine:
    return BulkLine(row.line, row.fields, row.problem)
