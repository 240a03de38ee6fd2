"""The start page in the window: looks at the recent projects beside the GUI thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.tasks import Runner, Task
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.project.progress import Progress

if TYPE_CHECKING:
    from provenance_desk.gui.start.page import StartPage
    from provenance_desk.gui.start.recent import Recent


class StartDesk(QObject):
    """Makes the page when it is first shown, and keeps its list true."""

    def __init__(
        self,
        pages: QStackedWidget,
        commands: Commands,
        preferences: Preferences,
        home: Path,
        open_project: Callable[[Path], object],
    ) -> None:
        super().__init__(pages)
        self._pages, self._commands = pages, commands
        self._preferences, self._home = preferences, home
        self._open_project = open_project
        self._runner = Runner(self)
        self.page: StartPage | None = None

    def show(self) -> None:
        """Bring the page to the front."""
        from provenance_desk.gui.start.page import StartPage

        if self.page is None:
            self.page = StartPage(self._commands)
            self.page.project_chosen.connect(self._open_project)
            self.page.project_removed.connect(self._forget)
            self._pages.addWidget(self.page)
        self._pages.setCurrentWidget(self.page)

    def make_anew(self) -> None:
        """Make the page again: another theme is on."""
        page, self.page = self.page, None
        if page is None:
            return
        was_shown = self._pages.currentWidget() is page
        self._pages.removeWidget(page)
        page.deleteLater()
        if was_shown:
            self.show()
            self.refresh()

    def refresh(self) -> None:
        """Look at the recent projects again."""
        paths, home = self._preferences.recent_projects, self._home
        task = Task(lambda progress: _looked_at(paths, home, progress))
        task.succeeded.connect(self._show_recent)
        self._runner.start(task)

    def stop(self) -> None:
        """Stop looking; waits."""
        self._runner.stop()

    def _show_recent(self, projects: "list[Recent]") -> None:
        if self.page is not None:
            self.page.show_recent(projects)

    def _forget(self, path: Path) -> None:
        self._preferences.forget_recent_project(path)
        self.refresh()


def _looked_at(paths: list[Path], home: Path, progress: Progress) -> "list[Recent]":
    from provenance_desk.audit.identity import own_keys
    from provenance_desk.gui.start.recent import look_at

    own, found = own_keys(home), []
    for number, path in enumerate(paths):
        progress.step(number, len(paths))
        found.append(look_at(path, own))
    return found
