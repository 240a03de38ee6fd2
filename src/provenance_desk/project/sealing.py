"""Before a head is signed, what lies on the disk is read again and chained again."""

from pathlib import Path

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.domain.errors import DeskError
from provenance_desk.project.step import Pen
from provenance_desk.store.errors import ProjectDamaged
from provenance_desk.store.reader import Queries, Reader


class DamagedLog(DeskError):
    """The disk gives back other entries than were written; nothing was signed."""


def head_on_disk(path: Path, pen: Pen, first: int) -> str:
    """The head of the feed, chained anew from seq `first`; raises `DamagedLog`.

    Read over a new connection: the writer's own would answer from what it has in memory.
    """
    try:
        with Reader(path) as reader:
            return _chained(reader, pen, first)
    except ProjectDamaged as problem:
        raise DamagedLog(f"{problem} Nothing was signed.") from problem


def _chained(queries: Queries, pen: Pen, first: int) -> str:
    """Begins with the last sealed entry, whose id the first unsealed one names."""
    seq, previous = max(0, first - 1), ""
    for name, line in queries.named_lines(pen.feed, seq):
        if sha256_hex(line) != name or not _follows(line, seq, previous):
            raise _damaged(seq)
        previous, seq = name, seq + 1
    if (seq, previous) != (pen.seq, pen.prev):
        raise _damaged(min(seq, pen.seq - 1))
    return previous


def _follows(line: bytes, seq: int, previous: str) -> bool:
    try:
        fields = parse(line)
    except NotCanonical:
        return False
    return fields.get("seq") == seq and (fields.get("prev") == previous or not previous)


def _damaged(seq: int) -> DamagedLog:
    return DamagedLog(
        f"Entry {seq + 1} of your feed reads back from the disk other than it was written. Nothing"
        " was signed. Check the disk, and open a backup or an exported bundle."
    )
