"""Before a head is signed, what lies on the disk is read again and chained again."""

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.events import FIRST_PREV
from provenance_desk.project.step import Pen
from provenance_desk.store.reader import Queries


class DamagedLog(DeskError):
    """The disk gives back other entries than were written; nothing was signed."""


def tail_head(queries: Queries, pen: Pen, first: int) -> str:
    """The head of the feed, chained anew from seq `first`; raises `DamagedLog`."""
    previous = _line_before(queries, pen, first)
    seq = first
    for line in queries.lines(pen.feed, first):
        fields = _parsed(line, seq)
        if fields.get("prev") != previous or fields.get("seq") != seq:
            raise _damaged(seq)
        previous, seq = sha256_hex(line), seq + 1
    if (seq, previous) != (pen.seq, pen.prev):
        raise _damaged(seq)
    return previous


def _line_before(queries: Queries, pen: Pen, first: int) -> str:
    if first == 0:
        return FIRST_PREV
    return sha256_hex(next(queries.lines(pen.feed, first - 1)))


def _parsed(line: bytes, seq: int) -> dict[str, object]:
    try:
        return parse(line)
    except NotCanonical as problem:
        raise _damaged(seq) from problem


def _damaged(seq: int) -> DamagedLog:
    return DamagedLog(
        f"Entry {seq + 1} of your feed reads back from the disk other than it was written. Nothing"
        " was signed. Check the disk, and open a backup or an exported bundle."
    )
