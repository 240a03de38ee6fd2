"""Words typed over the history: every entry is read for them once, beside the window."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from provenance_desk.gui.history.presenter import texts_of_file

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.gui.desk.tasks import Task

_TYPING_MS: Final = 180

Found = Callable[[str, Sequence[int]], None]


class HistorySearch(QObject):
    """Tells the places of the entries that say the words, a moment after the last key."""

    def __init__(self, desk: "Desk", words: Callable[[], str], found: Found) -> None:
        super().__init__(desk)
        self._desk, self._words, self._found = desk, words, found
        self._texts: list[str] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._timer.timeout.connect(self._search)

    def begin(self) -> None:
        """Something was typed."""
        self._timer.start()

    def forget(self) -> None:
        """The history has changed; what is typed is searched for again."""
        self._texts = None
        if self._words().strip():
            self._timer.start()

    def _search(self) -> None:
        words = self._words().strip()
        if words and self._texts is None:
            return self._read()
        return self._tell(words)

    def _tell(self, words: str) -> None:
        from provenance_desk.project.history_search import matching

        self._found(words, matching(self._texts or [], words) if words else ())

    def _read(self) -> None:
        if self._task is not None or not self._desk.session.is_open:
            return
        path = self._desk.session.path
        task = self._task = self._desk.run(lambda progress: texts_of_file(path, progress))
        task.succeeded.connect(self._take)
        task.finished.connect(self._end)
        self._desk.follow(task, self.tr("Reading the history for its words…"))
        self._desk.runner.start(task)

    def _take(self, texts: list[str]) -> None:
        self._texts = texts
        if self._desk.session.is_open:
            self._tell(self._words().strip())

    def _end(self, _: object) -> None:
        self._task = None
