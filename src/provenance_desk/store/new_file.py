"""A new project file appears under its name whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from provenance_desk.store import database
from provenance_desk.store.errors import ProjectFileError
from provenance_desk.store.lock import WriterLock


@contextmanager
def new_file(path: Path, project: str, *, wait: float = 10.0) -> Iterator[Path]:
    """Where to write the first events of a project with that id; `path` once the block is left."""
    database.require_new(path)
    lock = WriterLock(path, wait=wait)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        database.require_new(path)
        _remove(unfinished)
        database.create_file(unfinished, project)
        yield unfinished
        _move(unfinished, path)
    except ProjectFileError as problem:
        raise type(problem)(str(problem).replace(unfinished.name, path.name)) from problem
    finally:
        _remove(unfinished)
        lock.release()


def _move(unfinished: Path, path: Path) -> None:
    try:
        unfinished.rename(path)
    except OSError as problem:
        raise ProjectFileError(
            f"{path.name} could not be put in its place ({problem.strerror}). Choose another name"
            " or another folder."
        ) from problem


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)
