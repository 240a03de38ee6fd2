"""Repeats: sentences that stand twice in one document, or once whole and once cut off."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from provenance_desk.intake.segmentation.blocks import Span

_SHORTEST_REPEAT = 6
_SHORTEST_CUT = 8
_SAME_SIGNS = str.maketrans("“”„‟«»‘’‚‛–—\u00a0\u2011", '""""""' + "''''" + "-- -")
_EDGE = " \"'-.,;:!?…()[]"
_STOPPED = re.compile(r"[.!?][\"')\]]*\Z")
_TRAILING = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")


class Repeat(NamedTuple):
    """The sentence `number` says the same as `other`, which is earlier or fuller."""

    number: int
    other: int


def find_repeats(text: str, sentences: Sequence[Span]) -> list[Repeat]:
    """Return the repeated and the cut-off sentences in order, each with the one to read."""
    keys = [_key(text[start:end]) for start, end in sentences]
    firsts: dict[str, int] = {}
    for number, key in enumerate(keys):
        if key.count(" ") + 1 >= _SHORTEST_REPEAT:
            firsts.setdefault(key, number)
    fuller = _fuller(
        firsts, {key for key, number in firsts.items() if _cut(text, sentences[number])}
    )
    targets = (
        (number, fuller.get(key, firsts.get(key, number))) for number, key in enumerate(keys)
    )
    return [Repeat(number, other) for number, other in targets if other != number]


def _key(sentence: str) -> str:
    """Write a sentence so that quotation marks, dashes, case and white space do not count."""
    return " ".join(sentence.translate(_SAME_SIGNS).casefold().split()).strip(_EDGE)


def _cut(text: str, span: Span) -> bool:
    """Whether a sentence stops without a full stop, or with the dots of a cut."""
    sentence = text[span[0] : span[1]].translate(_SAME_SIGNS)
    return _TRAILING.search(sentence) is not None or _STOPPED.search(sentence) is None


def _fuller(firsts: dict[str, int], cut: set[str]) -> dict[str, int]:
    """Map each cut-off key to the fuller sentence: sorted, that one comes right behind it."""
    found: dict[str, int] = {}
    for following, key in pairwise(sorted(firsts, reverse=True)):
        if key in cut and _begins(key, following):
            found[key] = found.get(following, firsts[following])
    return found


def _begins(key: str, following: str) -> bool:
    """Whether eight whole words or more of `following` are all that `key` says."""
    if not following.startswith(key):
        return False
    whole = not following[len(key)].isalnum()
    return key.count(" ") + whole >= _SHORTEST_CUT
