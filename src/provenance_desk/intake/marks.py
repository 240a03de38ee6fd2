"""Where pages and headings lie in a document's text."""

from dataclasses import dataclass
from enum import StrEnum

from provenance_desk.domain.errors import InvalidValue


class MarkKind(StrEnum):
    """What a mark names."""

    PAGE = "page"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Mark:
    """A page (with its label) or a heading (with its level), `[start, end)` in code points."""

    kind: MarkKind
    start: int
    end: int
    label: str = ""
    level: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValue(f"A mark cannot run from {self.start} to {self.end}.")
        if (self.kind is MarkKind.HEADING) is (self.level == 0):
            raise InvalidValue("A heading has a level from 1 on, a page has none.")

    def to_json(self) -> dict[str, str | int]:
        """The mark as it stands in the base table: a label or a level, never both."""
        span: dict[str, str | int] = {"kind": self.kind.value, "start": self.start, "end": self.end}
        return span | ({"level": self.level} if self.level else {"label": self.label})
