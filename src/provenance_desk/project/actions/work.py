"""What an action works with: the step it adds to, and what the project holds."""

from dataclasses import dataclass

from provenance_desk.domain.events import Body
from provenance_desk.project.errors import ActionRefused
from provenance_desk.project.lookups import Lookups
from provenance_desk.project.step import Step, typed


@dataclass(slots=True)
class Work:
    """A step in the making."""

    step: Step
    find: Lookups
    blind: bool

    def add(self, body: Body) -> str:
        """Add an event; its id."""
        return self.step.add(body)

    def reason(self, text: str, what: str) -> str:
        """Keep a reason that the method requires; raises `ActionRefused` where it is empty."""
        if not typed(text):
            raise ActionRefused(f"Say why {what}: a sentence is enough.")
        return self.step.keep_text(text)

    def optional(self, text: str | None) -> str | None:
        """Keep a text that may be left out."""
        return self.step.keep_text(text) if text and typed(text) else None
