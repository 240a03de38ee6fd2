"""Word forms brought together: a light stemmer, and a test for words that begin alike."""

import re
from functools import lru_cache

from provenance_desk.analysis.spelling import is_cyrillic, one_spelling

_STEPS = (
    (re.compile(r"sses$"), "ss"),
    (re.compile(r"(?<=[a-z]{2})ies?$|(?<=[a-z]{2})ied$"), "y"),
    (re.compile(r"(?<=[a-z]{2})(?:(?<=[sxz])|(?<=ch)|(?<=sh))es$"), ""),
    (re.compile(r"(?<=[a-z]{2})(?<![sui])s$"), ""),
    (re.compile(r"(?<=[a-z]{3})(?:ization|ations?|ingly|ing|edly|ements?|ments?)$"), ""),
    (re.compile(r"(?<=[a-z]{3})(?<!e)ed$"), ""),
    (re.compile(r"(?<=[a-z]{4})(?:ions?|ness|ally|ly|ity|als?|ive)$"), ""),
    (re.compile(r"([bdfgkmnprt])\1$"), r"\1"),
    (re.compile(r"(?<=[a-z]{2})e$"), ""),
    (re.compile(r"(?<=[a-z]{2})y$"), "i"),
)
_CYRILLIC_ENDING = re.compile(
    r"(?<=[а-яёіїєґ]{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ия[мх]?|ов|ев|ей|ой|ый|ий|ая|яя"
    r"|ое|ее|ые|ие|ом|ем|ам|ям|ах|ях|ую|юю|ою|ею|ия|ию|ии|а|я|о|е|ы|и|у|ю|й|ь|і|ї)$"
)
LONG = 6
ALIKE = 0.75


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What the forms of a folded word have in common."""
    if is_cyrillic(word):
        return _CYRILLIC_ENDING.sub("", word)
    if not word.isascii() or len(word) < 4:
        return word
    found = one_spelling(word)
    for pattern, by in _STEPS:
        found = pattern.sub(by, found)
    return found


def begin_alike(word: str, other: str) -> bool:
    """Whether two stems share six letters and three quarters of the longer one."""
    longer = max(len(word), len(other))
    least = max(LONG, int(longer * ALIKE + 0.99))
    return min(len(word), len(other)) >= least and word[:least] == other[:least]
