"""Which events are undone: kept up to date by looking at what new undos reach, and no further."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.replay import undone_events
from provenance_desk.store import appending, log
from provenance_desk.store.rows import Rows

_AUTHORS = "SELECT e.event, f.author, e.undone FROM event e JOIN feed f ON f.number = e.feed"
_LINES = "SELECT e.event, e.line FROM event e WHERE"
_UNDOS = (
    "SELECT a.thing, f.author, e.undone FROM about a JOIN event e ON e.number = a.event"
    f" JOIN feed f ON f.number = e.feed WHERE a.kind = '{log.UNDO}' AND a.thing IN"
)


def refresh(connection: Connection, rows: Rows, added: Sequence[Event]) -> set[str]:
    """Mark and unmark what the added events change; the ids whose mark is another now.

    An undo that is undone, or done again, sends the question on to the events that it names, until
    nothing changes any more: no undo can name an event that names it, for ids are hashes.
    """
    changed: set[str] = set()
    doubtful = {event.id for event in added} | set(_targets(added))
    while doubtful:
        flipped = _flipped(rows, sorted(doubtful))
        for undone in (True, False):
            ids = [name for name, now in flipped.items() if now is undone]
            appending.mark_undone(connection, ids, undone=undone)
        changed ^= flipped.keys()
        undos = rows.among(f"{_LINES} e.type = '{EventUndone.type}' AND e.event IN", list(flipped))
        doubtful = set(_targets(log.event_of(rows, row) for row in undos))
    return changed


def recompute(connection: Connection, rows: Rows) -> None:
    """Mark every event of the file anew."""
    undos = log.events_of_types(rows, [EventUndone.type])
    authors = {row[0]: row[1] for row in rows.among(f"{_AUTHORS} WHERE e.event IN", _named(undos))}
    connection.exec_driver_sql("UPDATE event SET undone = 0 WHERE undone")
    appending.mark_undone(connection, undone_events(undos, authors), undone=True)


def _named(undos: Iterable[Event]) -> list[str]:
    return sorted(set(_targets(undos)))


def _targets(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        if isinstance(event.body, EventUndone):
            yield from event.body.events


def _flipped(rows: Rows, ids: Sequence[str]) -> dict[str, bool]:
    """Those of the events whose mark is not what the undos naming them say, and the right mark."""
    marked = {
        row[0]: (row[1], bool(row[2])) for row in rows.among(f"{_AUTHORS} WHERE e.event IN", ids)
    }
    now = {
        name
        for name, author, undone in rows.among(_UNDOS, ids)
        if not undone and name in marked and marked[name][0] == author
    }
    return {
        name: name in now for name, (_, before) in marked.items() if before is not (name in now)
    }
