"""The event log of a project file: lines as they were hashed, in feeds, with their attachments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlmodel import SQLModel

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.schemas import event_from
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.replay import Thing, thing_of
from provenance_desk.store.tables import (
    AboutRow,
    AttachmentRow,
    CheckpointRow,
    EventRow,
    FeedRow,
)

CHUNK = 500


def _table(row: type[SQLModel]):  # type: ignore[no-untyped-def]
    return row.__table__  # type: ignore[attr-defined]


EVENT, FEED, ABOUT = _table(EventRow), _table(FeedRow), _table(AboutRow)
ATTACHMENT, CHECKPOINT = _table(AttachmentRow), _table(CheckpointRow)
IN_ORDER = (EVENT.c.clock, FEED.c.author, FEED.c.feed, EVENT.c.seq, EVENT.c.event)


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


def feed_states(connection: Connection) -> list[FeedState]:
    """Every feed of the file, in the order they came in."""
    sealed = (
        select(func.coalesce(func.max(CHECKPOINT.c.size), 0))
        .where(CHECKPOINT.c.feed == FEED.c.number)
        .scalar_subquery()
    )
    rows = connection.execute(select(FEED, sealed).order_by(FEED.c.number))
    return [FeedState(*row) for row in rows]


def add_feed(connection: Connection, feed: str, author: str) -> int:
    """Begin an empty feed; its number in this file."""
    result = connection.execute(
        FEED.insert().values(feed=feed, author=author, size=0, head="0" * 64, clock=0)
    )
    return int(result.inserted_primary_key[0])  # type: ignore[index]


def append(
    connection: Connection,
    feed: int,
    lines: Sequence[Line],
    attachments: Mapping[str, bytes],
) -> None:
    """Write lines at the end of a feed, their attachments, and what they are about."""
    first = _next_number(connection)
    connection.exec_driver_sql(
        "INSERT INTO event (number, event, feed, seq, clock, step, type, line, undone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        [
            (n, e.id, feed, e.seq, e.clock, e.step, e.type, line.bytes)
            for n, line in enumerate(lines, first)
            for e in (line.event,)
        ],
    )
    about = [row for n, line in enumerate(lines, first) for row in _about(n, line.event)]
    if about:
        connection.exec_driver_sql("INSERT INTO about (kind, thing, event) VALUES (?, ?, ?)", about)
    add_attachments(connection, feed, attachments)
    last = lines[-1].event
    connection.execute(
        update(FEED)
        .where(FEED.c.number == feed)
        .values(size=last.seq + 1, head=last.id, clock=last.clock)
    )


def add_attachments(connection: Connection, feed: int, attachments: Mapping[str, bytes]) -> None:
    """Keep attachment lines by hash; one that is there already stays as it is."""
    if attachments:
        connection.exec_driver_sql(
            "INSERT INTO attachment (hash, feed, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(name, feed, line) for name, line in attachments.items()],
        )


def add_checkpoint(connection: Connection, feed: int, size: int, note: bytes) -> None:
    """Keep a signed head."""
    connection.exec_driver_sql(
        "INSERT INTO checkpoint (feed, size, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (feed, size, note),
    )


def _next_number(connection: Connection) -> int:
    return (
        int(connection.execute(select(func.coalesce(func.max(EVENT.c.number), 0))).scalar_one()) + 1
    )


def _about(number: int, event: Event) -> Iterator[tuple[str, str, int]]:
    thing = thing_of(event.body, event.id)
    if thing is not None and thing[1] != event.id:
        yield (thing[0].value, thing[1], number)


def event_of(row: Sequence[Any]) -> Event:
    """The event of a row `(event, line)`; parsed as strictly as others' bytes."""
    return event_from(parse(row[1]), row[0])


def events_in_order(connection: Connection) -> Iterator[Event]:
    """Every event in merged order."""
    query = select(EVENT.c.event, EVENT.c.line).join_from(
        EVENT, FEED, EVENT.c.feed == FEED.c.number
    )
    for row in connection.execution_options(yield_per=CHUNK).execute(query.order_by(*IN_ORDER)):
        yield event_of(row)


def ids_in_order(connection: Connection) -> list[str]:
    """The id of every event in merged order."""
    query = select(EVENT.c.event).join_from(EVENT, FEED, EVENT.c.feed == FEED.c.number)
    return list(connection.execute(query.order_by(*IN_ORDER)).scalars())


