"""What a workspace must be so that the window can show it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from provenance_desk.gui.desk.desk import Desk
from provenance_desk.project.changes import Changes

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader


class Workspace(Protocol):
    """One of the tabs of the window; made when it is first shown."""

    title: str
    widget: QWidget

    def first_look(self, look: "Reader") -> None:
        """Paint what can be painted before the project is open; `look` is closed afterwards."""

    def project_opened(self) -> None:
        """`desk.session.reader` answers from here on; show the project."""

    def project_changed(self, changes: Changes, by: object) -> None:
        """A step is on disk; a hidden workspace may only remember that it is stale."""

    def shown(self) -> None:
        """The workspace comes to the front; put the focus where work goes on."""

    def hidden(self) -> None:
        """Another workspace comes to the front."""


@runtime_checkable
class TakesFiles(Protocol):
    """A workspace to which files can be dropped."""

    def add_files(self, paths: list[Path]) -> None:
        """Bring files in as documents."""


@dataclass(frozen=True, slots=True)
class WorkspaceEntry:
    """A tab: its id, its title, and how to make it; `make` imports what it needs."""

    id: str
    title: str
    make: Callable[[Desk], Workspace]

    @property
    def command(self) -> str:
        """The command that brings it to the front."""
        return f"workspace.{self.id}"
