"""Where an entry stands in its feed, and what proves it, worked out anew; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance_desk.domain.events import FIRST_PREV, Event

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Chain:
    """Where an entry stands in its feed, and what proves it; None is: could not be checked."""

    id: str
    place: int
    size: int
    prev: str
    prev_number: int | None
    prev_matches: bool | None
    id_matches: bool
    sealed_size: int | None
    seal_holds: bool
    line: bytes


def chain_of(event: Event, numbers: Mapping[str, int], reader: "Reader") -> Chain:
    """Where an entry stands in its feed; its hashes and its seal are worked out anew."""
    from provenance_desk.audit.hashes import sha256_hex

    line = _line(reader, event.feed, event.seq)
    before = _line(reader, event.feed, event.seq - 1) if event.seq else b""
    size = next((feed.size for feed in reader.feeds() if feed.feed == event.feed), 0)
    sealed, holds = _seal(event, reader)
    return Chain(
        id=event.id,
        place=event.seq + 1,
        size=size,
        prev=event.prev,
        prev_number=numbers.get(event.prev),
        prev_matches=sha256_hex(before) == event.prev if event.seq else event.prev == FIRST_PREV,
        id_matches=sha256_hex(line) == event.id,
        sealed_size=sealed,
        seal_holds=holds,
        line=line,
    )


def _line(reader: "Reader", feed: str, seq: int) -> bytes:
    return next(reader.lines(feed, seq), b"")


def _seal(event: Event, reader: "Reader") -> tuple[int | None, bool]:
    """How many entries the first checkpoint over this one covers, and whether it holds."""
    from provenance_desk.audit.checkpoints import open_checkpoint
    from provenance_desk.audit.errors import BadNote
    from provenance_desk.audit.hashes import sha256_hex

    note = reader.checkpoint_over(event.feed, event.seq)
    if note is None:
        return None, False
    try:
        signed = open_checkpoint(note, event.author, project=event.project, feed=event.feed)
    except BadNote:
        return 0, False
    head = _line(reader, event.feed, signed.size - 1)
    return signed.size, sha256_hex(head) == signed.head
