"""The small parts of the example: numbered steps, cards of documents and claims, ribbons."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from provenance_desk.gui.shared.fonts import document_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_buttons import Segments
from provenance_desk.gui.shared.widgets_cards import Card, rule, wrapped
from provenance_desk.gui.shared.widgets_labels import Dot, label
from provenance_desk.gui.shared.widgets_status import ConfidenceBars, StatusPill


class _Number(QLabel):
    """The number of a step in a circle."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(26, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the circle around the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().accent), 1.2))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def step(number: int, title: str, words: str) -> QWidget:
    """A numbered step: what to do, and a line on it."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(10)
    row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(label(title, "title"))
    column.addWidget(wrapped(words, "mute"))
    row.addLayout(column, 1)
    return whole


def column_of(*parts: QWidget) -> QWidget:
    """Widgets below each other, with the room left over at the end."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole


def document_card(title: str, words: str, dot: str) -> Card:
    """The head of a document, to put text under."""
    card = Card()
    card.column.setContentsMargins(1, 10, 1, 12)
    head = QHBoxLayout()
    head.setContentsMargins(12, 0, 12, 0)
    head.setSpacing(7)
    head.addWidget(Dot(dot))
    head.addWidget(label(title, "title"), 1)
    card.column.addLayout(head)
    said = label(words, "mute")
    said.setContentsMargins(12, 0, 12, 0)
    card.column.addWidget(said)
    card.column.addSpacing(4)
    card.column.addWidget(rule())
    card.column.addSpacing(4)
    return card


def quote_line(dot: str, words: str) -> QHBoxLayout:
    """A quote with the dot of its document."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 4, 0, 0)
    row.addWidget(Dot(dot), 0, Qt.AlignmentFlag.AlignVCenter)
    quote = wrapped(words)
    quote.setFont(document_font(13, italic=True))
    row.addWidget(quote, 1)
    return row


def judged_line(status: str, level: str) -> QHBoxLayout:
    """A status, and how sure of it."""
    row = QHBoxLayout()
    row.setSpacing(9)
    row.addWidget(StatusPill(status))
    row.addWidget(ConfidenceBars(level))
    row.addWidget(label(f"{level} · says Sladkov", "mute"), 1)
    return row


def boxed(words: str, look: str = "") -> QFrame:
    """Words in a box, as in a field."""
    box = Card()
    box.column.setContentsMargins(10, 8, 10, 8)
    box.column.addWidget(wrapped(words, look))
    return box


def to_look_at(segments: Segments, value: str) -> Segments:
    """Segments to look at: nothing can be chosen on the start page."""
    segments.show_value(value)
    segments.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for button in segments.findChildren(QWidget):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return segments


def ribbon(begin: QRect, end: QRect) -> QPainterPath:
    """A band between the right edge of a box and the left edge of another."""
    x1, x2 = begin.right() + 2.0, end.left() - 1.0
    bend = (x2 - x1) * 0.6
    path = QPainterPath(QPointF(x1, begin.top()))
    path.cubicTo(
        QPointF(x1 + bend, begin.top()), QPointF(x2 - bend, end.top()), QPointF(x2, end.top())
    )
    path.lineTo(x2, end.bottom())
    path.cubicTo(
        QPointF(x2 - bend, end.bottom()),
        QPointF(x1 + bend, begin.bottom()),
        QPointF(x1, begin.bottom()),
    )
    path.closeSubpath()
    return path
