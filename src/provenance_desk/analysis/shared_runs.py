"""Runs of three words, hashed, sorted and counted per pair of sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance_desk.analysis.copied_words import Numbers, SentenceWords

COMMON = 60
"""A run in more sentences than this is a manner of speaking; it points to nobody."""

_ODD = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of sentences worth a closer look."""

    firsts: Numbers
    seconds: Numbers

    def __len__(self) -> int:
        return len(self.firsts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.firsts.tolist(), self.seconds.tolist(), strict=True)


def candidate_pairs(words: SentenceWords, chosen: Sequence[int], least: int) -> Candidates:
    """The pairs among the chosen sentences that share at least so many different runs."""
    hashes, owners = _runs(words, np.asarray(chosen, np.int64))
    first, second = _pairs(hashes, owners)
    key = first * np.int64(len(words) + 1) + second
    keys, counts = np.unique(key, return_counts=True)
    keys = keys[counts >= least]
    return Candidates(keys // (len(words) + 1), keys % (len(words) + 1))


def _runs(words: SentenceWords, chosen: Numbers) -> tuple[NDArray[np.uint64], Numbers]:
    """Every run once per sentence, in order of the runs, with the sentence it stands in."""
    lengths = words.bounds[chosen + 1] - words.bounds[chosen] - 2
    chosen, lengths = chosen[lengths > 0], lengths[lengths > 0]
    owners = np.repeat(chosen, lengths)
    before = np.repeat(np.cumsum(lengths) - lengths, lengths)
    places = words.bounds[owners] + np.arange(len(owners)) - before
    hashes = _hashed(words.numbers, places)
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    fresh = np.ones(len(hashes), bool)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return hashes[fresh], owners[fresh]


def _hashed(numbers: Numbers, places: Numbers) -> NDArray[np.uint64]:
    found = np.zeros(len(places), np.uint64)
    for shift, odd in enumerate(_ODD):
        found = (found ^ (numbers[places + shift].astype(np.uint64) + odd)) * odd
        found ^= found >> np.uint64(29)
    return found


def _pairs(hashes: NDArray[np.uint64], owners: Numbers) -> tuple[Numbers, Numbers]:
    """Every two sentences of the same run, the lower one first."""
    edges = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True])
    starts, sizes = edges[:-1], np.diff(edges)
    rare = (sizes > 1) & (sizes <= COMMON)
    starts, sizes = starts[rare], sizes[rare]
    firsts, seconds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for size in np.unique(sizes):
        rows = owners[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(int(size), 1)
        firsts.append(rows[:, one].ravel())
        seconds.append(rows[:, other].ravel())
    return np.concatenate(firsts), np.concatenate(seconds)
