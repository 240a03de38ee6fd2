"""Opening and creating project files; every failure is a sentence and leaves the file untouched."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel

from provenance_desk.store import tables
from provenance_desk.store.errors import (
    DiskFull,
    ProjectBusy,
    ProjectDamaged,
    ProjectFileError,
    ProjectMissing,
    ProjectNewer,
    ProjectReadOnly,
)

SUFFIX = ".provdesk"
BUSY_SECONDS = 10


def create_file(path: Path) -> Engine:
    """An engine over a new, empty project file; refuses to touch an existing one."""
    if path.exists():
        raise ProjectFileError(f"{path.name} is already there. Choose another name.")
    _require_writable(path)
    engine = _engine(path, read_only=False)
    with explained(path), connect(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {tables.USER_VERSION}")
        SQLModel.metadata.create_all(connection)
        connection.exec_driver_sql(tables.SEARCH_TABLE)
    return engine


def open_file(path: Path, *, read_only: bool = False, check: bool = True) -> Engine:
    """An engine over an existing project file, its header and integrity checked first."""
    check_header(path)
    if not read_only:
        _require_writable(path)
    engine = _engine(path, read_only=read_only)
    with explained(path), connect(engine) as connection:
        if check:
            _check_integrity(connection, path)
        else:
            connection.exec_driver_sql("SELECT count(*) FROM setting")
    return engine


def check_header(path: Path) -> None:
    """Refuse what is missing, no project file, or from a newer program, before SQLite opens it."""
    if not path.is_file():
        raise ProjectMissing(f"There is no project {path.name}. Check the name and the folder.")
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        raise ProjectDamaged(
            f"{path.name} is not a Provenance Desk project, or it is damaged. It was left as it is;"
            " open a backup, or start a new project from an exported bundle."
        )
    if int.from_bytes(header[68:72], "big") != tables.APPLICATION_ID:
        raise ProjectDamaged(f"{path.name} is a database of another program; it was left as it is.")
    version = int.from_bytes(header[60:64], "big")
    if version > tables.USER_VERSION:
        raise ProjectNewer(
            f"{path.name} was written by a newer version of Provenance Desk (layout {version}, "
            f"this one knows {tables.USER_VERSION}). It was left as it is; update the program."
        )


def fold_log(connection: Connection) -> None:
    """Fold SQLite's write-ahead log into the file, so that one file holds everything."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def connect(engine: Engine) -> Connection:
    """A connection that begins no transaction unless told to."""
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def transaction(connection: Connection, path: Path, begin: str) -> Iterator[None]:
    """Everything inside is committed at once or rolled back; errors are explained."""
    with explained(path):
        connection.exec_driver_sql(begin)
        try:
            yield
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise


def _roll_back(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
        driver.execute("ROLLBACK")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into sentences about `path`."""
    try:
        yield
    except (OperationalError, DatabaseError) as problem:
        raise _explanation(path, problem) from problem


def _explanation(path: Path, problem: DatabaseError) -> ProjectFileError:
    code = getattr(problem.orig, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(
            f"There is no room left on the disk of {path.name}. The last step was not saved;"
            " everything before it is. Make room and do it again."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectBusy(f"Another program is writing {path.name}. Close it and try again.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectReadOnly(_read_only_sentence(path))
    if code == sqlite3.SQLITE_IOERR:
        return ProjectFileError(
            f"The disk of {path.name} did not answer. The last step was not saved; everything"
            " before it is. Check the disk and do it again."
        )
    return ProjectDamaged(
        f"{path.name} is damaged ({str(problem.orig)[:120]}). It was left as it is; open a backup,"
        " or start a new project from an exported bundle."
    )


def _read_only_sentence(path: Path) -> str:
    return (
        f"{path.name} or its folder can't be written. It was left as it is; copy it to a folder"
        " of your own, or ask for the right to write there."
    )


def _require_writable(path: Path) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise ProjectMissing(f"There is no folder {folder.name or folder} for {path.name}.")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise ProjectReadOnly(_read_only_sentence(path))


def _engine(path: Path, *, read_only: bool) -> Engine:
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    if (
        read_only
        and not os.access(path.parent, os.W_OK)
        and not path.with_name(path.name + "-wal").exists()
    ):
        address += "&immutable=1"  # SQLite can't make its index of a log there, nor can a writer

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=NullPool if read_only else StaticPool
    )
    event.listen(engine, "connect", _set_reading if read_only else _set_writing)
    return engine


def _set_reading(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA mmap_size = 268435456")


def _set_writing(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _check_integrity(connection: Connection, path: Path) -> None:
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise ProjectDamaged(
            f"{path.name} is damaged ({str(found)[:120]}). It was left as it is; open a backup,"
            " or start a new project from an exported bundle."
        )
