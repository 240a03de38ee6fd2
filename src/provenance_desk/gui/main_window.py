"""The window: the frame, the start page, and the open project in between."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.dispatch import KeyDispatcher
from provenance_desk.gui.commands.keymap import (
    FILE_NAME,
    BadKeymap,
    default_keymap,
    read_keymap,
)
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.desk import Desk
from provenance_desk.gui.desk.open_project import OpenProject
from provenance_desk.gui.desk.session import Session, open_for
from provenance_desk.gui.desk.workspace import WorkspaceEntry
from provenance_desk.gui.frame.first_paint import AfterPaint
from provenance_desk.gui.frame.menus import fill_menus
from provenance_desk.gui.frame.project_frame import ProjectFrame
from provenance_desk.gui.frame.shell import Shell
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.gui.start.desk_start import StartDesk
from provenance_desk.locations import packaged

_NAME: Final = "Provenance Desk"
_FIRST_SIZE: Final = 1440, 900
_GEOMETRY: Final = "window"
_OF_A_PROJECT: Final = ("project.close", "project.rules", "bundle.export", "report.save")


class MainWindow(QMainWindow):
    """One window; it shows the start page, or one project with its workspaces."""

    project_opened = Signal()
    """The project can be read and, if nobody else writes it, changed."""

    def __init__(
        self,
        home: Path,
        preferences: Preferences,
        workspaces: Sequence[WorkspaceEntry],
    ) -> None:
        super().__init__()
        self.home, self.preferences = home, preferences
        self.project: OpenProject | None = None
        self._workspaces = workspaces
        self.commands = Commands(COMMANDS, default_keymap(COMMANDS), self)
        self.frame = ProjectFrame(self.commands, workspaces)
        self.pages = QStackedWidget()
        self._build()
        self.shell = Shell(self)
        self.start = StartDesk(self.pages, self.commands, preferences, home, self.open_project)
        self._keys: KeyDispatcher | None = None
        self._key_file: QFileSystemWatcher | None = None
        for entry in workspaces:
            self.commands.connect(entry.command, partial(self._bring, entry.id))
        self.setAcceptDrops(True)
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(preferences.layout(_GEOMETRY))

    def show_start(self) -> None:
        """Close what is open and show the start page."""
        self.close_project()
        self.start.show()
        self.frame.show_start()
        self.setWindowTitle(_NAME)
        self._enable(project=False)
        AfterPaint(self.pages, self._settle)
        AfterPaint(self.pages, self.start.refresh)

    def open_project(self, path: Path, files: Sequence[Path] = ()) -> None:
        """Open a project in place of the one that is open; then add `files` to it."""
        self.close_project()
        session = Session(path, open_for(path, self.home))
        desk = Desk(session, self.commands, self.preferences, self.home, self)
        session.setParent(desk)
        session.crashed.connect(self.shell.show_crash)
        desk.runner.crashed.connect(self.shell.show_crash)
        project = self.project = OpenProject(desk, self.pages, self._workspaces)
        self.frame.follow(project)
        project.title_known.connect(lambda title: self.setWindowTitle(f"{title} – {_NAME}"))
        session.opened.connect(lambda: self._take_project(files))
        session.open_failed.connect(self._give_up)
        self._enable(project=True)
        project.start(self._may_open)

    def close_project(self) -> DeskError | None:
        """Close the project that is open, if any; the sentence if its sealing failed."""
        project, self.project = self.project, None
        if project is None:
            return None
        problem = project.close()
        if problem is not None:
            self.frame.notices.show_error(problem)
        return problem

    def show_error(self, problem: DeskError) -> None:
        """Show why something could not be done."""
        self.frame.notices.show_error(problem)

    def show_theme(self) -> None:
        """Another theme is on: what was painted into pictures is made anew."""
        self.start.make_anew()
        for widget in self.findChildren(QWidget):
            widget.update()

    def watch_keys(self, path: Path) -> None:
        """Read the file of keys again whenever it is saved."""
        if self._key_file is None:
            self._key_file = QFileSystemWatcher([str(path), str(path.parent)], self)
            self._key_file.fileChanged.connect(self.load_keys)
            self._key_file.directoryChanged.connect(self.load_keys)

    def load_keys(self) -> None:
        """Use the keys of the person's file, if there is one; a wrong one is told."""
        try:
            keymap = read_keymap(self.home / FILE_NAME, COMMANDS)
        except BadKeymap as problem:
            keymap = default_keymap(COMMANDS)
            self.show_error(problem)
        self.commands.use_keys(replace(keymap, single_letters=self.preferences.single_letters))

    def _build(self) -> None:
        whole = QWidget()
        whole.setObjectName("desk")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.frame.top)
        column.addWidget(self.frame.notices)
        column.addWidget(self.pages, 1)
        column.addWidget(self.frame.ticker)
        self.setCentralWidget(whole)
        fill_menus(self.menuBar(), self.commands)

    def _bring(self, name: str) -> None:
        if self.project is not None:
            self.project.bring(name)

    def _enable(self, *, project: bool) -> None:
        for name in (*_OF_A_PROJECT, *(entry.command for entry in self._workspaces)):
            self.commands.enable(name, project)
        self.commands.refresh()

    def _may_open(self) -> bool:
        """Before a project is opened for work: keys work, and there is a name to work under."""
        self._settle()
        if self.shell.reviewer.is_there():
            return True
        QTimer.singleShot(0, self, self.show_start)
        return False

    def _settle(self) -> None:
        """What can wait until something was painted."""
        if self._keys is None:
            self._keys = KeyDispatcher(self, self.commands)
            app = QApplication.instance()
            assert app is not None
            app.installEventFilter(self._keys)
            self.setWindowIcon(QIcon(str(packaged("resources") / "app-icon.svg")))
            self.load_keys()
        self.shell.reviewer.show()

    def _take_project(self, files: Sequence[Path]) -> None:
        assert self.project is not None
        self.preferences.add_recent_project(self.project.path)
        self.commands.refresh()
        self.project_opened.emit()
        if files:
            self.shell.openings.take_files(files)

    def _give_up(self, problem: DeskError) -> None:
        self.show_start()
        self.show_error(problem)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Seal and close the project before the window goes."""
        self.preferences.keep_layout(_GEOMETRY, self.saveGeometry())
        problem = self.close_project()
        self.start.stop()
        self.shell.runner.stop()
        self.preferences.sync()
        if problem is not None:
            self.shell.tell(problem)
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files are opened, checked, or added."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.shell.openings.take_files(paths)
