"""Copied text: which sentences share so many runs of three words that one may come from another."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance_desk.analysis.copied_words import Numbers, SentenceWords, numbered_words
from provenance_desk.analysis.shared_runs import Candidates, candidate_pairs

Step = Callable[[int, int], None]
"""Told how much is done of how much; raises to give the search up."""


class Likeness(StrEnum):
    """How much two sentences share."""

    COPIED = "copied"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a pair must reach: words in shared runs, and their share of the shorter sentence."""

    words: int
    share: float


BARS = {Likeness.COPIED: Bar(8, 0.5), Likeness.POSSIBLE: Bar(6, 0.3)}

TELLING = 3
"""How many different words that say something must be among the shared ones."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, by their place among those given; `words` is how many they share."""

    first: int
    second: int
    words: int
    share: float
    likeness: Likeness


def find_copies(
    sentences: Sequence[str],
    *,
    possible: bool = False,
    ignored: frozenset[str] = frozenset(),
    formal: Container[int] = (),
    step: Step = lambda done, total: None,
) -> list[Pair]:
    """The pairs that share enough, in order of their places; `ignored` are keys of boilerplate.

    Of sentences in the same words, each is paired with the first of them alone. Those that are
    `formal`, as entries of a list of references are, are paired where all their words agree.
    """
    total = len(sentences)
    words = numbered_words(sentences, ignored, lambda done: step(done, 3 * total))
    firsts, twins = _twins(words, possible=possible)
    compared = [number for number in firsts if number not in formal]
    found = candidate_pairs(words, compared, 2 if possible else 3)
    step(2 * total, 3 * total)
    found_pairs = twins + _judged(words, found, possible=possible, step=step)
    step(3 * total, 3 * total)
    return sorted(found_pairs, key=lambda pair: (pair.first, pair.second))


def likeness_of(shared: int, shorter: int) -> Likeness | None:
    """How alike two sentences are that share so many words of the shorter one; None: not at all."""
    for likeness, bar in BARS.items():
        if shared >= bar.words and shared >= bar.share * shorter:
            return likeness
    return None


def _twins(words: SentenceWords, *, possible: bool) -> tuple[list[int], list[Pair]]:
    """The first of all sentences in the same words, and each later one paired with it."""
    seen: dict[bytes, int] = {}
    firsts, twins = [], []
    for number in range(len(words)):
        count = words.count(number)
        likeness = likeness_of(count, count)
        if likeness is None:
            continue
        first = seen.setdefault(words.of(number).tobytes(), number)
        if first == number:
            firsts.append(number)
        elif possible or likeness is Likeness.COPIED:
            twins.append(Pair(first, number, count, 1.0, likeness))
    return firsts, twins


def _judged(words: SentenceWords, found: Candidates, *, possible: bool, step: Step) -> list[Pair]:
    kept = []
    total = 3 * len(words)
    for done, (first, second) in enumerate(found):
        if done % 2048 == 0:
            step(total * 2 // 3 + total * done // (3 * max(1, len(found))), total)
        pair = judge(words, first, second)
        if pair and (possible or pair.likeness is Likeness.COPIED):
            kept.append(pair)
    return kept


def judge(words: SentenceWords, first: int, second: int) -> Pair | None:
    """The pair as it is to be shown; None where it shares too little."""
    a, b = words.of(first), words.of(second)
    if len(b) < len(a):
        a, b = b, a
    places = _shared_places(a, b)
    shared = len(places)
    likeness = likeness_of(shared, len(a))
    if likeness is None or len({int(a[place]) for place in places} - words.stop) < TELLING:
        return None
    return Pair(first, second, shared, round(shared / len(a), 3), likeness)


def _shared_places(shorter: Numbers, longer: Numbers) -> set[int]:
    """The words of the shorter sentence that stand in a run of three that the longer has too."""
    short, long = shorter.tolist(), longer.tolist()
    there = set(zip(long, long[1:], long[2:], strict=False))
    covered: set[int] = set()
    for place, run in enumerate(zip(short, short[1:], short[2:], strict=False)):
        if run in there:
            covered.update((place, place + 1, place + 2))
    return covered
