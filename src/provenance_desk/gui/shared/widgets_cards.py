"""Grounds to put things on: cards, notes, thin bars of progress, rules."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_labels import label

_MARGIN: Final = 10


class Card(QFrame):
    """A white card with a thin edge; the chosen one has a strong edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(4)

    def set_chosen(self, *, chosen: bool) -> None:
        """Shows that this card is the chosen one."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)


class Note(QFrame):
    """A calm warning: a title and an explanation on an amber ground."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.setObjectName("note")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(2)
        self._title, self._words = label(title, "warning"), label(words)
        for part in (self._title, self._words):
            part.setWordWrap(True)
            column.addWidget(part)
        if not (title or words):
            self.hide()

    def show_note(self, title: str, words: str) -> None:
        """Shows another note; an empty one hides itself."""
        self._title.setText(title)
        self._words.setText(words)
        self.setVisible(bool(title or words))


class ThinBar(QWidget):
    """How much is done, as a thin bar; the words for it stand in the accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, done: int, total: int) -> None:
        """Shows done of total."""
        self._part = min(1.0, done / total) if total > 0 else 0.0
        self.setAccessibleName(self.tr("{done} of {total}").format(done=done, total=total))
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the part that is done."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, colour in ((1.0, tokens.line), (self._part, tokens.accent)):
            if part > 0:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(0, 0, self.width() * part, 4), 2, 2)


def rule() -> QFrame:
    """A thin line between parts of a card."""
    made = QFrame()
    made.setFixedHeight(1)
    made.setProperty("rule", "top")
    return made


def wrapped(words: str, look: str = "") -> QLabel:
    """A label that breaks its lines."""
    made = label(words, look)
    made.setWordWrap(True)
    return made
