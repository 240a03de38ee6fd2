"""The layout of a zip that verification accepts: one plain way to be a zip, all else refused.

Nothing is unpacked here. Every byte of the file belongs to one local entry, to the central
directory or to its end record; whatever other readers may disagree about is refused with a Z-code.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.text_rules import shown
from provenance_desk.exchange.zip_names import check_name

MAX_ZIP: Final = 2 * 2**30
MAX_ENTRIES: Final = 20_000
MAX_MEMBER: Final = 2**30
MAX_TOTAL: Final = 4 * 2**30
MAX_RATIO: Final = 200
RATIO_FREE: Final = 4096
"""Members up to this size may deflate as well as they like."""

STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_HARMLESS_FLAGS = 0x0806  # how hard the writer tried to deflate, and "the name is UTF-8"
_NEEDS_AT_MOST = 20
_ZIP64_LOCATOR = b"PK\x06\x07"
_DOS_FOLDER = 0x10
_KIND, _REGULAR = 0o170000, 0o100000


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: its name and where its bytes are."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A central header as read; `header` are the fields that the local header must repeat."""

    name: bytes
    header: tuple[int, ...]
    offset: int
    packed: int


def read_layout(file: BinaryIO) -> tuple[Member, ...]:
    """The members of a zip in the order of its directory; raises `Refused`."""
    length = file.seek(0, 2)
    if length > MAX_ZIP:
        raise Refused("Z-LIMIT", f"The zip has {length} bytes, more than {MAX_ZIP}.")
    directory, count, end = _read_directory(file, length)
    seen: dict[str, str] = {}
    entries = [_checked(entry, seen) for entry in _entries(directory, count)]
    if sum(entry.header[-1] for entry in entries) > MAX_TOTAL:
        raise Refused("Z-LIMIT", f"The members have more than {MAX_TOTAL} bytes in all.")
    starts = _check_places(file, entries, end)
    return tuple(_member(entry, starts[entry.offset]) for entry in entries)


def _member(entry: _Entry, start: int) -> Member:
    _, _, method, _, _, crc, packed, size = entry.header
    return Member(entry.name.decode("ascii"), method, crc, packed, size, start)


def _read_directory(file: BinaryIO, length: int) -> tuple[bytes, int, int]:
    """The bytes of the central directory, its number of entries and where it begins."""
    at = length - _END.size
    if at < 0:
        raise Refused("Z-NOTZIP", "The file is not a zip, or was cut off.")
    end = _END.unpack(_read_at(file, at, _END.size))
    mark, disk, first_disk, here, count, size, start, comment = end
    if mark != b"PK\x05\x06" or comment:
        raise Refused("Z-NOTZIP", "The file does not end as a plain zip: cut off, or added to.")
    locator = _read_at(file, max(0, at - 20), 4)
    if locator == _ZIP64_LOCATOR or 0xFFFF in (here, count) or 0xFFFFFFFF in (size, start):
        raise Refused("Z-FEATURE", "The zip uses the zip64 extension.")
    if disk or first_disk or here != count:
        raise Refused("Z-FEATURE", "The zip is one part of several.")
    if count > MAX_ENTRIES:
        raise Refused("Z-LIMIT", f"The zip has {count} entries, more than {MAX_ENTRIES}.")
    if start + size != at:
        raise Refused(
            "Z-LAYOUT", "The zip's directory is not where its end says: bytes were added."
        )
    if size > MAX_ENTRIES * (_CENTRAL.size + 1024):
        raise Refused("Z-LIMIT", "The zip's directory is larger than a bundle's can be.")
    return _read_at(file, start, size), count, start


def _entries(directory: bytes, count: int) -> Iterator[_Entry]:
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(directory) or directory[at : at + 4] != b"PK\x01\x02":
            raise Refused("Z-LAYOUT", "The zip's directory has fewer entries than it says.")
        fields = _CENTRAL.unpack_from(directory, at)
        lengths = fields[10:13]
        name = directory[at + _CENTRAL.size :][: lengths[0]]
        at += _CENTRAL.size + sum(lengths)
        if at > len(directory):
            raise Refused("Z-LAYOUT", "An entry of the zip's directory is cut off.")
        yield _central_entry(name, fields)
    if at != len(directory):
        raise Refused("Z-LAYOUT", "Bytes follow the last entry of the zip's directory.")


