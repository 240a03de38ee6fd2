"""What the presenter of the link card asks of the file, of the writer and of the card; no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.records import Claim, Link, Origin
from provenance_desk.gui.linking.draft import Draft, Passage

if TYPE_CHECKING:
    from provenance_desk.project.project import Project


class Reading(Protocol):
    """What the presenter asks the project file."""

    def claim(self, claim: str) -> Claim | None:
        """A claim by id."""

    def link(self, link: str) -> Link | None:
        """A link by id."""

    def origin(self, origin: str) -> Origin | None:
        """An origin by id."""

    def origins(self) -> list[Origin]:
        """Every origin."""

    def attachment(self, name: str) -> Any:
        """The attachment of that hash."""

    def names(self) -> dict[str, str]:
        """The reviewers' pseudonyms."""


class Writing(Protocol):
    """What the presenter asks the session."""

    author: str

    @property
    def reader(self) -> Reading:
        """Quick queries."""

    def do(
        self,
        action: "Callable[[Project], Any]",
        then: Callable[[Any], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        by: object = None,
    ) -> None:
        """Run an action on the writer thread."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The links that are on a passage already: the reviewer's own, and who else judged it."""

    own: tuple[Link, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """A sentence about the judgements of others; empty where there are none."""
        if not self.others:
            return ""
        return f"{' and '.join(self.others)} judged this; only its maker can change a link."


class LinkCard(Protocol):
    """What the card shows."""

    def show_nothing(self) -> None:
        """No passage is chosen."""

    def show_passage(self, passage: Passage, judged: Judged) -> None:
        """A passage without a draft, and the links on it."""

    def show_draft(self, draft: Draft, claim: str) -> None:
        """A draft and its claim's wording."""

    def show_problem(self, problem: DeskError) -> None:
        """Why something was not saved."""

    def show_missing(self, missing: Sequence[str], warnings: Sequence[str] = ()) -> None:
        """What saving waits for."""
