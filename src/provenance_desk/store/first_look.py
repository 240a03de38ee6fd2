"""What the first paint of a project shows, read with the standard library's sqlite3 alone.

The method names and results are those of `store.reader.Queries`; importing this module, unlike that
one, does not import SQLModel, which would hold up the window by half a second. It looks at a file
that is about to be opened properly: what can't be read here is told then.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.schemas import event_from
from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import ThingKind
from provenance_desk.domain.sentences import SentenceTable, apply_passages, table_from
from provenance_desk.intake.table import BaseTable, from_json
from provenance_desk.store.errors import ProjectDamaged, ProjectMissing
from provenance_desk.store.records import claim_from, document_from, link_from, origin_from


@contextmanager
def looking(path: Path) -> Iterator["FirstLook"]:
    """A look at a project file; every failure is a `ProjectFileError`."""
    if not path.is_file():
        raise ProjectMissing(f"There is no project {path.name}. Check the name and the folder.")
    try:
        look = FirstLook(path)
        try:
            yield look
        finally:
            look.close()
    except sqlite3.Error as problem:
        raise ProjectDamaged(
            f"{path.name} is damaged, or no project ({problem}). It was left as it is; open a"
            " backup, or start a new project from an exported bundle."
        ) from problem


class FirstLook:
    """Queries over a project file, read-only; open it by `looking`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = sqlite3.connect(_address(path), uri=True, timeout=1)
        self._file.execute("PRAGMA query_only = ON")

    def title(self) -> str:
        """The title the project was created with."""
        row = self._one("SELECT event, line FROM event WHERE type = 'project.created' LIMIT 1")
        if row is None:
            raise ProjectDamaged("The project file says nowhere how the project began.")
        return str(orjson.loads(row[1])["body"]["title"])

    def project_id(self) -> str:
        """The project's random id."""
        row = self._one("SELECT value FROM setting WHERE key = 'project'")
        return str(row[0]) if row else ""

    def documents(self) -> list[Document]:
        """Every document in the order they came in, withdrawn ones among them."""
        return [document_from(data) for data in self._records("document", "ORDER BY clock, id")]

    def document(self, document: str) -> Document | None:
        """One document by its id."""
        found = [
            document_from(data) for data in self._records("document", "WHERE id = ?", document)
        ]
        return found[0] if found else None

    def text(self, document: str) -> str | None:
        """The text of a document, or None where it was left out."""
        data = self._blob("text", document)
        return None if data is None else data.decode("utf-8")

    def base_table(self, document: Document) -> BaseTable:
        """The frozen table of a document."""
        data = self._blob("table", document.table)
        if data is None:
            return BaseTable(document.segmenter, (), (), ())
        return from_json(orjson.loads(data))

    def sentences(self, document: Document) -> SentenceTable:
        """The sentences of a document as the reviewers left them."""
        base = self.base_table(document)
        table = table_from(base.sentences, base.same_as)
        changes = self._passage_events(document.id)
        if not changes:
            return table
        return apply_passages(table, self.text(document.id) or "", (e.body for e in changes))

    def claims(self) -> list[Claim]:
        """Every claim in the order they came in."""
        return [claim_from(data) for data in self._records("claim", "ORDER BY clock, id")]

    def joins(self) -> dict[str, str]:
        """Each joined claim's set, named by its lowest id."""
        return dict(self._file.execute("SELECT claim, joined FROM claim_join"))

    def links(self, *, document: str | None = None, claim: str | None = None) -> list[Link]:
        """Links with their current judgement, retracted ones among them."""
        if document is not None:
            tail = 'WHERE document = ? ORDER BY start, "end", clock'
            return [link_from(data) for data in self._records("link", tail, document)]
        if claim is not None:
            tail = "WHERE claim = ? ORDER BY clock, id"
            return [link_from(data) for data in self._records("link", tail, claim)]
        return [link_from(data) for data in self._records("link", "ORDER BY clock, id")]

    def link_spans(self) -> list[tuple[str, int, int]]:
        """`(document, start, end)` of every link that is not retracted."""
        return list(
            self._file.execute('SELECT document, start, "end" FROM link WHERE NOT retracted')
        )

    def link_counts(self) -> list[tuple[str, str, str, int]]:
        """`(claim, document, status, count)` over all links that are not retracted."""
        return list(
            self._file.execute(
                "SELECT claim, document, status, count(*) FROM link WHERE NOT retracted"
                " GROUP BY claim, document, status"
            )
        )

    def origins(self) -> list[Origin]:
        """Every origin in the order they came in."""
        return [origin_from(data) for data in self._records("origin", "ORDER BY clock, id")]

    def count_events(self) -> int:
        """How many events the file holds."""
        row = self._one("SELECT count(*) FROM event")
        return int(row[0]) if row else 0

    def newest_event(self) -> Event | None:
        """The event that was written last here."""
        row = self._one("SELECT event, line FROM event ORDER BY number DESC LIMIT 1")
        return _event(row) if row else None

    def heads(self) -> list[tuple[str, str, int, str, int]]:
        """`(feed, author, size, head, sealed size)` of every feed, in the order they came in."""
        return list(
            self._file.execute(
                "SELECT f.feed, f.author, f.size, f.head, coalesce((SELECT max(c.size)"
                " FROM checkpoint c WHERE c.feed = f.number), 0) FROM feed f ORDER BY f.number"
            )
        )

    def lines(self, feed: str) -> Iterator[tuple[str, bytes]]:
        """`(event id, line)` of a feed by seq, as they are stored."""
        yield from self._file.execute(
            "SELECT e.event, e.line FROM event e JOIN feed f ON f.number = e.feed"
            " WHERE f.feed = ? ORDER BY e.seq",
            (feed,),
        )

    def checkpoint(self, feed: str) -> bytes | None:
        """The newest signed head of a feed, as its note."""
        row = self._one(
            "SELECT c.note FROM checkpoint c JOIN feed f ON f.number = c.feed WHERE f.feed = ?"
            " ORDER BY c.size DESC LIMIT 1",
            feed,
        )
        return None if row is None else bytes(row[0])

    def names(self) -> dict[str, str]:
        """The pseudonym each author last set, where its text is here."""
        rows = self._file.execute(
            "SELECT line FROM event WHERE type = 'profile.set' AND NOT undone ORDER BY clock"
        )
        latest = {line["author"]: line["body"]["name"] for line in map(_loaded, rows)}
        texts = {author: self._text_of(name) for author, name in latest.items()}
        return {author: text for author, text in texts.items() if text is not None}

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _passage_events(self, document: str) -> list[Event]:
        rows = self._file.execute(
            "SELECT e.event, e.line FROM about a JOIN event e ON e.number = a.event"
            " WHERE a.kind = ? AND a.thing = ? AND NOT e.undone",
            (ThingKind.PASSAGES.value, document),
        )
        return sorted(map(_event, rows), key=lambda event: event.order)

    def _text_of(self, name: str) -> str | None:
        row = self._one("SELECT line FROM attachment WHERE hash = ?", name)
        return None if row is None else str(orjson.loads(row[0]).get("text", ""))

    def _blob(self, kind: str, name: str) -> bytes | None:
        row = self._one("SELECT data FROM blob WHERE kind = ? AND hash = ?", kind, name)
        return None if row is None else bytes(row[0])

    def _records(self, table: str, tail: str, *values: str) -> list[bytes]:
        return [row[0] for row in self._file.execute(f"SELECT record FROM {table} {tail}", values)]

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._file.execute(query, values).fetchone()
        return row


def _event(row: tuple[str, bytes]) -> Event:
    return event_from(parse(row[1]), row[0])


def _loaded(row: tuple[bytes]) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(row[0])
    return found


def _address(path: Path) -> str:
    address = f"{path.absolute().as_uri()}?mode=ro"
    has_log = path.with_name(path.name + "-wal").exists()
    return address if has_log or os.access(path.parent, os.W_OK) else f"{address}&immutable=1"
