"""Two documents and the one origin that both lead to, drawn for the example."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

DOTS: Final = "#7a6ff0", "#2a9d8f"
_DOCUMENTS: Final = (26, DOTS[0], "Putin fires…"), (72, DOTS[1], "Mikhail Mizintsev")
_MIDDLE: Final = 48


class Voices(QWidget):
    """Two dots, two edges, one ring."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(2 * _MIDDLE)
        self.setAccessibleName("Putin fires… → Sladkov; Mikhail Mizintsev → Sladkov")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints dots, edges and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = QPointF(self.width() - 108, _MIDDLE)
        for y, colour, name in _DOCUMENTS:
            _paint_document(painter, QPointF(24, y), origin, colour, name)
        self._paint_origin(painter, origin)

    def _paint_origin(self, painter: QPainter, place: QPointF) -> None:
        tokens = current_tokens()
        painter.setPen(QPen(QColor(tokens.alleged), 2))
        painter.setBrush(QColor(tokens.card))
        painter.drawEllipse(place, 8, 8)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(frame_font(12, QFont.Weight.DemiBold))
        painter.drawText(place + QPointF(15, -2), "Sladkov")
        painter.setPen(QColor(tokens.mute))
        painter.setFont(frame_font(12))
        painter.drawText(place + QPointF(15, 14), self.tr("post not seen"))


def _paint_document(
    painter: QPainter, place: QPointF, origin: QPointF, colour: str, name: str
) -> None:
    tokens = current_tokens()
    middle = (place.x() + origin.x()) / 2
    path = QPainterPath(place)
    path.cubicTo(QPointF(middle, place.y()), QPointF(middle, origin.y()), origin)
    painter.setPen(QPen(QColor(tokens.alleged), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(place, 6, 6)
    painter.setPen(QColor(tokens.ink))
    painter.setFont(frame_font(12))
    above = place.y() < origin.y()
    painter.drawText(place + QPointF(12, -10 if above else 18), name)
