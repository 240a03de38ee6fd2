"""Closed schemas: a parsed event line becomes a domain `Event`, or is refused with its code.

`quick_schemas` says whether a line fits, `schema_faults` why it does not; here events are made of
lines that fit, and lines of events.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from provenance_desk.audit import quick_schemas
from provenance_desk.audit.schema_faults import (
    ENVELOPE,
    HEX,
    Misfit,
    check_line,
    check_record,
    check_time,
)
from provenance_desk.audit.shapes import Listed, Record, Shape, Word, record_shape
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import FORMAT, Body, Event, Extension

__all__ = [
    "ENVELOPE",
    "HEX",
    "Misfit",
    "check_time",
    "event_from",
    "fields_of",
    "line_of",
    "record_from",
]

Make = Callable[[Any], Any]


def event_from(line: Mapping[str, Any], event_id: str) -> Event:
    """The event of a parsed canonical line; raises `Misfit`."""
    if not quick_schemas.fits(line):
        check_line(line)
    return Event(
        id=event_id,
        author=line["author"],
        body=_body(line["type"], line["body"]),
        clock=line["clock"],
        feed=line["feed"],
        prev=line["prev"],
        project=line["project"],
        seq=line["seq"],
        step=line["step"],
        time=line["time"],
    )


def record_from(cls: Any, value: object, where: str) -> Any:
    """A record of `cls` from its stored fields; raises `Misfit` with E-BODY or E-VALUE."""
    if not quick_schemas.record_fits(cls, value):
        check_record(cls, value, where)
    return _maker(cls)(value)


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


def fields_of(body: object) -> dict[str, object]:
    """The stored fields of a body or of a record inside it; absent ones are left out."""
    if isinstance(body, Extension):
        return dict(body.fields)
    stored: dict[str, object] = {}
    cls: Any = type(body)
    for key, attribute in _keys(cls):
        value = getattr(body, attribute)
        if value is not None:
            stored[key] = value if type(value) in _PLAIN else _plain(value)
    return stored


_PLAIN = (str, int, bool)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return str.__str__(value)  # of a word: quicker than its `value`
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return fields_of(value) if is_dataclass(value) else value


@cache
def _keys(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((f.name.rstrip("_"), f.name) for f in fields(cls))


def _body(name: str, value: Mapping[str, object]) -> Body:
    known: Any = EVENT_TYPES.get(name)
    return Extension(name, value) if known is None else cast(Body, _maker(known)(value))


@cache
def _maker(cls: Any) -> Make:
    return _record_maker(record_shape(cls))


def _record_maker(shape: Record) -> Make:
    """Makes a record of fields that fit: most stay as they are, under their own name."""
    cls = shape.cls
    makers = [(field.key, field.attribute, _make(field.shape)) for field in shape.fields]
    others = [(key, name, make) for key, name, make in makers if make or key != name]

    def made(value: Mapping[str, Any]) -> Any:
        given = dict(value)
        for key, name, make in others:
            if key in given:
                stored = given.pop(key)
                given[name] = make(stored) if make else stored
        return cls(**given)

    return made


def _make(shape: Shape) -> Make | None:
    match shape:
        case Word(words):
            return {word.value: word for word in words}.__getitem__
        case Record():
            return _record_maker(shape)
        case Listed():
            each = _make(shape.each)
            return tuple if each is None else lambda value: tuple(map(each, value))
        case _:
            return None
