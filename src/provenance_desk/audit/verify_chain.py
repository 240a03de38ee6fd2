"""The chain of one feed: each entry follows the one before it, in the order of the checks."""

from dataclasses import dataclass
from typing import Any, Final

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.quick_schemas import is_time
from provenance_desk.audit.schemas import ENVELOPE
from provenance_desk.domain.events import FIRST_PREV, FORMAT

_OTHER_RULES: Final = frozenset({"feed.opened", "heads.seen"})


@dataclass(slots=True)
class Chain:
    """Where the next entry of a feed must go on."""

    project: str
    feed: str
    author: str = ""
    seq: int = 0
    prev: str = FIRST_PREV
    clock: int = 0
    step: int = 0

    def goes_on(self, fields: dict[str, Any]) -> bool:
        """Whether an envelope is certainly right and next; False in any doubt.

        KeyError or TypeError stand for False too.
        """
        return (
            len(fields) == len(ENVELOPE)
            and fields["prev"] == self.prev
            and fields["author"] == self.author
            and fields["feed"] == self.feed
            and fields["project"] == self.project
            and fields["format"] == FORMAT
            and fields["type"] not in _OTHER_RULES
            and self._counts_on(fields["seq"], fields["clock"], fields["step"])
            and is_time(fields["time"])
        )

    def _counts_on(self, seq: object, clock: object, step: object) -> bool:
        whole = type(seq) is type(clock) is type(step) is int
        return (
            whole
            and seq == self.seq
            and clock == self.clock + 1
            and (step == seq or step == self.step)
        )

    def check(self, fields: dict[str, Any]) -> None:
        """Raise `Refused` with a C-code unless this entry comes next."""
        self._check_home(fields)
        if (fields["type"] == "feed.opened") != (self.seq == 0):
            raise Refused("C-OPEN", "a feed begins with feed.opened, and has it nowhere else.")
        if fields["seq"] != self.seq:
            raise Refused("C-SEQ", f"entry {fields['seq']} stands where {self.seq} belongs.")
        if fields["prev"] != self.prev:
            raise Refused("C-PREV", f"entry {self.seq} does not follow the entry before it.")
        if fields["step"] not in (self.step, self.seq):
            raise Refused("C-STEP", f"step {fields['step']} is not the step of the entry before.")
        self._check_clock(fields["clock"], fields["type"] == "heads.seen")

    def _check_home(self, fields: dict[str, Any]) -> None:
        if fields["project"] != self.project:
            raise Refused("C-PROJECT", f"the entry is of project {fields['project']}.")
        if fields["feed"] != self.feed:
            raise Refused("C-FEED", f"the entry is of feed {fields['feed']}.")
        if fields["author"] != self.author:
            raise Refused("C-AUTHOR", "the entry is not of the author of its feed.")

    def _check_clock(self, clock: int, may_jump: bool) -> None:
        """A jump of `heads.seen` is judged again once every head is known."""
        if clock <= self.clock or (clock != self.clock + 1 and not may_jump):
            raise Refused("C-CLOCK", f"clock {clock} does not follow {self.clock}.")

    def advance(self, fields: dict[str, Any], event_id: str) -> None:
        """Go on behind this entry."""
        self.seq += 1
        self.prev = event_id
        self.clock = fields["clock"]
        self.step = fields["step"]
