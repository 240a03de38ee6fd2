"""The one canonical form of a line of the log: `encode` writes it, `parse` accepts nothing else."""

import json
import re
from collections.abc import Mapping
from typing import Final, NoReturn

import orjson

from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.text_rules import CONTROL, FORBIDDEN, shown
from provenance_desk.domain.errors import InvalidValue

MAX_LINE: Final = 65536
"""Most bytes of a line, its newline not counted."""

MAX_DEPTH: Final = 8
"""Most objects and lists inside each other, the line itself being the first."""

MAX_INT: Final = 2**53 - 1
"""Largest integer that every JSON reader keeps exactly."""

_MAX_DIGITS = 4300
_KEY = re.compile("[a-z][a-z0-9_]{0,31}")
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
# Keys come from closed schemas, so a set of good ones spares nearly every match; bounded, since
# a hostile file may bring any number.
_good_keys: set[str] = set()
_GOOD_KEYS_KEPT = 1024


def encode(value: Mapping[str, object]) -> bytes:
    """The canonical line of an object, without its newline; InvalidValue if it has none."""
    try:
        _check(value, MAX_DEPTH)
        line = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
        _check_length(line)
        if not _plain(line):
            _check_texts(value)
    except NotCanonical as problem:
        raise InvalidValue(f"This can't be written to the log: {problem.sentence}") from problem
    except (orjson.JSONEncodeError, UnicodeEncodeError) as problem:
        raise InvalidValue("This can't be written to the log: it holds half a character.") from (
            problem
        )
    return line


def parse(line: bytes) -> dict[str, object]:
    """The object of a canonical line (no newline); NotCanonical with an E- code otherwise."""
    _check_length(line)
    value = _same_again(line)
    if value is None:
        _explain(line)
    _check(value, MAX_DEPTH)
    if not _plain(line):
        _check_texts(value)
    return value


def _same_again(line: bytes) -> dict[str, object] | None:
    """The object of a line that is written again byte for byte, else None."""
    try:
        value = orjson.loads(line)
        same = type(value) is dict and orjson.dumps(value, option=orjson.OPT_SORT_KEYS) == line
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    return value if same else None


def _check_length(line: bytes) -> None:
    if len(line) > MAX_LINE:
        raise NotCanonical("E-TOOLONG", f"the line has {len(line)} bytes, more than {MAX_LINE}.")


def _plain(line: bytes) -> bool:
    """Whether no text of a canonical line can hold a forbidden code point."""
    return line.isascii() and b"\\" not in line and b"\x7f" not in line


def _check(value: object, room: int) -> None:
    """Refuse null, floats, large integers, bad keys, too many levels; texts are not read."""
    kind = type(value)
    if kind is str or kind is bool:
        return
    if kind is int:
        _check_int(value)  # type: ignore[arg-type]
    elif isinstance(value, dict):
        _check_object(value, room)
    elif isinstance(value, list | tuple):
        _check_room(room)
        for item in value:
            _check(item, room - 1)
    elif not isinstance(value, str):
        _refuse_kind(value)


def _check_object(value: dict[object, object], room: int) -> None:
    _check_room(room)
    if not value.keys() <= _good_keys:
        for key in value:
            _check_key(key)
    for item in value.values():
        kind = type(item)
        if kind is not str and kind is not bool:
            _check(item, room - 1)


def _check_room(room: int) -> None:
    if room < 1:
        raise NotCanonical("E-DEPTH", f"it is nested more than {MAX_DEPTH} levels deep.")


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


def _check_texts(value: object) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for item in value.values():
            _check_texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check_texts(item)


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


def _explain(line: bytes) -> NoReturn:
    """Raise NotCanonical with the code that names what is wrong with a line that did not pass."""
    try:
        text = line.decode()
    except UnicodeDecodeError as problem:
        raise NotCanonical("E-UTF8", f"byte {problem.start} is not UTF-8.") from problem
    if not text.lstrip(" \t\r\n").startswith("{"):
        raise NotCanonical("E-JSON", "the line is not a JSON object.")
    _check_nesting(text)
    found = _Findings()
    value = found.read(text)
    if found.first is not None:
        raise found.first
    _check(value, MAX_DEPTH)
    _check_texts(value)
    raise NotCanonical("E-NONCANON", "the line is not written in the canonical form.")


def _check_nesting(text: str) -> None:
    """Count levels before a recursive reader sees the text."""
    depth = 0
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "[{":
            depth += 1
            _check_room(MAX_DEPTH + 1 - depth)
        elif first in "]}":
            depth -= 1


class _Findings:
    """Reads JSON with the standard library and keeps the first thing the format forbids."""

    def __init__(self) -> None:
        self.first: NotCanonical | None = None

    def read(self, text: str) -> object:
        """The value, or E-JSON; `strict=False` lets control characters in, to be named later."""
        decoder = json.JSONDecoder(
            object_pairs_hook=self._pairs,
            parse_float=self._number,
            parse_constant=self._number,
            parse_int=self._integer,
            strict=False,
        )
        try:
            return decoder.decode(text)
        except ValueError as problem:
            raise NotCanonical("E-JSON", f"the line is not JSON: {problem}.") from problem

    def _keep(self, code: str, sentence: str) -> None:
        self.first = self.first or NotCanonical(code, sentence)

    def _number(self, written: str) -> int:
        self._keep("E-FLOAT", f"{shown(written, 24)} is not a plain integer.")
        return 0

    def _integer(self, written: str) -> int:
        if len(written) <= len(str(MAX_INT)) + 1:
            return int(written)
        if len(written) > _MAX_DIGITS:
            self._keep("E-JSON", f"a number has {len(written)} digits.")
        else:
            self._keep("E-INT", "an integer is outside ±(2^53-1).")
        return 0

    def _pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            self._keep("E-DUPKEY", f"the key “{shown(twice, 40)}” stands there twice.")
        return value
