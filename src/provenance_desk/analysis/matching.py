"""Which sentences may state a claim, and which claims a sentence may state: a score, no verdict."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance_desk.analysis.same_words import same_words
from provenance_desk.analysis.spelling import (
    british,
    in_cyrillic,
    in_latin,
    is_cyrillic,
    one_spelling,
)
from provenance_desk.analysis.terms import SHORTEST_NAME, Kind, Term, Terms, terms_of

STRONG, FOLDED = 0.40, 0.25
"""From here a suggestion is shown; from there it is folded away; below, it is none."""

CONTEXT = 0.5
"""How much of a term counts that only the sentence before says, where this one leans on it."""

BREADTH = 0.02
LEAST = 0.15
LIGHT = 0.5
"""The least a term weighs, and how much less one that says little."""

FURTHEST = 4
"""How many sentences back the one may be on which another leans."""

_LEANS = re.compile(
    r"[\W_]*(?:(?:but|and|however|meanwhile|also|later|reportedly)\W+)?"
    r"(?:he|she|they|it|his|her|their|its|this|these|that|those|him|them|"
    r"the (?:general|man|woman|bombing|attack|strike|ministry|minister|city|company|group"
    r"|[\w-]+-old))\b",
    re.IGNORECASE,
)


class Shown(StrEnum):
    """How a suggestion is shown."""

    STRONG = "strong"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may say the same; `before` is the sentence before it, on which it may lean.

    `trust` lowers the score of what seldom states anything itself, such as a list of references.
    """

    text: str
    before: str = ""
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate by its place among those given, and how much of the other it covers."""

    place: int
    score: float

    @property
    def shown(self) -> Shown | None:
        """How it is shown; None: it is not."""
        if self.score >= STRONG:
            return Shown.STRONG
        return Shown.FOLDED if self.score >= FOLDED else None


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a term says: the fewer of `total` texts hold its key, the more."""

    frequencies: Mapping[str, int]
    total: int

    def of(self, term: Term) -> float:
        """The inverse document frequency of a term; a number or a date says more than a word."""
        often = self.frequencies.get(term.key, 0)
        weight = math.log((self.total + 1) / (often + 0.5)) if self.total else 1.0
        return max(weight, LEAST) * (LIGHT if term.key in same_words().light else 1.0)


def sentences_for(
    claim: str, candidates: Sequence[Candidate], weights: Weights, *, limit: int = 50
) -> list[Match]:
    """The candidates that may state the claim, best first."""
    wanted = terms_of(claim)
    weighed = [(term, weights.of(term)) for term in wanted.all]
    scored = (_score(weighed, one) for one in candidates)
    return _best(scored, limit)


def claims_for(
    sentence: Candidate, claims: Sequence[str], weights: Weights, *, limit: int = 50
) -> list[Match]:
    """The claims that the sentence may state, best first."""
    scored = (
        _score([(term, weights.of(term)) for term in terms_of(claim).all], sentence)
        for claim in claims
    )
    return _best(scored, limit)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term and what to search an index by: its own words, and near ones that say less.

    A word that ends in `*` is the beginning of one; one with spaces is a phrase.
    """

    key: str
    words: tuple[str, ...]
    near: tuple[str, ...]


def wanted_of(text: str) -> list[Wanted]:
    """What to search an index by for sentences that may say the same as a text."""
    return [_wanted(term) for term in terms_of(text).all]


def _wanted(term: Term) -> Wanted:
    lists = same_words()
    if term.key.startswith("="):
        return Wanted(term.key, lists.names_of[term.key[1:]], ())
    other = _in_the_other_script(term.surface) if term.kind is Kind.NAME else ()
    near = () if term.key in lists.light else lists.near_of(term.key)
    spelled = (term.surface, one_spelling(term.surface), *british(term.surface), *other)
    return Wanted(term.key, tuple(dict.fromkeys(spelled)), near)


def leans(sentence: str) -> bool:
    """Whether a sentence begins with a word that stands for something said before it."""
    return _LEANS.match(sentence) is not None


def said_before(sentences: Sequence[str]) -> str:
    """Of sentences in order, what the one after them may lean on: back to one that stands alone."""
    kept: list[str] = []
    for sentence in reversed(sentences[-FURTHEST:]):
        kept.append(sentence)
        if not leans(sentence):
            break
    return " ".join(reversed(kept))


def _in_the_other_script(word: str) -> Iterable[str]:
    if len(word) < SHORTEST_NAME:
        return
    if is_cyrillic(word):
        yield f"{in_latin(word)[:-1]}*"
    elif word.isascii() and word.isalpha():
        yield f"{in_cyrillic(word)[:-1]}*"


def _score(weighed: Sequence[tuple[Term, float]], one: Candidate) -> float:
    """The share of the weight that the candidate says; a hair less where it says much else."""
    total = sum(weight for _, weight in weighed)
    if not total:
        return 0.0
    here = terms_of(one.text)
    before = terms_of(one.before) if one.before and leans(one.text) else None
    held = [(weight, _held(term, here, before)) for term, weight in weighed]
    said = sum(weight * much for weight, much in held)
    fullness = min(1.0, sum(much for _, much in held) / max(1, len(here.all)))
    return one.trust * (said / total - BREADTH * (1 - fullness))


def _held(term: Term, here: Terms, before: Terms | None) -> float:
    held = here.hold(term)
    if before is None or held >= CONTEXT:
        return held
    return max(held, CONTEXT * before.hold(term))


def _best(scores: Iterable[float], limit: int) -> list[Match]:
    found = [Match(place, round(score, 3)) for place, score in enumerate(scores)]
    kept = [match for match in found if match.shown is not None]
    return sorted(kept, key=lambda match: (-match.score, match.place))[:limit]
