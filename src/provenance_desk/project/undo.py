"""Undo and redo: which of the reviewer's own steps comes next, read from the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from provenance_desk.domain.event_types import CANNOT_BE_UNDONE
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import EventUndone


@dataclass(slots=True)
class OwnStep:
    """A step of the reviewer's feed: its first seq, its event ids and its types."""

    first: int
    events: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    takes_back: "OwnStep | None" = None


class UndoStacks:
    """The steps that can be taken back and done again, last one last."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.done: list[OwnStep] = []
        self.undone: list[OwnStep] = []
        self._of_event: dict[str, OwnStep] = {}
        self._undo_steps: dict[str, OwnStep] = {}
        self._open: OwnStep | None = None
        self.extend(events)

    def extend(self, events: Iterable[Event]) -> None:
        """Take in further events of the feed, in seq order."""
        for event in events:
            if event.type in CANNOT_BE_UNDONE or event.type == "profile.set":
                continue
            if isinstance(event.body, EventUndone):
                self._take_back(event, event.body)
            else:
                self._do(event)

    def _do(self, event: Event) -> None:
        step = self._open
        if step is None or step.first != event.step:
            step = self._open = OwnStep(event.step)
            self.done.append(step)
            self.undone.clear()
        step.events.append(event.id)
        step.types.append(event.type)
        self._of_event[event.id] = step

    def _take_back(self, event: Event, body: EventUndone) -> None:
        target = body.events[0]
        redone = self._undo_steps.get(target)
        if redone is not None:
            self._redo(redone)
        elif target in self._of_event:
            self._undo(event, self._of_event[target])

    def _undo(self, event: Event, step: OwnStep) -> None:
        taken = next((s for s in self.undone if s.first == event.step), None)
        if taken is None:
            if step not in self.done:
                return
            self.done.remove(step)
            taken = OwnStep(event.step, takes_back=step)
            self.undone.append(taken)
        taken.events.append(event.id)
        taken.types = step.types
        self._undo_steps[event.id] = taken

    def _redo(self, taken: OwnStep) -> None:
        if taken in self.undone and taken.takes_back is not None:
            self.undone.remove(taken)
            self.done.append(taken.takes_back)
            self._open = None
