"""Closed schemas: a parsed event line becomes a domain `Event`, or is refused with its code.

The schemas are the dataclasses of `domain`; nothing is written twice. Codes as in BAD-BUNDLES.md:
E-FIELDS, E-FIELD, E-FORMAT, E-TIME, E-BODY, E-VALUE, V-NEWER, V-TYPE.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import FORMAT, Body, Event, Extension
from provenance_desk.domain.fields import Hexadecimal, Items, Pattern, Text, Whole

ENVELOPE = frozenset(
    {"author", "body", "clock", "feed", "format", "prev", "project", "seq", "step", "time", "type"}
)
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
EXTENSION = re.compile(r"x\.[a-z0-9_-]{1,40}\.[a-z0-9_.-]{1,60}")
FORMATS = re.compile(r"provdesk/([1-9][0-9]{0,3})")
HEX = {digits: re.compile(f"[0-9a-f]{{{digits}}}") for digits in (32, 64)}
LINE_BREAKS = re.compile(r"[\n\t]")
REQUIRED = object()

Check = Callable[[object, str], Any]
Plain = Callable[[Any], Any]


class Misfit(DeskError):
    """A line that no schema of this format allows; `code` names the finding."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def event_from(line: Mapping[str, object], event_id: str) -> Event:
    """The event of a parsed canonical line; raises `Misfit`."""
    _check_envelope(line)
    name = cast(str, line["type"])
    body = _body_from(name, line["body"])
    return Event(
        id=event_id,
        author=cast(str, line["author"]),
        body=body,
        clock=cast(int, line["clock"]),
        feed=cast(str, line["feed"]),
        prev=cast(str, line["prev"]),
        project=cast(str, line["project"]),
        seq=cast(int, line["seq"]),
        step=cast(int, line["step"]),
        time=cast(str, line["time"]),
    )


def line_of(event: Event) -> dict[str, object]:
    """The fields of the event's line, ready for the canonical encoder; `id` is not among them."""
    return {
        "author": event.author,
        "body": fields_of(event.body),
        "clock": event.clock,
        "feed": event.feed,
        "format": FORMAT,
        "prev": event.prev,
        "project": event.project,
        "seq": event.seq,
        "step": event.step,
        "time": event.time,
        "type": event.type,
    }


def fields_of(body: Any) -> dict[str, object]:
    """The stored fields of a body or of a record inside it; absent ones are left out."""
    if isinstance(body, Extension):
        return dict(body.fields)
    stored: dict[str, object] = {}
    cls: Any = type(body)
    for key, attribute, plain in _writing(cls):
        value = getattr(body, attribute)
        if value is not None:
            stored[key] = value if plain is None else plain(value)
    return stored


def record_from(cls: type, value: object, where: str) -> Any:
    """A record of `cls` from its stored fields; raises `Misfit` with E-BODY or E-VALUE."""
    return _record_check(cls)(value, where)


def _check_envelope(line: Mapping[str, object]) -> None:
    stated = line.get("format")
    if not isinstance(stated, str):
        raise Misfit("E-FORMAT", "The line does not say which format it is in.")
    if stated != FORMAT:
        _refuse_format(stated)
    if line.keys() != ENVELOPE:
        odd = sorted(set(line) ^ ENVELOPE)
        raise Misfit("E-FIELDS", f"Fields missing or unknown: {', '.join(odd)[:200]}.")
    for key in ("author", "prev"):
        _hexadecimal(64)(line[key], key, "E-FIELD")
    for key in ("feed", "project"):
        _hexadecimal(32)(line[key], key, "E-FIELD")
    for key in ("seq", "step", "clock"):
        if type(line[key]) is not int:
            raise Misfit("E-FIELD", f"{key} is not a whole number.")
    if not isinstance(line["type"], str) or not isinstance(line["body"], dict):
        raise Misfit("E-FIELD", "type must be a text and body an object.")
    check_time(line["time"])


def _refuse_format(stated: str) -> None:
    number = FORMATS.fullmatch(stated)
    if number and int(number[1]) > 1:
        raise Misfit("V-NEWER", f"The line is in {stated}, newer than this program knows.")
    raise Misfit("E-FORMAT", "The line names a format that does not exist.")


def check_time(value: object) -> None:
    """Raise `Misfit` E-TIME unless `value` is UTC with milliseconds, such as …T21:13:52.123Z."""
    if not isinstance(value, str) or not TIME.fullmatch(value):
        raise Misfit("E-TIME", "time is not of the form 2026-11-21T21:13:52.123Z.")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Misfit("E-TIME", f"There is no such time: {value}.") from None
    if value[11:13] == "24":
        raise Misfit("E-TIME", f"There is no such time: {value}.")


def _body_from(name: str, value: object) -> Body:
    known: Any = EVENT_TYPES.get(name)
    if known is not None:
        return cast(Body, _record_check(known)(value, name))
    if EXTENSION.fullmatch(name):
        return Extension(name, cast(dict[str, object], value))
    if name.startswith("x."):
        raise Misfit("E-FIELD", "An extension is named x.<vendor>.<name>.")
    raise Misfit("V-TYPE", f"Events of type {name[:60]!r} are not known to this program.")


