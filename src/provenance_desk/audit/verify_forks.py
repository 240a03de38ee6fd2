"""Forks: one author, two histories of one feed. They count nowhere until somebody else decides."""

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import FeedRead, Index, feed_at, seq_at


def check_forks(index: Index, findings: Findings) -> int:
    """Report the forks that nobody but their author has resolved; how many others have."""
    tails: dict[str, list[FeedRead]] = {}
    for read in index.feeds:
        if read.tail:
            tails.setdefault(read.feed, []).append(read)
    resolved = 0
    for feed, others in tails.items():
        histories = [index.by_feed[feed], *others]
        if any(read.broken for read in histories):
            continue
        if _is_resolved(index, feed, histories):
            resolved += 1
        else:
            sentence = f"feed {feed} has {len(histories)} histories, all signed by its author."
            findings.add("F-FORK", sentence, others[0].place)
    return resolved


def _is_resolved(index: Index, feed: str, histories: list[FeedRead]) -> bool:
    """Whether others chose one history, the same each time, knowing of all the rest."""
    chosen: set[int] = set()
    known: set[int] = set()
    for read in index.feeds:
        for resolution in read.resolutions:
            if resolution.feed != feed or read.author == histories[0].author:
                continue
            kept = _history_of(index, resolution.keep, histories)
            if kept is not None:
                chosen.add(kept)
                known |= _known_before(index, read, resolution.seq, histories)
    return len(chosen) == 1 and known | chosen >= {read.number for read in histories}


def _known_before(index: Index, read: FeedRead, seq: int, histories: list[FeedRead]) -> set[int]:
    """The histories whose heads the feed had named before that entry."""
    heads = (head for sight in read.sights if sight.seq < seq for head in sight.heads)
    found = (_history_of(index, head.head, histories) for head in heads)
    return {number for number in found if number is not None}


def _history_of(index: Index, event: str, histories: list[FeedRead]) -> int | None:
    """The history that alone holds the event; None where it is shared or not among them."""
    at = index.places.get(event)
    if at is None or feed_at(at) not in {read.number for read in histories}:
        return None
    shared = min(read.first for read in histories[1:])
    return None if seq_at(at) < shared else feed_at(at)
