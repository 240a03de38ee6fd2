"""The one writing connection of a project file: steps go in whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
from sqlalchemy import Connection

from provenance_desk.intake.table import from_json
from provenance_desk.store import blobs, database, log, projections, search
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.lock import WriterLock
from provenance_desk.store.projections import Touched
from provenance_desk.store.reader import Queries


@dataclass(frozen=True, slots=True)
class Batch:
    """What one commit appends to one feed."""

    feed: str
    author: str
    lines: Sequence[log.Line]
    attachments: Mapping[str, bytes]
    blobs: Sequence[tuple[BlobKind, str, bytes]]


class Writer(Queries):
    """Holds the lock and the writing connection of one project file until `close`."""

    def __init__(
        self, path: Path, *, create: str = "", wait: float = 10.0, check: bool = True
    ) -> None:
        """Open `path`, or create it for the project id `create`; `wait` seconds for the lock."""
        self.path = path
        if not create:
            database.check_header(path)
        self._lock = WriterLock(path, wait=wait)
        try:
            self._engine = (
                database.create_file(path) if create else database.open_file(path, check=check)
            )
            self._writing = database.connect(self._engine)
        except BaseException:
            self._lock.release()
            raise
        super().__init__(self._writing)
        if create:
            with self._transaction() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO setting (key, value) VALUES ('project', ?)", (create,)
                )

    def append(self, batch: Batch) -> Touched:
        """Append a step and bring the projections up to date, in one transaction."""
        with self._transaction() as connection:
            for kind, name, data in batch.blobs:
                blobs.put(connection, kind, name, data)
            log.append(connection, self._number(batch), batch.lines, batch.attachments)
            touched = projections.project(connection, [line.event for line in batch.lines])
            for document in touched.documents:
                self._index(connection, document)
        return touched

    def seal(self, feed: str, size: int, note: bytes) -> None:
        """Keep a signed head of a feed."""
        with self._transaction() as connection:
            log.add_checkpoint(connection, self._feed_number(feed), size, note)

    def rebuild(self) -> None:
        """Drop every projection and fold the whole log again."""
        with self._transaction() as connection:
            projections.rebuild(connection)

    def close(self) -> None:
        """Fold SQLite's log into the file and let others write."""
        try:
            with database.explained(self.path):
                database.fold_log(self._writing)
            self._writing.close()
            self._engine.dispose()
        finally:
            self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with database.transaction(self._writing, self.path, "BEGIN IMMEDIATE"):
            yield self._writing

    def _number(self, batch: Batch) -> int:
        for state in self.feeds():
            if state.feed == batch.feed:
                return state.number
        return log.add_feed(self._writing, batch.feed, batch.author)

    def _index(self, connection: Connection, document: str) -> None:
        if search.is_indexed(connection, document):
            return
        text, record = self.text(document), self.document(document)
        table = self.table(record.table) if record else None
        if text is not None and table is not None:
            spans = [(row[0], row[1]) for row in from_json(orjson.loads(table)).sentences]
            search.index_text(connection, document, text, spans)
