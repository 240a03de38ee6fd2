"""Whose feeds the project holds, and what is known here of each key; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader

TRUST_WORDS: Final[Mapping[str, str]] = {
    "unknown": "not known here",
    "seen": "seen before, not checked",
    "vouched": "vouched for by a team’s list",
    "checked": "checked in person, 3 words",
}


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """One feed as its card shows it."""

    feed: str
    author: str
    name: str
    trust: str
    own: bool
    entries: int
    sealed: int
    head: str
    words: Sequence[str]


def feed_facts(reader: "Reader", author: str, home: Path) -> list[FeedFacts]:
    """Every feed, one's own first, then the longest."""
    from provenance_desk.audit.identity import own_keys
    from provenance_desk.audit.keys import words
    from provenance_desk.audit.trust import TrustBook

    feeds, names, own = reader.feeds(), reader.names(), own_keys(home)
    book = TrustBook(home)
    states = book.states({feed.author for feed in feeds})
    made = [
        FeedFacts(
            feed=feed.feed,
            author=feed.author,
            name=book.petname(feed.author) or names.get(feed.author, ""),
            trust=_trust(feed.author, author, own, states[feed.author].value),
            own=feed.author == author,
            entries=feed.size,
            sealed=feed.sealed,
            head=feed.head,
            words=words(feed.author),
        )
        for feed in feeds
    ]
    return sorted(made, key=lambda feed: (not feed.own, -feed.entries))


def _trust(author: str, current: str, own: frozenset[str], state: str) -> str:
    if author == current:
        return "this key, on this computer"
    if author in own:
        return "another key of yours, on this computer"
    return TRUST_WORDS[state]
