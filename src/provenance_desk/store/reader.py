"""Reading a project file: queries only, each reader on a connection of its own."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import orjson
from sqlalchemy import Connection

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.schemas import event_from
from provenance_desk.domain.document_events import DocumentAdded
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import ProfileSet, ProjectCreated, RulesChosen
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import ThingKind
from provenance_desk.domain.sentences import SentenceTable, apply_passages, table_from
from provenance_desk.domain.words import HouseRule
from provenance_desk.intake.table import BaseTable, from_json
from provenance_desk.store import blobs, database, log, search
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.errors import ProjectDamaged
from provenance_desk.store.records import claim_from, document_from, link_from, origin_from

Attachment = Mapping[str, str]
DEFAULT_RULES = RulesChosen(house_rule=HouseRule.NEWSROOM, blind=False, suggestions=True)


class Queries:
    """What a project file answers, over any connection to it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def project_id(self) -> str:
        """The project's random id, 32 hexadecimal digits."""
        return self._setting("project")

    def title(self) -> str:
        """The title the project was created with."""
        return self._created().title

    def rules(self) -> RulesChosen:
        """The rules last chosen, or the defaults."""
        chosen = [e for e in self._live(RulesChosen.type) if isinstance(e.body, RulesChosen)]
        body = chosen[-1].body if chosen else DEFAULT_RULES
        assert isinstance(body, RulesChosen)
        return body

    def feeds(self) -> list[log.FeedState]:
        """Every feed of the file."""
        return log.feed_states(self._connection)

    def checkpoint(self, feed: str) -> bytes | None:
        """The newest signed head of a feed, as its note."""
        return log.latest_checkpoint(self._connection, self._feed_number(feed))

    def lines(self, feed: str, first: int = 0) -> Iterator[bytes]:
        """The stored lines of a feed from seq `first` on, without newlines."""
        return log.lines_of(self._connection, self._feed_number(feed), first)

    def feed_events(self, feed: str) -> Iterator[Event]:
        """The events of one feed by seq."""
        for line in self.lines(feed):
            yield event_from(parse(line), sha256_hex(line))

    def attachments(self, feed: str) -> Iterator[tuple[str, bytes]]:
        """`(hash, line)` of the attachments that came with a feed."""
        return log.attachments_of(self._connection, self._feed_number(feed))

    def events(self) -> Iterator[Event]:
        """Every event in merged order, undone ones among them."""
        return log.events_in_order(self._connection)

    def event_ids(self) -> list[str]:
        """The id of every event in merged order: an entry's number is its place here, from 1."""
        return log.ids_in_order(self._connection)

    def events_by_id(self, ids: Sequence[str]) -> list[Event]:
        """The events of these ids that the file holds, in merged order."""
        return log.events_by_id(self._connection, ids)

    def events_about(self, kind: ThingKind, thing: str) -> list[Event]:
        """The events that one thing's fold reads, in merged order, undone ones among them."""
        return log.events_about(self._connection, [(kind, thing)])[kind, thing]

    def event(self, event_id: str) -> Event | None:
        """One event, or None where the file does not hold it."""
        found = log.events_by_id(self._connection, [event_id])
        return found[0] if found else None

    def events_of_types(self, types: Sequence[str]) -> list[Event]:
        """The events of some types in merged order, undone ones among them."""
        return log.events_of_types(self._connection, types)

    def ids_beginning(self, prefix: str) -> list[str]:
        """The ids of events that begin with these digits; five at the most."""
        return log.ids_beginning(self._connection, prefix, 5)

    def undone(self) -> frozenset[str]:
        """The ids of events that no longer count."""
        return log.undone_ids(self._connection)

    def attachment(self, name: str) -> Attachment | None:
        """The attachment of that hash, or None where it was withheld."""
        return self.attachments_by_hash([name]).get(name)

    def attachments_by_hash(self, names: Sequence[str]) -> dict[str, Attachment]:
        """Those of the attachments that the file holds."""
        found: dict[str, Attachment] = {}
        for start in range(0, len(names), log.CHUNK):
            part = names[start : start + log.CHUNK]
            marks = ",".join("?" * len(part))
            query = f"SELECT hash, line FROM attachment WHERE hash IN ({marks})"
            rows = self._connection.exec_driver_sql(query, tuple(part))
            found.update({row[0]: orjson.loads(row[1]) for row in rows})
        return found

    def documents(self) -> list[Document]:
        """Every document in the order they came in, withdrawn ones among them."""
        rows = self._records("document", "ORDER BY clock, id")
        return [document_from(data) for data in rows]

    def document(self, document: str) -> Document | None:
        """One document by its id."""
        rows = self._records("document", "WHERE id = ?", document)
        return document_from(rows[0]) if rows else None

    def originals(self) -> dict[str, str]:
        """The id of the document that was taken from each original, undone ones left out."""
        bodies = [event.body for event in self._live(DocumentAdded.type)]
        return {b.original: b.text for b in bodies if isinstance(b, DocumentAdded)}

    def text(self, document: str) -> str | None:
        """The text of a document, or None where it was left out."""
        data = blobs.get(self._connection, BlobKind.TEXT, document)
        return None if data is None else data.decode("utf-8")

    def original(self, name: str) -> bytes | None:
        """The original bytes of that SHA-256, or None where they were left out."""
        return blobs.get(self._connection, BlobKind.ORIGINAL, name)

    def table(self, name: str) -> bytes | None:
        """The base table of that SHA-256 in canonical JSON, or None where it was left out."""
        return blobs.get(self._connection, BlobKind.TABLE, name)

    def base_table(self, document: Document) -> BaseTable:
        """The frozen table of a document: sentences, marks and repeats as proposed at intake."""
        data = self.table(document.table)
        if data is None:
            return BaseTable(document.segmenter, (), (), ())
        return from_json(orjson.loads(data))

    def sentences(self, document: Document) -> SentenceTable:
        """The sentences of a document as the reviewers left them."""
        base = self.base_table(document)
        table = table_from(base.sentences, base.same_as)
        changes = self.passage_events(document.id)
        if not changes:
            return table
        return apply_passages(table, self.text(document.id) or "", (e.body for e in changes))

    def passage_events(self, document: str) -> list[Event]:
        """The effective events about passages of a document, in merged order."""
        undone = self.undone()
        events = self.events_about(ThingKind.PASSAGES, document)
        return [event for event in events if event.id not in undone]

    def claims(self) -> list[Claim]:
        """Every claim in the order they came in, retired and withdrawn ones among them."""
        return [claim_from(data) for data in self._records("claim", "ORDER BY clock, id")]

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id."""
        rows = self._records("claim", "WHERE id = ?", claim)
        return claim_from(rows[0]) if rows else None

    def joins(self) -> dict[str, str]:
        """Each joined claim's set, named by its lowest id."""
        rows = self._connection.exec_driver_sql("SELECT claim, joined FROM claim_join")
        return {row[0]: row[1] for row in rows}

    def links(self, *, document: str | None = None, claim: str | None = None) -> list[Link]:
        """Links with their current judgement, retracted ones among them, by place in the text."""
        if document is not None:
            rows = self._records(
                "link", 'WHERE document = ? ORDER BY start, "end", clock', document
            )
        elif claim is not None:
            rows = self._records("link", "WHERE claim = ? ORDER BY clock, id", claim)
        else:
            rows = self._records("link", "ORDER BY clock, id")
        return [link_from(data) for data in rows]

    def link(self, link: str) -> Link | None:
        """One link by its id."""
        rows = self._records("link", "WHERE id = ?", link)
        return link_from(rows[0]) if rows else None

    def link_counts(self) -> list[tuple[str, str, str, int]]:
        """`(claim, document, status, count)` over all links that are not retracted."""
        rows = self._connection.exec_driver_sql(
            "SELECT claim, document, status, count(*) FROM link WHERE NOT retracted"
            " GROUP BY claim, document, status"
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def origins(self) -> list[Origin]:
        """Every origin in the order they came in."""
        return [origin_from(data) for data in self._records("origin", "ORDER BY clock, id")]

    def names(self) -> dict[str, str]:
        """The pseudonym each author last set, where its text is here."""
        latest = {
            e.author: e.body.name
            for e in self._live(ProfileSet.type)
            if isinstance(e.body, ProfileSet)
        }
        texts = self.attachments_by_hash(list(latest.values()))
        return {a: texts[name]["text"] for a, name in latest.items() if name in texts}

    def search(self, words: str, limit: int = search.MOST_HITS) -> list[search.Hit]:
        """The sentences that hold all these words, best first."""
        return search.search_text(self._connection, words, limit)

    def count_events(self) -> int:
        """How many events the file holds."""
        return log.count_events(self._connection)

    def _live(self, name: str) -> list[Event]:
        undone = self.undone()
        return [e for e in self.events_of_types([name]) if e.id not in undone]

    def _created(self) -> ProjectCreated:
        for event in self.events_of_types([ProjectCreated.type]):
            if isinstance(event.body, ProjectCreated):
                return event.body
        raise ProjectDamaged("The project file says nowhere how the project began.")

    def _setting(self, key: str) -> str:
        query = "SELECT value FROM setting WHERE key = ?"
        row = self._connection.exec_driver_sql(query, (key,)).first()
        if row is None:
            raise ProjectDamaged("The project file lacks its project's id.")
        return str(row[0])

    def _records(self, table: str, tail: str, *values: str) -> list[bytes]:
        rows = self._connection.exec_driver_sql(f"SELECT record FROM {table} {tail}", values)
        return [row[0] for row in rows]

    def _feed_number(self, feed: str) -> int:
        query = "SELECT number FROM feed WHERE feed = ?"
        row = self._connection.exec_driver_sql(query, (feed,)).first()
        if row is None:
            raise ProjectDamaged(f"The project file has no feed {feed[:8]}….")
        return int(row[0])


class Reader(Queries):
    """Queries over a read-only connection of its own; close it, or use it as a context."""

    def __init__(self, path: Path, *, check: bool = False) -> None:
        self.path = path
        self._engine = database.open_file(path, read_only=True, check=check)
        self._own = database.connect(self._engine)
        super().__init__(self._own)

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """Every query inside sees the file as it was at the first one."""
        with database.transaction(self._own, self.path, "BEGIN"):
            yield self

    def close(self) -> None:
        """Give the file back."""
        self._own.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
