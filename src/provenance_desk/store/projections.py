"""The projections: things folded again from the log, in the same transaction as the step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from provenance_desk.domain import folds
from provenance_desk.domain.events import Event
from provenance_desk.domain.names import folded
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.records import Link
from provenance_desk.domain.replay import ALL_JOINS, Thing, ThingKind, thing_of
from provenance_desk.domain.review_events import LinkMade
from provenance_desk.store import log, undoing
from provenance_desk.store.log import About
from provenance_desk.store.records import stored
from provenance_desk.store.rows import Rows


@dataclass(slots=True)
class Touched:
    """The ids of what a step changed, by kind."""

    documents: set[str] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    linked_claims: set[str] = field(default_factory=set)
    linked_documents: set[str] = field(default_factory=set)
    joins: bool = False


def project(connection: Connection, rows: Rows, added: Sequence[Event], first: int) -> Touched:
    """Bring the projections up to date with events that are in the log, numbered from `first`."""
    changed = undoing.refresh(connection, rows, added) if _may_undo(rows, added) else set()
    ids = {event.id for event in added}
    others = log.events_by_id(rows, sorted(changed - ids))
    things = [thing_of(event.body, event.id) for event in (*added, *others)]
    touched = dict.fromkeys(thing for thing in things if thing is not None)
    fresh = _made_by(added, touched, log.with_a_past(rows, touched, first))
    known = log.about(rows, [thing for thing in touched if thing not in fresh])
    undone = known.undone | (changed & ids)
    about = About({**fresh, **known.events}, undone)
    _write(connection, about)
    return _touched(about)


def rebuild(connection: Connection, rows: Rows) -> None:
    """Drop every projection and fold the whole log again."""
    for name in ("document", "claim", "claim_join", "link", "origin"):
        connection.exec_driver_sql(f"DELETE FROM {name}")
    undoing.recompute(connection, rows)
    events: dict[Thing, list[Event]] = {}
    for event in log.events_in_order(rows):
        thing = thing_of(event.body, event.id)
        if thing is not None:
            events.setdefault(thing, []).append(event)
    _write(connection, About(events, log.undone_ids(rows)))


def _may_undo(rows: Rows, added: Sequence[Event]) -> bool:
    """Whether a mark can change: an undo is among the events, or an earlier one names them."""
    if any(isinstance(event.body, EventUndone) for event in added):
        return True
    query = f"SELECT 1 FROM about WHERE kind = '{log.UNDO}' AND thing IN"
    return any(rows.among(query, [event.id for event in added]))


def _made_by(
    added: Sequence[Event], touched: Iterable[Thing], past: set[Thing]
) -> dict[Thing, list[Event]]:
    """Things that the added events made, which are folded from these alone."""
    ids = {event.id for event in added}
    made: dict[Thing, list[Event]] = {t: [] for t in touched if t[1] in ids and t not in past}
    for event in sorted(added, key=lambda e: e.order):
        thing = thing_of(event.body, event.id)
        if thing in made:
            made[thing].append(event)
    return made


def _write(connection: Connection, about: About) -> None:
    of_kind: dict[ThingKind, Group] = {kind: [] for kind in ThingKind}
    for (kind, name), events in about.events.items():
        of_kind[kind].append((name, events))
    _write_links(connection, of_kind[ThingKind.LINK], about.undone)
    _write_claims(connection, of_kind[ThingKind.CLAIM], about.undone)
    _write_documents(connection, of_kind[ThingKind.DOCUMENT], about.undone)
    _write_origins(connection, of_kind[ThingKind.ORIGIN], about.undone)
    if ALL_JOINS in about.events:
        _write_joins(connection, folds.fold_joins(about.events[ALL_JOINS], about.undone))


Group = list[tuple[str, list[Event]]]
Ids = frozenset[str]


def _write_links(connection: Connection, group: Group, undone: Ids) -> None:
    folded_links = [(name, folds.fold_link(events, undone)) for name, events in group]
    gone = [(name,) for name, link in folded_links if link is None]
    if gone:
        connection.exec_driver_sql("DELETE FROM link WHERE id = ?", gone)
    _replace(
        connection,
        "INSERT OR REPLACE INTO link (id, clock, claim, claim_version, document, start, end,"
        " author, stance, status, confidence, origin, retracted, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_link_row(link) for _, link in folded_links if link is not None],
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


def _write_claims(connection: Connection, group: Group, undone: Ids) -> None:
    claims = [c for _, events in group if (c := folds.fold_claim(events, undone)) is not None]
    _replace(
        connection,
        "INSERT OR REPLACE INTO claim (id, clock, version, actor, record) VALUES (?, ?, ?, ?, ?)",
        [(c.id, c.clock, c.version, c.actor, stored(c)) for c in claims],
    )


def _write_documents(connection: Connection, group: Group, undone: Ids) -> None:
    found = [d for _, events in group if (d := folds.fold_document(events, undone)) is not None]
    _replace(
        connection,
        "INSERT OR REPLACE INTO document (id, clock, added, record) VALUES (?, ?, ?, ?)",
        [(d.id, d.clock, d.added, stored(d)) for d in found],
    )


def _write_origins(connection: Connection, group: Group, undone: Ids) -> None:
    origins = [o for _, events in group if (o := folds.fold_origin(events, undone)) is not None]
    _replace(
        connection,
        "INSERT OR REPLACE INTO origin (id, clock, kind, name, record) VALUES (?, ?, ?, ?, ?)",
        [(o.id, o.clock, o.kind.value, folded(o.name), stored(o)) for o in origins],
    )


def _write_joins(connection: Connection, joins: Mapping[str, str]) -> None:
    connection.exec_driver_sql("DELETE FROM claim_join")
    query = "INSERT INTO claim_join (claim, joined) VALUES (?, ?)"
    _replace(connection, query, sorted(joins.items()))


def _replace(connection: Connection, query: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(query, list(rows))


def _touched(about: About) -> Touched:
    touched = Touched()
    by_kind = {
        ThingKind.DOCUMENT: touched.documents,
        ThingKind.PASSAGES: touched.passages,
        ThingKind.CLAIM: touched.claims,
        ThingKind.LINK: touched.links,
        ThingKind.ORIGIN: touched.origins,
    }
    for (kind, name), events in about.events.items():
        if kind is ThingKind.JOINS:
            touched.joins = True
        else:
            by_kind[kind].add(name)
        if kind is ThingKind.LINK:
            _touch_ends(touched, events)
    return touched


def _touch_ends(touched: Touched, events: Iterable[Event]) -> None:
    """The claim and the document of a link, also where its making was undone."""
    for event in events:
        if isinstance(event.body, LinkMade):
            touched.linked_claims.add(event.body.claim)
            touched.linked_documents.add(event.body.document)
