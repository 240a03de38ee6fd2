"""How far an export has come."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label


class WorkingPage(QWidget):
    """A bar, and a way to give up."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = wrapped("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the export is"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Exporting…"), "headline"))
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(buttons)

    def begin(self, path: Path) -> None:
        """An export begins."""
        words = self.tr("Sealing, reading every entry again, writing {name}.")
        self._words.setText(words.format(name=path.name))
        self._bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """So much is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancelled.emit()