@cache
def _writing(cls: Any) -> tuple[tuple[str, str, Plain | None], ...]:
    """For each field its key, its attribute, and how its value becomes plain if it is not yet."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple((f.name.rstrip("_"), f.name, _plain_of(hints[f.name])) for f in fields(cls))


def _plain_of(hint: object) -> Plain | None:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _plain_of(next(a for a in get_args(hint) if a is not type(None)))
    if origin is Annotated:
        return _plain_of(get_args(hint)[0])
    if origin is tuple:
        return _plain_list(_plain_of(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return attrgetter("value")
    return fields_of if is_dataclass(hint) else None


def _plain_list(plain: Plain | None) -> Plain:
    return list if plain is None else lambda items: [plain(item) for item in items]


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    attribute: str
    check: Check
    fallback: object


@cache
def _record_check(cls: Any) -> Check:
    hints = get_type_hints(cls, include_extras=True)
    known = tuple(
        _Field(
            f.name.rstrip("_"),
            f.name,
            _check_for(hints[f.name]),
            None if f.default is None else REQUIRED,
        )
        for f in fields(cls)
    )
    needed = frozenset(f.key for f in known if f.fallback is REQUIRED)
    allowed = frozenset(f.key for f in known)

    def check(value: object, where: str) -> object:
        if not isinstance(value, dict):
            raise Misfit("E-BODY", f"{where} is not an object.")
        if not needed <= value.keys() or not value.keys() <= allowed:
            odd = sorted((needed - value.keys()) | (value.keys() - allowed))
            raise Misfit("E-BODY", f"{where}: missing or unknown: {', '.join(odd)[:200]}.")
        return cls(**{f.attribute: f.check(value[f.key], f.key) for f in known if f.key in value})

    return check


def _check_for(hint: object) -> Check:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _check_for(next(a for a in get_args(hint) if a is not type(None)))
    if origin is Annotated:
        base, rule = get_args(hint)[:2]
        return _check_annotated(base, rule)
    if hint is bool:
        return _truth
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_check(hint)
    raise TypeError(f"no schema for {hint!r}")


def _check_annotated(base: object, rule: object) -> Check:
    match rule:
        case Text():
            return _text(rule)
        case Hexadecimal():
            return _hexadecimal(rule.digits)
        case Whole():
            return _whole(rule)
        case Pattern():
            return _pattern(rule)
        case Items():
            return _items(rule, _check_for(get_args(base)[0]))
        case _:
            raise TypeError(f"no schema for {rule!r}")


def _truth(value: object, where: str) -> bool:
    if type(value) is not bool:
        raise Misfit("E-BODY", f"{where} is neither true nor false.")
    return value


def _word(words: type[StrEnum]) -> Check:
    known = {word.value: word for word in words}

    def check(value: object, where: str) -> StrEnum:
        if not isinstance(value, str):
            raise Misfit("E-BODY", f"{where} is not a text.")
        if value not in known:
            raise Misfit("E-VALUE", f"{where} must be one of: {', '.join(known)}.")
        return known[value]

    return check


def _text(rule: Text) -> Check:
    def check(value: object, where: str) -> str:
        if not isinstance(value, str):
            raise Misfit("E-BODY", f"{where} is not a text.")
        if not rule.shortest <= len(value) <= rule.longest:
            raise Misfit(
                "E-VALUE", f"{where} must have {rule.shortest} to {rule.longest} characters."
            )
        if not rule.lines and LINE_BREAKS.search(value):
            raise Misfit("E-VALUE", f"{where} must be a single line.")
        return value

    return check


def _hexadecimal(digits: int) -> Callable[..., str]:
    shape = HEX[digits]

    def check(value: object, where: str, code: str = "E-BODY") -> str:
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise Misfit(code, f"{where} is not {digits} lower-case hexadecimal digits.")
        return value

    return check


def _whole(rule: Whole) -> Check:
    def check(value: object, where: str) -> int:
        if type(value) is not int:
            raise Misfit("E-BODY", f"{where} is not a whole number.")
        if not rule.least <= value <= rule.most:
            raise Misfit("E-VALUE", f"{where} must be from {rule.least} to {rule.most}.")
        return value

    return check


def _pattern(rule: Pattern) -> Check:
    shape = re.compile(rule.shape)

    def check(value: object, where: str) -> str:
        if not isinstance(value, str):
            raise Misfit("E-BODY", f"{where} is not a text.")
        if not shape.fullmatch(value):
            raise Misfit("E-VALUE", f"{where} must be {rule.says}.")
        return value

    return check


def _items(rule: Items, inner: Check) -> Check:
    def check(value: object, where: str) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Misfit("E-BODY", f"{where} is not a list.")
        if not rule.least <= len(value) <= rule.most:
            raise Misfit("E-VALUE", f"{where} must have {rule.least} to {rule.most} entries.")
        return tuple(inner(item, where) for item in value)

    return check
