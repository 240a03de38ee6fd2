"""Undo and redo: which of the reviewer's own steps comes next, read from the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from provenance_desk.domain.event_types import CANNOT_BE_UNDONE
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.store.log import Entry
from provenance_desk.store.reader import Queries

RECENT = 1000
"""How many events from the end of a feed are read first: a menu must not wait for the whole."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnStep:
    """A step of the reviewer's feed: its first seq, its event ids and their types.

    A step on the redo stack has the ids of the undo, which redo takes back, and the types of what
    the undo took back.
    """

    first: int
    events: tuple[str, ...]
    types: tuple[str, ...]


class UndoStacks:
    """The steps that can be taken back and done again, last one last.

    An undo takes back exactly the last step that is done, a redo exactly the last undo; whatever
    else takes entries back is a step of its own, which can be undone like any other.
    """

    def __init__(self, entries: Iterable[Entry], *, complete: bool = True) -> None:
        """Stacks of a feed; of its end alone where they are not `complete`."""
        self.complete = complete
        self.done: list[OwnStep] = []
        self.undone: list[OwnStep] = []
        self._taken_back: dict[int, OwnStep] = {}
        self.extend(entries)

    def extend(self, entries: Iterable[Entry]) -> None:
        """Take in further events of the feed in seq order, whole steps only."""
        for first, group in groupby(entries, key=lambda entry: entry.step):
            if first > 0:  # the first step opens the feed
                self._take(first, list(group))

    def _take(self, first: int, entries: list[Entry]) -> None:
        step = OwnStep(first, tuple(e.id for e in entries), tuple(e.type for e in entries))
        if CANNOT_BE_UNDONE.intersection(step.types):
            return
        targets = tuple(name for entry in entries for name in entry.takes_back)
        is_undo = set(step.types) == {EventUndone.type}
        if is_undo and self.done and self.done[-1].events == targets:
            self._undo(step)
        elif is_undo and self.undone and self.undone[-1].events == targets:
            self.done.append(self._taken_back.pop(self.undone.pop().first))
        else:
            self.done.append(step)
            self.undone.clear()
            self._taken_back.clear()

    def _undo(self, step: OwnStep) -> None:
        taken = self.done.pop()
        self._taken_back[step.first] = taken
        self.undone.append(OwnStep(step.first, step.events, taken.types))


def read_stacks(queries: Queries, feed: str) -> UndoStacks:
    """The stacks of a feed, from its end alone where that tells what comes next.

    It does where it undoes nothing that came before it: a new step forgets what could be redone.
    """
    entries = list(queries.feed_entries(feed, RECENT))
    known = {entry.id for entry in entries}
    targets = {name for entry in entries for name in entry.takes_back}
    stacks = UndoStacks(entries, complete=not entries or entries[0].step == 0)
    if stacks.complete or (stacks.done and targets <= known):
        return stacks
    return UndoStacks(queries.feed_entries(feed))
