"""Before a head is signed, what lies on the disk is read again and chained again."""

from pathlib import Path

import orjson

from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.events import FIRST_PREV
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
    previous = _line_before(queries, pen, first)
    seq = first
    for line in queries.lines(pen.feed, first):
        # Whatever else is in the line is in its hash, which the next line names, or the pen.
        if _prev(line, seq) != previous:
            raise _damaged(seq)
        previous, seq = sha256_hex(line), seq + 1
    if (seq, previous) != (pen.seq, pen.prev):
        raise _damaged(max(first, min(seq, pen.seq) - 1))
    return previous


def _line_before(queries: Queries, pen: Pen, first: int) -> str:
    if first == 0:
        return FIRST_PREV
    line = next(queries.lines(pen.feed, first - 1), None)
    if line is None:
        raise _damaged(first - 1)
    return sha256_hex(line)


def _prev(line: bytes, seq: int) -> object:
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as problem:
        raise _damaged(seq) from problem
    return fields.get("prev") if isinstance(fields, dict) else None


def _damaged(seq: int) -> DamagedLog:
    return DamagedLog(
        f"Entry {seq + 1} of your feed reads back from the disk other than it was written. Nothing"
        " was signed. Check the disk, and open a backup or an exported bundle."
    )
