"""How far files have come in, with a way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import ThinBar, wrapped
from provenance_desk.project.progress import Progress


class ImportBar(QFrame):
    """Hidden while nothing comes in; reports arrive from the writer thread by a signal."""

    _reported = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._words = wrapped("", "mute")
        self._bar = ThinBar()
        self._stop = KeyButton(self.tr("Stop"))
        self._stop.clicked.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self._stop):
            column.addWidget(part)
        self._reported.connect(self._show)
        self.hide()

    def begin(self, files: int) -> Progress:
        """Show that files are coming in; the progress to give to the job."""
        self._progress = Progress(self._reported.emit)
        self._show(0, files)
        self.show()
        return self._progress

    def end(self) -> None:
        """Nothing comes in any more."""
        self._progress = None
        self.hide()

    def _show(self, done: int, total: int) -> None:
        self._words.setText(self.tr("Reading {done} of {total}…").format(done=done, total=total))
        self._bar.show_part(done, total)

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
