"""How the trail stands, in two small lines: sealed up to where, and verified when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.state import State
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.widgets_cards import ThinBar
from provenance_desk.gui.shared.widgets_labels import CutLabel, label


class SealLine(QWidget):
    """Sealed or not with a button to seal, and below it the last verification or its progress."""

    seal_wanted = Signal()
    stop_wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._unlock = commands.action("key.unlock")
        self._picture = label("")
        self._sealed = label("", "good")
        self._button = _small(self.tr("Seal now"))
        self._button.clicked.connect(self._press)
        self._locked = False
        self._verified = CutLabel("", "mute")
        self._bar = ThinBar()
        self._stop = _small(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._look = _small(self.tr("What was found"))
        self._look.clicked.connect(self.findings_wanted)
        self._lay_out()
        self.show_verified("")

    def show_state(self, state: State | None, signed_at: str) -> None:
        """Say what is sealed; `signed_at` is the time where it was signed just now."""
        if state is None:
            return
        self._locked = state.locked
        if state.unsealed == 0:
            words = self.tr("Sealed up to entry {n}").format(n=f"{state.entries:,}")
            words += self.tr(", signed {time} UTC").format(time=signed_at) if signed_at else ""
            self._show(words, "check", "confirmed", "good")
        else:
            one, many = self.tr("1 entry not sealed yet"), self.tr("{n} entries not sealed yet")
            number = state.unsealed
            self._show(
                one if number == 1 else many.format(n=f"{number:,}"), "clock", "alleged", "warning"
            )
        self._button.setText(self.tr("Unlock and seal…") if state.locked else self.tr("Seal now"))
        self._button.setVisible(state.unsealed > 0)

    def show_read_only(self) -> None:
        """Say that nothing can be sealed here."""
        self._show(self.tr("For reading only"), "lock", "mute", "mute")
        self._button.hide()

    def show_verified(self, words: str, *, good: bool = True, has_more: bool = False) -> None:
        """Say what the last verification came to."""
        self._verified.setText(words or self.tr("Not verified since the project was opened"))
        self._restyle(self._verified, "mute" if good else "error")
        for part in (self._bar, self._stop):
            part.hide()
        self._look.setVisible(has_more)

    def show_verifying(self, done: int, total: int) -> None:
        """Say how far a verification has come."""
        self._verified.setText(self.tr("Verifying every entry, signature and quote…"))
        self._restyle(self._verified, "mute")
        self._look.hide()
        for part in (self._bar, self._stop):
            part.show()
        self._bar.show_part(done, total)

    @property
    def words(self) -> str:
        """Both lines, as they are read out."""
        return f"{self._sealed.text()}. {self._verified.text()}"

    def _press(self) -> None:
        if self._locked:
            self._unlock.trigger()
        else:
            self.seal_wanted.emit()

    def _show(self, words: str, picture: str, role: str, look: str) -> None:
        self._picture.setPixmap(icon(picture, role).pixmap(14, 14))
        self._sealed.setText(words)
        self._restyle(self._sealed, look)

    def _restyle(self, part: QWidget, look: str) -> None:
        if part.property("look") != look:
            part.setProperty("look", look)
            part.style().unpolish(part)
            part.style().polish(part)

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(6)
        upper.addWidget(self._picture)
        upper.addWidget(self._sealed)
        upper.addWidget(self._button)
        upper.addStretch(1)
        upper.addWidget(self._look)
        lower.addWidget(self._verified, 3)
        lower.addWidget(self._bar, 2)
        lower.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(upper)
        column.addLayout(lower)


def _small(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName("small")
    made.setStyleSheet("QPushButton#small { padding: 1px 8px; border-radius: 6px; }")
    return made
