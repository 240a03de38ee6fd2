"""How the open project stands after a step, as the frame of the window says it; imports no Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance_desk.gui.desk.step_words import step_words

if TYPE_CHECKING:
    from provenance_desk.project.project import Project


@dataclass(frozen=True, slots=True)
class LastEntry:
    """The newest entry of the log: its type and hashes, and what it did in words."""

    type: str
    id: str
    prev: str
    time: str
    sentence: str


@dataclass(frozen=True, slots=True)
class State:
    """Counts, seal, the names of the next undo and redo, and the newest entry."""

    entries: int
    unsealed: int
    locked: bool
    undo: str | None
    redo: str | None
    last: LastEntry | None


def state_of(project: "Project", entries: int) -> State:
    """The state of a project that has so many entries."""
    return State(
        entries=entries,
        unsealed=project.unsealed,
        locked=project.identity.locked,
        undo=step_words(project.store, project.next_undo()),
        redo=step_words(project.store, project.next_redo()),
        last=_last_entry(project, entries),
    )


def _last_entry(project: "Project", entries: int) -> LastEntry | None:
    from provenance_desk.project.history import Teller

    heads = (project.store.event(feed.head) for feed in project.store.feeds() if feed.size)
    last = max((event for event in heads if event), key=lambda event: event.order, default=None)
    if last is None:
        return None
    told = Teller(project.store).tell(entries, last)
    return LastEntry(last.type, last.id, last.prev, last.time, told.sentence)
