"""Telling a watcher how far an export is; the watcher may raise to stop it."""

from typing import Protocol


class StepWatcher(Protocol):
    """Told how far a job is; raises to give it up."""

    def step(self, done: int, total: int) -> None:
        """`done` of `total` is done."""


class Steps:
    """Counts the steps of one job."""

    def __init__(self, watcher: StepWatcher | None, total: int) -> None:
        self._watcher, self._total, self._number = watcher, total, 0

    def next(self, steps: int = 1) -> None:
        """So many more steps are done."""
        self._number = min(self._number + steps, self._total)
        if self._watcher:
            self._watcher.step(self._number, self._total)

    def done(self) -> None:
        """All is done."""
        self._number = self._total - 1
        self.next()
