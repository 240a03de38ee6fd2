"""Closed schemas: what fits becomes an event and comes back the same, all else has its code."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, assert_never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance_desk.audit import canonical, quick_schemas
from provenance_desk.audit.schemas import Misfit, event_from, fields_of, line_of, record_from
from provenance_desk.audit.shapes import Listed, Record, Shape, Truth, Word, record_shape
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import Extension
from provenance_desk.domain.fields import Hexadecimal, Pattern, Text, Whole
from provenance_desk.domain.judgements import DateMention, Judgement

Stored = dict[str, Any]
NAMES = sorted(EVENT_TYPES)
CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\u2028\u2029"
)
NOT_NFC = "Re\u0301sume\u0301"


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Everything the shape allows, as it is stored."""
    match shape:
        case Record():
            return records(shape)
        case Listed():
            most = min(shape.items.most, shape.items.least + 3)
            return st.lists(values(shape.each), min_size=shape.items.least, max_size=most)
        case Text():
            most = min(shape.longest, 40)
            texts = st.text(CHARACTERS, min_size=shape.shortest, max_size=most // 2)
            return texts.map(lambda text: unicodedata.normalize("NFC", text)[:most])
        case Hexadecimal(digits):
            return st.text("0123456789abcdef", min_size=digits, max_size=digits)
        case Whole(least, most):
            return st.integers(least, most)
        case Pattern():
            return st.from_regex(shape.shape, fullmatch=True)
        case Word(words):
            return st.sampled_from([word.value for word in words])
        case Truth():
            return st.booleans()
        case _:
            assert_never(shape)


def records(shape: Record) -> st.SearchStrategy[Stored]:
    """Objects with every field that is needed and some of the others."""
    needed = {f.key: values(f.shape) for f in shape.fields if not f.optional}
    return st.fixed_dictionaries(
        needed, optional={f.key: values(f.shape) for f in shape.fields if f.optional}
    )


def full(shape: Shape) -> st.SearchStrategy[Any]:
    """The same with every optional field there."""
    if isinstance(shape, Record):
        return st.fixed_dictionaries({f.key: full(f.shape) for f in shape.fields})
    if isinstance(shape, Listed):
        least = max(1, shape.items.least)
        return st.lists(full(shape.each), min_size=least, max_size=max(2, least))
    return values(shape)


def line(name: str, body: Stored) -> Stored:
    return {
        "author": "a" * 64,
        "body": body,
        "clock": 12,
        "feed": "b" * 32,
        "format": "provdesk/1",
        "prev": "0" * 64,
        "project": "c" * 32,
        "seq": 3,
        "step": 2,
        "time": "2026-11-21T21:13:52.123Z",
        "type": name,
    }


def note(**changes: object) -> Stored:
    """A line that fits, with changes; None takes a field out."""
    made = line("note.added", {"text": "e" * 64}) | changes
    return {key: value for key, value in made.items() if value is not None}


def refused(stored: Stored) -> str:
    """The code with which a line is refused, whichever way it is asked."""
    assert not quick_schemas.fits(stored)
    with pytest.raises(Misfit) as caught:
        event_from(stored, "")
    assert str(caught.value).endswith(".")
    return caught.value.code


@pytest.mark.parametrize("name", NAMES)
def test_what_fits_comes_back_as_it_was(name: str) -> None:
    @settings(max_examples=25)
    @given(records(record_shape(EVENT_TYPES[name])))
    def check(body: Stored) -> None:
        stored = line(name, body)
        assert quick_schemas.fits(stored)
        event = event_from(stored, "1" * 64)
        assert event.id == "1" * 64
        assert type(event.body) is EVENT_TYPES[name]
        assert line_of(event) == stored
        again = event_from(canonical.parse(canonical.encode(line_of(event))), event.id)
        assert again == event
        assert hash(again) == hash(event)

    check()


@pytest.mark.parametrize("name", NAMES)
def test_a_body_without_a_needed_field_or_with_another_is_refused(name: str) -> None:
    shape = record_shape(EVENT_TYPES[name])

    @settings(max_examples=8)
    @given(full(shape))
    def check(body: Stored) -> None:
        for field in shape.fields:
            less = {key: value for key, value in body.items() if key != field.key}
            if field.optional:
                assert line_of(event_from(line(name, less), ""))["body"] == less
            else:
                assert refused(line(name, less)) == "E-BODY"
        assert refused(line(name, body | {"extra": 1})) == "E-BODY"

    check()


Change = Callable[[Any], Any]
WRONG: tuple[Any, ...] = (1, True, "x\x00", [], {}, [1], {"a": 1}, -1, 2**60, "", "Z" * 5000, 1.5)


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_the_wrong_kind_is_refused_everywhere(name: str) -> None:
    shape = record_shape(EVENT_TYPES[name])

    @settings(max_examples=12)
    @given(full(shape), st.data())
    def check(body: Stored, data: st.DataObject) -> None:
        wrong = data.draw(st.sampled_from(WRONG))
        for changed, inner in replaced(shape, body, wrong):
            stored = line(name, changed)
            if fits(inner, wrong):
                assert quick_schemas.fits(stored)
                assert line_of(event_from(stored, "")) == stored
            else:
                assert refused(stored) in ("E-BODY", "E-VALUE")

    check()


def replaced(shape: Shape, value: Any, wrong: object) -> list[tuple[Any, Shape]]:
    """The value with something else in each of its places, and the shape that place wants."""
    places: list[tuple[Any, Shape]] = []
    if isinstance(shape, Record):
        for field in shape.fields:
            places.append((value | {field.key: wrong}, field.shape))
            inner = replaced(field.shape, value[field.key], wrong)
            places += [(value | {field.key: changed}, want) for changed, want in inner]
    elif isinstance(shape, Listed):
        places.append(([wrong, *value[1:]], shape.each))
        inner = replaced(shape.each, value[0], wrong)
        places += [([changed, *value[1:]], want) for changed, want in inner]
    return places


def fits(shape: Shape, value: Any) -> bool:
    """Whether one of the wrong values happens to be right for a shape."""
    match shape:
        case Text():
            right = isinstance(value, str) and shape.shortest <= len(value) <= shape.longest
            return right and (shape.lines or "\n" not in value)
        case Whole():
            return type(value) is int and shape.least <= value <= shape.most
        case Pattern():
            return isinstance(value, str) and bool(re.fullmatch(shape.shape, value))
        case Truth():
            return type(value) is bool
        case Listed():
            right = isinstance(value, list) and shape.items.least <= len(value) <= shape.items.most
            return right and all(fits(shape.each, item) for item in value)
        case _:
            return False


def test_a_text_has_its_limits_in_code_points() -> None:
    def claim(wording: str) -> Stored:
        return line("claim.added", {"wording": wording, "kind": "fact"})

    event_from(claim("🙂" * 2000), "")
    assert refused(claim("🙂" * 2001)) == "E-VALUE"
    assert refused(claim("")) == "E-VALUE"
    assert refused(claim("two\nlines")) == "E-VALUE"
    assert refused(claim("a\ttab")) == "E-VALUE"


def test_a_list_has_its_limits() -> None:
    def undone(count: int) -> Stored:
        return line("event.undone", {"events": ["a" * 64] * count})

    event_from(undone(900), "")
    assert [refused(undone(0)), refused(undone(901))] == ["E-VALUE", "E-VALUE"]


def test_a_line_with_the_most_heads_or_undone_events_is_no_longer_than_a_line_may_be() -> None:
    head = {"feed": "b" * 32, "head": "a" * 64, "size": 2**53 - 1}
    most = [line("event.undone", {"events": ["a" * 64] * 900})]
    most += [line("heads.seen", {"heads": [head] * 400})]
    for stored in most:
        assert len(canonical.encode(line_of(event_from(stored, "")))) <= canonical.MAX_LINE


def test_a_typed_text_is_in_normal_form() -> None:
    def claim(wording: str) -> Stored:
        return line("claim.added", {"wording": wording, "kind": "fact"})

    assert refused(claim(NOT_NFC)) == "E-VALUE"
    event_from(claim(unicodedata.normalize("NFC", NOT_NFC)), "")


def test_words_of_a_document_stay_as_they_stand_there() -> None:
    date = {"value": "2023", "precision": "year", "of": "event", "expression": NOT_NFC}
    body = {"wording": "A claim", "kind": "fact", "dates": [date]}
    event = event_from(line("claim.added", body), "")
    assert fields_of(event.body) == body


def test_what_is_on_its_way_into_an_event_need_not_be_in_normal_form() -> None:
    date = record_from(DateMention, {"value": "2023", "precision": "year", "of": "event"}, "date")
    assert date.expression is None
    speaker = {"name": NOT_NFC, "naming": "named", "mode": "quoted"}
    judged = {"stance": "context", "status": "alleged", "confidence": "low", "speakers": [speaker]}
    assert record_from(Judgement, judged, "judgement").speakers[0].name == NOT_NFC


def test_a_judgement_names_its_speakers_even_if_there_are_none() -> None:
    judged = {"stance": "context", "status": "alleged", "confidence": "low"}
    with pytest.raises(Misfit) as caught:
        record_from(Judgement, judged, "judgement")
    assert caught.value.code == "E-BODY"


@pytest.mark.parametrize("key", sorted(note()))
def test_a_line_without_one_of_its_fields_is_refused(key: str) -> None:
    assert refused(note(**{key: None})) == ("E-FORMAT" if key == "format" else "E-FIELDS")


def test_a_line_with_another_field_is_refused() -> None:
    assert refused(note(id="1" * 64)) == "E-FIELDS"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("author", "A" * 64),
        ("author", "a" * 63),
        ("author", "a" * 65),
        ("author", "a" * 64 + "\n"),
        ("author", 7),
        ("feed", "b" * 64),
        ("feed", "٠" * 32),
        ("prev", ""),
        ("project", "c" * 31 + "g"),
        ("seq", True),
        ("seq", "3"),
        ("step", []),
        ("clock", 1.0),
        ("type", 1),
        ("body", []),
        ("body", "text"),
        ("type", "x.vendor"),
        ("type", "x..thing"),
        ("type", "x.Vendor.thing"),
        ("type", "x.vendor.thing\n"),
    ],
)
def test_a_field_of_the_wrong_form_is_refused(key: str, value: object) -> None:
    assert refused(note(**{key: value})) == "E-FIELD"


