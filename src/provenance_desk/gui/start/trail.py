"""Whether a project's audit trail is whole, told from its file alone; imports no Qt, no SQLModel.

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
    from provenance_desk.store.first_look import FirstLook

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


def trail_of(look: "FirstLook") -> Trail:
    """The trail of the file that is looked at."""
    waiting = 0
    for feed, author, size, head, sealed in look.heads():
        ids, whole = _followed(look, feed)
        if not whole:
            return Trail(Seal.DAMAGED, problem=f"entry {len(ids) + 1} is not what was written")
        if len(ids) != size or (ids and ids[-1] != head):
            return Trail(Seal.DAMAGED, problem=f"should have {size} entries, has {len(ids)}")
        if sealed and not _is_signed(look, feed, author, ids):
            return Trail(Seal.DAMAGED, problem="its signed head is of other entries")
        waiting += size - sealed
    return Trail(Seal.UNSEALED, waiting) if waiting else Trail(Seal.SEALED)


def _followed(look: "FirstLook", feed: str) -> tuple[list[str], bool]:
    """The ids of a feed's events up to where its chain breaks, and whether it breaks nowhere."""
    ids: list[str] = []
    prev = _FIRST_PREV
    for name, line in look.lines(feed):
        if hashlib.sha256(line).hexdigest() != name or orjson.loads(line).get("prev") != prev:
            return ids, False
        ids.append(name)
        prev = name
    return ids, True


def _is_signed(look: "FirstLook", feed: str, author: str, ids: list[str]) -> bool:
    from provenance_desk.audit.checkpoints import open_checkpoint

    note = look.checkpoint(feed)
    if note is None:
        return False
    try:
        signed = open_checkpoint(note, author)
    except DeskError:
        return False
    return signed.size <= len(ids) and ids[signed.size - 1] == signed.head
