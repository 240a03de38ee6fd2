"""Is this a project file, of a layout we know, and whole? Answered without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from provenance_desk.store import layout
from provenance_desk.store.errors import (
    ProjectDamaged,
    ProjectFileError,
    ProjectMissing,
    ProjectNewer,
)
from provenance_desk.store.explaining import damaged, explanation

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


def check_header(path: Path) -> None:
    """Refuse what is missing, no project file, or from a newer program, before SQLite opens it."""
    header = _first_bytes(path)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise ProjectDamaged(
            f"{path.name} is not a Provenance Desk project, or it is damaged. It was left as it is;"
            " open a backup, or start a new project from an exported bundle."
        )
    application, version = header[68:72], header[60:64]
    _check_layout(path, int.from_bytes(application, "big"), int.from_bytes(version, "big"))


def check_integrity(path: Path) -> None:
    """Read the whole file and refuse it where SQLite finds damage; nothing is written.

    A leftover log of a writer that was killed is read too, and not folded in: a damaged file is to
    stay as it is.
    """
    logged = has_log(path)
    address = f"{path.absolute().as_uri()}?mode=ro{'' if logged else '&immutable=1'}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as problem:
        raise explanation(path, problem) or damaged(path, str(problem)) from problem
    _check_layout(path, application, version)
    if found != "ok":
        raise damaged(path, str(found).splitlines()[-1])


def has_log(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: it is open somewhere, or a writer died."""
    return path.with_name(path.name + "-wal").exists()


def _first_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise ProjectMissing(f"There is no project {path.name}. Check the name and the folder.")
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as problem:
        raise ProjectFileError(
            f"{path.name} can't be read: {problem.strerror}. Check the disk, or ask for the right"
            " to read it."
        ) from problem


def _check_layout(path: Path, application: int, version: int) -> None:
    if application != layout.APPLICATION_ID:
        raise ProjectDamaged(f"{path.name} is a database of another program; it was left as it is.")
    if version > layout.USER_VERSION:
        raise ProjectNewer(
            f"{path.name} was written by a newer version of Provenance Desk (layout {version}, "
            f"this one knows {layout.USER_VERSION}). It was left as it is; update the program."
        )
