"""The one writing connection of a project file: steps go in whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from provenance_desk.store import appending, database, log, projections, search
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.errors import ProjectFileError, ProjectMissing
from provenance_desk.store.header import check_header
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

    def __init__(self, path: Path, *, wait: float = 10.0, check: bool = True) -> None:
        """Open `path`; `wait` is how many seconds to wait for another writer."""
        self.path = path
        check_header(path)
        database.require_writable(path)
        self._lock = WriterLock(path, wait=wait)
        try:
            self._engine = database.open_file(path, check=check)
            self._writing = database.connect(self._engine)
            self._place = _place(path)
        except BaseException:
            self._lock.release()
            raise
        super().__init__(database.rows_of(self._writing, path))

    def append(self, batch: Batch) -> Touched:
        """Append a step and bring the projections up to date, in one transaction."""
        with self._transaction() as connection:
            number, first = self._number(batch), self._next_event()
            appending.add_blobs(connection, batch.blobs)
            appending.append(connection, number, first, batch.lines)
            appending.add_attachments(connection, number, batch.attachments)
            events = [line.event for line in batch.lines]
            touched = projections.project(connection, self._rows, events, first)
            for document in touched.documents:
                self._index(connection, document)
        return touched

    def seal(self, feed: str, size: int, note: bytes) -> None:
        """Keep a signed head of a feed."""
        with self._transaction() as connection:
            appending.add_checkpoint(connection, self._feed_number(feed), size, note)

    def rebuild(self) -> None:
        """Drop every projection and fold the whole log again."""
        with self._transaction() as connection:
            projections.rebuild(connection, self._rows)

    def close(self) -> None:
        """Fold SQLite's log into the file and let others write."""
        try:
            database.fold_log(self._writing)
        except ProjectFileError as problem:
            raise type(problem)(
                f"{self.path.name} could not be put in order on closing. Every step is safe, the"
                f" last ones in {self.path.name}-wal beside it: keep the two together, make room on"
                " the disk, open the project and close it again."
            ) from problem
        finally:
            self._writing.close()
            self._engine.dispose()
            if _place(self.path) != self._place:
                _remove_empty_log(self.path)
            self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if _place(self.path) != self._place:
            raise ProjectMissing(
                f"{self.path.name} is no longer where it was opened: somebody moved, deleted or"
                " replaced it. The last step was not saved. Put it back and open it again."
            )
        with database.transaction(self._writing):
            yield self._writing

    def _number(self, batch: Batch) -> int:
        number = log.feed_number(self._rows, batch.feed)
        return number or appending.add_feed(self._writing, batch.feed, batch.author)

    def _next_event(self) -> int:
        row = self._rows.one("SELECT coalesce(max(number), 0) + 1 FROM event")
        return int(row[0]) if row else 1

    def _index(self, connection: Connection, document: str) -> None:
        found = self.document(document)
        if found is None or search.is_indexed(self._rows, document):
            return
        text, table = self.text(document), self.base_table(found)
        if text is not None:
            spans = [(start, end) for start, end, _ in table.sentences]
            search.index_text(connection, document, text, spans)


def _place(path: Path) -> tuple[int, int] | None:
    """Which file a name leads to now; None where it leads nowhere."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _remove_empty_log(path: Path) -> None:
    """SQLite leaves it where the file was moved; another file of that name must not find it."""
    log = path.with_name(path.name + "-wal")
    with suppress(OSError):
        if log.stat().st_size == 0:
            log.unlink()
            path.with_name(path.name + "-shm").unlink()
