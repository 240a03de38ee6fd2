"""The writing side of a project file: creating and opening it through SQLModel's tables."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from provenance_desk.store import layout, tables
from provenance_desk.store.errors import ProjectFileError, ProjectMissing
from provenance_desk.store.explaining import explanation, not_writable
from provenance_desk.store.header import check_header, check_integrity
from provenance_desk.store.rows import BUSY_SECONDS, Rows, address, can_write

SUFFIX = ".provdesk"


def create_file(path: Path, project: str) -> None:
    """A new project file with that project id and no events; refuses an existing file."""
    require_new(path)
    with _disposed(_engine(path, "rwc")) as engine, connect(engine) as connection:
        with transaction(connection):
            connection.exec_driver_sql(f"PRAGMA application_id = {layout.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {layout.USER_VERSION}")
            SQLModel.metadata.create_all(connection)
            connection.exec_driver_sql(layout.SEARCH_TABLE)
            connection.execute(tables.SETTING.insert().values(key="project", value=project))
        fold_log(connection)


def open_file(path: Path, *, check: bool = True) -> Engine:
    """An engine over an existing project file, its header and integrity checked first."""
    check_header(path)
    require_writable(path)
    if check:
        check_integrity(path)
    engine = _engine(path, "rw")
    try:
        with connect(engine) as connection:
            connection.exec_driver_sql("SELECT count(*) FROM setting")
    except BaseException:
        engine.dispose()
        raise
    return engine


def require_new(path: Path) -> None:
    """Refuse a name that is taken, or a folder that is missing or can't be written."""
    if path.exists():
        raise ProjectFileError(f"{path.name} is already there. Choose another name.")
    require_writable(path)


def fold_log(connection: Connection) -> None:
    """Fold SQLite's write-ahead log into the file, so that one file holds everything."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def connect(engine: Engine) -> Connection:
    """A connection that begins no transaction unless told to."""
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def rows_of(connection: Connection, path: Path) -> Rows:
    """Queries over the same connection, so that they see what it has not committed yet."""
    return Rows(_driver(connection), path)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Everything inside is committed at once or rolled back."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        driver = _driver(connection)
        if driver.in_transaction:
            with suppress(sqlite3.Error):  # what went wrong before is the thing to tell
                driver.execute("ROLLBACK")
        raise


@contextmanager
def _disposed(engine: Engine) -> Iterator[Engine]:
    """The engine, its file given back whatever happens: Windows deletes no open file."""
    try:
        yield engine
    finally:
        engine.dispose()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def require_writable(path: Path) -> None:
    """Refuse a file or a folder that is missing or that this person can't write."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise ProjectMissing(f"There is no folder {folder.name or folder} for {path.name}.")
    if not can_write(path):
        raise not_writable(path)


def _engine(path: Path, mode: str) -> Engine:
    def open_connection() -> sqlite3.Connection:
        return sqlite3.connect(
            address(path, mode),
            uri=True,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
            isolation_level=None,
        )

    engine = create_engine("sqlite://", creator=open_connection, poolclass=StaticPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "handle_error", _explainer(path))
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # KiB: a bulk step touches every index page


def _explainer(path: Path) -> Any:
    def explain(context: Any) -> None:
        problem = context.original_exception
        sentence = explanation(path, problem) if isinstance(problem, sqlite3.Error) else None
        if sentence is not None:
            raise sentence from problem

    return explain
