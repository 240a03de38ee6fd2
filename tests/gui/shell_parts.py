"""What the tests of the shell share: a plain workspace, and a project to open in a window."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from provenance_desk.gui.desk.desk import Desk
from provenance_desk.gui.desk.workspace import WorkspaceEntry
from provenance_desk.project.changes import Changes
from provenance_desk.store.reader import Reader


class PlainWorkspace:
    """Writes down what it is told."""

    def __init__(self, desk: Desk, title: str) -> None:
        self.desk = desk
        self.title = title
        self.widget: QWidget = QLabel(title)
        self.told: list[str] = []
        self.changes: list[Changes] = []
        self.files: list[Path] = []

    def first_look(self, look: Reader) -> None:
        self.told.append(f"looked at {look.title()}")

    def project_opened(self) -> None:
        self.told.append("opened")

    def project_changed(self, changes: Changes, by: object) -> None:
        self.changes.append(changes)

    def shown(self) -> None:
        self.told.append("shown")

    def hidden(self) -> None:
        self.told.append("hidden")

    def add_files(self, paths: list[Path]) -> None:
        self.files += paths


WORKSPACES = (
    WorkspaceEntry("review", "Review", lambda desk: PlainWorkspace(desk, "Review")),
    WorkspaceEntry("audit", "Audit", lambda desk: PlainWorkspace(desk, "Audit")),
)
