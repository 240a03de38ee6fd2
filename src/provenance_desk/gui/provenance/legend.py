"""The legend under the picture: what each line means."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from provenance_desk.gui.provenance.faces import plain
from provenance_desk.gui.provenance.lines import pen_of
from provenance_desk.gui.provenance.tree import Edge, Look
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

SAMPLE: Final = 32
_MEANINGS: Final = (
    (Look.SUPPORTS, "supports"),
    (Look.CONTRADICTS, "contradicts"),
    (Look.CONTEXT, "context, never counted"),
    (Look.UNNAMED, "no one named, counts as none"),
    (Look.POINTS, "reference work: a pointer"),
)


class Legend(QWidget):
    """A sample of each line with its meaning; wraps where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{look}: {words}" for look, words in _MEANINGS))

    @override
    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(400, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint samples and words."""
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(plain())
        metrics, left, middle = QFontMetrics(plain()), 4.0, self.height() / 2
        for look, words in _MEANINGS:
            width = metrics.horizontalAdvance(words)
            if left + SAMPLE + width > self.width():
                break
            painter.setPen(pen_of(Edge("", "", look, place=1), tokens))
            end = QPointF(left + SAMPLE, middle)
            painter.drawLine(QPointF(left, middle), end)
            if look is Look.CONTRADICTS:
                painter.setPen(QPen(QColor(tokens.disputed), 3))
                painter.drawLine(end + QPointF(-1, -8), end + QPointF(-1, 8))
            painter.setPen(QColor(tokens.mute))
            box = QRectF(left + SAMPLE + 8, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            left += SAMPLE + width + 32
