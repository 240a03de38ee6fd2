"""The lines between the cards: their paths, their pens, and the words on them."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from provenance_desk.gui.provenance.faces import cut_lines, plain
from provenance_desk.gui.provenance.tree import Edge, Look
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import Tokens, document_dot

THICK: Final = 9
ABOVE: Final = 46
"""How far over a claim the line of an unnamed origin turns down."""
BESIDE: Final = 11
"""How near a line passes a card that it comes to from below."""
LABEL_WIDTH: Final = 88
LABEL_PLACE: Final = 0.42
BARS: Final = {Look.SUPPORTS: "alleged", Look.CONTRADICTS: "disputed"}
DASHES: Final = {
    Look.CONTEXT: (Qt.PenStyle.DotLine, "mute"),
    Look.UNNAMED: (Qt.PenStyle.DashLine, "alleged"),
    Look.DERIVED: (Qt.PenStyle.DashDotLine, "differ"),
}


def line_item(edge: Edge, path: QPainterPath) -> QGraphicsPathItem:
    """A line along a path."""
    item = QGraphicsPathItem(path)
    item.setPen(pen_of(edge, current_tokens()))
    item.setZValue(-1)
    return item


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """A line that leaves and comes in level."""
    path = QPainterPath(start)
    reach = (end.x() - start.x()) / 2
    path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
    return path


def down_path(start: QPointF, end: QPointF, half: float) -> QPainterPath:
    """A line that comes down into a card from above; `half` is half the card's width."""
    path = QPainterPath(start)
    if start.y() <= end.y() - ABOVE / 2:
        over = QPointF(end.x(), start.y())
        path.cubicTo(QPointF((start.x() + end.x()) / 2, start.y()), over, end)
        return path
    beside = end.x() - half - BESIDE
    top = end.y() - BESIDE
    path.cubicTo(QPointF(beside, start.y()), QPointF(beside, start.y()), QPointF(beside, top + 12))
    path.cubicTo(QPointF(beside, top - 6), QPointF(end.x(), top - 6), end)
    return path


def around(start: QPointF, end: QPointF) -> QPainterPath:
    """A line between two cards of one layer, along their right side."""
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(34, 0), end + QPointF(34, 0), end)
    return path


def pen_of(edge: Edge, tokens: Tokens) -> QPen:
    """How a line looks: never by its colour alone."""
    if edge.look in DASHES:
        style, ink = DASHES[edge.look]
        return QPen(QColor(getattr(tokens, ink)), 2, style)
    colour = QColor(document_dot(edge.place))
    if edge.look is Look.POINTS:
        return QPen(colour, 2.4, Qt.PenStyle.DashLine)
    if edge.look in BARS:
        colour = QColor(getattr(tokens, BARS[edge.look]))
    colour.setAlpha(100 if edge.look in BARS else 76)
    pen = QPen(colour, THICK)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def stop_item(edge: Edge, end: QPointF) -> QGraphicsPathItem:
    """The bar at the end of a line that contradicts."""
    path = QPainterPath(end + QPointF(-2, -THICK))
    path.lineTo(end + QPointF(-2, THICK))
    item = QGraphicsPathItem(path)
    item.setPen(QPen(QColor(current_tokens().disputed), 3))
    return item


class LabelItem(QGraphicsItem):
    """Words on a line: how near the passage is to its origin."""

    def __init__(self, words: str, middle: QPointF) -> None:
        super().__init__()
        self._lines = cut_lines(words, plain(), LABEL_WIDTH, 2)
        metrics = QFontMetricsF(plain())
        width = max(metrics.horizontalAdvance(line) for line in self._lines) + 18
        height = metrics.lineSpacing() * len(self._lines) + 6
        self._box = QRectF(-width / 2, -height / 2, width, height)
        self.setPos(middle)
        self.setToolTip(words)

    @override
    def boundingRect(self) -> QRectF:
        """The capsule."""
        return self._box.adjusted(-1, -1, 1, 1)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint capsule and words."""
        tokens = current_tokens()
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        radius = min(11.0, self._box.height() / 2)
        painter.drawRoundedRect(self._box, radius, radius)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(plain())
        painter.drawText(self._box, Qt.AlignmentFlag.AlignCenter, "\n".join(self._lines))
