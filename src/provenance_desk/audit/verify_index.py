"""What verification remembers of the events it has read: compact, as bundles may hold many."""

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance_desk.audit.verify_refs import Kind, Want

Place = int
"""Where an event is: the number of its feed, shifted, and its seq."""

_SHIFT = 40


def place(feed: int, seq: int) -> Place:
    """The place of an event, as one integer."""
    return feed << _SHIFT | seq


def feed_at(at: Place) -> int:
    """The number of the feed of that place."""
    return at >> _SHIFT


def seq_at(at: Place) -> int:
    """The seq of that place."""
    return at & (1 << _SHIFT) - 1


class SeenHead(NamedTuple):
    """A head as a `heads.seen` names it."""

    feed: str
    size: int
    head: str


class Sight(NamedTuple):
    """One `heads.seen`: where it stands, the clock before it, its own, and what it names."""

    seq: int
    before: int
    clock: int
    heads: tuple[SeenHead, ...]


class Reference(NamedTuple):
    """An id that an event names, with what it must be."""

    seq: int
    want: Want
    name: str


class Resolution(NamedTuple):
    """A `fork.resolved`: who says which event of a forked feed counts."""

    seq: int
    feed: str
    keep: str


@dataclass(slots=True)
class FeedRead:
    """What is known of one feed, or of one tail of a forked feed, once its lines were read."""

    number: int
    feed: str
    place: str
    tail: bool = False
    author: str = ""
    first: int = 0
    head: str = ""
    broken: bool = False
    retired: int | None = None
    clocks: "array[int]" = field(default_factory=lambda: array("q"))
    kinds: bytearray = field(default_factory=bytearray)
    sights: list[Sight] = field(default_factory=list)
    waiting: list[Reference] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)

    @property
    def size(self) -> int:
        """One more than the seq of the last event read."""
        return self.first + len(self.clocks)

    def clock(self, seq: int) -> int:
        """The clock of one of its events."""
        return self.clocks[seq - self.first]

    def kind(self, seq: int) -> Kind:
        """What one of its events is to others."""
        return Kind(self.kinds[seq - self.first])

    def line(self, seq: int) -> str:
        """Where one of its events stands, for a finding."""
        return f"{self.place} line {seq - self.first + 1}"


@dataclass(frozen=True, slots=True)
class Added:
    """What one `document.added` says of a document."""

    at: Place
    length: int
    original: str
    bytes: int
    table: str
    segmenter: str


@dataclass(slots=True)
class Quotes:
    """The quotes that links name, as parallel columns."""

    names: list[bytes] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    at: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.names)


@dataclass(slots=True)
class Index:
    """All feeds together: every event by id, every document, quote and attachment named."""

    project: str = ""
    feeds: list[FeedRead] = field(default_factory=list)
    by_feed: dict[str, FeedRead] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    documents: dict[str, list[Added]] = field(default_factory=dict)
    first_added: dict[str, dict[int, Place]] = field(default_factory=dict)
    quotes: Quotes = field(default_factory=Quotes)
    texts: set[bytes] = field(default_factory=set)
    profiles: dict[str, bytes] = field(default_factory=dict)
    odd_names: set[bytes] = field(default_factory=set)
    extensions: int = 0
    backwards: int = 0
    created: str = ""
    continued: list[tuple[str, str, str]] = field(default_factory=list)

    def line(self, at: Place) -> str:
        """Where the event of a place stands, for a finding."""
        return self.feeds[feed_at(at)].line(seq_at(at))
