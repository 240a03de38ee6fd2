"""The one canonical form of a line: what it accepts, and the code of everything else."""

import contextlib
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance_desk.audit.canonical import MAX_DEPTH, MAX_INT, MAX_LINE, encode, parse
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.text_rules import bad_code_point, shown, typed
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.words import Zone

EVENT: dict[str, object] = {
    "author": "ab" * 32,
    "body": {"judgement": {"speakers": [{"name": "Zoë", "mode": "quoted"}]}, "blind": False},
    "clock": 12,
    "seq": 3,
    "time": "2026-11-21T21:13:52.123Z",
    "type": "link.made",
}
LINE = encode(EVENT)


def refused(line: bytes) -> str:
    """The code with which a line is refused."""
    with pytest.raises(NotCanonical) as caught:
        parse(line)
    assert str(caught.value).endswith(".")
    return caught.value.code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"a":0.85}', "E-FLOAT"),
        (b'{"a":1.0}', "E-FLOAT"),
        (b'{"a":NaN}', "E-FLOAT"),
        (b'{"a":-Infinity}', "E-FLOAT"),
        (b'{"a":1e2}', "E-FLOAT"),
        (b'{"a":1E2}', "E-FLOAT"),
        (b'{"a":1e400}', "E-FLOAT"),
        (b'{"a":-0.0}', "E-FLOAT"),
        (b'{"a":1,"a":1}', "E-DUPKEY"),
        (b'{"a":1,"a":2}', "E-DUPKEY"),
        (b'{"b":{"a":1,"a":2}}', "E-DUPKEY"),
        (b'{"a": 1}', "E-NONCANON"),
        (b' {"a":1}', "E-NONCANON"),
        (b'{"a":1}\n', "E-NONCANON"),
        (b'{"a":1}\r', "E-NONCANON"),
        (b'{"b":1,"a":1}', "E-NONCANON"),
        (b'{"a":"\\u0041"}', "E-NONCANON"),
        (b'{"a":"\\u000a"}', "E-NONCANON"),
        (b'{"a":"\\u00e9"}', "E-NONCANON"),
        (b'{"a":"\\/"}', "E-NONCANON"),
        (b'{"a":"\\uD83D\\uDE00"}', "E-NONCANON"),
        (b'{"a":-0}', "E-NONCANON"),
        (b'{"\\u0061":1}', "E-NONCANON"),
        (b'{"a":9007199254740992}', "E-INT"),
        (b'{"a":-9007199254740992}', "E-INT"),
        (b'{"a":18446744073709551616}', "E-INT"),
        (b'{"a":1' + b"0" * 400 + b"}", "E-INT"),
        (b'{"a":1' + b"0" * 5000 + b"}", "E-JSON"),
        (b'{"a":null}', "E-NULL"),
        (b'{"a":[null]}', "E-NULL"),
        (b'{"a":"\\ud800"}', "E-UNICODE"),
        (b'{"a":"\\udc00x"}', "E-UNICODE"),
        ('{"a":"\ufffe"}'.encode(), "E-UNICODE"),
        ('{"a":"\ufdd0"}'.encode(), "E-UNICODE"),
        ('{"a":"\U0010ffff"}'.encode(), "E-UNICODE"),
        (b'{"a":"\\uffff"}', "E-UNICODE"),
        (b'{"a":"\\u0000"}', "E-CONTROL"),
        (b'{"a":"\x00"}', "E-CONTROL"),
        (b'{"a":"\\u001b[31m"}', "E-CONTROL"),
        (b'{"a":"\x1b[31m"}', "E-CONTROL"),
        (b'{"a":"\\r"}', "E-CONTROL"),
        (b'{"a":"\\b\\f"}', "E-CONTROL"),
        (b'{"a":"\x7f"}', "E-CONTROL"),
        ('{"a":"\x85"}'.encode(), "E-CONTROL"),
        ('{"a":"é\x9f"}'.encode(), "E-CONTROL"),
        (b'{"a":"\xff"}', "E-UTF8"),
        (b'{"a":"\xc0\xaf"}', "E-UTF8"),
        (b'{"a":"\xed\xa0\xbd\xed\xb8\x80"}', "E-UTF8"),
        (b'{"a":"\xf4\x90\x80\x80"}', "E-UTF8"),
        (b'{"a":"\xe2\x82"}', "E-UTF8"),
        (b'\xef\xbb\xbf{"a":1}', "E-JSON"),
        (b'{"a":' + b"[" * 8 + b"]" * 8 + b"}", "E-DEPTH"),
        (b'{"a":' + b"[" * 20_000 + b"]" * 20_000 + b"}", "E-DEPTH"),
        (b'{"a":' + b"[" * 500 + b"]" * 500 + b"}", "E-DEPTH"),
        (b'{"a":' + b"[" * 30_000, "E-DEPTH"),
        (b'{"a":' * 9 + b"1" + b"}" * 9, "E-DEPTH"),
        (b'{"a":"' + b"x" * MAX_LINE + b'"}', "E-TOOLONG"),
        (b"x" * 10_000_000, "E-TOOLONG"),
        (b"[]", "E-JSON"),
        (b"[" * 20_000 + b"]" * 20_000, "E-JSON"),
        (b'"text"', "E-JSON"),
        (b"1", "E-JSON"),
        (b"null", "E-JSON"),
        (b'{"a":1}x', "E-JSON"),
        (b'{"a":1}{"a":1}', "E-JSON"),
        (b"", "E-JSON"),
        (b"\x00", "E-JSON"),
        (b"not json", "E-JSON"),
        (b'{"a":1', "E-JSON"),
        (b'{"a":"x', "E-JSON"),
        (b'{"a":01}', "E-JSON"),
        (b'{"a":+1}', "E-JSON"),
        (b'{"a":.5}', "E-JSON"),
        (b'{"a":1,}', "E-JSON"),
        (b"{'a':1}", "E-JSON"),
        (b'{"a":tru}', "E-JSON"),
        ('{"a":\u0661}'.encode(), "E-JSON"),
        ('{"\u00e9":1}'.encode(), "E-KEY"),
        (b'{"":1}', "E-KEY"),
        (b'{"A":1}', "E-KEY"),
        (b'{"1a":1}', "E-KEY"),
        (b'{"a b":1}', "E-KEY"),
        (b'{"' + b"a" * 33 + b'":1}', "E-KEY"),
        (b'{"a\\n":1}', "E-KEY"),
        ('{"a\u0661":1}'.encode(), "E-KEY"),
        (b'{"a":{"b":[{"C":1}]}}', "E-KEY"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:24]),
)
def test_a_line_is_refused_with_the_code_of_its_fault(line: bytes, code: str) -> None:
    assert refused(line) == code


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b'{"a":9007199254740991,"b":-9007199254740991,"c":true,"d":[]}',
        b'{"a":"\\"\\\\\\n\\t/"}',
        '{"a":"\u2028\u00a0\u200f\ufeff\ufffd\U0001f600"}'.encode(),
        b'{"a":' * 8 + b"1" + b"}" * 8,
        b'{"a":"[[[[[[[[[[{{{{{{{{{{"}',
        b'{"a":"null 1.5e3 \\\\u0000"}',
        b'{"' + b"a" * 32 + b'":1}',
        b'{"a":"' + b"x" * (MAX_LINE - 8) + b'"}',
        LINE,
    ],
    ids=lambda line: repr(line[:24]),
)
def test_a_canonical_line_is_accepted_and_written_alike(line: bytes) -> None:
    assert encode(parse(line)) == line


