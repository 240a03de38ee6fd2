"""Keeps count of what was reviewed, beside the window: after a step, of what it touched."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from provenance_desk.gui.desk.reviewed import Counts, Reviewed, count_documents
from provenance_desk.gui.desk.tasks import Runner, Task

if TYPE_CHECKING:
    from provenance_desk.project.changes import Changes

_PAUSE_MS: Final = 300


class Counting(QObject):
    """Counts documents again a moment after the last step that touched them."""

    counted = Signal(object)
    """`Counts`: of every document, and of the whole project."""

    def __init__(self, path: Path, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._runner = path, runner
        self._known: dict[str, Reviewed] = {}
        self._touched: set[str] = set()
        self._is_counting = False
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.count)

    def follow(self, changes: "Changes") -> None:
        """A step was taken."""
        touched = changes.documents | changes.passages | changes.linked_documents
        if touched:
            self._touched |= touched
            for name in touched:
                self._known.pop(name, None)
            self._pause.start()

    def count(self) -> None:
        """Count what is not known; later, if that is being done already."""
        if self._is_counting:
            self._pause.start()
            return
        known = dict(self._known)
        self._touched.clear()
        self._is_counting = True
        task = Task(lambda progress: count_documents(self._path, known, progress))
        task.succeeded.connect(self._take)
        task.finished.connect(self._end)
        self._runner.start(task)

    def stop(self) -> None:
        """Count no more."""
        self._pause.stop()

    def _take(self, counts: Counts) -> None:
        self._known = {n: c for n, c in counts.documents.items() if n not in self._touched}
        self.counted.emit(counts)

    def _end(self) -> None:
        self._is_counting = False
