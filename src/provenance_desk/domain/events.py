"""The envelope of an event and the base of its body (AUDIT-FORMAT.md section 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

FORMAT = "provdesk/1"
FIRST_PREV = "0" * 64


class Body:
    """What an event says; each child is one event type with a closed set of fields."""

    __slots__ = ()
    type: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Extension(Body):
    """An event of another maker, `x.<vendor>.<name>`: kept, shown as unknown, never projected."""

    name: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a feed; `id` is the SHA-256 of the line, `step` the first seq of its step."""

    id: str
    author: str
    body: Body
    clock: int
    feed: str
    prev: str
    project: str
    seq: int
    step: int
    time: str

    @property
    def type(self) -> str:
        """The stored name of the event's type."""
        return self.body.name if isinstance(self.body, Extension) else self.body.type

    @property
    def order(self) -> tuple[int, str, str, int, str]:
        """The place in merged order: clock, author, feed, seq, id (AUDIT-FORMAT.md section 5)."""
        return (self.clock, self.author, self.feed, self.seq, self.id)
