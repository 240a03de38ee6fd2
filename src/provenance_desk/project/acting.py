"""What the groups of actions have in common: they work inside a step."""

from contextlib import AbstractContextManager
from typing import Protocol

from provenance_desk.project.actions.work import Work


class Acting(Protocol):
    """Whatever can begin a step; the project."""

    def step(self) -> AbstractContextManager[Work]:
        """One user step: everything done inside is committed together, or not at all."""
        ...
