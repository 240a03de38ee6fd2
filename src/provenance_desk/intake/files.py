"""Files from the disk, read once and bounded: the bytes, and the name without its folders."""

import errno
import stat
from dataclasses import dataclass
from pathlib import Path

from provenance_desk.intake.errors import EmptyFile, TooBig, UnreadableFile
from provenance_desk.intake.names import safe_name

MAX_BYTES = 100 * 1000 * 1000


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file's bytes and its base name, safe to show and to store."""

    data: bytes
    name: str


def load(path: Path) -> LoadedFile:
    """Read one ordinary file of at most `MAX_BYTES`; raises an IntakeError that names it."""
    try:
        _require_file(path)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path.name, _reason(error)) from error
    require_size(len(data), path.name)
    return LoadedFile(data, safe_name(path.name))


def require_size(size: int, name: str) -> None:
    """Raise EmptyFile or TooBig unless there are between 1 and `MAX_BYTES` bytes."""
    if size == 0:
        raise EmptyFile(name, "is empty: it holds no bytes. Choose another file.")
    if size > MAX_BYTES:
        raise TooBig(
            name,
            f"is too big: files of up to {MAX_BYTES // 1_000_000} MB can be added. "
            "Save the part you need as a file of its own, and add that.",
        )


def _require_file(path: Path) -> None:
    """Only an ordinary file: a pipe would wait for ever, a device never ends."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(path.name, "is a folder. Add the files in it instead.")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(path.name, "is not a file but a device or a pipe. Add a file instead.")
    require_size(found.st_size, path.name)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "is not there (any more). Check where it is, and add it again."
        case PermissionError():
            return "may not be read by you. Ask for the right to read it, or add a copy."
        case OSError(errno=errno.ELOOP):
            return "is a link that leads back to itself. Add the file it should lead to."
        case OSError(errno=errno.ENAMETOOLONG):
            return "has a name that is too long for this system. Rename it, and add it again."
        case OSError():
            return f"could not be read ({error.strerror}). Copy it to this disk, and try again."
        case _:
            return "has a name that this system cannot open. Rename it, and add it again."
