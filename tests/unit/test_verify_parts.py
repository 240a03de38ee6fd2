"""Parts of verification on their own: texts in pieces, tables, findings, what bodies name."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Exit, Finding, Findings
from provenance_desk.audit.verify_refs import ATTACHED, ROWS, Want, references
from provenance_desk.audit.verify_tables import check_table, read_table
from provenance_desk.audit.verify_texts import TextReading
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.fields import Hexadecimal
from provenance_desk.exchange.bundle_reader import lines_of

TEXT = "Ein Zug fährt \U0001f600 nach Łódź. " * 400


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


@pytest.mark.parametrize("size", [1, 3, 64, 4096, 1 << 20])
def test_passages_are_found_however_a_text_is_cut(size: int) -> None:
    text = TextReading(pieces(TEXT.encode(), size))
    for start, end in [(0, 5), (0, 900), (3, 4), (700, 701), (5000, 7000), (11_990, 12_400)]:
        around = (TEXT[max(0, start - 40) : start], TEXT[start:end], TEXT[end : end + 40])
        assert text.around(start, end) == around
    text.finish()
    assert text.length == len(TEXT)


def test_a_passage_beyond_the_end_is_empty() -> None:
    assert TextReading([b"short"]).around(100, 200) == ("", "", "")


@pytest.mark.parametrize("data", [b"a\xffb", b"a\xc3"])
def test_a_text_that_is_not_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        TextReading([data]).finish()
    assert refused.value.code == "Q-TEXT"


@pytest.mark.parametrize(
    ("text", "bad"), [("a\rb", "U+000D"), ("a\x85", "U+0085"), ("\n\tfine", "")]
)
def test_code_points_that_are_never_kept_are_named(text: str, bad: str) -> None:
    reading = TextReading([text.encode()])
    reading.finish()
    assert reading.bad == bad


def table(**changed: str) -> bytes:
    parts = {
        "marks": '[{"end":4,"kind":"heading","level":1,"start":0}]',
        "same_as": "[[0,4,5,9]]",
        "segmenter": '"test/1"',
        "sentences": '[[0,4,"headline"],[5,9,"body"]]',
    }
    return ("{" + ",".join(f'"{k}":{v}' for k, v in (parts | changed).items()) + "}").encode()


def test_a_good_table_passes() -> None:
    check_table(read_table(table()), 9, "test/1")


@pytest.mark.parametrize(
    "changed",
    [
        {"segmenter": '"other/1"'}, {"sentences": '[[0,4,"body"],[3,9,"body"]]'},
        {"sentences": '[[0,10,"body"]]'}, {"sentences": '[[4,4,"body"]]'},
        {"sentences": '[[0,4,"poem"]]'}, {"sentences": '[[true,4,"body"]]'}, {"sentences": "{}"},
        {"sentences": '[[0,4.0,"body"]]'}, {"same_as": "[[0,4,5]]"}, {"same_as": "[[0,4,5,10]]"},
        {"marks": "[7]"}, {"marks": '[{"end":4,"kind":"page","start":0}]'},
        {"marks": '[{"end":4,"kind":"page","label":7,"start":0}]'}, {"more": "1"},
        {"segmenter": ' "test/1"'}, {"sentences": '[[0,true,"body"]]'},
        {"marks": '[{"end":4,"kind":7,"label":"1","start":0}]'},
        {"marks": '[{"end":4,"kind":"page","level":1,"start":0}]'},
        {"marks": '[{"end":4,"kind":"heading","level":0,"start":0}]'},
        {"marks": '[{"end":4,"kind":"heading","level":true,"start":0}]'},
        {"marks": '[{"end":4,"kind":"page","label":"a\\u001b","start":0}]'},
        {"same_as": "[[0,4,4,4]]"}, {"same_as": "[[0,4,0,4]]"},
    ],
)  # fmt: skip
def test_other_tables_do_not(changed: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        check_table(read_table(table(**changed)), 9, "test/1")
    assert refused.value.code == "Q-TABLE"


def test_the_exit_follows_the_precedence() -> None:
    found = Findings()
    assert (found.exit, found.first) == (Exit.VERIFIED, None)
    for code, exit_ in [
        ("K-UNKNOWN", 3), ("F-FORK", 4), ("C-PREV", 1), ("T-HEAD", 1), ("V-TYPE", 5),
        ("F-ROLLBACK", 5), ("Z-BOMB", 6),
    ]:  # fmt: skip
        found.add(code, "sentence")
        assert found.exit == exit_
    assert found.first == Finding("Z-BOMB", "sentence")


def test_findings_taken_over_keep_their_number() -> None:
    inner, outer = Findings(), Findings()
    for number in range(50):
        inner.add("E-BODY", str(number))
    outer.extend(inner)
    assert (len(outer), outer.left_out) == (20, {"E-BODY": 30})


def named_fields(cls: type, kinds: set[str]) -> set[str]:
    """The fields of a record that hold ids of these kinds, in lists and records inside it too."""
    found = set()
    hints = get_type_hints(cls, include_extras=True)
    for field in fields(cls):
        if _holds(hints[field.name], kinds):
            found.add(field.name.rstrip("_"))
    return found


def _holds(hint: Any, kinds: set[str]) -> bool:
    if isinstance(hint, Hexadecimal):
        return hint.names in kinds
    return any(
        _holds(part, kinds) for part in (*get_args(hint), *getattr(hint, "__metadata__", ()))
    )


def test_every_field_that_names_something_is_looked_up() -> None:
    for name, cls in EVENT_TYPES.items():
        named = named_fields(cls, {"event", "thing"}) | (
            named_fields(cls, {"text"}) if name != "document.added" else set()
        )
        assert {key for key, _ in ROWS.get(name, ())} == named, name


def test_every_field_that_names_an_attachment_is_known() -> None:
    for name, cls in EVENT_TYPES.items():
        assert set(ATTACHED.get(name, ())) == named_fields(cls, {"attachment"}), name


def test_a_judgement_names_its_origin() -> None:
    body = {"link": "a" * 64, "judgement": {"origin": "b" * 64}}
    assert (Want.ORIGIN, "b" * 64) in list(references("link.revised", body))


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_lines_are_the_same_however_a_file_is_cut(size: int) -> None:
    assert list(lines_of(pieces(b"one\n\ntwo\nthree\n", size))) == [b"one", b"", b"two", b"three"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"one\ntwo", "E-LINES"), (b"one\r\n", "E-LINES"), (b"x" * 70_000, "E-TOOLONG")],
)
def test_files_of_other_lines_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        list(lines_of(pieces(data, 4096)))
    assert refused.value.code == code
