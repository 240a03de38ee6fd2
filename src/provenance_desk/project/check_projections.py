"""Compares what a project file shows with a replay of its whole log."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from provenance_desk.audit.findings import Findings
from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Claim, Document, Origin
from provenance_desk.domain.replay import State, replay
from provenance_desk.project.check_rows import check_rows
from provenance_desk.store.log import FeedState
from provenance_desk.store.reader import Reader

CODE = "R-PROJECTION"

Thing = TypeVar("Thing", Claim, Document, Origin)


def check_projections(reader: Reader, findings: Findings) -> None:
    """Report every kind of thing that is not as the log says; the log itself was verified."""
    events = tuple(reader.events())
    state = replay(events)
    check_rows(reader, events, findings)
    shown = (
        ("documents", _here(reader.documents(), reader.document, state.documents), state.documents),
        ("claims", _here(reader.claims(), reader.claim, state.claims), state.claims),
        ("joined claims", reader.joins(), state.joins),
        ("links", {link.id: link for link in reader.links()}, state.links),
        ("origins", _here(reader.origins(), reader.origin, state.origins), state.origins),
        ("undone entries", dict.fromkeys(reader.undone()), dict.fromkeys(state.undone)),
        ("passages", _passages(reader, state), _passage_ids(state)),
        ("counts of links", _counted(reader), _counts(state)),
        ("feeds", {feed.feed: _end(feed) for feed in reader.feeds()}, _ends(events)),
    )
    for kind, here, replayed in shown:
        _compare(kind, here, replayed, findings)
    _check_search(reader, state, findings)


def _here(
    listed: Iterable[Thing], find: Callable[[str], Thing | None], replayed: Iterable[str]
) -> dict[str, object]:
    """The things of the file: those it lists, and undone ones that it keeps unlisted."""
    here: dict[str, object] = {thing.id: thing for thing in listed}
    unlisted = ((name, find(name)) for name in replayed if name not in here)
    return here | {name: thing for name, thing in unlisted if thing is not None}


def _compare(
    kind: str, here: Mapping[str, object], replayed: Mapping[str, object], findings: Findings
) -> None:
    if here == replayed:
        return
    odd = [name for name in {**here, **replayed} if here.get(name) != replayed.get(name)]
    first = f", the first is {odd[0][:64]}" if odd else ""
    findings.add(
        CODE, f"the {kind} of the file are not what its log adds up to{first}.", "project file"
    )


def _passages(reader: Reader, state: State) -> dict[str, object]:
    documents = {*state.passages, *state.documents}
    found = {name: [e.id for e in reader.passage_events(name)] for name in documents}
    return {name: ids for name, ids in found.items() if ids}


def _passage_ids(state: State) -> dict[str, object]:
    return {name: [e.id for e in events] for name, events in state.passages.items()}


def _counted(reader: Reader) -> dict[str, object]:
    rows = reader.link_counts()
    return {f"{claim} {document} {status}": n for claim, document, status, n in rows}


def _counts(state: State) -> dict[str, object]:
    current = [link for link in state.links.values() if not link.retracted]
    return dict(Counter(f"{k.claim} {k.document} {k.judgement.status.value}" for k in current))


def _end(feed: FeedState) -> tuple[str, int, str, int]:
    return (feed.author, feed.size, feed.head, feed.clock)


def _ends(events: Iterable[Event]) -> dict[str, object]:
    """Where each feed ends, by its last entry."""
    last: dict[str, Event] = {}
    for event in events:
        if event.feed not in last or last[event.feed].seq < event.seq:
            last[event.feed] = event
    return {feed: (e.author, e.seq + 1, e.id, e.clock) for feed, e in last.items()}


def _check_search(reader: Reader, state: State, findings: Findings) -> None:
    """Every document whose text is here must be in the full-text index, with every sentence."""
    indexed = reader.indexed_sentences()
    for document in state.documents.values():
        table, text = reader.table(document.table), reader.text_bytes(document.id)
        sentences = len(reader.base_table(document).sentences) if table and text else 0
        if indexed.get(document.id, 0) != sentences:
            findings.add(
                "R-SEARCH",
                f"{sentences} sentences should be found by search, {indexed.get(document.id, 0)}"
                " are.",
                f"document {document.id}",
            )
