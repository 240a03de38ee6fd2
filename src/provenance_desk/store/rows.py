"""Reading rows with the standard library alone: a window must not wait for SQLModel's import."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from provenance_desk.domain.errors import DeskError
from provenance_desk.store.errors import ProjectDamaged
from provenance_desk.store.explaining import explanation
from provenance_desk.store.header import check_header, check_integrity, has_log

BUSY_SECONDS = 10
CHUNK = 500

Row = tuple[Any, ...]


class Rows:
    """Queries over one SQLite connection; its errors are sentences about the file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def all(self, query: str, *values: object) -> list[Row]:
        """Every row."""
        with self._explained():
            return self._connection.execute(query, values).fetchall()

    def one(self, query: str, *values: object) -> Row | None:
        """The first row, or None."""
        with self._explained():
            row: Row | None = self._connection.execute(query, values).fetchone()
            return row

    def stream(self, query: str, *values: object) -> Iterator[Row]:
        """Row by row, for what may not fit into memory."""
        with self._explained():
            # `yield from` would close the cursor of a reader that is closed by then, and raise.
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row

    def among(self, query: str, names: Sequence[str | int]) -> Iterator[Row]:
        """The rows of a query that ends in `IN`, for any number of names."""
        for start in range(0, len(names), CHUNK):
            part = names[start : start + CHUNK]
            yield from self.all(f"{query} ({','.join('?' * len(part))})", *part)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Every query inside sees the file as it was at the first one."""
        self.all("BEGIN")
        try:
            yield
        finally:
            self.all("COMMIT")

    @contextmanager
    def understood(self, what: str) -> Iterator[None]:
        """A row that is no domain object is damage to the file."""
        try:
            yield
        except (
            LookupError,
            TypeError,
            ValueError,
            ArithmeticError,
            AttributeError,
            DeskError,
        ) as problem:
            if isinstance(problem, ProjectDamaged):
                raise
            raise self.damaged(what) from problem

    def damaged(self, what: str) -> ProjectDamaged:
        """The sentence about a file that holds `what`."""
        return ProjectDamaged(
            f"{self.path.name} is damaged: it holds {what}. It was left as it is; open a backup, or"
            " start a new project from an exported bundle."
        )

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as problem:
            sentence = explanation(self.path, problem)
            if sentence is None:
                raise
            raise sentence from problem


def open_rows(path: Path, *, check: bool = False) -> Rows:
    """A reading connection of its own to an existing project file."""
    check_header(path)
    if check:
        check_integrity(path)
    try:
        rows = Rows(_connected(path), path)
    except sqlite3.Error as problem:
        raise explanation(path, problem) or problem from problem
    rows.one("PRAGMA query_only = ON")
    rows.one("SELECT count(*) FROM setting")
    return rows


def can_write(path: Path) -> bool:
    """Whether this person can write the file and its folder."""
    folder = path.absolute().parent
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def address(path: Path, mode: str) -> str:
    """The file as SQLite wants to be told, opened in that mode."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def _connected(path: Path) -> sqlite3.Connection:
    """Readers too may fold a log that nobody else uses, and leave nothing beside the file.

    Where they can't write, SQLite has no place for its index of the log; a file without a log is
    then read as one that does not change.
    """
    mode = "rw" if can_write(path) else "ro" if has_log(path) else "ro&immutable=1"
    return sqlite3.connect(
        address(path, mode),
        uri=True,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
    )
