"""The large buttons of the start page: the demo, a new project."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_LEFT: Final = 46


class LargeChoice(QAbstractButton):
    """An icon, a title with its key, and a line below; does an action."""

    def __init__(
        self, action: QAction, title: str, words: str, picture: str, key: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._title, self._words, self._picture, self._key = title, words, picture, key
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    @override
    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(220, 68)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints card, icon, title, key and line."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.line), width))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.card))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)
        icon(self._picture).paint(painter, 16, 15, 18, 18)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(frame_font(14, QFont.Weight.DemiBold))
        painter.drawText(
            _LEFT, 12, self.width() - _LEFT, 24, Qt.AlignmentFlag.AlignVCenter, self._title
        )
        painter.setPen(QColor(tokens.mute))
        painter.setFont(frame_font(12))
        painter.drawText(
            _LEFT, 36, self.width() - _LEFT, 20, Qt.AlignmentFlag.AlignVCenter, self._words
        )
        if self._key:
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        tokens, font = current_tokens(), frame_font(11)
        width = QFontMetrics(font).horizontalAdvance(self._key) + 12
        box = QRectF(self.width() - 15 - width, 15.5, width, 17)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tokens.mute))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