@pytest.mark.parametrize(
    "time",
    [
        "",
        "2026-11-21T21:13:52Z",
        "2026-11-21T21:13:52.12Z",
        "2026-11-21T21:13:52.123",
        "2026-11-21T21:13:52.123+00:00",
        "2026-11-21 21:13:52.123Z",
        "2026-02-30T21:13:52.123Z",
        "2026-11-21T24:00:00.000Z",
        "2026-11-21T21:60:00.000Z",
        "2026-11-21T21:13:60.000Z",
        "0000-11-21T21:13:52.123Z",
        "٢٠٢٦-11-21T21:13:52.123Z",
        "2026-11-21T21:13:52.123Z\n",
        1763759632123,
        True,
    ],
)
def test_a_time_that_does_not_exist_or_is_written_otherwise_is_refused(time: object) -> None:
    assert refused(note(time=time)) == "E-TIME"


@pytest.mark.parametrize("time", ["2024-02-29T00:00:00.000Z", "2026-11-21T23:59:59.999Z"])
def test_a_time_that_exists_fits(time: str) -> None:
    assert event_from(note(time=time), "").time == time


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("provdesk/2", "V-NEWER"),
        ("provdesk/9999", "V-NEWER"),
        ("provdesk/0", "E-FORMAT"),
        ("provdesk/01", "E-FORMAT"),
        ("provdesk/1 ", "E-FORMAT"),
        ("other/1", "E-FORMAT"),
        ("", "E-FORMAT"),
        (1, "E-FORMAT"),
    ],
)
def test_another_format_is_told_apart_from_none(stated: object, code: str) -> None:
    assert refused(note(format=stated)) == code


def test_a_newer_line_may_have_any_fields() -> None:
    assert refused({"format": "provdesk/2", "anything": 1}) == "V-NEWER"


@pytest.mark.parametrize("name", ["link.invented", "Note.added", "note.added ", "", "X.a.b"])
def test_an_unknown_core_type_is_for_a_newer_program(name: str) -> None:
    assert refused(note(type=name)) == "V-TYPE"


def test_an_extension_is_kept_as_it_is() -> None:
    stored = note(type="x.vendor.some_thing-1.2", body={"any": [1, {"thing": True}]})
    event = event_from(stored, "")
    assert isinstance(event.body, Extension)
    assert event.type == "x.vendor.some_thing-1.2"
    assert line_of(event) == stored


@given(st.dictionaries(st.text("abc", max_size=3), st.integers() | st.text() | st.none()))
def test_an_object_that_is_no_event_is_refused_and_never_crashes(stored: Stored) -> None:
    assert refused(stored) in ("E-FORMAT", "E-FIELDS")
