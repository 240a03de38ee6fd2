"""An open project on the GUI side: actions go to its writer thread, queries to a reader here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.desk.state import State
from provenance_desk.gui.desk.tasks import Task
from provenance_desk.gui.desk.writing import Action, Done, Work, WriterThread

if TYPE_CHECKING:
    from provenance_desk.project.project import Project
    from provenance_desk.store.reader import Reader

IDLE_SECONDS: Final = 60
_WAIT_FOR_ANOTHER: Final = 0.5


class ReadOnly(DeskError):
    """The project is open for reading only, so the step was not taken."""


class Session(QObject):
    """One open project. Every signal comes on the GUI thread, after the commit is on disk."""

    opened = Signal()
    """`reader` answers from here on; `can_write` says whether steps can be taken."""
    open_failed = Signal(object)
    """The `DeskError` that says why the project can't even be read."""
    changed = Signal(object, object)
    """`(Changes, by)`: a step is on disk; `by` is the panel that named itself in `do`, or None."""
    failed = Signal(object)
    """A `DeskError` of an action that named no `failed` of its own."""
    crashed = Signal(object)
    """An exception that is a bug."""
    state_changed = Signal()
    """`state` is new: counts, seal, undo and redo, the newest entry."""
    saving_changed = Signal(bool)
    """Whether steps are on their way to the disk."""
    sealed_changed = Signal()
    """More, or fewer, entries are sealed than before."""

    def __init__(
        self,
        path: Path,
        opening: Callable[[], "Project"],
        *,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        super().__init__()
        self.path = path
        self.state: State | None = None
        self.author = ""
        self.read_only: DeskError | None = None
        self._reader: Reader | None = None
        self._thread = WriterThread(opening, self)
        self._tasks: set[Task] = set()
        self._is_closing = False
        self._idle = QTimer(self, interval=round(idle_seconds * 1000), singleShot=True)
        self._idle.timeout.connect(self.seal)

    @property
    def reader(self) -> "Reader":
        """Quick queries on the GUI thread, over a connection of its own; there after `opened`."""
        assert self._reader is not None, "a project is read after it was opened"
        return self._reader

    @property
    def is_open(self) -> bool:
        """Whether `reader` can be used."""
        return self._reader is not None

    @property
    def can_write(self) -> bool:
        """Whether steps can be taken: the project is open, and no other program writes it."""
        return self.is_open and self.read_only is None

    @property
    def is_saving(self) -> bool:
        """Whether steps are on their way to the disk."""
        return bool(self._tasks)

    def open(self) -> None:
        """Begin to open the project; ends with `opened` or `open_failed`."""
        self._thread.start()
        task = self._thread.opening()
        task.succeeded.connect(self._take_project)
        task.failed.connect(self._read_only_or_not_at_all)
        self._put(task)

    def do(
        self,
        action: Action,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        by: object = None,
    ) -> None:
        """Run `action(project)` on the writer thread, in the order asked for.

        `changed` comes first, then `then(result)`; a `DeskError` goes to `failed`, or to the
        signal of that name. `by` is the panel that asks, and may keep its cursor.
        """
        self.work(lambda project, _: action(project), then, failed, by=by)

    def work(
        self,
        job: Work,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        by: object = None,
    ) -> Task | None:
        """`do` for what takes long: `job(project, progress)`; connect its task's `progressed`.

        None where the project can't be changed, which `failed` was told.
        """
        if not self.can_write:
            (failed or self.failed.emit)(self.read_only or _not_open())
            return None
        task = self._thread.action(job)
        task.succeeded.connect(lambda done: self._take_step(done, then, by))
        task.failed.connect(failed or self.failed.emit)
        self._put(task)
        return task

    def undo(self, by: object = None) -> None:
        """Take back the reviewer's last step."""
        self.do(lambda project: project.undo(), by=by)

    def redo(self, by: object = None) -> None:
        """Do again what was last taken back."""
        self.do(lambda project: project.redo(), by=by)

    def seal(self, then: Callable[[Any], None] | None = None) -> None:
        """Sign what is not sealed yet, if the key is unlocked."""
        if self.can_write:
            self.do(lambda project: project.seal(), then)

    def close(self) -> DeskError | None:
        """Finish the steps on their way, seal, and give the file back; waits for all of it.

        What went wrong while sealing comes back: nobody listens to signals any more.
        """
        self._idle.stop()
        self._is_closing = True
        problems: list[DeskError] = []
        if self._thread.isRunning():
            closing = self._thread.closing()
            closing.failed.connect(problems.append)
            closing.crashed.connect(self.crashed)
            self._thread.put(closing)
            self._thread.put(None)
            self._thread.wait()
            # What the thread told last still waits in the queue of this one.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        return problems[0] if problems else None

    def _put(self, task: Task) -> None:
        task.crashed.connect(self.crashed)
        task.finished.connect(self._forget)
        self._tasks.add(task)
        if len(self._tasks) == 1:
            self.saving_changed.emit(True)
        self._thread.put(task)

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        if not self._tasks:
            self.saving_changed.emit(False)

    def _take_project(self, author: str) -> None:
        self.author = author
        self._begin_reading()
        # The names of undo and redo need the whole own feed: nobody waits for that.
        self.do(lambda project: None)

    def _read_only_or_not_at_all(self, problem: DeskError) -> None:
        from provenance_desk.store.errors import ProjectBusy, ProjectReadOnly

        if self._is_closing:
            return None
        if not isinstance(problem, ProjectBusy | ProjectReadOnly):
            return self.open_failed.emit(problem)
        self.read_only = problem
        return self._begin_reading()

    def _begin_reading(self) -> None:
        from provenance_desk.store.reader import Reader

        if self._is_closing:
            return
        try:
            self._reader = Reader(self.path)
        except DeskError as problem:
            self.open_failed.emit(problem)
        else:
            self.opened.emit()

    def _take_step(self, done: Done, then: Callable[[Any], None] | None, by: object) -> None:
        before, self.state = self.state, done.state
        if done.changes is not None:
            self._idle.start()
            self.changed.emit(done.changes, by)
        self.state_changed.emit()
        if before is None or before.unsealed != done.state.unsealed:
            self.sealed_changed.emit()
        if then is not None:
            then(done.result)


def _not_open() -> DeskError:
    return ReadOnly("The project is not open yet. Wait a moment, then do it again.")


def open_for(path: Path, home: Path) -> Callable[[], "Project"]:
    """What a session runs on its thread to open `path` with the key in use in `home`."""

    def opening() -> "Project":
        from provenance_desk.audit.identity import load_identity
        from provenance_desk.project.project import Project

        return Project.open(path, load_identity(home), home, wait=_WAIT_FOR_ANOTHER)

    return opening
