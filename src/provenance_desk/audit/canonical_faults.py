"""Names what is wrong with a line that is not canonical; slow, and only asked then."""

import json
import re
from typing import NoReturn

from provenance_desk.audit.canonical_rules import (
    MAX_DEPTH,
    MAX_INT,
    check_room,
    check_texts,
    check_values,
)
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.text_rules import shown

_MAX_DIGITS = 4300
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def explain(line: bytes) -> NoReturn:
    """Raise NotCanonical with the code that names why the line is not canonical."""
    try:
        text = line.decode()
    except UnicodeDecodeError as problem:
        raise NotCanonical("E-UTF8", f"byte {problem.start} is not UTF-8.") from problem
    if not text.lstrip(" \t\r\n").startswith("{"):
        raise NotCanonical("E-JSON", "the line is not a JSON object.")
    _check_nesting(text)
    reader = _Reader()
    value = reader.read(text)
    if reader.first is not None:
        raise reader.first
    check_values(value)
    check_texts(value)
    raise NotCanonical("E-NONCANON", "the line is not written in the canonical form.")


def _check_nesting(text: str) -> None:
    """Count levels before a recursive reader sees the text."""
    depth = 0
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "[{":
            depth += 1
            check_room(MAX_DEPTH + 1 - depth)
        elif first in "]}":
            depth -= 1


class _Reader:
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
            self._keep(
                "E-DUPKEY", f"the key “{shown(_first_twice(pairs), 40)}” stands there twice."
            )
        return value


def _first_twice(pairs: list[tuple[str, object]]) -> str:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return key
        seen.add(key)
    return ""
