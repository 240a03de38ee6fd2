"""Every core event type by its stored name."""

from types import ModuleType

from provenance_desk.domain import document_events, project_events, review_events
from provenance_desk.domain.events import Body


def _bodies(module: ModuleType) -> dict[str, type[Body]]:
    found = (value for value in vars(module).values() if isinstance(value, type))
    return {cls.type: cls for cls in found if issubclass(cls, Body) and cls.type}


EVENT_TYPES: dict[str, type[Body]] = {
    **_bodies(project_events),
    **_bodies(document_events),
    **_bodies(review_events),
}

CANNOT_BE_UNDONE = frozenset(
    {
        "project.created",
        "feed.opened",
        "heads.seen",
        "bundle.exported",
        "bundle.merged",
        "fork.resolved",
        "key.retired",
    }
)
