"""Where keys, trust and marks are kept, and writing a private file there whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from platformdirs import user_data_dir


def desk_home() -> Path:
    """The folder of keys and settings: PROVDESK_HOME, else the system's place; made if missing."""
    named = os.environ.get("PROVDESK_HOME", "")
    home = Path(named).expanduser() if named else Path(user_data_dir("provenance-desk", False))
    return private_folder(home)


def private_folder(folder: Path) -> Path:
    """The folder itself; it and what is missing above it are made for this user alone (0700)."""
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def write_private(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace the file by one of mode 0600 with these bytes, or leave it as it was.

    `durable` waits until the bytes are on the disk; without it a power cut may bring back the file
    as it was before.
    """
    private_folder(path.parent)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _write_new(beside, data, durable=durable)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    if durable:
        _sync_folder(path.parent)


def keep_private(path: Path) -> bool:
    """Take a file's rights from group and others; True if they had any."""
    if os.name == "nt" or not path.stat().st_mode & 0o077:
        return False
    path.chmod(0o600)
    return True


def _write_new(path: Path, data: bytes, *, durable: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows can't open folders and needs no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
