"""How far a long job has come, and whether it is still wanted; knows nothing of threads or Qt."""

from collections.abc import Callable
from threading import Event
from time import monotonic

from provenance_desk.domain.errors import DeskError

REPORTS_A_SECOND = 20

Report = Callable[[int, int], None]


class Cancelled(DeskError):
    """The job was given up because somebody asked for it; what it had not finished is undone."""


class Progress:
    """Given to a long job, which calls `step` often; `cancel` may come from another thread."""

    def __init__(self, report: Report = lambda done, total: None) -> None:
        self._report = report
        self._cancelled = Event()
        self._next_report = 0.0

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` is done; raises `Cancelled` where the job is not wanted."""
        if self._cancelled.is_set():
            raise Cancelled("The job was cancelled; nothing of it was kept.")
        now = monotonic()
        if now >= self._next_report or done >= total:
            self._next_report = now + 1 / REPORTS_A_SECOND
            self._report(done, total)

    def cancel(self) -> None:
        """Make the next `step` raise `Cancelled`."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job is no longer wanted."""
        return self._cancelled.is_set()
