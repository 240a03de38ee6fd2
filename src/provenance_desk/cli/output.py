"""Printing results: rows for people, JSON for programs; foreign text is made safe to show."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from provenance_desk.audit.text_rules import shown

SHORT = 12
"""Digits of an id that people see; programs get all of them."""


def print_json(value: Any) -> None:
    """One JSON document on the standard output."""
    data = orjson.dumps(value, option=orjson.OPT_INDENT_2)
    sys.stdout.write(data.decode("utf-8") + "\n")


def print_rows(rows: Iterable[Sequence[object]], empty: str) -> None:
    """Rows in columns, the last one as long as it is; the sentence `empty` where there are none."""
    cells = [[shown(str(cell), 400) for cell in row] for row in rows]
    if not cells:
        print(empty)
        return
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        print("  ".join([*padded, row[-1]]).rstrip())


def say(sentence: str) -> None:
    """A remark beside the result, on the standard error."""
    print(sentence, file=sys.stderr)


def count(number: int, thing: str) -> str:
    """`1 link`, `2 links`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