def test_a_good_key_seen_before_does_not_let_a_bad_one_in() -> None:
    parse(b'{"good":1}')
    assert refused(b'{"bad key":1,"good":1}') == "E-KEY"
    assert refused(b'{"bad key":1,"good":1}') == "E-KEY"


def test_many_keys_are_all_checked() -> None:
    for number in range(3_000):
        assert encode(parse(b'{"k%d":1}' % number)) == b'{"k%d":1}' % number
    assert refused(b'{"K":1}') == "E-KEY"


def test_the_sentence_never_carries_foreign_controls() -> None:
    with pytest.raises(NotCanonical) as caught:
        parse('{"\\u001b[2J\u202e":1}'.encode())
    assert "\x1b" not in caught.value.sentence
    assert "\u202e" not in caught.value.sentence


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"a": 1.5}, "not an integer"),
        ({"a": float("nan")}, "not an integer"),
        ({"a": None}, "null"),
        ({"a": 2**53}, "integer"),
        ({"a": 2**70}, "integer"),
        ({"a": b"x"}, "bytes"),
        ({"a": {1, 2}}, "set"),
        ({"a": object()}, "object"),
        ({"A": 1}, "not a key"),
        ({"a": {1: 2}}, "not a key"),
        ({"a": "\x00"}, r"U\+0000"),
        ({"a": "\ud800"}, r"U\+D800"),
        ({Zone.BODY: 1}, "no plain kind"),
        ({"a": "\uffff"}, r"U\+FFFF"),
        ({"a": "\x7f"}, r"U\+007F"),
        ({"a": "\x80"}, r"U\+0080"),
        ({"a": [[[[[[[[1]]]]]]]]}, "levels deep"),
        ({"a": "x" * MAX_LINE}, "more than 65536"),
    ],
)
def test_what_has_no_canonical_form_is_not_written(value: dict[str, object], why: str) -> None:
    with pytest.raises(InvalidValue, match=why):
        encode(value)


