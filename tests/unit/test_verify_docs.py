"""`docs/audit-format.md` says what the program does: every field, limit, word, code and exit."""

import re
from pathlib import Path
from typing import assert_never

import pytest

from provenance_desk.audit.findings import exit_of
from provenance_desk.audit.shapes import Listed, Record, Shape, Truth, Word, record_shape
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.fields import Hexadecimal, Pattern, Text, Whole
from provenance_desk.exchange import bag_layout, zip_layout

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "audit-format.md").read_text(encoding="utf-8")
HASHES = {
    "event": "event",
    "text": "document",
    "attachment": "attachment",
    "digest": "hash",
    "thing": "event or document",
    "key": "key",
    "feed": "feed",
    "project": "project",
}


def said(shape: Shape) -> str:
    """A shape in the words of the document."""
    match shape:
        case Truth():
            return "true or false"
        case Word(words):
            return f"word: {words.__name__}"
        case Hexadecimal(names=names):
            return HASHES[names]
        case Whole(least, most):
            return "number" if most == 2**53 - 1 and not least else f"number {least} to {most}"
        case Text(longest, shortest, _, verbatim):
            return f"text {shortest}–{longest}{', verbatim' if verbatim else ''}"
        case Pattern():
            return "date"
        case Listed(items, each):
            return f"list of {items.least}–{items.most}: {said(each)}"
        case Record(cls):
            return f"record: {cls.__name__}"
        case _:
            assert_never(shape)


def row(shape: Record) -> str:
    """The fields of a record as they stand in its row."""
    fields = (f"`{f.key}`{'?' if f.optional else ''} {said(f.shape)}" for f in shape.fields)
    return "; ".join(fields)


def meaning(cls: type) -> str:
    """What an event means, as its class says it."""
    return (cls.__doc__ or "").strip().splitlines()[0].rstrip(".")


def inside(shape: Shape) -> dict[str, Shape]:
    """The records and vocabularies below a shape, by name."""
    match shape:
        case Listed(_, each):
            return inside(each)
        case Word(words):
            return {words.__name__: shape}
        case Record(cls, fields):
            found: dict[str, Shape] = {cls.__name__: shape}
            for field in fields:
                found |= inside(field.shape)
            return found
        case _:
            return {}


RECORDS: dict[str, Shape] = {}
for _cls in EVENT_TYPES.values():
    RECORDS |= {k: v for k, v in inside(record_shape(_cls)).items() if k != _cls.__name__}


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_every_event_type_stands_there_with_its_fields(name: str) -> None:
    cls = EVENT_TYPES[name]
    assert f"| `{name}` | {meaning(cls)} | {row(record_shape(cls))} |" in DOCS


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_record_and_vocabulary_stands_there(name: str) -> None:
    shape = RECORDS[name]
    if isinstance(shape, Record):
        assert f"| {name} | {row(shape)} |" in DOCS
    else:
        assert isinstance(shape, Word)
        assert f"| {name} | {', '.join(f'`{word}`' for word in shape.words)} |" in DOCS


def codes() -> set[str]:
    """Every code that the source knows."""
    found = set()
    for folder in ("audit", "exchange", "project"):
        for path in (ROOT / "src" / "provenance_desk" / folder).rglob("*.py"):
            found |= set(re.findall(r'"([ABCEFKQRTVZ]-[A-Z0-9]+)"', path.read_text("utf-8")))
    return found


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_stands_there_with_its_exit(code: str) -> None:
    assert re.search(rf"^\| {code} \| {exit_of(code)} \|", DOCS, re.MULTILINE)


def test_no_code_stands_there_that_the_program_does_not_know() -> None:
    assert set(re.findall(r"^\| ([A-Z]-[A-Z0-9]+) \|", DOCS, re.MULTILINE)) == codes()


@pytest.mark.parametrize("path", [*bag_layout.TAGS, *bag_layout.DERIVED])
def test_every_file_stands_there(path: str) -> None:
    assert f"`{path}`" in DOCS


@pytest.mark.parametrize(
    "limit",
    [
        zip_layout.MAX_ENTRIES,
        zip_layout.MAX_RATIO,
        zip_layout.RATIO_FREE,
        zip_layout.MAX_ZIP // 2**30,
        zip_layout.MAX_MEMBER // 2**30,
        zip_layout.MAX_TOTAL // 2**30,
    ],
)
def test_every_limit_of_a_zip_stands_there(limit: int) -> None:
    assert f"{limit:,}" in DOCS
