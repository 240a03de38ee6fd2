"""Writing several words of several looks on one line, cut where the room ends."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter


class Line:
    """A line in a box; every write goes on where the last one ended."""

    def __init__(self, painter: QPainter, box: QRect) -> None:
        self._painter, self._box = painter, box
        self.left = box.left()
        self._kept = 0

    @property
    def middle(self) -> float:
        """The middle of the line's height."""
        return self._box.top() + self._box.height() / 2

    def skip(self, width: int) -> None:
        """Leave room."""
        self.left += width

    def keep(self, width: int) -> None:
        """Hold back room at the end for what is written last."""
        self._kept = width

    def write(self, words: str, font: QFont, colour: str) -> None:
        """Write words; they are cut where the box ends."""
        room = self._box.right() - self._kept - self.left
        if room < 12 or not words:
            return
        shown = cut(words, font, room)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        box = QRect(self.left, self._box.top(), room + 2, self._box.height())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        self.left += width_of(shown, font)


def cut(words: str, font: QFont, room: int) -> str:
    """The words as far as they fit, with an ellipsis where they don't."""
    if width_of(words[:_LONGEST], font) <= room and len(words) <= _LONGEST:
        return words
    return _cut(words, font.key(), room)


def width_of(words: str, font: QFont) -> int:
    """How wide words are."""
    return _metrics(font).horizontalAdvance(words)


_LONGEST: Final = 400
"""No row shows so many letters: a quote of a page would be measured for nothing."""
_METRICS: Final[dict[str, QFontMetrics]] = {}


def _metrics(font: QFont) -> QFontMetrics:
    key = font.key()
    if key not in _METRICS:
        _METRICS[key] = QFontMetrics(font)
    return _METRICS[key]


@lru_cache(maxsize=4096)
def _cut(words: str, font: str, room: int) -> str:
    return _METRICS[font].elidedText(words[:_LONGEST], Qt.TextElideMode.ElideRight, room)
