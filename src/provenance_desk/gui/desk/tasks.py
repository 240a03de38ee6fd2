"""Long jobs beside the window: a plain function in a thread, its end told on the GUI thread."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal

from provenance_desk.domain.errors import DeskError
from provenance_desk.project.progress import Cancelled, Progress

Job = Callable[[Progress], Any]
_LET_IT_END: Final = 60_000


class Task(QObject):
    """One job; connect its signals before it is started. All of them come on the GUI thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    """A `DeskError`, ready to be shown."""
    crashed = Signal(object)
    """Any other exception: a bug."""
    cancelled = Signal()
    finished = Signal(object)
    """The task itself; always last, however the job ended."""
    _reported = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._progress = Progress(self._reported.emit)
        self._reported.connect(self._tell_progress)
        self._ended.connect(self._tell_end)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._progress.cancel()

    def run(self) -> None:
        """Do the job here and now, in whichever thread this is; never raises."""
        try:
            self._ended.emit(self._job(self._progress), None)
        except Exception as problem:  # noqa: BLE001 - beside the crash hook the one place: it is told
            self._ended.emit(None, problem)

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _tell_end(self, result: object, problem: Exception | None) -> None:
        match problem:
            case None:
                self.succeeded.emit(result)
            case Cancelled():
                self.cancelled.emit()
            case DeskError():
                self.failed.emit(problem)
            case _:
                self.crashed.emit(problem)
        self.finished.emit(self)


class Runner(QObject):
    """Runs tasks beside the window; `stop` cancels them and waits."""

    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._tasks: set[Task] = set()

    def start(self, task: Task) -> None:
        """Run a task in a thread of its own; it is kept until it has told its end."""
        self._tasks.add(task)
        task.crashed.connect(self.crashed)
        task.finished.connect(self._forget)
        self._pool.start(task.run)

    @property
    def is_busy(self) -> bool:
        """Whether a task has not told its end yet."""
        return bool(self._tasks)

    def stop(self) -> None:
        """Cancel every task and wait until none runs."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone(_LET_IT_END)
        # What the jobs told last still waits in the queue of this thread.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
