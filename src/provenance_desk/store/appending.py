"""Writing to the log: lines at the end of a feed, attachments, seals, bytes of documents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, insert, update

from provenance_desk.domain.document_events import DocumentAdded
from provenance_desk.domain.events import FIRST_PREV, Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.replay import thing_of
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.log import ORIGINAL, UNDO, Line
from provenance_desk.store.tables import FEED


def add_feed(connection: Connection, feed: str, author: str) -> int:
    """Begin an empty feed; its number in this file."""
    values = {"feed": feed, "author": author, "size": 0, "head": FIRST_PREV, "clock": 0}
    added = connection.execute(insert(FEED).values(values).returning(FEED.c.number))
    return int(added.scalar_one())


def append(connection: Connection, feed: int, first: int, lines: Sequence[Line]) -> None:
    """Write lines at the end of a feed, numbered from `first`, and what they are about."""
    numbered = [(number, line.event, line.bytes) for number, line in enumerate(lines, first)]
    connection.exec_driver_sql(
        "INSERT INTO event (number, event, feed, seq, clock, step, type, line, undone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        [(n, e.id, feed, e.seq, e.clock, e.step, e.type, line) for n, e, line in numbered],
    )
    about = [row for number, event, _ in numbered for row in _about(number, event)]
    if about:
        connection.exec_driver_sql("INSERT INTO about (kind, thing, event) VALUES (?, ?, ?)", about)
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


def add_blobs(connection: Connection, blobs: Iterable[tuple[BlobKind, str, bytes]]) -> None:
    """Keep bytes of documents under their hash; the same ones twice are kept once."""
    for kind, name, data in blobs:
        connection.exec_driver_sql(
            "INSERT INTO blob (kind, hash, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (kind.value, name, data),
        )


def add_checkpoint(connection: Connection, feed: int, size: int, note: bytes) -> None:
    """Keep a signed head."""
    connection.exec_driver_sql(
        "INSERT INTO checkpoint (feed, size, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (feed, size, note),
    )


def mark_undone(connection: Connection, ids: Iterable[str], *, undone: bool) -> None:
    """Set or clear the mark of these events."""
    rows = [(undone, name) for name in ids]
    if rows:
        connection.exec_driver_sql("UPDATE event SET undone = ? WHERE event = ?", rows)


def _about(number: int, event: Event) -> Iterator[tuple[str, str, int]]:
    thing = thing_of(event.body, event.id)
    if thing is not None and thing[1] != event.id:
        yield (thing[0].value, thing[1], number)
    if isinstance(event.body, DocumentAdded):
        yield (ORIGINAL, event.body.original, number)
    elif isinstance(event.body, EventUndone):
        yield from ((UNDO, target, number) for target in dict.fromkeys(event.body.events))
