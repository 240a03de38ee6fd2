"""The event log of a project file, read: lines as they were hashed, in feeds, in merged order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.schemas import event_from
from provenance_desk.audit.text_rules import HEX_32, HEX_64
from provenance_desk.domain.events import Event
from provenance_desk.domain.replay import Thing, ThingKind, thing_of
from provenance_desk.store.rows import Row, Rows

UNDO = "undo"
ORIGINAL = "original"

_EVENTS = "SELECT e.event, e.line FROM event e JOIN feed f ON f.number = e.feed"
_IN_ORDER = " ORDER BY e.clock, f.author, f.feed, e.seq, e.event"
_NEWEST_FIRST = " ORDER BY e.clock DESC, f.author DESC, f.feed DESC, e.seq DESC, e.event DESC"
_BRIEFLY = (
    "SELECT e.event, e.type, e.feed,"
    " CAST(substr(e.line, -(length(e.type) + 36), 24) AS TEXT), e.undone"
    " FROM event e JOIN feed f ON f.number = e.feed"
)
_ABOUT = (
    "SELECT e.event, e.line, e.undone FROM about a JOIN event e ON e.number = a.event"
    " WHERE a.kind = ? AND a.thing = ?"
)


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed's size, head and clock, and how many of its events a checkpoint covers."""

    number: int
    feed: str
    author: str
    size: int
    head: str
    clock: int
    sealed: int


@dataclass(frozen=True, slots=True)
class Line:
    """An event and the bytes that were hashed, without the newline."""

    event: Event
    bytes: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """What undo must know of an event: its step, its type, and which events it takes back."""

    id: str
    step: int
    type: str
    takes_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the folds of some things read: their events in merged order, and who is undone."""

    events: Mapping[Thing, list[Event]]
    undone: frozenset[str]


def feed_states(rows: Rows) -> list[FeedState]:
    """Every feed of the file, in the order they came in."""
    found = rows.all(
        "SELECT number, feed, author, size, head, clock, coalesce("
        "(SELECT max(c.size) FROM checkpoint c WHERE c.feed = number), 0) FROM feed ORDER BY number"
    )
    with rows.understood("a feed that can't be read"):
        return [_feed_state(row) for row in found]


def _feed_state(row: Row) -> FeedState:
    """A feed as its row has it; ValueError or TypeError where that is none."""
    state = FeedState(*row)
    ids = HEX_32.fullmatch(state.feed) and HEX_64.fullmatch(state.author)
    if not ids or not HEX_64.fullmatch(state.head):
        raise ValueError("not the ids of a feed")
    if not all(type(number) is int for number in (state.size, state.clock, state.sealed)):
        raise TypeError("not the numbers of a feed")
    return state


def feed_number(rows: Rows, feed: str) -> int | None:
    """The number of a feed in this file, or None where the file has no such feed."""
    row = rows.one("SELECT number FROM feed WHERE feed = ?", feed)
    return None if row is None else int(row[0])


def event_of(rows: Rows, row: Row) -> Event:
    """The event of a row `(event, line)`; parsed as strictly as others' bytes."""
    with rows.understood(f"an entry {row[0][:12]}… that can't be read"):
        return event_from(parse(row[1]), row[0])


def events_in_order(rows: Rows) -> Iterator[Event]:
    """Every event in merged order."""
    return (event_of(rows, row) for row in rows.stream(_EVENTS + _IN_ORDER))


def ids_in_order(rows: Rows) -> list[str]:
    """The id of every event in merged order."""
    query = "SELECT e.event FROM event e JOIN feed f ON f.number = e.feed" + _IN_ORDER
    return [row[0] for row in rows.all(query)]


def rows_in_order(rows: Rows, newest: int | None = None) -> list[Row]:
    """`(id, type, feed's number, time, undone)` of every event, or of the newest ones, in order.

    The lines are canonical: a time stands at a fixed distance from the end of its line.
    """
    order = _NEWEST_FIRST + (f" LIMIT {newest:d}" if newest is not None else "")
    return rows.all(_BRIEFLY + order)[::-1]


def lines_in_order(rows: Rows) -> Iterator[tuple[str, bytes]]:
    """The id and the stored line of every event in merged order."""
    return ((row[0], row[1]) for row in rows.stream(_EVENTS + _IN_ORDER))


def type_counts(rows: Rows) -> dict[str, int]:
    """How many events of each type the file holds."""
    return dict(rows.all("SELECT type, count(*) FROM event GROUP BY type"))


def ids_beginning(rows: Rows, prefix: str, most: int) -> list[str]:
    """The ids of events that begin with these hexadecimal digits."""
    last = prefix + "g"  # g follows every hexadecimal digit
    query = "SELECT event FROM event WHERE event BETWEEN ? AND ? LIMIT ?"
    return [row[0] for row in rows.all(query, prefix, last, most)]


