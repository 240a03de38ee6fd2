"""Writes zips by hand, right or wrong in any field, for readers that must refuse the wrong ones."""

import struct
import zlib
from dataclasses import dataclass, field, replace
from typing import Any

from tests.integration.bundle_maker import NAME, Files


@dataclass(frozen=True)
class Entry:
    """One member; `local` and `central` override header fields in one place only."""

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0
    needs: int = 20
    attributes: int = 0o100644 << 16
    size: int | None = None
    crc: int | None = None
    packed: bytes | None = None
    extra: bytes = b""
    comment: bytes = b""
    offset: int | None = None
    local: dict[str, Any] = field(default_factory=dict)
    central: dict[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflated(self.data) if self.method == 8 else self.data

    def header(self) -> dict[str, Any]:
        return {
            "needs": self.needs,
            "flags": self.flags,
            "method": self.method,
            "time": 0,
            "date": 33,
            "crc": zlib.crc32(self.data) if self.crc is None else self.crc,
            "packed": len(self.body),
            "size": len(self.data) if self.size is None else self.size,
            "name": self.name,
            "extra": self.extra,
        }


def deflated(data: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflater.compress(data) + deflater.flush()


def entries_of(files: Files, top: str = NAME) -> list[Entry]:
    """The entries of a good zip."""
    return [Entry(f"{top}/{path}".encode(), data) for path, data in files.items()]


def with_entry(entries: list[Entry], at: int, **changed: Any) -> list[Entry]:
    """The entries with one of them changed."""
    return [*entries[:at], replace(entries[at], **changed), *entries[at + 1 :]]


def written(entries: list[Entry], **end: Any) -> bytes:
    """The zip of these entries; `end` overrides the end record."""
    data, directory = b"", b""
    for entry in entries:
        offset = len(data) if entry.offset is None else entry.offset
        if entry.offset is None:
            data += _local(entry) + entry.body
        directory += _central(entry, offset)
    fields: dict[str, Any] = {"count": len(entries), "size": len(directory), "start": len(data)}
    return data + directory + _end(**fields | end)


def _local(entry: Entry) -> bytes:
    h = entry.header() | entry.local
    fixed = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", h["needs"], h["flags"], h["method"], h["time"], h["date"],
        h["crc"], h["packed"], h["size"], len(h["name"]), len(h["extra"]),
    )  # fmt: skip
    return bytes(fixed + h["name"] + h["extra"])


def _central(entry: Entry, offset: int) -> bytes:
    h = entry.header() | entry.central
    fixed = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 0x0314, h["needs"], h["flags"], h["method"], h["time"],
        h["date"], h["crc"], h["packed"], h["size"], len(h["name"]), len(h["extra"]),
        len(entry.comment), 0, 0, entry.attributes, offset,
    )  # fmt: skip
    return bytes(fixed + h["name"] + h["extra"] + entry.comment)


def _end(count: int, size: int, start: int, comment: bytes = b"") -> bytes:
    return struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)
    ) + comment  # fmt: skip