def test_a_word_of_the_method_is_written_as_its_text() -> None:
    assert encode({"zone": Zone.BODY, "spans": (1, 2)}) == b'{"spans":[1,2],"zone":"body"}'


def test_a_table_may_be_longer_than_a_line() -> None:
    table: dict[str, object] = {"sentences": [[n, n + 1] for n in range(20_000)]}
    line = encode(table, longest=1 << 24)
    assert parse(line, longest=1 << 24) == table
    assert refused(line) == "E-TOOLONG"


def test_a_value_inside_itself_is_refused() -> None:
    loop: dict[str, object] = {}
    loop["a"] = loop
    with pytest.raises(InvalidValue, match="levels deep"):
        encode(loop)


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\/'), max_size=30
).filter(lambda text: bad_code_point(text) is None)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,31}", fullmatch=True)
LEAF = TEXT | st.booleans() | st.integers(-MAX_INT, MAX_INT)
VALUES = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


def depth(value: object) -> int:
    """How many objects and lists are inside each other."""
    match value:
        case dict():
            return 1 + max(map(depth, value.values()), default=0)
        case list():
            return 1 + max(map(depth, value), default=0)
        case _:
            return 0


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=6).filter(lambda value: depth(value) <= MAX_DEPTH))
def test_what_was_written_is_read_back(value: dict[str, object]) -> None:
    line = encode(value)
    assert parse(line) == value
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert line == plain.encode()


@settings(max_examples=1000, deadline=None)
@given(st.data())
def test_a_changed_byte_fails_or_is_content_of_its_own(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(LINE) - 1))
    byte = data.draw(st.integers(0, 255))
    changed = LINE[:place] + bytes([byte]) + LINE[place + 1 :]
    try:
        value = parse(changed)
    except NotCanonical:
        return
    assert encode(value) == changed
    assert (value == EVENT) == (changed == LINE)


@settings(max_examples=500, deadline=None)
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
@example(b'{"a":"\\')
@example(b'{"' + b"\\" * 60_000)
def test_any_bytes_are_refused_with_a_code_or_read(noise: bytes) -> None:
    for line in (noise, b'{"a":' + noise + b"}", b'{"a":"' + noise + b'"}'):
        with contextlib.suppress(NotCanonical):
            assert encode(parse(line)) == line


def test_foreign_text_is_shown_without_its_tricks() -> None:
    assert shown("a\x1b[31m\u202eb\nc\ud800") == r"a\u{1b}[31m\u{202e}b\u{a}c\u{d800}"
    assert shown("x" * 100, 10) == "xxxxxxxxx…"


def test_typed_text_is_composed_and_checked() -> None:
    assert typed("Zoe\u0308") == "Zo\u00eb"
    with pytest.raises(InvalidValue, match=r"The wording holds U\+0007"):
        typed("bell\a", "The wording")
