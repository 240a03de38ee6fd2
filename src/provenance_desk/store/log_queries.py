"""What the log of a project file answers: feeds, lines, events, attachments, rules and names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import orjson

from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.text_rules import HEX_32
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import ProfileSet, ProjectCreated, RulesChosen
from provenance_desk.domain.replay import ThingKind
from provenance_desk.domain.words import HouseRule
from provenance_desk.store import log
from provenance_desk.store.errors import ProjectDamaged
from provenance_desk.store.rows import Rows

Attachment = Mapping[str, str]
EntryRow = tuple[str, str, int, str, int]
DEFAULT_RULES = RulesChosen(house_rule=HouseRule.NEWSROOM, blind=False, suggestions=True)


class LogQueries:
    """The log, over any connection to the file."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def project_id(self) -> str:
        """The project's random id, 32 hexadecimal digits."""
        row = self._rows.one("SELECT value FROM setting WHERE key = 'project'")
        if row is None or not HEX_32.fullmatch(str(row[0])):
            raise self._rows.damaged("no project id")
        return str(row[0])

    def title(self) -> str:
        """The title the project was created with."""
        for event in self.events_of_types([ProjectCreated.type]):
            if isinstance(event.body, ProjectCreated):
                return event.body.title
        raise self._rows.damaged("no entry that says how the project began")

    def rules(self) -> RulesChosen:
        """The rules last chosen, or the defaults."""
        chosen = [e.body for e in self._live(RulesChosen.type) if isinstance(e.body, RulesChosen)]
        return chosen[-1] if chosen else DEFAULT_RULES

    def names(self) -> dict[str, str]:
        """The pseudonym each author last set, where its text is here."""
        profiles = [(e.author, e.body) for e in self._live(ProfileSet.type)]
        latest = {author: body.name for author, body in profiles if isinstance(body, ProfileSet)}
        texts = self.attachments_by_hash(list(latest.values()))
        return {a: texts[name].get("text", "") for a, name in latest.items() if name in texts}

    def feeds(self) -> list[log.FeedState]:
        """Every feed of the file."""
        return log.feed_states(self._rows)

    def checkpoint(self, feed: str) -> bytes | None:
        """The newest signed head of a feed, as its note."""
        return log.latest_checkpoint(self._rows, self._feed_number(feed))

    def checkpoint_over(self, feed: str, seq: int) -> bytes | None:
        """The first signed head that covers the event of that seq, as its note, or None."""
        return log.checkpoint_over(self._rows, self._feed_number(feed), seq)

    def lines(self, feed: str, first: int = 0) -> Iterator[bytes]:
        """The stored lines of a feed from seq `first` on, without newlines."""
        return log.lines_of(self._rows, self._feed_number(feed), first)

    def named_lines(self, feed: str, first: int = 0) -> Iterator[tuple[str, bytes]]:
        """The same lines, each with the event id it is stored under."""
        return log.named_lines_of(self._rows, self._feed_number(feed), first)

    def feed_events(self, feed: str) -> Iterator[Event]:
        """The events of one feed by seq."""
        return (log.event_of(self._rows, (sha256_hex(line), line)) for line in self.lines(feed))

    def feed_entries(self, feed: str, last: int | None = None) -> Iterator[log.Entry]:
        """What undo must know of one feed, by seq; of its `last` events and their steps alone."""
        return log.entries_of(self._rows, self._feed_number(feed), last)

    def attachments(self, feed: str) -> Iterator[tuple[str, bytes]]:
        """`(hash, line)` of the attachments that came with a feed."""
        return log.attachments_of(self._rows, self._feed_number(feed))

    def attachment(self, name: str) -> Attachment | None:
        """The attachment of that hash, or None where it was withheld."""
        return self.attachments_by_hash([name]).get(name)

    def attachments_by_hash(self, names: Sequence[str]) -> dict[str, Attachment]:
        """Those of the attachments that the file holds."""
        found = self._rows.among("SELECT hash, line FROM attachment WHERE hash IN", names)
        with self._rows.understood("an attachment that can't be read"):
            return {row[0]: orjson.loads(row[1]) for row in found}

    def events(self) -> Iterator[Event]:
        """Every event in merged order, undone ones among them."""
        return log.events_in_order(self._rows)

    def event_ids(self) -> list[str]:
        """The id of every event in merged order: an entry's number is its place here, from 1."""
        return log.ids_in_order(self._rows)

    def entry_rows(self, newest: int | None = None) -> list[EntryRow]:
        """`(id, type, number of the feed, time, undone)` of all, or of the newest, in order."""
        return cast(list[EntryRow], log.rows_in_order(self._rows, newest))

    def entry_lines(self) -> Iterator[tuple[str, bytes]]:
        """The id and the stored line of every event in merged order."""
        return log.lines_in_order(self._rows)

    def type_counts(self) -> dict[str, int]:
        """How many events of each type the file holds."""
        return log.type_counts(self._rows)

    def ids_beginning(self, prefix: str) -> list[str]:
        """The ids of events that begin with these digits; five at the most."""
        return log.ids_beginning(self._rows, prefix, 5)

    def event(self, event_id: str) -> Event | None:
        """One event, or None where the file does not hold it."""
        return next(iter(self.events_by_id([event_id])), None)

    def newest_event(self) -> Event | None:
        """The event that was written last here."""
        row = self._rows.one("SELECT event, line FROM event ORDER BY number DESC LIMIT 1")
        return None if row is None else log.event_of(self._rows, row)

    def events_by_id(self, ids: Sequence[str]) -> list[Event]:
        """The events of these ids that the file holds, in merged order."""
        return log.events_by_id(self._rows, ids)

    def events_about(self, kind: ThingKind, thing: str) -> list[Event]:
        """The events that one thing's fold reads, in merged order, undone ones among them."""
        return log.about(self._rows, [(kind, thing)]).events[kind, thing]

    def events_of_types(self, types: Sequence[str]) -> list[Event]:
        """The events of some types in merged order, undone ones among them."""
        return log.events_of_types(self._rows, types)

    def undone(self) -> frozenset[str]:
        """The ids of events that no longer count."""
        return log.undone_ids(self._rows)

    def is_undone(self, event_id: str) -> bool:
        """Whether the event no longer counts."""
        row = self._rows.one("SELECT 1 FROM event WHERE event = ? AND undone", event_id)
        return row is not None

    def count_events(self) -> int:
        """How many events the file holds."""
        return log.count_events(self._rows)

    def _live(self, name: str) -> list[Event]:
        return log.events_of_types(self._rows, [name], live=True)

    def _feed_number(self, feed: str) -> int:
        number = log.feed_number(self._rows, feed)
        if number is None:
            raise ProjectDamaged(f"{self._rows.path.name} has no feed {feed[:8]}….")
        return number
