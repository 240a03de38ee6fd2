"""Says fast that a parsed event fits its closed schema; where it says no, `schemas` tells why.

Built from the same dataclasses as `schemas`. It only ever answers yes where `schemas` does, makes
no objects, and is three times as fast: 100,000 events are to be verified in under five seconds.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from provenance_desk.audit.canonical import MAX_INT
from provenance_desk.audit.schemas import ENVELOPE, HEX, Misfit, check_time
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
    return _record_test(EVENT_TYPES[name])


def _record_test(cls: Any) -> Test:
    hints = get_type_hints(cls, include_extras=True)
    tests = {f.name.rstrip("_"): _test_for(hints[f.name]) for f in fields(cls)}
    must = tuple(f.name.rstrip("_") for f in fields(cls) if f.default is MISSING)
    needed = tuple((key, tests[key]) for key in must)
    others = tuple((key, test) for key, test in tests.items() if key not in must)

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


def _test_for(hint: object) -> Test:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _test_for(next(a for a in get_args(hint) if a is not type(None)))
    if origin is Annotated:
        base, rule = get_args(hint)[:2]
        return _annotated_test(base, rule)
    if hint is bool:
        return lambda value: value is True or value is False
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return frozenset(word.value for word in hint).__contains__
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_test(hint)
    raise TypeError(f"no schema for {hint!r}")


def _annotated_test(base: object, rule: Any) -> Test:
    match rule:
        case Text():
            return _text_test(rule)
        case Hexadecimal():
            return HEX[rule.digits].fullmatch
        case Whole():
            return lambda value: type(value) is int and rule.least <= value <= rule.most
        case Pattern():
            return re.compile(rule.shape).fullmatch
        case Items():
            return _items_test(rule, _test_for(get_args(base)[0]))
        case _:
            raise TypeError(f"no schema for {rule!r}")


def _text_test(rule: Text) -> Test:
    least, most = rule.shortest, rule.longest
    if rule.lines:
        return lambda value: type(value) is str and least <= len(value) <= most
    return lambda value: (
        type(value) is str
        and least <= len(value) <= most
        and "\n" not in value
        and "\t" not in value
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
