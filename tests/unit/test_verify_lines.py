"""Lines read fast are the lines that the slow and thorough way takes, and no others."""

import copy
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.audit import quick_schemas
from provenance_desk.audit.canonical import encode, parse
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.schemas import Misfit, event_from, fields_of
from provenance_desk.audit.verify_lines import plural, quick_line, read_attachment, read_event
from provenance_desk.domain.event_types import EVENT_TYPES
from tests.integration.bundle_maker import Good

ENVELOPE = Good(with_ben=False).anna.fields("note.added", {"text": "e" * 64})
ODD: list[Any] = [
    True, False, 0, -1, 1, 2**53 - 1, 2**53, 0.5, 1.0, "", "x", "a" * 64, "A" * 64, "a" * 32,
    "x" * 2001, "one\ntwo", "2026-02-30", "2026-11-21T21:13:52.123Z", "2026-11-31T21:13:52.123Z",
    "٣" * 64, None, [], {}, ["a" * 64], [["a" * 64]], {"a": 1}, "supports", "none named",
]  # fmt: skip


def slowly(line: bytes) -> bool:
    try:
        event_from(parse(line), "")
    except (Refused, Misfit):
        return False
    return True


def fast(line: bytes) -> bool:
    fields = quick_line(line)
    return fields is not None and quick_schemas.fits(fields)


def written(fields: dict[str, Any]) -> bytes:
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)


def bodies() -> list[tuple[str, dict[str, Any]]]:
    """A good body of every type that good bundles hold, with everything optional in it."""
    good = Good()
    lines = [parse(line) for feed in good.feeds for line in feed.lines]
    found = {str(line["type"]): line["body"] for line in lines}
    more: dict[str, dict[str, Any]] = {
        "rules.chosen": {"house_rule": "strict", "blind": True, "suggestions": False},
        "documents.related": {
            "from": "a" * 64,
            "to": "b" * 64,
            "relation": "copy_of",
            "passages": [{"start": 1, "end": 2, "other_start": 3, "other_end": 4}],
        },
        "claim.added": {
            "wording": "The bridge was hit.",
            "kind": "act",
            "actor": "a" * 64,
            "dates": [{"value": "2023-04", "precision": "month", "of": "event", "anchor": "2023"}],
        },
        "disagreement.settled": {
            "judgements": ["a" * 64],
            "outcome": "chosen",
            "status": "alleged",
            "reason": "b" * 64,
        },
        "exercise.opened": {"key": "a" * 64, "level": 1, "claims": "given", "minutes": 9},
    }
    return list((found | more).items())  # type: ignore[arg-type]


BODIES = bodies()


@pytest.mark.parametrize(("name", "body"), BODIES, ids=[name for name, _ in BODIES])
def test_good_events_are_read_fast(name: str, body: dict[str, Any]) -> None:
    line = encode(ENVELOPE | {"type": name, "body": body})
    assert slowly(line)
    assert fast(line)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, item in inner:
        found.append((*path, key))
        if isinstance(item, dict | list):
            found += places(item, (*path, key))
    return found


def changed(fields: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    made = copy.deepcopy(fields)
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    if value is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return made


@given(st.data())
def test_the_fast_way_takes_only_what_the_slow_way_takes(data: st.DataObject) -> None:
    name, body = data.draw(st.sampled_from(BODIES))
    fields = ENVELOPE | {"type": name, "body": body}
    path = data.draw(st.sampled_from(places(fields)))
    numbers = st.integers(-(2**53), 2**53)
    value = data.draw(st.one_of(st.sampled_from([*ODD, ...]), st.text(max_size=4), numbers))
    line = written(changed(fields, path, value))
    assert slowly(line) or not fast(line)


def test_every_type_has_a_fast_schema() -> None:
    for name, cls in EVENT_TYPES.items():
        assert not quick_schemas.fits(ENVELOPE | {"type": name, "body": {"odd": 1}})
        assert cls.type == name


@pytest.mark.parametrize("name", ["link.blessed", "x.acme.mood", ["link.made"], None])
def test_other_types_are_left_to_the_slow_way(name: object) -> None:
    assert not quick_schemas.fits(ENVELOPE | {"type": name, "body": {}})


def test_the_fields_of_a_line_come_back() -> None:
    fields = ENVELOPE | {"body": {"text": "f" * 64}}
    assert read_event(encode(fields)) == fields
    assert fields_of(event_from(fields, "").body) == fields["body"]


TEXTS = ["", "plain", 'he said "no"\n\t', "Он сказал: «нет»\n", "\\n is no newline", "\U0001f600"]


@pytest.mark.parametrize("text", TEXTS)
def test_attachments_of_any_allowed_text_are_read(text: str) -> None:
    line = encode({"salt": "0" * 32, "text": text})
    assert read_attachment(line)["text"] == text


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"salt":"00000000000000000000000000000000"}', "E-FIELDS"),
        (b'{"salt":"00000000000000000000000000000000","text":7}', "E-FIELD"),
        (b'{"salt":"0000000000000000000000000000000","text":""}', "E-FIELD"),
        (b'{"exact":"","salt":"00000000000000000000000000000000","text":""}', "E-FIELDS"),
        (b'{"text":"","salt":"00000000000000000000000000000000"}', "E-NONCANON"),
        (b'{"salt":"00000000000000000000000000000000","text":"\\u0007"}', "E-CONTROL"),
        ('{"salt":"00000000000000000000000000000000","text":"\x85"}'.encode(), "E-CONTROL"),
        (b'{"salt":"00000000000000000000000000000000","text":"\x7f"}', "E-CONTROL"),
        ('{"salt":"00000000000000000000000000000000","text":"e\u0301"}'.encode(), "E-VALUE"),
        (b"{}", "E-FIELDS"),
        (b"", "E-JSON"),
    ],
)
def test_other_lines_are_no_attachments(line: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_attachment(line)
    assert refused.value.code == code


def test_a_quote_has_at_most_8192_characters() -> None:
    line = {"salt": "0" * 32, "prefix": "", "suffix": ""}
    assert len(read_attachment(encode(line | {"exact": "é" * 8192}))["exact"]) == 8192
    with pytest.raises(Refused):
        read_attachment(encode(line | {"exact": "é" * 8193}))


def test_numbers_agree_with_their_words() -> None:
    said = [plural(1, "entry"), plural(2, "entry"), plural(0, "feed"), plural(1, "feed")]
    assert said == ["1 entry", "2 entries", "0 feeds", "1 feed"]
