"""The marks of statuses and standings, painted as paths so that no typeface is needed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


def paint_status_glyph(painter: QPainter, rect: QRectF, word: str, colour: QColor) -> None:
    """Paints the glyph of a status or a standing into the largest square of the rectangle."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.2, side * 0.13)))
    painter.setBrush(colour)
    _PAINTERS.get(word, _ring)(painter, square)
    painter.restore()


def _inset(painter: QPainter, square: QRectF) -> QRectF:
    half = painter.pen().widthF() / 2
    return square.adjusted(half, half, -half, -half)


def _disc(painter: QPainter, square: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(square)


def _ring(painter: QPainter, square: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_inset(painter, square))


def _half_disc(painter: QPainter, square: QRectF) -> None:
    half = QPainterPath(square.center())
    half.arcTo(_inset(painter, square), 90, 180)
    half.closeSubpath()
    _ring(painter, square)
    painter.fillPath(half, painter.pen().brush())


def _diamond(painter: QPainter, square: QRectF) -> None:
    more = square.width() * 0.06  # a diamond looks smaller than a disc of its width
    square = square.adjusted(-more, -more, more, more)
    centre = square.center()
    points = [
        QPointF(centre.x(), square.top()),
        QPointF(square.right(), centre.y()),
        QPointF(centre.x(), square.bottom()),
        QPointF(square.left(), centre.y()),
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(points))


def _striped(painter: QPainter, square: QRectF) -> None:
    circle = QPainterPath()
    circle.addEllipse(_inset(painter, square))
    _ring(painter, square)
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(painter.pen().color(), max(1.0, square.width() * 0.09)))
    for part in (0.34, 0.5, 0.66):
        x = square.left() + square.width() * part
        painter.drawLine(QPointF(x, square.top()), QPointF(x, square.bottom()))


def _disc_with_bar(painter: QPainter, square: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    size = square.width()
    painter.drawEllipse(square.adjusted(size * 0.12, 0, -size * 0.12, -size * 0.24))
    painter.drawRect(square.adjusted(0, size * 0.86, 0, 0))


_PAINTERS: Final[dict[str, Callable[[QPainter, QRectF], None]]] = {
    "confirmed": _disc,
    "alleged": _half_disc,
    "disputed": _diamond,
    "reported": _striped,
    "confirmed by record": _disc_with_bar,
    "not assessed": _ring,
}
