"""What feeds say of each other: heads that are gone, shorter or forked; clocks; retired keys."""

from bisect import bisect_left
from collections.abc import Iterable

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import FeedRead, Index, SeenHead, Sight, feed_at, seq_at
from provenance_desk.audit.verify_lines import plural


class Sightings:
    """For each feed, how much of every other feed it had seen before a given entry."""

    def __init__(self, index: Index) -> None:
        self._index = index
        # The seqs of a feed's sights of another, and the largest size named up to each of them.
        self._seen: dict[tuple[int, str], tuple[list[int], list[int]]] = {}
        self._missing: dict[int, int] = {}
        for read in index.feeds:
            for sight in read.sights:
                self._add(read, sight)

    def _add(self, read: FeedRead, sight: Sight) -> None:
        for head in sight.heads:
            seqs, sizes = self._seen.setdefault((read.number, head.feed), ([], []))
            seqs.append(sight.seq)
            sizes.append(max(head.size, sizes[-1] if sizes else 0))
            if found(self._index, head) is None:
                self._missing.setdefault(read.number, sight.seq)

    def covers(self, reader: FeedRead, before: int, holder: FeedRead, seq: int) -> bool:
        """Whether the reader's feed had named a head at or past that entry of the holder."""
        if reader.number == holder.number:
            return seq < before
        if reader.feed == holder.feed:
            return seq < reader.first
        return any(
            self._named(number, holder.feed, end) > seq
            for number, end in self._parts(reader, before)
        )

    def waits(self, reader: FeedRead, before: int) -> bool:
        """Whether the reader's feed had named a head by then that is not here."""
        return any(
            self._missing.get(number, end) < end for number, end in self._parts(reader, before)
        )

    def _parts(self, reader: FeedRead, before: int) -> list[tuple[int, int]]:
        """Where the reader's entries before that one are: a fork's tail goes on from its feed."""
        own = (reader.number, before)
        if not reader.tail:
            return [own]
        return [own, (self._index.by_feed[reader.feed].number, min(before, reader.first))]

    def _named(self, number: int, feed: str, before: int) -> int:
        """The largest size of a feed that those entries had named before the given seq."""
        seqs, sizes = self._seen.get((number, feed), ([], []))
        earlier = bisect_left(seqs, before)
        return sizes[earlier - 1] if earlier else 0


def found(index: Index, head: SeenHead) -> FeedRead | None:
    """The feed or tail in which that head ends that many events; None where it is not here."""
    at = index.places.get(head.head)
    if at is None or seq_at(at) != head.size - 1:
        return None
    holder = index.feeds[feed_at(at)]
    return holder if holder.feed == head.feed else None


def check_heads(index: Index, findings: Findings) -> None:
    """Report what `heads.seen` entries name and the feeds here do not bear out."""
    gone: dict[str, tuple[int, str]] = {}
    for read in index.feeds:
        for sight in read.sights:
            _check_clock(index, findings, read, sight)
            for head in sight.heads:
                if head.feed not in index.by_feed:
                    gone.setdefault(head.feed, (head.size, read.line(sight.seq)))
                else:
                    _check_head(index, findings, head, read.line(sight.seq))
    for feed, (size, where) in gone.items():
        sentence = f"feed {feed} with {plural(size, 'entry')} is named, but not here."
        findings.add("F-FEEDGONE", sentence, where)


def _check_head(index: Index, findings: Findings, head: SeenHead, where: str) -> None:
    own = index.by_feed[head.feed]
    if own.broken or found(index, head) is not None:
        return
    if head.size > own.size:
        sentence = f"feed {head.feed} had {plural(head.size, 'entry')}, here it has {own.size}."
        findings.add("F-ROLLBACK", sentence, where)
    else:
        sentence = f"feed {head.feed} had another entry {head.size - 1} than the one here."
        findings.add("F-FORK", sentence, where)


def _check_clock(index: Index, findings: Findings, read: FeedRead, sight: Sight) -> None:
    """A clock may only jump to one more than the highest of the heads that it names."""
    holders = [(head, found(index, head)) for head in sight.heads]
    clocks = [holder.clock(head.size - 1) for head, holder in holders if holder is not None]
    right = max(sight.before, *clocks, 0) + 1
    complete = len(clocks) == len(holders)
    if sight.clock < right or (complete and sight.clock != right):
        sentence = f"clock {sight.clock} should be {right}, by the heads that the entry names."
        findings.add("C-CLOCK", sentence, read.line(sight.seq))


def check_retired(index: Index, findings: Findings) -> None:
    """Report entries that a retired key wrote in another feed after it had seen its own end."""
    retired = {read.feed: read for read in index.feeds if read.retired is not None}
    for read in index.feeds:
        for sight in read.sights:
            for head in sight.heads:
                ended = retired.get(head.feed)
                if ended is None or ended.author != read.author or ended.retired is None:
                    continue
                if head.size > ended.retired and sight.seq + 1 < read.size:
                    sentence = "the entry was written with a key that another feed had retired."
                    findings.add("K-RETIRED", sentence, read.line(sight.seq + 1))


def check_known(index: Index, findings: Findings, heads: Iterable[SeenHead]) -> None:
    """Report feeds that are shorter than they are known to be here, or another history."""
    for head in heads:
        own = index.by_feed.get(head.feed)
        if own is not None:
            _check_head(index, findings, head, f"{own.place} against your own records")