def events_of_types(connection: Connection, types: Iterable[str]) -> list[Event]:
    """The events of some types in merged order, undone ones among them."""
    query = (
        select(EVENT.c.event, EVENT.c.line)
        .join_from(EVENT, FEED, EVENT.c.feed == FEED.c.number)
        .where(EVENT.c.type.in_([name for name in types if name in EVENT_TYPES]))
    )
    return [event_of(row) for row in connection.execute(query.order_by(*IN_ORDER))]


def events_by_id(connection: Connection, ids: Sequence[str]) -> list[Event]:
    """The events of these ids that the file holds, in merged order."""
    found: list[Event] = []
    for start in range(0, len(ids), CHUNK):
        query = select(EVENT.c.event, EVENT.c.line).where(
            EVENT.c.event.in_(ids[start : start + CHUNK])
        )
        found += [event_of(row) for row in connection.execute(query)]
    return sorted(found, key=lambda e: e.order)


def ids_beginning(connection: Connection, prefix: str, most: int) -> list[str]:
    """The ids of events that begin with these hexadecimal digits."""
    first, after = prefix, prefix + "g"  # g follows every hexadecimal digit
    query = select(EVENT.c.event).where(EVENT.c.event.between(first, after)).limit(most)
    return list(connection.execute(query).scalars())


def authors_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Who wrote each of these events."""
    authors: dict[str, str] = {}
    for start in range(0, len(ids), CHUNK):
        query = (
            select(EVENT.c.event, FEED.c.author)
            .join_from(EVENT, FEED, EVENT.c.feed == FEED.c.number)
            .where(EVENT.c.event.in_(ids[start : start + CHUNK]))
        )
        authors.update({row[0]: row[1] for row in connection.execute(query)})
    return authors


def events_about(connection: Connection, things: Sequence[Thing]) -> dict[Thing, list[Event]]:
    """For each thing the events its fold reads, in merged order."""
    found: dict[Thing, list[Event]] = {thing: [] for thing in things}
    own = events_by_id(connection, [name for _, name in things if len(name) == 64])
    for event in own:
        thing = thing_of(event.body, event.id)
        if thing in found and thing[1] == event.id:
            found[thing].append(event)
    query = (
        select(EVENT.c.event, EVENT.c.line)
        .join_from(EVENT, ABOUT, ABOUT.c.event == EVENT.c.number)
        .where(ABOUT.c.kind == bindparam("kind"), ABOUT.c.thing == bindparam("thing"))
    )
    for thing in things:
        rows = connection.execute(query, {"kind": thing[0].value, "thing": thing[1]})
        found[thing] += [event_of(row) for row in rows]
        found[thing].sort(key=lambda e: e.order)
    return found


def undos(connection: Connection) -> list[Event]:
    """Every `event.undone`, in merged order."""
    return events_of_types(connection, [EventUndone.type])


def undone_ids(connection: Connection) -> frozenset[str]:
    """The ids now marked as undone."""
    return frozenset(
        connection.execute(select(EVENT.c.event).where(EVENT.c.undone.is_(True))).scalars()
    )


def mark_undone(connection: Connection, ids: Iterable[str], *, undone: bool) -> None:
    """Set or clear the mark of these events."""
    rows = [(undone, name) for name in ids]
    if rows:
        connection.exec_driver_sql("UPDATE event SET undone = ? WHERE event = ?", rows)


def lines_of(connection: Connection, feed: int, first: int = 0) -> Iterator[bytes]:
    """The stored lines of a feed from seq `first` on, without newlines."""
    query = (
        select(EVENT.c.line).where(EVENT.c.feed == feed, EVENT.c.seq >= first).order_by(EVENT.c.seq)
    )
    yield from connection.execution_options(yield_per=CHUNK).execute(query).scalars()


def attachments_of(connection: Connection, feed: int) -> Iterator[tuple[str, bytes]]:
    """The attachment lines that came with a feed, in the order they were written."""
    query = (
        select(ATTACHMENT.c.hash, ATTACHMENT.c.line)
        .where(ATTACHMENT.c.feed == feed)
        .order_by(ATTACHMENT.c.number)
    )
    for row in connection.execution_options(yield_per=CHUNK).execute(query):
        yield row[0], row[1]


def latest_checkpoint(connection: Connection, feed: int) -> bytes | None:
    """The newest signed head of a feed."""
    query = (
        select(CHECKPOINT.c.note)
        .where(CHECKPOINT.c.feed == feed)
        .order_by(CHECKPOINT.c.size.desc())
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def count_events(connection: Connection) -> int:
    """How many events the file holds."""
    return int(connection.execute(text("SELECT count(*) FROM event")).scalar_one())
