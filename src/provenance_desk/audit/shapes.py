"""What an event may hold, as one tree per record, read from the dataclasses of `domain`.

Whoever tests, explains, makes or invents events walks these trees; nothing is written twice.
"""

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from provenance_desk.domain.fields import Hexadecimal, Items, Pattern, Text, Whole


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed vocabulary."""

    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of values of one shape."""

    items: Items
    each: "Shape"


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is stored under `key`, and as the record names it."""

    key: str
    attribute: str
    shape: "Shape"
    optional: bool


@dataclass(frozen=True, slots=True)
class Record:
    """An object with exactly these fields, optional ones left out where there is nothing."""

    cls: Any
    fields: tuple[Field, ...]


Shape = Truth | Word | Listed | Record | Text | Hexadecimal | Whole | Pattern


def record_shape(cls: Any) -> Record:
    """The shape of a body, or of a record inside one."""
    return _record_shape(cls)


@cache
def _record_shape(cls: Any) -> Record:
    hints = get_type_hints(cls, include_extras=True)
    return Record(cls, tuple(_field(f.name, hints[f.name], f.default) for f in fields(cls)))


def _field(name: str, hint: object, default: object) -> Field:
    return Field(name.rstrip("_"), name, _shape(hint), optional=default is None)


def _shape(hint: object) -> Shape:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _shape(next(known for known in get_args(hint) if known is not type(None)))
    if origin is Annotated:
        base, rule = get_args(hint)[:2]
        return Listed(rule, _shape(get_args(base)[0])) if isinstance(rule, Items) else _plain(rule)
    if hint is bool:
        return Truth()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Word(hint)
    if is_dataclass(hint):
        return record_shape(hint)
    raise TypeError(f"no schema for {hint!r}")


def _plain(rule: object) -> Shape:
    if isinstance(rule, Text | Hexadecimal | Whole | Pattern):
        return rule
    raise TypeError(f"no schema for {rule!r}")
