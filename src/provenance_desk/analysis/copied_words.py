"""The words of many sentences as numbers in one array, so that comparing them is arithmetic."""

from array import array
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance_desk.analysis.spelling import one_spelling
from provenance_desk.analysis.word_spans import words_of

Numbers = NDArray[np.int64]
BATCH = 4096


class SentenceWords:
    """Words as numbers, sentence after sentence; an ignored sentence has none."""

    def __init__(self, numbers: Numbers, bounds: Numbers) -> None:
        self.numbers, self.bounds = numbers, bounds

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, sentence: int) -> Numbers:
        """The words of one sentence."""
        return self.numbers[self.bounds[sentence] : self.bounds[sentence + 1]]

    def count(self, sentence: int) -> int:
        """How many words a sentence has."""
        return int(self.bounds[sentence + 1] - self.bounds[sentence])


def sentence_key(sentence: str) -> str:
    """What makes two sentences the same: their words, whatever their case, signs and spelling."""
    return " ".join(one_spelling(word) for word in words_of(sentence))


def numbered_words(
    sentences: Sequence[str], ignored: frozenset[str], step: Callable[[int], None]
) -> SentenceWords:
    """Number the words of all sentences; `step` is told how many sentences are done."""
    known: dict[str, int] = {}
    numbers, bounds = array("q"), array("q", [0])
    for done, sentence in enumerate(sentences):
        if done % BATCH == 0:
            step(done)
        words = [one_spelling(word) for word in words_of(sentence)]
        if not ignored or " ".join(words) not in ignored:
            numbers.extend([known.setdefault(word, len(known)) for word in words])
        bounds.append(len(numbers))
    return SentenceWords(np.frombuffer(numbers, np.int64), np.frombuffer(bounds, np.int64))
