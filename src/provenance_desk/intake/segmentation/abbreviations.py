"""What kind of word stands before a full stop."""

import re
from collections.abc import Mapping

from provenance_desk.intake.segmentation.context import Left
from provenance_desk.intake.segmentation.lexicon import Kind

_LISTED = re.compile(
    r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]*|[-–—•*·▪◦‣⁃●]\d{0,3}"
)
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,3}")
_VOWELS = frozenset("aeiouyäöüáéíóúàèâêôåæøаеёиоуыэюяіїєѣαεηιουω")
_LOWER_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_BULLETS = frozenset("-–—•*·▪◦‣⁃●")
_LONGEST_JOINED = 4


class Abbreviations:
    """The abbreviations of one language; remembers the words of a text it was asked for."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        self._last_parts = {word.rpartition(".")[2] for word in kinds if "." in word}
        self._seen: dict[str, Kind] = {}

    def kind(self, left: Left) -> Kind:
        """Say what the word before a full stop is, from the tables and from its shape."""
        token = left.token
        if not token:
            return Kind.PLAIN
        if _opens_list(left):
            return Kind.LISTED
        if left.before and left.before[-1][-1] == "." and token.lower() in self._last_parts:
            for joined in _joined(left):
                if joined in self._kinds:
                    return self._kinds[joined]
        if token not in self._seen:
            self._seen[token] = self._alone(token)
        return self._seen[token]

    def knows(self, word: str) -> bool:
        """Say whether a word stands in the tables, as it is or written small."""
        return word in self._kinds or word.lower() in self._kinds

    def is_unit(self, word: str) -> bool:
        """Say whether a word before is a unit: 5 тыс. чел."""
        return self._kinds.get(word.rstrip(".").lower()) is Kind.UNIT

    def _alone(self, token: str) -> Kind:
        if len(token) == 1 and token.isupper():
            return Kind.INITIAL
        return self._known(token) or _by_shape(token)

    def _known(self, token: str) -> Kind:
        if token in self._kinds:
            return self._kinds[token]
        lower = token.lower()
        if lower in self._kinds:
            return self._in_capitals(lower) if token.isupper() else self._kinds[lower]
        last = re.split(r"[-'’/(]", token)[-1]
        return self._known(last) if 1 < len(last) < len(token) else Kind.PLAIN

    def _in_capitals(self, lower: str) -> Kind:
        """CA, INC and MIN are names as often as abbreviations; MR and NO are not."""
        kind = self._kinds[lower]
        if "." in lower or kind is Kind.TITLE:
            return kind
        return kind if len(lower) == 2 and kind is not Kind.LEADER else Kind.PLAIN


def _opens_list(left: Left) -> bool:
    first = left.alone or (len(left.before) == 1 and left.before[0] in _BULLETS)
    return first and _LISTED.fullmatch(left.token) is not None


def _joined(left: Left) -> tuple[str, ...]:
    """Write abbreviations in several words as one: z. B. is z.b, до н. э. is до.н.э."""
    parts = [left.token.lower()]
    for word in reversed(left.before):
        if word[-1] != "." or len(word) > _LONGEST_JOINED + 1:
            break
        parts.insert(0, word.lower().strip(".(\"'“„«"))
    return tuple(".".join(parts[at:]) for at in range(len(parts) - 1))


def _by_shape(token: str) -> Kind:
    if _ACRONYM.fullmatch(token):
        return Kind.ACRONYM if token[0].isupper() else Kind.LEADER
    if len(token) == 1:
        return Kind.ENDING if token in _LOWER_CONSONANTS else Kind.PLAIN
    if 2 <= len(token) <= 4 and token.istitle() and token.isalpha():
        return Kind.PLAIN if _VOWELS & set(token.lower()) else Kind.ENDING
    return Kind.PLAIN
