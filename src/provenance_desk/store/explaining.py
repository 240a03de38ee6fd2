"""SQLite's errors as sentences about a project file."""

import sqlite3
from pathlib import Path

from provenance_desk.store.errors import (
    DiskFull,
    ProjectBusy,
    ProjectDamaged,
    ProjectFileError,
    ProjectReadOnly,
)

_NOT_WRITABLE = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


def explanation(path: Path, problem: sqlite3.Error) -> ProjectFileError | None:
    """What an error of SQLite says to the reader; None where it can only be a bug."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(
            f"There is no room left on the disk of {path.name}. The last step was not saved;"
            " everything before it is. Make room and do it again."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectBusy(f"Another program is writing {path.name}. Close it and try again.")
    if code in _NOT_WRITABLE:
        return not_writable(path)
    if code == sqlite3.SQLITE_IOERR:
        return ProjectFileError(
            f"The disk of {path.name} reported an error. The last step was not saved; everything"
            " before it is. Check the disk and do it again."
        )
    if code in _DAMAGED or "no such table" in str(problem) or "no such column" in str(problem):
        return damaged(path, str(problem))
    return None


def damaged(path: Path, what: str) -> ProjectDamaged:
    """The sentence about a file whose content is not whole."""
    return ProjectDamaged(
        f"{path.name} is damaged ({what[:120]}). It was left as it is; open a backup,"
        " or start a new project from an exported bundle."
    )


def not_writable(path: Path) -> ProjectReadOnly:
    """The sentence about a file, or a folder, that this person can't write."""
    return ProjectReadOnly(
        f"{path.name} or its folder can't be written. It was left as it is; copy it to a folder"
        " of your own, or ask for the right to write there."
    )
