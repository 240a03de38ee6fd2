"""How projects, documents and bundles come into the window: dialogs, drops, the demo."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from provenance_desk.gui.desk.tasks import Job, Runner, Task
from provenance_desk.gui.desk.workspace import TakesFiles
from provenance_desk.gui.frame.reviewer import Reviewer
from provenance_desk.project.progress import Progress

if TYPE_CHECKING:
    from provenance_desk.exchange.verification_result import Verification
    from provenance_desk.gui.main_window import MainWindow

SUFFIX: Final = ".provdesk"
_BUNDLE: Final = ".zip"
_DEMO: Final = "demo"
"""The folder of the demo in the home: it can be thrown away without touching anything else."""


class Openings(QObject):
    """Each method asks what it must, works beside the window, and opens what came of it."""

    def __init__(self, window: "MainWindow", reviewer: Reviewer, runner: Runner) -> None:
        super().__init__(window)
        self._window, self._reviewer, self._runner = window, reviewer, runner
        for name, slot in (
            ("project.new", self.make_project),
            ("project.open", self.ask_project),
            ("documents.add", self.ask_files),
            ("bundle.check", self.ask_bundle),
            ("demo.open", self.open_demo),
            ("demo.reset", self.reset_demo),
        ):
            window.commands.connect(name, slot)

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
        kinds = f"{self.tr('Documents')} (*.txt *.md *.pdf *.docx *.html *.htm)"
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add documents"), "", f"{kinds};;{self.tr('All files')} (*)"
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
        from provenance_desk.gui.dialogs.new_project import NewProjectDialog

        home, needs_name = self._window.home, not self._reviewer.exists
        wanted = NewProjectDialog.ask(self._window, home, needs_name=needs_name)
        self._reviewer.show()
        if wanted is None:
            return

        def create(_: Progress) -> None:
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

        def show(result: "Verification") -> None:
            from provenance_desk.gui.dialogs.findings import FindingsDialog

            FindingsDialog.tell(self._window, path.name, result)

        words = self.tr("Checking {name}…").format(name=path.name)
        self._window.frame.notices.follow(self._run(check, show), words)

    def open_demo(self) -> None:
        """Open the demo as it was left; it is made the first time."""
        if not self._reviewer.is_there():
            return
        folder, home = self._window.home / _DEMO, self._window.home

        def make(_: Progress) -> Path:
            from provenance_desk.project.demo import open_or_make_demo

            folder.mkdir(exist_ok=True)
            return open_or_make_demo(folder, home)

        if not folder.exists():
            self._say_demo()
        self._run(make, self._window.open_project)

    def reset_demo(self) -> None:
        """Make the demo afresh, after asking; nothing else is touched."""
        if not self._wants_reset() or not self._reviewer.is_there():
            return
        self._window.show_start()
        folder, home = self._window.home / _DEMO, self._window.home

        def make(_: Progress) -> Path:
            from provenance_desk.project.demo import make_demo

            folder.mkdir(exist_ok=True)
            return make_demo(folder, home, reset=True)

        self._say_demo()
        self._run(make, self._window.open_project)

    def _say_demo(self) -> None:
        self._window.frame.notices.say(self.tr("Making the demo project…"))

    def _wants_reset(self) -> bool:
        words = self.tr("Make the demo afresh? What was done in the demo is lost; nothing else is.")
        answer = QMessageBox.question(self._window, self.tr("Reset the demo"), words)
        return answer == QMessageBox.StandardButton.Yes

    def _run(self, job: Job, then: Callable[[Any], object]) -> Task:
        task = Task(job)
        task.succeeded.connect(then)
        task.failed.connect(self._window.show_error)
        self._runner.start(task)
        return task


def _is_bundle(path: Path) -> bool:
    return path.suffix.lower() == _BUNDLE or (path / "bagit.txt").is_file()
