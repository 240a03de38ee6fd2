"""The words of many sentences as numbers in one array, so that comparing them is arithmetic."""

from array import array
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance_desk.analysis.same_words import same_words
from provenance_desk.analysis.spelling import one_spelling
from provenance_desk.analysis.word_spans import WORD, folded_word, words_of

Numbers = NDArray[np.int64]
BATCH = 4096


class SentenceWords:
    """Words as numbers, sentence after sentence; an ignored sentence has none.

    `stop` are the numbers of words that say nothing alone.
    """

    def __init__(self, numbers: Numbers, bounds: Numbers, stop: frozenset[int]) -> None:
        self.numbers, self.bounds, self.stop = numbers, bounds, stop

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


class _WordNumbers(dict[str, int]):
    """The number of each word by how it is written; words that are the same have one number."""

    def __init__(self) -> None:
        super().__init__()
        self.of_word: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        word = one_spelling(folded_word(written))
        self[written] = number = self.of_word.setdefault(word, len(self.of_word))
        return number


def numbered_words(
    sentences: Sequence[str], ignored: frozenset[str], step: Callable[[int], None]
) -> SentenceWords:
    """Number the words of all sentences; `step` is told how many sentences are done."""
    known = _WordNumbers()
    numbers, bounds = array("q"), array("q", [0])
    for done, sentence in enumerate(sentences):
        if done % BATCH == 0:
            step(done)
        if not ignored or sentence_key(sentence) not in ignored:
            numbers.extend([known[word] for word in WORD.findall(sentence)])
        bounds.append(len(numbers))
    stop = frozenset(known.of_word[word] for word in same_words().stop if word in known.of_word)
    return SentenceWords(np.frombuffer(numbers, np.int64), np.frombuffer(bounds, np.int64), stop)
