"""Status as colour, glyph and word; how sure a reviewer is, as three bars and a word."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_LEVELS: Final = {"low": 1, "moderate": 2, "high": 3}
_PILL_HEIGHT: Final = 20
_GLYPH: Final = 10
BAR_WIDTH: Final = 17


def status_words(word: str) -> str:
    """The word of a status or a standing as people read it."""
    return QCoreApplication.translate("Status", word.capitalize())


def paint_confidence(painter: QPainter, rect: QRectF, level: str, colour: QColor) -> None:
    """Paints one to three filled bars of three at the left of the rectangle."""
    height = min(9.0, rect.height())
    top = rect.center().y() - height / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for bar in range(3):
        box = QRectF(round(rect.left()) + bar * 6, round(top), 4, height)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour if bar < _LEVELS.get(level, 0) else Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, 0, -1))
    painter.restore()


def paint_pill(
    painter: QPainter, rect: QRectF, word: str, *, words: str = "", filled: bool = True
) -> None:
    """Paints a status as a pill: tint, glyph and word; outlined where it has no weight."""
    tokens = current_tokens()
    ink = QColor(tokens.status(word))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.status_bg(word)) if filled else Qt.BrushStyle.NoBrush)
    radius = rect.height() / 2
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    square = QRectF(rect.left() + 8, rect.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
    paint_status_glyph(painter, square, word, ink)
    painter.setPen(ink)
    painter.setFont(pill_font())
    beside = rect.adjusted(8 + _GLYPH + 4, 0, -4, 0)
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words or status_words(word))
    painter.restore()


def pill_font() -> QFont:
    """The typeface of pills."""
    return frame_font(12, QFont.Weight.DemiBold)


class StatusPill(QWidget):
    """A status or a standing as a pill."""

    def __init__(self, word: str = "not assessed", *, filled: bool = True) -> None:
        super().__init__()
        self._filled = filled
        self._word = self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(word)

    def show_status(self, word: str, words: str = "") -> None:
        """Shows a status or standing; `words` may say more than its name."""
        self._word, self._words = word, words or status_words(word)
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as glyph and words."""
        width = QFontMetrics(pill_font()).horizontalAdvance(self._words)
        return QSize(width + _GLYPH + 8 + 4 + 10, _PILL_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pill."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_pill(painter, rect, self._word, words=self._words, filled=self._filled)


class StatusGlyph(QWidget):
    """The glyph of a status, with a count where one is given."""

    def __init__(self, word: str, count: int | None = None, size: int = 11) -> None:
        super().__init__()
        self._word, self._count, self._size = word, count, size
        said = status_words(word)
        self.setAccessibleName(said if count is None else f"{said}: {count}")
        self.setToolTip(self.accessibleName())
        self.setFixedSize(self.sizeHint())

    @override
    def sizeHint(self) -> QSize:
        """As wide as glyph and count."""
        digits = 0 if self._count is None else 5 + 8 * len(str(self._count))
        return QSize(self._size + digits, self._size + 5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints glyph and count."""
        painter, ink = QPainter(self), QColor(current_tokens().status(self._word))
        top = (self.height() - self._size) / 2
        paint_status_glyph(painter, QRectF(0, top, self._size, self._size), self._word, ink)
        if self._count is not None:
            painter.setPen(ink)
            painter.setFont(pill_font())
            beside = self.rect().adjusted(self._size + 4, 0, 4, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(self._count))


class ConfidenceBars(QWidget):
    """Three bars; the word stands beside them or in the accessible name."""

    def __init__(self, level: str = "") -> None:
        super().__init__()
        self._level = level
        self.setFixedSize(BAR_WIDTH, 14)
        self.show_level(level)

    def show_level(self, level: str) -> None:
        """Shows low, moderate, high, or none yet."""
        self._level = level
        self.setAccessibleName(self.tr("Confidence: {level}").format(level=level or "–"))
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bars."""
        painter = QPainter(self)
        paint_confidence(painter, QRectF(self.rect()), self._level, QColor(current_tokens().mute))