def _central_entry(name: bytes, fields: tuple[int, ...]) -> _Entry:
    made, extra, comment, disk = fields[1], fields[11], fields[12], fields[13]
    attributes, offset = fields[15], fields[16]
    check_name(name)
    kind = attributes >> 16 & _KIND
    if kind not in (0, _REGULAR) or attributes & _DOS_FOLDER:
        raise Refused("Z-NOTFILE", f"{_show(name)} is no ordinary file (made by {made >> 8}).")
    if extra or comment or disk:
        raise Refused("Z-FEATURE", f"{_show(name)} has an extra field or a comment. {_ZIP_AGAIN}")
    return _Entry(name, fields[2:10], offset, fields[8])


_ZIP_AGAIN = "If you zipped a bundle again yourself, unpack it and check the folder."


def _checked(entry: _Entry, seen: dict[str, str]) -> _Entry:
    """The entry itself, once its name is new and its fields are ones that this reader knows."""
    name = entry.name.decode("ascii")
    other = seen.get(name.casefold())
    if other is not None:
        raise Refused("Z-DUPNAME", f"{name} is in the zip twice, or differs from {other} by case.")
    seen[name.casefold()] = name
    needed, flags, method, _, _, _, packed, size = entry.header
    if needed > _NEEDS_AT_MOST or flags & ~_HARMLESS_FLAGS:
        raise Refused("Z-FEATURE", f"{name} is encrypted or needs more than a plain zip reader.")
    if method not in (STORED, DEFLATED):
        raise Refused("Z-FEATURE", f"{name} is packed with method {method}; only 0 and 8 are read.")
    if size > MAX_MEMBER or packed > MAX_MEMBER:
        raise Refused("Z-LIMIT", f"{name} has {size} bytes, more than {MAX_MEMBER}.")
    if size > RATIO_FREE and size > MAX_RATIO * packed:
        raise Refused("Z-BOMB", f"{name} would grow from {packed} to {size} bytes.")
    if method == STORED and packed != size:
        raise Refused("Z-SIZE", f"{name} is stored, but its two sizes differ.")
    return entry


def _check_places(file: BinaryIO, entries: Iterable[_Entry], end: int) -> dict[int, int]:
    """Where each entry's bytes start, by its offset; entries follow each other without a gap."""
    at = 0
    locals_: list[tuple[_Entry, bytes]] = []
    starts: dict[int, int] = {}
    for entry in sorted(entries, key=lambda e: e.offset):
        if entry.offset < at:
            raise Refused("Z-OVERLAP", f"{_show(entry.name)} shares bytes with another entry.")
        if entry.offset > at:
            raise Refused("Z-LAYOUT", f"Before {_show(entry.name)} are bytes of no entry.")
        local = _read_local(file, entry, end)
        locals_.append((entry, local))
        starts[entry.offset] = at + len(local)
        at = starts[entry.offset] + entry.packed
    if at > end:
        raise Refused("Z-OVERLAP", "The last entry runs into the zip's directory.")
    if at < end:
        raise Refused("Z-LAYOUT", "Before the zip's directory are bytes of no entry.")
    for entry, local in locals_:
        _compare(entry, local)
    return starts


def _read_local(file: BinaryIO, entry: _Entry, end: int) -> bytes:
    """The local header with its name and extra field."""
    header = _read_at(file, entry.offset, _LOCAL.size)
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04" or entry.offset >= end:
        raise Refused("Z-LAYOUT", f"{_show(entry.name)} is not where the directory says.")
    name, extra = _LOCAL.unpack(header)[9:]
    return header + _read_at(file, entry.offset + _LOCAL.size, name + extra)


def _compare(entry: _Entry, local: bytes) -> None:
    fields = _LOCAL.unpack_from(local)
    if fields[1:9] != entry.header or local[_LOCAL.size :] != entry.name:
        raise Refused(
            "Z-HEADERDIFF", f"{_show(entry.name)}: the entry and the zip's directory differ."
        )


def _read_at(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)


def _show(name: bytes) -> str:
    return shown(name.decode("ascii", "backslashreplace"))
