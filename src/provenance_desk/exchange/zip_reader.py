"""Reads the members of an accepted zip in pieces, never more bytes than the zip declared."""

import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from provenance_desk.audit.errors import Refused
from provenance_desk.exchange.zip_layout import DEFLATED, Member, read_layout

BLOCK: Final = 1 << 18


class ZipReader:
    """A zip opened for reading; `Refused` on opening where its layout is refused."""

    def __init__(self, path: Path) -> None:
        # Opening a pipe would wait for whoever writes into it, perhaps for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused("Z-NOTFILE", "It is no ordinary file.")
        self._file = path.open("rb")
        try:
            self.members = {member.name: member for member in read_layout(self._file)}
        except BaseException:
            self._file.close()
            raise

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a member in pieces; `Refused` where they are not what the zip declared.

        Z-SIZE for more or fewer bytes, B-CRC for damage. What came before is not to be trusted.
        """
        member = self.members[name]
        crc = size = 0
        for block in self._unpacked(member):
            crc, size = zlib.crc32(block, crc), size + len(block)
            yield block
        if size != member.size:
            raise _wrong_size(member)
        if crc != member.crc:
            raise _damaged(member)

    def _packed(self, member: Member) -> Iterator[bytes]:
        at, left = member.start, member.packed
        while left:
            self._file.seek(at)
            block = self._file.read(min(BLOCK, left))
            if not block:
                raise _damaged(member)
            at, left = at + len(block), left - len(block)
            yield block

    def _unpacked(self, member: Member) -> Iterator[bytes]:
        if member.method == DEFLATED:
            return self._inflated(member)
        return self._packed(member)

    def _inflated(self, member: Member) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        left = member.size
        for packed in self._packed(member):
            while packed and not inflater.eof:
                block = _inflate(inflater, packed, min(BLOCK, left + 1), member)
                packed = inflater.unconsumed_tail
                if len(block) > left:
                    raise _wrong_size(member)
                left -= len(block)
                yield block
            if packed or inflater.unused_data:
                raise _wrong_size(member)
        yield from _rest(inflater, left, member)

    def close(self) -> None:
        """Close the file; reading on is an error."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _inflate(inflater: "zlib._Decompress", packed: bytes, most: int, member: Member) -> bytes:
    try:
        return inflater.decompress(packed, most)
    except zlib.error as problem:
        raise _damaged(member) from problem


def _rest(inflater: "zlib._Decompress", left: int, member: Member) -> Iterator[bytes]:
    """What the inflater still holds once all packed bytes were given to it."""
    while not inflater.eof:
        block = _inflate(inflater, b"", min(BLOCK, left + 1), member)
        if not block:
            raise _damaged(member)
        if len(block) > left:
            raise _wrong_size(member)
        left -= len(block)
        yield block


def _wrong_size(member: Member) -> Refused:
    return Refused("Z-SIZE", f"{member.name} does not have the {member.size} bytes it declares.")


def _damaged(member: Member) -> Refused:
    return Refused("B-CRC", f"{member.name} is damaged: its bytes fail the zip's own checksum.")
