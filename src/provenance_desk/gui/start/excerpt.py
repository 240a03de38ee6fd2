"""A few sentences as the reading panes show them, for the example on the start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import document_font, frame_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_GUTTER: Final = 42
_RIGHT: Final = 10
_ABOVE: Final = 4
_WIDTH: Final = 240
_LINE_HEIGHT: Final = 1.5


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words, the status of its one link if there is one, and the cue words in it."""

    words: str
    status: str = ""
    cue: str = ""
    is_chosen: bool = False


class Excerpt(QWidget):
    """Running text with tints, gutter marks and underlined cues."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        super().__init__()
        self._sentences = sentences
        self.setAccessibleName(" ".join(sentence.words for sentence in sentences))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        """A usual width, and the height of the text at it."""
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        """Lines break where they must."""
        return QSize(_WIDTH // 2, 40)

    @override
    def hasHeightForWidth(self) -> bool:
        """Lines break."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of all sentences."""
        return round(sum(self._laid(sentence, width)[1] for sentence in self._sentences))

    def marked(self) -> QRectF:
        """Where the chosen sentence is, else the first linked one."""
        top = 0.0
        for sentence in self._sentences:
            _, height = self._laid(sentence, self.width())
            if sentence.is_chosen or sentence.status:
                return QRectF(0, top, self.width(), height)
            top += height
        return QRectF(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints each sentence below the one before."""
        painter, top = QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sentence in self._sentences:
            layout, height = self._laid(sentence, self.width())
            self._paint(painter, sentence, layout, QRectF(0, top, self.width(), height))
            top += height

    def _paint(
        self, painter: QPainter, sentence: Sentence, layout: QTextLayout, box: QRectF
    ) -> None:
        tokens = current_tokens()
        if sentence.status:
            painter.fillRect(box, QColor(tokens.status_bg(sentence.status)))
            ink = QColor(tokens.status(sentence.status))
            glyph = QRectF(14, box.top() + _ABOVE + 7, 10, 10)
            paint_status_glyph(painter, glyph, sentence.status, ink)
            painter.setPen(ink)
            painter.setFont(frame_font(12, QFont.Weight.DemiBold))
            painter.drawText(QPointF(28, glyph.bottom()), "1")
        if sentence.is_chosen:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        painter.setPen(QColor(tokens.ink if sentence.status else tokens.mute))
        layout.draw(painter, QPointF(_GUTTER, box.top() + _ABOVE))

    def _laid(self, sentence: Sentence, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(sentence.words, document_font(14))
        layout.setFormats(_underlined(sentence))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(60, width - _GUTTER - _RIGHT))
            line.setPosition(QPointF(0, top))
            top += line.height() * _LINE_HEIGHT / 1.36
        layout.endLayout()
        return layout, top + 2 * _ABOVE


def _underlined(sentence: Sentence) -> list[QTextLayout.FormatRange]:
    if not sentence.cue:
        return []
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(current_tokens().alleged))
    found = QTextLayout.FormatRange()
    found.start = sentence.words.index(sentence.cue)
    found.length = len(sentence.cue)
    found.format = look
    return [found]
