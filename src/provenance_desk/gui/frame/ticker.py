"""The line at the bottom: saved or saving, the newest entry in words, how much is reviewed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from provenance_desk.gui.desk.state import State
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.widgets_labels import CutLabel, label


class Ticker(QFrame):
    """Four places for words; the first says whether everything is on disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setProperty("rule", "top")
        self.setFixedHeight(26)
        self._saved = label("", "mute")
        self._entry = label("", "mute")
        self._entry.setFont(mono_font(11.5))
        self._words = CutLabel("", "mute")
        self._right = label("", "mute")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(26)
        row.addWidget(self._saved)
        row.addWidget(self._entry)
        row.addWidget(self._words, 1)
        row.addWidget(self._right)

    def show_plain(self, left: str, words: str, right: str) -> None:
        """Show sentences where no project is open."""
        self._saved.setText(left)
        self._entry.hide()
        self._words.setText(words)
        self._right.setText(right)

    def show_saving(self, *, saving: bool) -> None:
        """Say whether steps are on their way to the disk."""
        self._saved.setText(self.tr("Saving…") if saving else self.tr("Saved"))

    def show_opening(self) -> None:
        """Say that the project is being opened."""
        self.show_plain(self.tr("Opening…"), "", "")

    def show_read_only(self) -> None:
        """Say that nothing can be saved."""
        self.show_plain(self.tr("For reading only"), "", "")

    def show_state(self, state: State) -> None:
        """Show the newest entry: its number, type and hashes, and what it did."""
        last = state.last
        self._entry.setVisible(last is not None)
        if last is None:
            return self._words.setText("")
        hashes = f"{_short(last.id)} ← {_short(last.prev)}"
        self._entry.setText(f"#{state.entries} {last.type} {hashes}")
        self._entry.setToolTip(f"{last.id}\n← {last.prev}\n{last.time}")
        return self._words.setText(last.sentence)

    def show_reviewed(self, done: int, total: int) -> None:
        """Say how many sentences were reviewed."""
        words = self.tr("{done} / {total} sentences reviewed").format(done=done, total=total)
        self._right.setText(words if total else "")


def _short(name: str) -> str:
    return f"{name[:4]}…{name[-4:]}"
