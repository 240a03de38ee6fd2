"""What a value of the log may hold: kinds, keys, integers, levels and texts."""

import re
from typing import Final, NoReturn

from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.text_rules import CONTROL, FORBIDDEN, shown

MAX_DEPTH: Final = 8
"""Most objects and lists inside each other, the line itself being the first."""

MAX_INT: Final = 2**53 - 1
"""Largest integer that every JSON reader keeps exactly."""

_KEY = re.compile("[a-z][a-z0-9_]{0,31}")
# Keys come from closed schemas, so a set of good ones spares nearly every match; bounded, since
# a hostile file may bring any number.
_good_keys: set[str] = set()
_GOOD_KEYS_KEPT = 1024


def check_values(value: object, room: int = MAX_DEPTH) -> None:
    """Refuse null, floats, large integers, bad keys, too many levels; texts are not read."""
    kind = type(value)
    if kind is str or kind is bool:
        return
    if kind is int:
        _check_int(value)  # type: ignore[arg-type]
    elif isinstance(value, dict):
        _check_object(value, room)
    elif isinstance(value, list | tuple):
        check_room(room)
        for item in value:
            check_values(item, room - 1)
    elif not isinstance(value, str):
        _refuse_kind(value)


def check_room(room: int) -> None:
    """Refuse one level more than there may be."""
    if room < 1:
        raise NotCanonical("E-DEPTH", f"it is nested more than {MAX_DEPTH} levels deep.")


def check_texts(value: object) -> None:
    """Refuse forbidden code points in any text of a value that passed `check_values`."""
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for item in value.values():
            check_texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            check_texts(item)


def _check_object(value: dict[object, object], room: int) -> None:
    check_room(room)
    if not value.keys() <= _good_keys:
        for key in value:
            _check_key(key)
    for item in value.values():
        kind = type(item)
        if kind is not str and kind is not bool:
            check_values(item, room - 1)


def _check_key(key: object) -> None:
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise NotCanonical("E-KEY", f"“{shown(str(key), 40)}” is not a key of this format.")
    if len(_good_keys) < _GOOD_KEYS_KEPT:
        _good_keys.add(key)


def _check_int(value: int) -> None:
    if not -MAX_INT <= value <= MAX_INT:
        raise NotCanonical("E-INT", "an integer is outside ±(2^53-1).")


def _refuse_kind(value: object) -> NoReturn:
    if value is None:
        raise NotCanonical("E-NULL", "it holds null; a key without a value is left out.")
    if isinstance(value, float):
        raise NotCanonical("E-FLOAT", "it holds a number that is not an integer.")
    raise NotCanonical("E-JSON", f"a {type(value).__name__} has no place in a line.")


def _check_text(text: str) -> None:
    # Ten times faster than the expression, and true of most texts: nothing that it calls
    # printable is forbidden.
    if text.replace("\n", " ").isprintable():
        return
    bad = FORBIDDEN.search(text)
    if bad is None:
        return
    name = f"U+{ord(bad.group()):04X}"
    if CONTROL.match(bad.group()):
        raise NotCanonical("E-CONTROL", f"a text holds the control character {name}.")
    raise NotCanonical("E-UNICODE", f"a text holds {name}, which is no character.")
