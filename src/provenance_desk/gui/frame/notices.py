"""Sentences to the person, in place: refusals until they are closed, other news for a while."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.desk.tasks import Task
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

_SHOWN_SECONDS: Final = 8


class NoticeBar(QFrame):
    """One line under the top bar; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_SHOWN_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(self._lapse)
        self._kept, self._since = "", QElapsedTimer()
        self._picture, self._words = label(""), wrapped("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._cancel_task)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self._put_away)
        self._lay_out()
        self._show_task(None)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        for part in (self._bar, self._cancel, self._close):
            row.addWidget(part)

    @property
    def sentence(self) -> str:
        """What is shown; empty while nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def show_error(self, problem: DeskError) -> None:
        """Show why something was refused, until it is closed or something else is said."""
        self._timer.stop()
        self._since.start()
        self._show(str(problem), "alert", "alleged")

    def say(self, sentence: str) -> None:
        """Show a sentence for a while; a refusal that has just come stays above it."""
        if self._is_refusing() and not self._since.hasExpired(_SHOWN_SECONDS * 1000):
            self._show(f"{self.sentence}\n{sentence}", "alert", "alleged")
            return
        self._since.invalidate()
        self._show(sentence, "info", "accent")
        self._timer.start()

    def keep(self, sentence: str) -> None:
        """Show a sentence that stays true, until it is closed; other news lie over it."""
        self._kept = sentence
        self._lapse()

    def follow(self, task: Task, words: str) -> None:
        """Show how far a task has come, if it takes long enough to be worth it."""
        task.progressed.connect(lambda done, total: self._show_progress(task, words, done, total))
        task.finished.connect(self._forget)

    def clear(self) -> None:
        """Say nothing."""
        self._kept = ""
        self._lapse()

    def _lapse(self) -> None:
        self._timer.stop()
        self._since.invalidate()
        if self._kept:
            self._show(self._kept, "lock", "mute")
        else:
            self._show_task(None)
            self.hide()

    def _put_away(self) -> None:
        if self.sentence == self._kept:
            self._kept = ""
        self._lapse()

    def _is_refusing(self) -> bool:
        return bool(self.sentence) and self._since.isValid() and self._task is None

    def _show_progress(self, task: Task, words: str, done: int, total: int) -> None:
        if self._task is None:
            self._timer.stop()
            self._show(words, "clock", "accent")
            self._show_task(task)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._lapse()

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._cancel.setEnabled(False)
            self._task.cancel()

    def _show_task(self, task: Task | None) -> None:
        self._task = task
        self._cancel.setEnabled(True)
        for part in (self._bar, self._cancel):
            part.setVisible(task is not None)
        self._close.setVisible(task is None)

    def _show(self, sentence: str, picture: str, role: str) -> None:
        self._show_task(None)
        self._picture.setPixmap(icon(picture, role).pixmap(16, 16))
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the message."""
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        else:
            super().keyPressEvent(event)
