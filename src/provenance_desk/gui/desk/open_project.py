"""One open project in the window: its workspaces, which of them is in front, and its end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.commands.registry import OPENING
from provenance_desk.gui.desk.counting import Counting
from provenance_desk.gui.desk.desk import Desk
from provenance_desk.gui.desk.reviewed import Counts
from provenance_desk.gui.desk.workspace import Workspace, WorkspaceEntry
from provenance_desk.gui.frame.first_paint import AfterPaint
from provenance_desk.project.changes import Changes


class OpenProject(QObject):
    """Makes workspaces as they are needed and tells them what happens."""

    title_known = Signal(str)
    front_changed = Signal(str)
    reviewed_counted = Signal(int, int)

    def __init__(
        self, desk: Desk, pages: QStackedWidget, entries: Sequence[WorkspaceEntry]
    ) -> None:
        super().__init__(desk)
        self.desk = desk
        self._pages = pages
        self._entries = {entry.id: entry for entry in entries}
        self._made: dict[str, Workspace] = {}
        self._front = ""
        self._counting = Counting(desk.session.path, desk.runner, self)
        self._counting.counted.connect(self._tell_counts)
        desk.workspace_wanted.connect(self.bring)
        desk.session.opened.connect(self._show_project)
        desk.session.changed.connect(self._pass_on)

    @property
    def path(self) -> Path:
        """The project file."""
        return self.desk.session.path

    @property
    def front(self) -> Workspace | None:
        """The workspace in front."""
        return self._made.get(self._front)

    def workspace(self, name: str) -> Workspace | None:
        """A workspace that was made already."""
        return self._made.get(name)

    def start(self, ready: Callable[[], bool]) -> None:
        """Paint the project's text, then ask whether it may be `ready`, then open it for work."""
        self.title_known.emit(self.path.stem)
        if self._entries:
            self.bring(next(iter(self._entries)))
            self._look()
        AfterPaint(self._pages, lambda: self._open(ready))

    def bring(self, name: str) -> None:
        """Show a workspace; it is made if it never was."""
        if name not in self._entries or name == self._front:
            return
        if before := self.front:
            before.hidden()
        self._front = name
        workspace = self._made.get(name) or self._make(name)
        self._pages.setCurrentWidget(workspace.widget)
        self.front_changed.emit(name)
        workspace.shown()

    def close(self) -> DeskError | None:
        """End jobs, finish and seal what is on its way; the sentence if that failed."""
        self._counting.stop()
        self.desk.runner.stop()
        problem = self.desk.session.close()
        for workspace in self._made.values():
            self._pages.removeWidget(workspace.widget)
            workspace.widget.deleteLater()
        self._made.clear()
        self.desk.deleteLater()
        return problem

    def _make(self, name: str) -> Workspace:
        workspace = self._made[name] = self._entries[name].make(self.desk)
        self._pages.addWidget(workspace.widget)
        workspace.widget.setProperty(OPENING, not self.desk.session.is_open)
        if self.desk.session.is_open:
            workspace.project_opened()
        return workspace

    def _look(self) -> None:
        from provenance_desk.store.reader import Reader

        workspace = self.front
        assert workspace is not None
        try:
            with Reader(self.path) as look:
                self.title_known.emit(look.title())
                workspace.first_look(look)
        except DeskError:
            # Opening it for work comes next and says what is wrong with the file.
            return

    def _open(self, ready: Callable[[], bool]) -> None:
        if ready():
            self.desk.session.open()

    def _show_project(self) -> None:
        self.title_known.emit(self.desk.session.reader.title())
        for workspace in self._made.values():
            workspace.widget.setProperty(OPENING, None)
            workspace.project_opened()
        if front := self.front:
            front.shown()
        self._counting.count()

    def _pass_on(self, changes: Changes, by: object) -> None:
        for workspace in self._made.values():
            workspace.project_changed(changes, by)
        self._counting.follow(changes)

    def _tell_counts(self, counts: Counts) -> None:
        self.reviewed_counted.emit(counts.whole.done, counts.whole.total)
        self.desk.documents_counted.emit(counts.documents)
