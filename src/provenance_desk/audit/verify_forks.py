"""Forks: one author, two histories of one feed. They count nowhere until somebody else decides."""

from collections import defaultdict
from dataclasses import dataclass, field

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import FeedRead, Index, feed_at, seq_at


@dataclass(slots=True)
class _Fork:
    """The histories of one feed, what others chose of them, and what those had seen."""

    histories: list[FeedRead]
    chosen: set[int] = field(default_factory=set)
    known: set[int] = field(default_factory=set)

    @property
    def resolved(self) -> bool:
        """Whether everybody who chose took the same one, knowing of all the rest."""
        all_of_them = {read.number for read in self.histories}
        return len(self.chosen) == 1 and self.known | self.chosen >= all_of_them

    def history_of(self, index: Index, event: str) -> int | None:
        """The history that alone holds the event; None where it is shared or not among them."""
        at = index.places.get(event)
        if at is None or feed_at(at) not in {read.number for read in self.histories}:
            return None
        shared = min(read.first for read in self.histories[1:])
        return None if seq_at(at) < shared else feed_at(at)


def check_forks(index: Index, findings: Findings) -> int:
    """Report the forks that nobody but their author has resolved; how many others have."""
    forks = _forks(index)
    for read in index.feeds if forks else []:
        _read_choices(index, read, forks)
    for feed, fork in forks.items():
        if not fork.resolved:
            sentence = f"feed {feed} has {len(fork.histories)} histories, all signed by its author."
            findings.add("F-FORK", sentence, fork.histories[1].place)
    return sum(fork.resolved for fork in forks.values())


def _forks(index: Index) -> dict[str, _Fork]:
    """The forked feeds whose histories could all be read."""
    tails: dict[str, list[FeedRead]] = defaultdict(list)
    for read in index.feeds:
        if read.tail:
            tails[read.feed].append(read)
    forks = {feed: _Fork([index.by_feed[feed], *others]) for feed, others in tails.items()}
    return {
        feed: fork
        for feed, fork in forks.items()
        if not any(read.broken for read in fork.histories)
    }


def _read_choices(index: Index, read: FeedRead, forks: dict[str, _Fork]) -> None:
    """Walk through what one feed saw and resolved, in its order."""
    steps = [
        (sight.seq, head.feed, head.head, False) for sight in read.sights for head in sight.heads
    ]
    steps += [(known.seq, known.feed, known.keep, True) for known in read.resolutions]
    seen: dict[str, set[int]] = defaultdict(set)
    for _, feed, event, chooses in sorted(steps):
        fork = forks.get(feed)
        history = fork.history_of(index, event) if fork else None
        if fork is None or history is None or read.author == fork.histories[0].author:
            continue
        seen[feed].add(history)
        if chooses:
            fork.chosen.add(history)
            fork.known |= seen[feed]
