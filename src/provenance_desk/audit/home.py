"""Where keys, trust and marks are kept, and writing a private file there whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from platformdirs import user_data_dir

from provenance_desk.audit.errors import HomeError


def desk_home() -> Path:
    """The folder of keys and settings: PROVDESK_HOME, else the system's place; made if missing."""
    named = os.environ.get("PROVDESK_HOME", "")
    home = Path(named).expanduser() if named else Path(user_data_dir("provenance-desk", False))
    return private_folder(home)


def private_folder(folder: Path) -> Path:
    """The folder itself; it and what is missing above it are made for this user alone (0700)."""
    if folder.is_dir():
        return folder
    private_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    return folder


def write_private(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace the file by one of mode 0600 with these bytes; HomeError leaves it as it was.

    `durable` waits until the bytes are on the disk; without it a power cut may bring back the file
    as it was before.
    """
    private_folder(path.parent)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _write_new(beside, data, durable=durable)
        beside.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _unwritable(path, problem) from problem
    if durable:
        sync_folder(path.parent)


def keep_private(path: Path) -> bool:
    """Take a file's rights from group and others; True if they had any."""
    if os.name == "nt" or not path.stat().st_mode & 0o077:
        return False
    with contextlib.suppress(OSError):  # a read-only disk, or one that knows no such rights
        path.chmod(0o600)
    return True


def _unwritable(path: Path, problem: OSError) -> HomeError:
    return HomeError(
        f"{path} can't be written: {problem.strerror or problem}. Make room or give yourself the "
        "right to write there, or name another folder in PROVDESK_HOME."
    )


def _write_new(path: Path, data: bytes, *, durable: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder survive a power cut, where the system can do that.

    Windows can't open folders, some network disks can't flush them; the file is whole all the same.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
