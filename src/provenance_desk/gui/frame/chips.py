"""Round chips of the top bar: who reviews, and how the audit trail stands."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import frame_font, mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_SIDE: Final = 12
_HEIGHT: Final = 30
_ICON: Final = 14
_GAP: Final = 6


class Chip(QAbstractButton):
    """Words, an icon before them and words in a mono type after them; a button if it can do so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mono = self._picture = ""
        self._role = "ink"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(
        self, words: str, *, mono: str = "", picture: str = "", role: str = "ink", tip: str = ""
    ) -> None:
        """Show other words; `role` is the token of their colour."""
        self.setText(words)
        self._mono, self._picture, self._role = mono, picture, role
        self.setAccessibleName(f"{words} {mono}".strip())
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()
        self.setVisible(bool(words))

    @override
    def sizeHint(self) -> QSize:
        """As wide as everything in it."""
        width = 2 * _SIDE + QFontMetrics(self._font()).horizontalAdvance(self.text())
        width += _ICON + _GAP if self._picture else 0
        mono = QFontMetrics(mono_font(12)).horizontalAdvance(self._mono)
        return QSize(width + (mono + _GAP if self._mono else 0) + 1, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, icon and words."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if focused else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.card))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = _SIDE
        if self._picture:
            top = (self.height() - _ICON) // 2
            icon(self._picture, self._role).paint(painter, left, top, _ICON, _ICON)
            left += _ICON + _GAP
        painter.setPen(QColor(str(getattr(tokens, self._role))))
        painter.setFont(self._font())
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        left += QFontMetrics(self._font()).horizontalAdvance(self.text()) + _GAP
        painter.setFont(mono_font(12))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._mono)

    def _font(self) -> QFont:
        return frame_font(13)