def events_of_types(rows: Rows, types: Iterable[str], *, live: bool = False) -> list[Event]:
    """The events of some types in merged order; `live` leaves undone ones out."""
    names = list(types)
    marks = ",".join("?" * len(names))
    undone = " AND NOT e.undone" if live else ""
    query = f"{_EVENTS} WHERE e.type IN ({marks}){undone}{_IN_ORDER}"
    return [event_of(rows, row) for row in rows.all(query, *names)]


def events_by_id(rows: Rows, ids: Sequence[str]) -> list[Event]:
    """The events of these ids that the file holds, in merged order."""
    found = rows.among("SELECT event, line FROM event WHERE event IN", ids)
    return sorted((event_of(rows, row) for row in found), key=lambda e: e.order)


def about(rows: Rows, things: Sequence[Thing]) -> About:
    """The events that the folds of these things read."""
    found: dict[Thing, list[Event]] = {thing: [] for thing in things}
    undone: set[str] = set()
    ids = [name for _, name in things if len(name) == 64]
    own = rows.among("SELECT event, line, undone FROM event WHERE event IN", ids)
    later = (row for kind, name in things for row in rows.all(_ABOUT, kind.value, name))
    for row in (*own, *later):
        event = event_of(rows, row)
        thing = thing_of(event.body, event.id)
        if thing in found:
            found[thing].append(event)
        if row[2]:
            undone.add(event.id)
    for events in found.values():
        events.sort(key=lambda e: e.order)
    return About(found, frozenset(undone))


def with_a_past(rows: Rows, things: Iterable[Thing], before: int) -> set[Thing]:
    """Those of the things that events with a lower number than `before` are about."""
    wanted, found = list(things), set[Thing]()
    for kind in ThingKind:
        names = [name for known, name in wanted if known is kind]
        query = f"SELECT thing FROM about WHERE kind = '{kind}' AND event < {before} AND thing IN"
        found |= {(kind, row[0]) for row in rows.among(query, names)}
    return found


def entries_of(rows: Rows, feed: int, last: int | None = None) -> Iterator[Entry]:
    """What undo must know of a feed, by seq; only undos are parsed.

    With `last`, only whole steps from its end that have as many events or more.
    """
    begin = "SELECT step FROM event WHERE feed = ? AND seq = max(0, (SELECT size FROM feed"
    first = rows.one(f"{begin} WHERE number = ?) - ?)", feed, feed, last) if last else None
    query = (
        "SELECT event, step, type, CASE type WHEN 'event.undone' THEN line END FROM event"
        " WHERE feed = ? AND seq >= ? ORDER BY seq"
    )
    for event_id, step, name, line in rows.stream(query, feed, first[0] if first else 0):
        takes_back = () if line is None else entry_of(event_of(rows, (event_id, line))).takes_back
        yield Entry(event_id, step, name, takes_back)


def entry_of(event: Event) -> Entry:
    """What undo must know of an event."""
    return Entry(event.id, event.step, event.type, tuple(getattr(event.body, "events", ())))


def lines_of(rows: Rows, feed: int, first: int = 0) -> Iterator[bytes]:
    """The stored lines of a feed from seq `first` on, without newlines."""
    return (line for _, line in named_lines_of(rows, feed, first))


def named_lines_of(rows: Rows, feed: int, first: int = 0) -> Iterator[tuple[str, bytes]]:
    """The stored lines of a feed from seq `first` on, each with the id it is stored under."""
    query = "SELECT event, line FROM event WHERE feed = ? AND seq >= ? ORDER BY seq"
    return ((row[0], _as_bytes(row[1])) for row in rows.stream(query, feed, first))


def attachments_of(rows: Rows, feed: int) -> Iterator[tuple[str, bytes]]:
    """The attachment lines that came with a feed, in the order they were written."""
    query = "SELECT hash, line FROM attachment WHERE feed = ? ORDER BY number"
    return ((row[0], _as_bytes(row[1])) for row in rows.stream(query, feed))


def _as_bytes(value: object) -> bytes:
    """What an altered row may hold in the place of bytes is read, and verified, all the same."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


def latest_checkpoint(rows: Rows, feed: int) -> bytes | None:
    """The newest signed head of a feed."""
    query = "SELECT note FROM checkpoint WHERE feed = ? ORDER BY size DESC LIMIT 1"
    row = rows.one(query, feed)
    return None if row is None else _as_bytes(row[0])


def checkpoint_over(rows: Rows, feed: int, seq: int) -> bytes | None:
    """The first signed head that covers the event of that seq, or None while none does."""
    query = "SELECT note FROM checkpoint WHERE feed = ? AND size > ? ORDER BY size LIMIT 1"
    row = rows.one(query, feed, seq)
    return None if row is None else _as_bytes(row[0])


def count_events(rows: Rows) -> int:
    """How many events the file holds."""
    row = rows.one("SELECT count(*) FROM event")
    return int(row[0]) if row else 0


def undone_ids(rows: Rows) -> frozenset[str]:
    """The ids now marked as undone."""
    return frozenset(row[0] for row in rows.all("SELECT event FROM event WHERE undone"))
