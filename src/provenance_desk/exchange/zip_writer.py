"""Writes a plain zip that is always the same for the same content: no clock, no machine in it.

Members follow each other without gaps, stored or deflated, as `zip_layout` asks of every bundle.
"""

import struct
import zlib
from typing import BinaryIO, Final

from provenance_desk.exchange.errors import ExportError
from provenance_desk.exchange.zip_layout import (
    DEFLATED,
    MAX_ENTRIES,
    MAX_MEMBER,
    MAX_TOTAL,
    MAX_ZIP,
    STORED,
)

LEVEL: Final = 6
MOST_RATIO: Final = 100
"""Members that would deflate better than this are stored: readers refuse what looks like a bomb."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NEEDS, _MADE_BY = 20, 3 << 8 | 20
_FIRST_DAY = 1 << 5 | 1  # 1 January 1980, the zero of zip
_ORDINARY_FILE = 0o100644 << 16


class ZipWriter:
    """Writes members one after the other, then the directory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._directory: list[bytes] = []
        self._at = self._total = 0

    def add(self, name: str, data: bytes) -> None:
        """Write one member; ExportError where no reader would take it."""
        method, packed = _packed(data)
        self._total += len(data)
        if len(data) > MAX_MEMBER or self._total > MAX_TOTAL or len(self._directory) >= MAX_ENTRIES:
            raise ExportError(_TOO_LARGE)
        common = (method, 0, _FIRST_DAY, zlib.crc32(data), len(packed), len(data))
        written = name.encode("ascii")
        self._write(
            _LOCAL.pack(b"PK\x03\x04", _NEEDS, 0, *common, len(written), 0) + written, packed
        )
        self._directory.append(
            _CENTRAL.pack(
                b"PK\x01\x02", _MADE_BY, _NEEDS, 0, *common,
                len(written), 0, 0, 0, 0, _ORDINARY_FILE, self._start,
            ) + written
        )  # fmt: skip

    def _write(self, *parts: bytes) -> None:
        self._start = self._at
        self._at += sum(map(len, parts))
        if self._at > MAX_ZIP:
            raise ExportError(_TOO_LARGE)
        for part in parts:
            self._stream.write(part)

    def finish(self) -> None:
        """Write the directory; nothing may be added after it."""
        directory = b"".join(self._directory)
        number = len(self._directory)
        self._write(directory)
        self._write(_END.pack(b"PK\x05\x06", 0, 0, number, number, len(directory), self._start, 0))


_TOO_LARGE = (
    "The bundle would be larger than any reader takes (20,000 files, 1 GiB each, 2 GiB zipped). "
    "Export quotes only, or mark large documents “do not share”."
)


def _packed(data: bytes) -> tuple[int, bytes]:
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflater.compress(data) + deflater.flush()
    if len(packed) >= len(data) or len(data) > MOST_RATIO * len(packed):
        return STORED, data
    return DEFLATED, packed
