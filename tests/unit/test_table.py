"""The base table: whole, the same each time, and refused when it is not one."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.words import Zone
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.sentences import SEGMENTER
from provenance_desk.intake.stored_table import BaseTable, from_json
from provenance_desk.intake.table import base_table

_MARKS = (Mark(MarkKind.PAGE, 0, 5, label="1"), Mark(MarkKind.HEADING, 0, 4, level=1))
_GOOD: dict[str, Any] = {
    "segmenter": SEGMENTER,
    "sentences": [[0, 4, "headline"], [6, 20, "body"]],
    "marks": [
        {"kind": "page", "start": 0, "end": 20, "label": "1"},
        {"kind": "heading", "start": 0, "end": 4, "level": 1},
    ],
    "same_as": [[6, 20, 0, 4]],
}
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["kind", "start", "end", "label", "level"]), inner)
    ),
    max_leaves=12,
)


def test_a_table_comes_back_as_it_was_stored() -> None:
    table = base_table("Head\n\nIt rained on Monday in Kyiv. He left.", marks=_MARKS)
    stored = json.loads(json.dumps(table.to_json()))
    assert from_json(stored) == table


def test_a_table_holds_whole_numbers_and_words_only(seeds: Path) -> None:
    text = (seeds / "000_278c3c0740fd46d5.txt").read_text("utf-8")
    stored = base_table(text, marks=_MARKS).to_json()
    assert set(stored) == {"segmenter", "sentences", "marks", "same_as"}
    assert {type(part) for row in stored["sentences"] for part in row} == {int, str}
    assert {type(part) for row in stored["same_as"] for part in row} == {int}


def test_the_quotes_of_the_demo_key_are_sentences_of_ours(seeds: Path, shared: Path) -> None:
    claims = json.loads((shared / "data" / "demo_key.json").read_text("utf-8"))
    links = [
        (link["document"], link["start"], link["end"])
        for claim in claims
        for link in claim["links"]
        if "start" in link and not link["exact"].startswith('"Russian general dubbed')
    ]
    spans = {
        (path.name, start, end)
        for path in seeds.glob("*.txt")
        for start, end, _ in base_table(path.read_text("utf-8")).sentences
    }
    assert len(links) > 30
    assert set(links) <= spans


def test_every_character_that_shows_lies_in_one_sentence(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        text = path.read_text("utf-8")
        before = 0
        for start, end, _ in base_table(text).sentences:
            assert before <= start < end
            assert not text[before:start].strip()
            before = end
        assert not text[before:].strip()


@given(st.text(alphabet='AbcА. !?\n"“”()[],0189•:', max_size=300))
def test_any_text_has_a_table_that_can_be_read_back(text: str) -> None:
    table = base_table(text)
    assert from_json(table.to_json()) == table


@given(st.dictionaries(st.sampled_from(sorted(_GOOD)), _VALUES) | _VALUES)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(InvalidValue):
        from_json(data)


@given(st.sampled_from(["sentences", "marks", "same_as", "segmenter"]), _VALUES)
def test_one_wrong_part_is_refused_or_is_a_proper_part(name: str, value: object) -> None:
    try:
        table = from_json(_GOOD | {name: value})
    except InvalidValue:
        return
    assert table.to_json()[name] == value


@pytest.mark.parametrize(
    "change",
    [
        {"sentences": [[0, 4, "headline"], [3, 20, "body"]]},
        {"sentences": [[4, 4, "body"]]},
        {"sentences": [[-1, 4, "body"]]},
        {"sentences": [[0, True, "body"]]},
        {"sentences": [[0, 4.0, "body"]]},
        {"sentences": [[0, 4, "BODY"]]},
        {"sentences": [[0, 4, "body", 1]]},
        {"sentences": [[0, 2**60, "body"]]},
        {"sentences": {}},
        {"segmenter": ""},
        {"segmenter": "a\nb"},
        {"segmenter": 1},
        {"same_as": [[0, 4, 0, 4]]},
        {"same_as": [[4, 0, 6, 20]]},
        {"same_as": [[0, 4, 6]]},
        {"marks": [{"kind": "page", "start": 0, "end": 4}]},
        {"marks": [{"kind": "heading", "start": 0, "end": 4, "level": 0}]},
        {"marks": [{"kind": "heading", "start": 0, "end": 4, "level": True}]},
        {"marks": [{"kind": "page", "start": 5, "end": 4, "label": ""}]},
        {"marks": [{"kind": "page", "start": 0, "end": 4, "label": "1", "more": 1}]},
        {"marks": [{"kind": "table", "start": 0, "end": 4, "label": "1"}]},
        {"more": []},
    ],
)
def test_a_damaged_table_is_refused(change: dict[str, Any]) -> None:
    assert isinstance(from_json(_GOOD), BaseTable)
    with pytest.raises(InvalidValue, match=r"damaged|mark|heading"):
        from_json(_GOOD | change)


def test_a_hundred_thousand_sentences_take_seconds() -> None:
    text = " ".join(f"The general number {n} of the army said so." for n in range(100_000))
    begun = time.process_time()
    table = base_table(text)
    assert time.process_time() - begun < 10
    assert len(table.sentences) == 100_000
    assert {zone for _, _, zone in table.sentences} == {Zone.BODY}
