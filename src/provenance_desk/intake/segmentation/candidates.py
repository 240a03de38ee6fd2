"""Places where a sentence could end: a mark, what closes after it, where text goes on."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSING = r"\"'”’“»«›‹)\]}"
_WIDE_CLOSING = r"」』】〉》）］｝＂\"'”’»)\]"
_PLAIN = r".!?…‼⁇⁈⁉"
_WIDE = "。！？｡．؟۔।॥።፧။។៕։"
_TAIL = (
    rf"(?:[{_CLOSING}]"
    r"|[ \u00a0]?\[(?:\d{1,3}|[a-z]|citation needed|note \d{1,3})\]"
    r"|[ \u00a0\u202f][»”](?=[\s,.;:!?)]|$)"
    r"|[¹²³⁰-⁹]"
    r"|[ \u00a0]?[\U0001F300-\U0001FAFF\u2600-\u26ff\ufe0f\u200d]"
    r"|[ \u00a0][:;=]'?-?[()DPp]{1,3}(?=\s|$)"
    r")*+(?:(?<=[^\W\d_][.!?…])\d{1,3}+(?=\s))?"
)
_OPENING = frozenset("\"'“‘«‹„(")


class Candidate(NamedTuple):
    """A mark `[start, end)`, where what closes after it stops, and where text goes on."""

    start: int
    end: int
    stop: int
    next: int
    wide: bool


def _pattern(plain: str, wide: str) -> re.Pattern[str]:
    return re.compile(
        r"(?:((?<=\s)\.(?:[ \u00a0]\.){2,3}(?![.\w])"
        rf"|[{plain}]++){_TAIL}()"
        rf"|([{wide}]++[!?！？…]*+)[{_WIDE_CLOSING}]*+())\s*+"
    )


_USUAL = _pattern(_PLAIN, _WIDE)
_ARMENIAN = _pattern(_PLAIN, _WIDE + ":")
_GREEK = _pattern(_PLAIN + ";", _WIDE)
_ARMENIAN_LETTER = re.compile("[\u0561-\u0586]")
_GREEK_WORDS = re.compile("[α-ω]{3} [α-ω]")


def marks_of(text: str) -> re.Pattern[str]:
    """Return the pattern of the marks that can end a sentence in this text."""
    if text.isascii():
        return _USUAL
    if _ARMENIAN_LETTER.search(text):
        return _ARMENIAN
    return _GREEK if _GREEK_WORDS.search(text) else _USUAL


def candidates(text: str, marks: re.Pattern[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield in order every mark in `[start, end)` that more text follows."""
    for found in marks.finditer(text, start, end):
        after = found.end()
        if after == end:
            return
        if found.end(1) < 0:
            yield Candidate(found.start(), found.end(3), found.end(4), after, True)
        elif (stop := found.end(2)) < after or _may_part(text, found.start(), after):
            yield Candidate(found.start(), found.end(1), stop, after, False)


def _may_part(text: str, start: int, after: int) -> bool:
    """Without a space only a capital can open a sentence, behind a small letter or a figure."""
    before, sign = text[start - 1 : start], text[after]
    return (sign.isupper() or sign in _OPENING) and (before.islower() or before.isdigit())
