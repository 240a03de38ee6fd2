"""The projections: things folded again from the log, in the same transaction as the step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from provenance_desk.domain import folds
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import ALL_JOINS, Thing, ThingKind, thing_of, undone_events
from provenance_desk.store import log
from provenance_desk.store.records import stored


@dataclass(slots=True)
class Touched:
    """The ids of what a step changed, by kind."""

    documents: set[str] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    joins: bool = False


def project(connection: Connection, added: Sequence[Event]) -> Touched:
    """Bring the projections up to date with events that are in the log already."""
    flipped = _refresh_undone(connection) if _has_undo(added) else []
    things: dict[Thing, list[Event]] = {}
    for event in [*added, *flipped]:
        thing = thing_of(event.body, event.id)
        if thing is not None:
            things.setdefault(thing, []).append(event)
    fresh, known = _split(things, added)
    undone = log.undone_ids(connection) if known else frozenset()
    about = {**{t: things[t] for t in fresh}, **log.events_about(connection, known)}
    _write(connection, about, undone)
    return _touched(about)


def rebuild(connection: Connection) -> None:
    """Drop every projection and fold the whole log again."""
    for name in ("document", "claim", "claim_join", "link", "origin"):
        connection.exec_driver_sql(f"DELETE FROM {name}")
    _refresh_undone(connection)
    about: dict[Thing, list[Event]] = {}
    for event in log.events_in_order(connection):
        thing = thing_of(event.body, event.id)
        if thing is not None:
            about.setdefault(thing, []).append(event)
    _write(connection, about, log.undone_ids(connection))


def _has_undo(added: Sequence[Event]) -> bool:
    return any(isinstance(event.body, EventUndone) for event in added)


def _refresh_undone(connection: Connection) -> list[Event]:
    """Recompute who is undone from all undos; the events whose mark changed."""
    undos = log.undos(connection)
    named = {
        target
        for undo in undos
        if isinstance(undo.body, EventUndone)
        for target in undo.body.events
    }
    now = undone_events(undos, log.authors_of(connection, sorted(named)))
    before = log.undone_ids(connection)
    log.mark_undone(connection, now - before, undone=True)
    log.mark_undone(connection, before - now, undone=False)
    return log.events_by_id(connection, sorted(now ^ before))


def _split(
    things: Mapping[Thing, list[Event]], added: Sequence[Event]
) -> tuple[list[Thing], list[Thing]]:
    """Things that this very step made, folded from it alone, and things with a past."""
    new = {event.id for event in added}
    fresh = [t for t in things if t[1] in new]
    return fresh, [t for t in things if t[1] not in new]


def _write(
    connection: Connection, about: Mapping[Thing, list[Event]], undone: frozenset[str]
) -> None:
    of_kind: dict[ThingKind, list[tuple[str, list[Event]]]] = {kind: [] for kind in ThingKind}
    for (kind, name), events in about.items():
        of_kind[kind].append((name, events))
    _write_links(connection, of_kind[ThingKind.LINK], undone)
    _write_claims(connection, of_kind[ThingKind.CLAIM], undone)
    _write_documents(connection, of_kind[ThingKind.DOCUMENT], undone)
    _write_origins(connection, of_kind[ThingKind.ORIGIN], undone)
    if ALL_JOINS in about:
        _write_joins(connection, folds.fold_joins(about[ALL_JOINS], undone))


Group = Iterable[tuple[str, list[Event]]]


def _write_links(connection: Connection, group: Group, undone: frozenset[str]) -> None:
    folded = [(name, folds.fold_link(events, undone)) for name, events in group]
    gone = [(name,) for name, link in folded if link is None]
    if gone:
        connection.exec_driver_sql("DELETE FROM link WHERE id = ?", gone)
    rows = [_link_row(link) for _, link in folded if link is not None]
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO link (id, clock, claim, claim_version, document, start, end,"
            " author, stance, status, confidence, origin, retracted, record)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def _link_row(link: Link) -> tuple[object, ...]:
    judgement = link.judgement
    return (
        link.id,
        link.clock,
        link.claim,
        link.claim_version,
        link.document,
        link.start,
        link.end,
        link.author,
        judgement.stance.value,
        judgement.status.value,
        judgement.confidence.value,
        judgement.origin,
        link.retracted,
        stored(link),
    )


def _write_claims(connection: Connection, group: Group, undone: frozenset[str]) -> None:
    claims = [c for _, events in group if (c := folds.fold_claim(events, undone)) is not None]
    _replace(connection, "claim", "version", [(c.version, c) for c in claims])


def _write_documents(connection: Connection, group: Group, undone: frozenset[str]) -> None:
    found = [d for _, events in group if (d := folds.fold_document(events, undone)) is not None]
    _replace(connection, "document", "added", [(d.added, d) for d in found])


def _write_origins(connection: Connection, group: Group, undone: frozenset[str]) -> None:
    origins = [o for _, events in group if (o := folds.fold_origin(events, undone)) is not None]
    _replace(connection, "origin", "name", [(o.name, o) for o in origins])


def _replace(
    connection: Connection,
    table: str,
    column: str,
    rows: Sequence[tuple[str, Claim | Document | Origin]],
) -> None:
    if rows:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO {table} (id, clock, {column}, record) VALUES (?, ?, ?, ?)",
            [(record.id, record.clock, value, stored(record)) for value, record in rows],
        )


def _write_joins(connection: Connection, joins: Mapping[str, str]) -> None:
    connection.exec_driver_sql("DELETE FROM claim_join")
    if joins:
        connection.exec_driver_sql(
            "INSERT INTO claim_join (claim, joined) VALUES (?, ?)", sorted(joins.items())
        )


def _touched(about: Mapping[Thing, list[Event]]) -> Touched:
    touched = Touched()
    by_kind = {
        ThingKind.DOCUMENT: touched.documents,
        ThingKind.PASSAGES: touched.passages,
        ThingKind.CLAIM: touched.claims,
        ThingKind.LINK: touched.links,
        ThingKind.ORIGIN: touched.origins,
    }
    for kind, name in about:
        if kind is ThingKind.JOINS:
            touched.joins = True
        else:
            by_kind[kind].add(name)
    return touched
