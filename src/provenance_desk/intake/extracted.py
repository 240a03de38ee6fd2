"""What a reader returns: a document's text, and what the reviewer should know of its making."""

from collections.abc import Callable
from dataclasses import dataclass

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.intake.cleaning import is_clean
from provenance_desk.intake.marks import Mark
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.proposals import NOTHING_PROPOSED, Proposals

#: Called with (done, total) during a long reading; may raise to cancel it.
Step = Callable[[int, int], None]

#: The encoding of a format that carries its characters itself (PDF, DOCX).
NO_ENCODING = "none"


@dataclass(frozen=True, slots=True)
class Extracted:
    """Clean text with its marks; `replaced` counts U+FFFD put in, `notes` are sentences to show."""

    text: str
    media_type: MediaType
    reader: str
    encoding: str
    replaced: int = 0
    marks: tuple[Mark, ...] = ()
    proposals: Proposals = NOTHING_PROPOSED
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_clean(self.text):
            raise InvalidValue("A document's text holds a code point that the format forbids.")
        if any(mark.end > len(self.text) for mark in self.marks):
            raise InvalidValue("A mark ends after the text.")
