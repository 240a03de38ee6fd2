"""Lists written in one line: 1.) first 2.) second."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_BULLET = re.compile(r"\s*([•▪◦‣⁃●])")
_NUMBER = re.compile(r"\s*(\(?)(\d{1,3})(\.\)|\)|\.)(?=\s)")
_LETTER = re.compile(r"\s*(\(?)([a-y])(\)|\.)(?=\s)")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_A-Z]{4}|[.!?…][)\"'”’»]?)\Z")


def inline_items(text: str, start: int, end: int) -> Iterator[Span]:
    """Part a block that opens with a list item before each further item of the same list."""
    for at in _item_starts(text, start, end):
        yield start, at
        start = at
    yield start, end


def _item_starts(text: str, start: int, end: int) -> Iterator[int]:
    if bullet := _BULLET.match(text, start, end):
        yield from _bullets(text, bullet, end)
    elif number := _NUMBER.match(text, start, end):
        yield from _counted(text, number, end)
    elif letter := _LETTER.match(text, start, end):
        yield from _counted(text, letter, end)


def _bullets(text: str, first: re.Match[str], end: int) -> Iterator[int]:
    again = re.compile(rf"(?<=\s){re.escape(first[1])}(?=\s?\w)")
    return (found.start() for found in again.finditer(text, first.end(), end))


def _counted(text: str, item: re.Match[str], end: int) -> Iterator[int]:
    """Yield where the items go on counting, each found behind the one before."""
    label, at = item[2], item.end()
    while label := _following(label):
        sign = f"{item[1]}{label}{item[3]}"
        found = _sign_at(text, sign, at, end)
        if found < 0 or not _plausible(text, found, sign):
            return
        yield found
        at = found + len(sign)


def _following(label: str) -> str:
    if label.isdigit():
        return str(int(label) + 1)
    return chr(ord(label) + 1) if label < "z" else ""


def _sign_at(text: str, sign: str, at: int, end: int) -> int:
    """Find the sign between white space; -1 if it is not there."""
    while (at := text.find(sign, at, end)) >= 0:
        after = at + len(sign)
        if text[at - 1].isspace() and after < end and text[after].isspace():
            return at
        at = after
    return -1


def _plausible(text: str, at: int, sign: str) -> bool:
    """A bare `2.` counts only behind a whole word and before a capital: not in "on May 2."."""
    before = text[max(0, at - 8) : at].rstrip()
    if before.endswith((",", ";", ":")):
        return False
    if sign.endswith(")"):
        return True
    after = text[at + len(sign) : at + len(sign) + 8].lstrip()
    return after[:1].isupper() and _WORD_BEFORE.search(before) is not None
