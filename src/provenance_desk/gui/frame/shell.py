"""What the window does itself, whichever workspace is in front: its commands and dropped files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.keymap import FILE_NAME, template
from provenance_desk.gui.desk.tasks import Job, Runner, Task
from provenance_desk.gui.desk.workspace import TakesFiles
from provenance_desk.gui.dialogs.about import AboutDialog
from provenance_desk.gui.dialogs.crash import CrashDialog
from provenance_desk.gui.dialogs.findings import FindingsDialog
from provenance_desk.gui.dialogs.help import HelpWindow
from provenance_desk.gui.dialogs.key_sheet import KeySheet
from provenance_desk.gui.dialogs.new_project import SUFFIX, NewProjectDialog
from provenance_desk.gui.frame.reviewer import Reviewer
from provenance_desk.gui.palette.presenter import CommandChoice, PalettePresenter
from provenance_desk.gui.shared.theme import apply_theme, system_theme
from provenance_desk.project.progress import Progress

if TYPE_CHECKING:
    from provenance_desk.exchange.verification_result import Verification
    from provenance_desk.gui.main_window import MainWindow

_BUNDLE: Final = ".zip"
_THEMES: Final = ("light", "dark", "system")


class Shell(QObject):
    """Connects the window's own commands and does them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.reviewer = Reviewer(window.home, window)
        self.reviewer.known.connect(self._show_reviewer)
        self.reviewer.refused.connect(window.show_error)
        self.runner = Runner(self)
        self.runner.crashed.connect(self.show_crash)
        for name, slot in self._slots().items():
            window.commands.connect(name, slot)
        for theme in _THEMES:
            window.commands.connect(f"theme.{theme}", partial(self.choose_theme, theme))
        self._check_theme()
        window.commands.check("keys.letters", window.preferences.single_letters)

    def _slots(self) -> dict[str, Callable[..., object]]:
        window = self._window
        return {
            "project.new": self.make_project,
            "project.open": self.ask_project,
            "project.close": window.show_start,
            "documents.add": self.ask_files,
            "bundle.check": self.ask_bundle,
            "desk.quit": window.close,
            "palette.open": self.open_palette,
            "edit.undo": lambda: self._session_does("undo"),
            "edit.redo": lambda: self._session_does("redo"),
            "key.unlock": self.unlock,
            "keys.letters": self.use_letters,
            "keys.edit": self.edit_keys,
            "help.method": lambda: HelpWindow.tell(window),
            "help.keys": lambda: KeySheet.tell(window, window.commands),
            "help.about": lambda: AboutDialog.tell(window),
        }

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open a project, check a bundle, or bring documents in: whatever the files are."""
        if not paths:
            return
        first = paths[0]
        if first.suffix.lower() == SUFFIX:
            self._window.open_project(first)
        elif _is_bundle(first):
            self.check_bundle(first)
        else:
            self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add documents to the open project, or begin one with them."""
        project = self._window.project
        if project is None:
            return self.make_project(paths)
        project.bring("review")
        review = project.workspace("review")
        if isinstance(review, TakesFiles):
            review.add_files(list(paths))
        return None

    def ask_files(self) -> None:
        """Ask which documents to bring in."""
        words = self.tr("Documents")
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Add documents"),
            "",
            f"{words} (*.txt *.md *.pdf *.docx *.html *.htm);;{self.tr('All files')} (*)",
        )
        self.take_files([Path(name) for name in chosen])

    def ask_project(self) -> None:
        """Ask which project to open."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), "", f"Provenance Desk (*{SUFFIX})"
        )
        if chosen:
            self._window.open_project(Path(chosen))

    def make_project(self, files: Sequence[Path] = ()) -> None:
        """Ask for a title, make the project, open it, and add the files."""
        home, needs_name = self._window.home, not self.reviewer.exists
        wanted = NewProjectDialog.ask(self._window, home, needs_name=needs_name)
        self.reviewer.show()
        if wanted is None:
            return

        def create(_: object) -> None:
            from provenance_desk.audit.identity import load_identity
            from provenance_desk.project.project import Project

            Project.create(
                wanted.path, wanted.title, load_identity(home), home, house_rule=wanted.rule
            ).close()

        self._run(create, lambda _: self._window.open_project(wanted.path, files))

    def ask_bundle(self) -> None:
        """Ask which bundle to check."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Check a bundle"), "", f"{self.tr('Bundles')} (*{_BUNDLE})"
        )
        if chosen:
            self.check_bundle(Path(chosen))

    def check_bundle(self, path: Path) -> None:
        """Verify a bundle and show what was found."""
        home = self._window.home

        def check(progress: Progress) -> "Verification":
            from provenance_desk.audit.high_water import HighWater
            from provenance_desk.audit.trust import TrustBook
            from provenance_desk.exchange.verify import verify_bundle

            marks = HighWater(home)
            return verify_bundle(path, trust=TrustBook(home), marks=marks, progress=progress)

        task = self._run(check, lambda found: FindingsDialog.tell(self._window, path.name, found))
        self._window.frame.notices.follow(task, self.tr("Checking {}…").format(path.name))

    def open_palette(self) -> None:
        """Show commands, and what the open project holds, to be searched."""
        project = self._window.project
        desk = project.desk if project is not None and project.desk.session.is_open else None
        self._window.palette_panel.open(
            PalettePresenter(
                [*self._command_choices(), *self._recent_choices()],
                desk.session.reader if desk else None,
                desk.show_place if desk else _nowhere,
                desk.show_claim if desk else _nowhere,
            )
        )

    def unlock(self) -> None:
        """Ask for the passphrase of the key."""
        if project := self._window.project:
            self.reviewer.unlock(project.desk.session)

    def choose_theme(self, name: str, _on: bool = True) -> None:
        """Show the desk light, dark, or as the system is; remember it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._window.preferences.theme = "" if name == "system" else name
        apply_theme(app, system_theme(app) if name == "system" else name)
        self._check_theme()
        self._window.show_theme()

    def use_letters(self, on: bool) -> None:
        """Let single letters be commands, or not."""
        self._window.preferences.single_letters = on
        self._window.load_keys()

    def edit_keys(self) -> None:
        """Open the file of keys in the person's editor; it is written first where it is missing."""
        path = self._window.home / FILE_NAME
        if not path.exists():
            path.write_text(template(COMMANDS), "utf-8")
        self._window.watch_keys(path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        words = self.tr("{path} is read again when it is saved.").format(path=path)
        self._window.frame.notices.say(words)

    def show_crash(self, problem: BaseException) -> None:
        """Tell of a bug."""
        CrashDialog.tell(self._window, problem)

    def tell(self, problem: DeskError) -> None:
        """Say why something failed while there is no window any more to say it in place."""
        QMessageBox.warning(self._window, self.tr("Provenance Desk"), str(problem))

    def _run(self, job: Job, then: Callable[[Any], object]) -> Task:
        task = Task(job)
        task.succeeded.connect(then)
        task.failed.connect(self._window.show_error)
        self.runner.start(task)
        return task

    def _session_does(self, name: str) -> None:
        if project := self._window.project:
            getattr(project.desk.session, name)()

    def _show_reviewer(self, name: str, words: str, locked: bool) -> None:
        self._window.frame.show_reviewer(name, words, locked=locked)
        self._window.commands.enable("key.unlock", locked and self._window.project is not None)

    def _check_theme(self) -> None:
        chosen = self._window.preferences.theme or "system"
        for theme in _THEMES:
            self._window.commands.check(f"theme.{theme}", theme == chosen)

    def _command_choices(self) -> list[CommandChoice]:
        commands = self._window.commands
        return [
            CommandChoice(
                commands.text(c.id).rstrip("…"),
                c.menu.replace("&", ""),
                commands.printed(c.id),
                partial(commands.trigger, c.id),
            )
            for c in commands.all()
            if commands.action(c.id).isEnabled() and c.id != "palette.open"
        ]

    def _recent_choices(self) -> list[CommandChoice]:
        if self._window.project is not None:
            return []
        return [
            CommandChoice(path.stem, self.tr("Recent project"), "", partial(self._open, path))
            for path in self._window.preferences.recent_projects
        ]

    def _open(self, path: Path) -> None:
        self._window.open_project(path)


def _is_bundle(path: Path) -> bool:
    return path.suffix.lower() == _BUNDLE or (path / "bagit.txt").is_file()


def _nowhere(*_: object) -> None:
    """Where a search without a project leads."""
