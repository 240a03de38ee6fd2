"""The one canonical form of a line of the log: `encode` writes it, `parse` accepts nothing else.

UTF-8 JSON without spaces, keys sorted, no null and no floats: in this subset RFC 8785, orjson and
the standard library agree byte for byte. A line is read once, written again and compared, so
duplicate keys, `1e2`, `-0` and needless escapes fall without a rule of their own.
"""

from collections.abc import Mapping
from typing import Final

import orjson

from provenance_desk.audit.canonical_faults import explain
from provenance_desk.audit.canonical_rules import MAX_DEPTH, MAX_INT, check_texts, check_values
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.domain.errors import InvalidValue

__all__ = ["MAX_DEPTH", "MAX_INT", "MAX_LINE", "encode", "parse"]

MAX_LINE: Final = 65536
"""Most bytes of a line, its newline not counted."""


def encode(value: Mapping[str, object], *, longest: int = MAX_LINE) -> bytes:
    """The canonical line of an object, without its newline; InvalidValue if it has none."""
    try:
        line = _written(value)
        _check_length(line, longest)
    except NotCanonical as problem:
        raise InvalidValue(f"This can't be written to the log: {problem.sentence}") from problem
    return line


def parse(line: bytes, *, longest: int = MAX_LINE) -> dict[str, object]:
    """The object of a canonical line (no newline); NotCanonical with an E- code otherwise."""
    _check_length(line, longest)
    value = _same_again(line)
    if value is None:
        explain(line)
    check_values(value)
    if not _plain(line):
        check_texts(value)
    return value


def _written(value: Mapping[str, object]) -> bytes:
    check_values(value)
    try:
        line = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError:
        check_texts(value)  # a lone surrogate is what orjson mostly stops at; this names it
        raise NotCanonical("E-JSON", "a key or a value of it is of no plain kind.") from None
    if not _plain(line):
        check_texts(value)
    return line


def _same_again(line: bytes) -> dict[str, object] | None:
    """The object of a line that is written again byte for byte, else None."""
    try:
        value = orjson.loads(line)
        same = type(value) is dict and orjson.dumps(value, option=orjson.OPT_SORT_KEYS) == line
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    return value if same else None


def _check_length(line: bytes, longest: int) -> None:
    if len(line) > longest:
        raise NotCanonical("E-TOOLONG", f"the line has {len(line)} bytes, more than {longest}.")


def _plain(line: bytes) -> bool:
    """Whether no text of a canonical line can hold a forbidden code point."""
    return line.isascii() and b"\\" not in line and b"\x7f" not in line
