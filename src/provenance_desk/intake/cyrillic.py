"""Which Cyrillic encoding a few words are in: too few for statistics, enough for spelling."""

import re

from provenance_desk.intake.encoding_names import CODECS

CYRILLIC = ("windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic")

_WORD = re.compile(r"[^\W\d_]+")
_SPELLED = re.compile(r"[А-ЯЁІЇЄҐ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐ]+")
_FREQUENT = re.compile(r"[оеаинтсрвлОЕАИНТСРВЛ]")
_ENOUGH = 0.55


def cyrillic_guess(sample: bytes) -> str | None:
    """The encoding in which every word is spelled as Cyrillic words are; none if there is none."""
    shares = {name: _spelled(sample.decode(CODECS[name], "replace")) for name in CYRILLIC}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH else None


def _spelled(text: str) -> float:
    """The share of the ten letters that are two thirds of any Russian text; 0 if misspelled."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    beyond = sum(char > "\x7f" and char not in "«»–—№“”„…\xa0" for char in text)
    letters = "".join(words)
    if len(letters) < beyond or len(max(words, key=len, default="")) < 3:
        return 0.0
    if not all(_SPELLED.fullmatch(word) for word in words):
        return 0.0
    return len(_FREQUENT.findall(letters)) / len(letters)
