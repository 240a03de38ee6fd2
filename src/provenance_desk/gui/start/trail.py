"""Whether a project's audit trail is whole, told from its file alone; imports no Qt.

It follows every chain by its hashes and checks the newest signed head of each feed. What the
entries say is for the verification in Audit.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

import orjson

from provenance_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader

_FIRST_PREV: Final = "0" * 64


class Seal(Enum):
    """How the trail of a project looks from outside."""

    SEALED = auto()
    UNSEALED = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class Trail:
    """The state, and a few words on it: how many entries wait, or what is wrong."""

    seal: Seal
    waiting: int = 0
    problem: str = ""


def trail_of(reader: "Reader") -> Trail:
    """The trail of the file that is read."""
    waiting = 0
    for feed in reader.feeds():
        ids, whole = _followed(reader, feed.feed)
        if not whole:
            return Trail(Seal.DAMAGED, problem=f"entry {len(ids)} is not what was written")
        if len(ids) != feed.size:
            said = f"should have {feed.size} entries, has {len(ids)}"
            return Trail(Seal.DAMAGED, problem=said)
        if ids and ids[-1] != feed.head:
            return Trail(Seal.DAMAGED, problem=f"entry {len(ids)} is not what was written")
        if feed.sealed and not _is_signed(reader, feed.feed, feed.author, ids):
            return Trail(Seal.DAMAGED, problem="its signed head is of other entries")
        waiting += feed.size - feed.sealed
    return Trail(Seal.UNSEALED, waiting) if waiting else Trail(Seal.SEALED)


def _followed(reader: "Reader", feed: str) -> tuple[list[str], bool]:
    """The ids of a feed's events up to where its chain breaks, and whether it breaks nowhere."""
    ids: list[str] = []
    prev = _FIRST_PREV
    for line in reader.lines(feed):
        if _prev_in(line) != prev:
            return ids, False
        prev = hashlib.sha256(line).hexdigest()
        ids.append(prev)
    return ids, True


def _prev_in(line: bytes) -> str:
    """What a line says its feed's last event was; a damaged file may hold anything as a line."""
    try:
        found = orjson.loads(line).get("prev") if isinstance(line, bytes) else ""
    except (ValueError, AttributeError):
        return ""
    return str(found)


def _is_signed(reader: "Reader", feed: str, author: str, ids: list[str]) -> bool:
    from provenance_desk.audit.checkpoints import open_checkpoint

    note = reader.checkpoint(feed)
    if not isinstance(note, bytes):
        return False
    try:
        signed = open_checkpoint(note, author)
    except DeskError:
        return False
    return 0 < signed.size <= len(ids) and ids[signed.size - 1] == signed.head
