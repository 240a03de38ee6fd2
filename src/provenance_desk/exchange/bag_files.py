"""The files of a bag, whether they are in a zip or in a folder that somebody unpacked."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.text_rules import shown
from provenance_desk.exchange.zip_layout import MAX_ENTRIES, MAX_MEMBER, MAX_TOTAL
from provenance_desk.exchange.zip_reader import BLOCK, ZipReader

_TOP: Final = re.compile("[A-Za-z0-9_-]{1,64}")


class BagFiles(Protocol):
    """Files by their path inside the bag, with forward slashes."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file in pieces; `Refused` where they can't be read to their end."""


class ZipBag:
    """The bag in the one top folder of a zip."""

    def __init__(self, reader: ZipReader) -> None:
        self._reader = reader
        tops = {name.partition("/")[0] for name in reader.members}
        if len(tops) != 1 or not all("/" in name for name in reader.members):
            raise Refused("B-TOP", "A bundle has all its files in one top folder.")
        self.name = tops.pop()
        if not _TOP.fullmatch(self.name):
            raise Refused("B-TOP", f"{self.name} is not the name of a bundle's folder.")
        cut = len(self.name) + 1
        self.paths = tuple(sorted(name[cut:] for name in reader.members))

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file in pieces."""
        return self._reader.chunks(f"{self.name}/{path}")


class FolderBag:
    """The bag in a folder, or in the only folder inside that folder."""

    def __init__(self, folder: Path) -> None:
        self._root = _root(folder)
        self.name = self._root.name
        self.paths = tuple(sorted(_walk(self._root)))

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file in pieces."""
        try:
            with (self._root / path).open("rb") as file:
                while block := file.read(BLOCK):
                    yield block
        except OSError as problem:
            raise Refused("B-MISSING", f"The file can't be read: {problem.strerror}.") from problem


def _root(folder: Path) -> Path:
    inside = sorted(folder.iterdir())
    if len(inside) == 1 and inside[0].is_dir() and not inside[0].is_symlink():
        return inside[0]
    return folder


def _walk(root: Path) -> Iterator[str]:
    """The ordinary files below the root; links and devices are not followed but refused."""
    count = total = 0
    for entry in _entries(root):
        path = entry.path[len(str(root)) + 1 :].replace(os.sep, "/")
        if not entry.is_file(follow_symlinks=False):
            raise Refused("Z-NOTFILE", f"{shown(path)} is no ordinary file.")
        count, size = count + 1, entry.stat(follow_symlinks=False).st_size
        total += size
        if count > MAX_ENTRIES or size > MAX_MEMBER or total > MAX_TOTAL:
            raise Refused("Z-LIMIT", "The folder has more files or bytes than a bundle may have.")
        yield path


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry
