"""The terms of a text: what two sentences must share to say the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from provenance_desk.analysis.dates_in_text import MONTH_NAMES, dates_in
from provenance_desk.analysis.same_words import same_words
from provenance_desk.analysis.spelling import is_cyrillic, name_key
from provenance_desk.analysis.stems import LONG, begin_alike, stem
from provenance_desk.analysis.word_spans import folded_word, same_signs

_TOKEN = re.compile(r"\d+(?:[.,]\d{3})+|[^\W_]+(?:'[^\W_]+)*")
_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
}
_CAPITAL = frozenset({"us", "un", "mod", "polish", "poles", "turkey", "hague"})
"""Names that, in small letters, are other words."""

SHORTEST_NAME = 4
NAME, NEAR, ALIKE = 0.95, 0.6, 0.8
"""How much a match counts that is not one of the same word."""


class Kind(StrEnum):
    """What a term is."""

    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Term:
    """`key` is what must agree; `surface` what an index may hold it as."""

    key: str
    surface: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of one text, and what a term of another may agree with."""

    all: tuple[Term, ...]
    keys: frozenset[str]
    names: frozenset[str]
    families: frozenset[int]
    stems: Mapping[str, Sequence[str]]

    def hold(self, term: Term) -> float:
        """How well this text says the term, from 0 to 1."""
        if term.key in self.keys:
            return 1.0
        if term.kind in (Kind.NUMBER, Kind.DATE):
            return 0.0
        if len(term.key) >= SHORTEST_NAME and _heard(term.key) in self.names:
            return NAME
        if any(begin_alike(term.key, other) for other in self.stems.get(term.key[:LONG], ())):
            return ALIKE
        return NEAR if self.families & same_words().families.get(term.key, frozenset()) else 0.0


@lru_cache(maxsize=16_384)
def terms_of(text: str) -> Terms:
    """The terms of a text, each once, in order."""
    plain, found = same_signs(text), dict[str, Term]()
    plain = _take_dates(plain, found)
    plain = _take_phrases(plain, found)
    for hit in _TOKEN.finditer(plain):
        term = _term(hit[0])
        if term is not None:
            found.setdefault(term.key, term)
    return _indexed(tuple(found.values()))


def _take_dates(text: str, found: dict[str, Term]) -> str:
    """The text without its dates, which go to `found` part by part."""
    kept = list(text)
    for date in dates_in(text):
        kept[date.start : date.end] = " " * (date.end - date.start)
        for letter, part in zip("ymd", (date.year, date.month, date.day), strict=True):
            if part is not None:
                said = MONTH_NAMES[part] if letter == "m" else str(part)
                found.setdefault(f"{letter}:{part}", Term(f"{letter}:{part}", said, Kind.DATE))
    return "".join(kept)


def _take_phrases(text: str, found: dict[str, Term]) -> str:
    """The text without the names of several words; each goes to `found` in its first form."""
    lists = same_words()

    def take(hit: re.Match[str]) -> str:
        key = f"={lists.key_of[hit[0].casefold()]}"
        found.setdefault(key, Term(key, hit[0].casefold(), Kind.NAME))
        return " " * len(hit[0])

    return lists.phrases.sub(take, text)


def _term(token: str) -> Term | None:
    word = folded_word(token)
    named = token[:1].isupper() or is_cyrillic(word)
    if word in same_words().key_of and (named or word not in _CAPITAL):
        return Term(f"={same_words().key_of[word]}", word, Kind.NAME)
    if word in same_words().stop or (len(word) == 1 and not word.isdigit()):
        return None
    if word[0].isdigit():
        return _number(token, word)
    if word in _COUNTED:
        return Term(f"n:{_COUNTED[word]}", word, Kind.NUMBER)
    return Term(stem(word), word, Kind.NAME if named else Kind.WORD)


def _number(token: str, word: str) -> Term:
    """A number without its commas; four digits that may be a year are one."""
    digits = re.sub(r"[.,](?=\d{3})", "", token)
    year = digits == token and len(digits) == 4 and digits[:2] in ("18", "19", "20")
    return Term(f"{'y' if year else 'n'}:{digits}", word, Kind.NUMBER)


def _heard(name: str) -> str:
    """What the cases and spellings of a name have in common: no vowel at the end."""
    key = name_key(name)
    return key.rstrip("aeiou") if len(key.rstrip("aeiou")) >= SHORTEST_NAME else key


def _indexed(terms: tuple[Term, ...]) -> Terms:
    lists = same_words()
    words = [term for term in terms if term.kind in (Kind.WORD, Kind.NAME)]
    names = {_heard(t.key) for t in words if len(t.key) >= SHORTEST_NAME and t.kind is Kind.NAME}
    stems: dict[str, list[str]] = {}
    for term in words:
        if len(term.key) >= LONG:
            stems.setdefault(term.key[:LONG], []).append(term.key)
    return Terms(
        terms,
        frozenset(term.key for term in terms),
        frozenset(names),
        frozenset(n for term in words for n in lists.families.get(term.key, ())),
        stems,
    )
