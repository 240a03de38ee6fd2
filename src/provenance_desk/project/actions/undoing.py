"""Own entries taken back one by one; the last step as a whole is `Project.undo`."""

from provenance_desk.domain.event_types import CANNOT_BE_UNDONE
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused


def undo_events(work: Work, events: tuple[str, ...]) -> str:
    """Take back own entries of earlier steps, whatever came after them."""
    for event_id in events:
        _require_undoable(work, event_id)
    return work.add(EventUndone(tuple(dict.fromkeys(events))))


def _require_undoable(work: Work, event_id: str) -> None:
    event = work.find.event(event_id)
    if work.find.is_fresh(event_id):
        raise ActionRefused("An entry can't be undone in the step that makes it; leave it out.")
    if event.author != work.step.pen.author:
        raise ActionRefused("Only the reviewer who wrote an entry can undo it.")
    if event.type in CANNOT_BE_UNDONE:
        raise ActionRefused(f"An entry of type {event.type} can't be undone.")
