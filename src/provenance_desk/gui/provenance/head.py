"""Over the picture: the claim, how many sources it has, why, and what is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_buttons import KeyButton, chip
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel, key_cap

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk


class Headline(QWidget):
    """One large sentence; the part about origins in amber."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        tr, commands = desk.tr, desk.commands
        self.claim = CutLabel()
        self.claim.setFont(frame_font(13, QFont.Weight.DemiBold))
        self.sources = QLabel()
        self.sources.setTextFormat(Qt.TextFormat.PlainText)
        self.origins = QLabel()
        self.origins.setTextFormat(Qt.TextFormat.PlainText)
        self.why = wrapped("", "mute")
        self.all = chip(tr("All claims"))
        self.all.set_keys(commands.printed("provenance.all"))
        self.context = chip(tr("Context shown"))
        self.context.setChecked(True)
        self.picture = KeyButton(tr("Save as picture…"), look="chip")
        self.table = KeyButton(tr("Save as table…"), look="chip")
        keys = (commands.printed("provenance.next"), commands.printed("provenance.previous"))
        self.keys = key_cap(" ".join(key for key in keys if key))
        self.keys.setToolTip(tr("Next and previous claim"))
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.claim, 1)
        first.addWidget(self.keys)
        for button in (self.all, self.context, self.picture, self.table):
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(0)
        for part in (self.sources, self.origins):
            second.addWidget(part)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.why)

    def show_claim(self, claim: str, sources: tuple[str, str], why: str) -> None:
        """Show another claim; `sources` is the sentence and what it says of origins."""
        self.claim.setText(claim)
        self.sources.setText(sources[0])
        self.origins.setText(sources[1])
        self.setAccessibleName("".join(sources))
        self.why.setText(why)
        self._fit()

    def _fit(self) -> None:
        """Large where there is room."""
        font = frame_font(22 if self.width() > 700 else 17, QFont.Weight.DemiBold)
        for part in (self.sources, self.origins):
            part.setFont(font)
        self.origins.setStyleSheet(f"color: {current_tokens().alleged};")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller words where there is little room."""
        super().resizeEvent(event)
        self._fit()
