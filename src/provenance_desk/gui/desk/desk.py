"""What every workspace is given: the session, commands, jobs, and ways to other places."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.session import Session
from provenance_desk.gui.desk.tasks import Job, Runner, Task
from provenance_desk.gui.shared.preferences import Preferences


class Desk(QObject):
    """One open project in one window; it goes when the project is closed."""

    place_wanted = Signal(str, int, int)
    """Show `[start, end)` of a document in Review, where it can be read and judged."""
    claim_wanted = Signal(str)
    """Choose this claim in Review."""
    entry_wanted = Signal(str)
    """Show this event in Audit."""
    workspace_wanted = Signal(str)
    """Bring the workspace of this id to the front."""
    said = Signal(str)
    """A sentence for the person that is no error: shown for a while, in nobody's way."""
    refused = Signal(object)
    """A `DeskError` to show in place."""
    documents_counted = Signal(object)
    """`{document: Reviewed}`: how far the review of each document has come."""
    job_started = Signal(object, str)
    """`(Task, words)`: show how far it has come, with a way to cancel it."""

    def __init__(
        self,
        session: Session,
        commands: Commands,
        preferences: Preferences,
        home: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.session = session
        self.commands = commands
        self.preferences = preferences
        self.home = home
        self.window = window
        self.runner = Runner(self)

    def show_place(self, document: str, start: int, end: int) -> None:
        """Go to a passage in Review."""
        self.workspace_wanted.emit("review")
        self.place_wanted.emit(document, start, end)

    def show_claim(self, claim: str) -> None:
        """Go to a claim in Review."""
        self.workspace_wanted.emit("review")
        self.claim_wanted.emit(claim)

    def show_entry(self, event: str) -> None:
        """Go to an entry of the history in Audit."""
        self.workspace_wanted.emit("audit")
        self.entry_wanted.emit(event)

    def say(self, sentence: str) -> None:
        """Tell the person something that is no error."""
        self.said.emit(sentence)

    def show_error(self, problem: DeskError) -> None:
        """Show why something could not be done, and what to do."""
        self.refused.emit(problem)

    def follow(self, task: Task | None, words: str) -> None:
        """Show how far a task has come, and let the person cancel it."""
        if task is not None:
            self.job_started.emit(task, words)

    def run(self, job: Job) -> Task:
        """A long job with its refusals shown; connect to the task, then `desk.runner.start(it)`."""
        task = Task(job)
        task.failed.connect(self.show_error)
        return task
