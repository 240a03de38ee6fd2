"""The words on both sides of a mark."""

import re
from typing import NamedTuple

_WINDOW = 60
_OPENING = "\"'“”‘«»‹›„‚([{¿¡—–,…"
_RIGHT = re.compile(
    r"([\"'“”‘«»‹›„‚(\[{¿¡「『〈《]*+)(?:([^\W_]{1,40}+(?:[.'’-][^\W_]{1,40}+){0,4}+)(\.?)|(.?))",
    re.DOTALL,
)


class Left(NamedTuple):
    """The word before a mark and the ones before that.

    `alone` if it opens its sentence, `opened` if a quotation mark or bracket opens on it.
    """

    token: str
    before: tuple[str, ...]
    alone: bool
    opened: bool


class Right(NamedTuple):
    """What opens behind a mark, the first character and word behind that, a stop after it."""

    opened: str
    first: str
    word: str
    stopped: bool


def left_of(text: str, start: int, at: int) -> Left:
    """Read the words of the sentence that begins at `start`, up to `at`."""
    begin = max(start, at - _WINDOW)
    words = text[begin:at].rsplit(None, 4)
    if not words or text[at - 1].isspace():
        return Left("", tuple(words), alone=False, opened=False)
    raw = words.pop()
    token = raw.lstrip(_OPENING) or raw
    alone = begin == start and not words
    return Left(token, tuple(words[-3:]), alone=alone, opened=token is not raw)


def right_of(text: str, at: int, end: int) -> Right:
    """Read what stands from `at` on."""
    found = _RIGHT.match(text, at, end)
    if found is None:
        return Right("", "", "", False)
    word = found[2] or ""
    return Right(found[1], (word or found[4] or "")[:1], word, bool(found[3]))
