"""Says fast that a parsed event fits its closed schema; where it says no, `schema_faults` why.

Built from the same shapes. It only ever answers yes where `schema_faults` finds nothing, and makes
no objects: 100,000 events are to be verified in under five seconds.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, assert_never

from provenance_desk.audit.canonical import MAX_INT
from provenance_desk.audit.schema_faults import ENVELOPE, HEX, Misfit, check_time, is_normal
from provenance_desk.audit.shapes import Listed, Record, Shape, Truth, Word, record_shape
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import FORMAT
from provenance_desk.domain.fields import Hexadecimal, Items, Pattern, Text, Whole

# Truthy for an allowed value; raises TypeError or KeyError, or is falsy, for any other.
Test = Callable[[Any], object]

_hex_32 = HEX[32].fullmatch
_hex_64 = HEX[64].fullmatch
_clock_time = re.compile(r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z").fullmatch


def fits(line: Mapping[str, Any]) -> bool:
    """Whether a canonical line, parsed, is an event of a core type as the schemas allow it."""
    try:
        return _envelope_fits(line) and body_fits(line)
    except (KeyError, TypeError):
        return False


def body_fits(line: Mapping[str, Any]) -> bool:
    """Whether the body fits the type; KeyError or TypeError stand for no."""
    return bool(_body_test(line["type"])(line["body"]))


def record_fits(cls: Any, value: object) -> bool:
    """Whether a value holds the fields of such a record, its texts in their normal form."""
    try:
        return bool(_test_of(cls)(value))
    except (KeyError, TypeError):
        return False


def is_time(value: str) -> bool:
    """Whether a text is UTC with milliseconds, and such a time exists."""
    return _is_date(value[:10]) and _clock_time(value[10:]) is not None


def _envelope_fits(line: Mapping[str, Any]) -> bool:
    return bool(
        len(line) == len(ENVELOPE)
        and line["format"] == FORMAT
        and _hex_64(line["author"])
        and _hex_32(line["feed"])
        and _hex_64(line["prev"])
        and _hex_32(line["project"])
        and _is_place(line["seq"])
        and _is_place(line["step"])
        and _is_place(line["clock"])
        and is_time(line["time"])
    )


def _is_place(value: object) -> bool:
    return type(value) is int and 0 <= value <= MAX_INT


@lru_cache(maxsize=1024)
def _is_date(value: str) -> bool:
    try:
        check_time(f"{value}T00:00:00.000Z")
    except Misfit:
        return False
    return True


@cache
def _body_test(name: str) -> Test:
    return _record_test(record_shape(EVENT_TYPES[name]))


@cache
def _test_of(cls: Any) -> Test:
    return _record_test(record_shape(cls))


def _record_test(shape: Record) -> Test:
    needed = tuple((f.key, _test(f.shape)) for f in shape.fields if not f.optional)
    others = tuple((f.key, _test(f.shape)) for f in shape.fields if f.optional)

    def test(value: Any) -> bool:
        left = len(value) - len(needed)
        for key, allowed in needed:
            if not allowed(value[key]):
                return False
        for key, allowed in others if left else ():
            if key in value:
                left -= 1
                if not allowed(value[key]):
                    return False
        return left == 0 and type(value) is dict

    return test


def _test(shape: Shape) -> Test:
    match shape:
        case Record():
            return _record_test(shape)
        case Listed():
            return _items_test(shape.items, _test(shape.each))
        case Text():
            return _text_test(shape)
        case Hexadecimal(digits):
            return HEX[digits].fullmatch
        case Whole(least, most):
            return lambda value: type(value) is int and least <= value <= most
        case Pattern():
            return re.compile(shape.shape).fullmatch
        case Word(words):
            return frozenset(word.value for word in words).__contains__
        case Truth():
            return lambda value: value is True or value is False
        case _:
            assert_never(shape)


def _text_test(rule: Text) -> Test:
    least, most, lines, verbatim = rule.shortest, rule.longest, rule.lines, rule.verbatim
    return lambda value: (
        type(value) is str
        and least <= len(value) <= most
        and (lines or ("\n" not in value and "\t" not in value))
        and (verbatim or is_normal(value))
    )


def _items_test(rule: Items, inner: Test) -> Test:
    def test(value: Any) -> bool:
        if type(value) is not list or not rule.least <= len(value) <= rule.most:
            return False
        for item in value:  # noqa: SIM110 - a generator would take as long again
            if not inner(item):
                return False
        return True

    return test
