"""Cues in a sentence: words that hedge, accuse, attribute, deny. They suggest and never decide."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from provenance_desk.analysis.cue_lists import CueClass, CueList
from provenance_desk.analysis.word_spans import same_signs

TELLING = frozenset(
    {
        CueClass.HEDGE_REPORT,
        CueClass.HEDGE_EPISTEMIC,
        CueClass.UNKNOWN,
        CueClass.ACCUSATION,
        CueClass.VAGUE_SOURCE,
        CueClass.ATTRIBUTION,
        CueClass.DENIAL,
    }
)
"""Classes that tell how a sentence states what it states; the others are to be noticed only."""

_ALEF = str.maketrans("أإآٱ", "اااا")
_LEFT_OUT = re.compile("[\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of one class; offsets are code points of the text searched."""

    kind: CueClass
    start: int
    end: int


def find_cues(text: str, start: int, end: int, cues: CueList) -> list[Cue]:
    """The cues of the sentence `[start, end)`, in order; of one class none lies within another."""
    sentence, places = _searchable(text[start:end], cues.language)
    friends = [hit.span() for hit in _hits(cues.false_friends, sentence)]
    found = [
        Cue(kind, start + places[hit.start()], start + places[hit.end()])
        for kind, pattern in cues.patterns
        for hit in _hits(pattern, sentence)
        if hit.end() > hit.start() and not _within(hit.span(), friends)
    ]
    return sorted(found, key=lambda cue: (cue.start, cue.end))


def has_telling_cue(found: list[Cue]) -> bool:
    """Whether any of these tells how the sentence states what it states."""
    return any(cue.kind in TELLING for cue in found)


def _hits(pattern: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(text) if pattern else iter(())


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _searchable(sentence: str, language: str) -> tuple[str, "range | list[int]"]:
    """The text the patterns are written for, and where its signs and its end stand in the other."""
    plain = same_signs(sentence)
    if language != "ar" and unicodedata.is_normalized("NFC", plain):
        return plain, range(len(plain) + 1)
    kept, places = [], []
    for place, sign in _composed(plain):
        if language != "ar" or not _LEFT_OUT.match(sign):
            kept.append(sign.translate(_ALEF) if language == "ar" else sign)
            places.append(place)
    return "".join(kept), [*places, len(sentence)]


def _composed(text: str) -> Iterator[tuple[int, str]]:
    """Each letter in one sign where there is one, with the place it begins at."""
    for hit in re.finditer(r"(?s).[\u0300-\u036f]*", text):
        for sign in unicodedata.normalize("NFC", hit[0]):
            yield hit.start(), sign
