"""The claim of a draft: its wording, or the line in which a new one is worded."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.domain.words import ClaimKind
from provenance_desk.gui.linking.choices import CLAIM_KINDS
from provenance_desk.gui.linking.fitting import fit
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel

_HEIGHT: Final = 66


class ClaimBox(QStackedWidget):
    """A button while there is no claim, a card with one, a line and a kind for a new one."""

    wanted = Signal()
    changed = Signal(str)
    kind_chosen = Signal(object)

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._empty, self._quote = QWidget(), CutLabel("", "mute")
        self._button = KeyButton(self.tr("Link to a claim"), keys)
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button)
        column.addWidget(self._quote)
        self._card = Card()
        self._words = wrapped("", "title")
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._card.column.addWidget(self._words)
        self._card.setCursor(Qt.CursorShape.PointingHandCursor)
        self._new = QWidget()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Wording of the new claim"))
        self.line.textEdited.connect(self.changed)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of claim"))
        for value, words in CLAIM_KINDS:
            self.kind.addItem(self.tr(words), value)
        self.kind.activated.connect(lambda _: self.kind_chosen.emit(self.kind.currentData()))
        fit(self.kind, 8)
        made = QVBoxLayout(self._new)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(3)
        made.addWidget(self.line)
        made.addWidget(self.kind)
        for page in (self._empty, self._card, self._new):
            self.addWidget(page)

    def show_empty(self, sentence: str) -> None:
        """No claim is chosen; the passage's words stand below the button."""
        self._quote.setText(" ".join(sentence.split()))
        self._button.setEnabled(bool(sentence))
        self.kind.setCurrentIndex(0)
        self.setCurrentWidget(self._empty)

    def show_claim(self, wording: str, *, is_new: bool, is_fixed: bool) -> None:
        """Show the chosen claim, or the new one's line."""
        if is_new and not wording:
            self._button.setEnabled(True)
            self.setCurrentWidget(self._empty)
        elif is_new:
            if self.line.text() != wording and not self.line.hasFocus():
                self.line.setText(wording)
                self.line.setCursorPosition(0)
            self.setCurrentWidget(self._new)
        else:
            self._words.setText(wording)
            fixed = self.tr("The claim of a link can't be changed; retract it and make another.")
            self._card.setToolTip(fixed if is_fixed else wording)
            self.setCurrentWidget(self._card)

    @property
    def chosen_kind(self) -> ClaimKind:
        """The kind chosen for a new claim."""
        return ClaimKind(self.kind.currentData())
