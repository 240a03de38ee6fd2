"""The search box of the top bar: a field to look at, a button to press; it opens the palette."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_SIDE: Final = 12


class SearchBox(QAbstractButton):
    """Looks like a field with its key at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, key: str) -> None:
        """Say what can be searched, and by which key."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As in the pictures."""
        return QSize(330, 34)

    @override
    def minimumSizeHint(self) -> QSize:
        """It gives way where the window is narrow."""
        return QSize(150, 34)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints field, words and key."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if focused else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(QColor(tokens.mute))
        cap = QFontMetrics(frame_font(11)).horizontalAdvance(self._key) + 10 if self._key else 0
        painter.setFont(frame_font(13))
        room = self.rect().adjusted(_SIDE, 0, -_SIDE - cap, 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self._key:
            box = QRectF(self.width() - _SIDE - cap + 0.5, self.height() / 2 - 8.5, cap, 17)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(tokens.mute))
            painter.setFont(frame_font(11))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
