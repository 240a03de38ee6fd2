"""What the list of claims is painted with: cards, counts of links, judgements."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from provenance_desk.domain.words import Status
from provenance_desk.gui.claims.model import claim_details, quote_details
from provenance_desk.gui.claims.rows import ClaimRow, QuoteRow
from provenance_desk.gui.shared.fonts import document_font, frame_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.tokens import Tokens
from provenance_desk.gui.shared.widgets_status import BAR_WIDTH, paint_confidence, paint_pill

DETAIL_LINE: Final = 17
_GLYPH: Final = 11
_PILL_HEIGHT: Final = 19
_EARLIER: Final = "Judged against the earlier wording"
_BETWEEN: Final = " · "


def claim_font() -> QFont:
    """The typeface of a claim's wording."""
    return frame_font(13, QFont.Weight.DemiBold)


def quote_font() -> QFont:
    """The typeface of a quote under its claim."""
    return document_font(13, italic=True)


def quoted(row: QuoteRow) -> str:
    """The quote as it is shown, or words that say it was withheld; its own marks are enough."""
    if row.quote is None:
        return "Quote withheld"
    words = " ".join(row.quote.split())
    return words if words.startswith(("“", "«", '"', "„")) else f"“{words}”"


def paint_card(
    painter: QPainter, box: QRect, tokens: Tokens, *, chosen: bool, top: bool, bottom: bool
) -> None:
    """Paint the ground and edge of a card, or of its upper, middle or lower part."""
    width = 2 if chosen else 1
    painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line), width))
    painter.setBrush(QColor(tokens.card))
    painter.save()
    painter.setClipRect(box)
    shape = QRectF(box).adjusted(1, 1 if top else -12, -1, -1 if bottom else 12)
    painter.drawRoundedRect(shape, 8, 8)
    painter.restore()


def paint_focus(painter: QPainter, box: QRect, tokens: Tokens) -> None:
    """Paint where the keys go."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.accent), 1.4))
    painter.drawRoundedRect(QRectF(box).adjusted(4, 4, -4, -4), 5, 5)


def paint_counts(painter: QPainter, rect: QRect, row: ClaimRow, tokens: Tokens) -> None:
    """Paint how many links of each status a claim has, its documents and kind."""
    left = rect.left()
    for status in (Status.CONFIRMED, Status.ALLEGED, Status.DISPUTED):
        if number := row.counts.get(status, 0):
            left += _paint_count(painter, rect, left, status, number, tokens)
    lines = parts_in_lines(claim_details(row), rect.right() - left, rect.width())
    paint_lines(painter, rect, left, lines, QColor(tokens.mute))


def _paint_count(
    painter: QPainter, rect: QRect, left: int, status: Status, number: int, tokens: Tokens
) -> int:
    """Paint a glyph and its number; how wide both are."""
    ink, words = QColor(tokens.status(status)), str(number)
    top = rect.top() + (DETAIL_LINE - _GLYPH) / 2
    paint_status_glyph(painter, QRectF(left, top, _GLYPH, _GLYPH), status, ink)
    painter.setFont(frame_font(12, QFont.Weight.DemiBold))
    painter.setPen(ink)
    advance = painter.fontMetrics().horizontalAdvance(words)
    box = QRect(left + _GLYPH + 4, rect.top(), advance + 2, DETAIL_LINE)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
    return _GLYPH + 4 + advance + 12


def counts_width(row: ClaimRow) -> int:
    """How wide the glyphs with their numbers are."""
    metrics = QFontMetrics(frame_font(12, QFont.Weight.DemiBold))
    shown = [number for number in row.counts.values() if number]
    return sum(_GLYPH + 16 + metrics.horizontalAdvance(str(number)) for number in shown)


def paint_judgement(painter: QPainter, rect: QRect, row: QuoteRow, tokens: Tokens) -> None:
    """Paint a link's status, confidence and speaker; what does not fit goes on below."""
    word = row.status.value
    top = rect.top() + (DETAIL_LINE - _PILL_HEIGHT) / 2
    pill = QRectF(rect.left(), top, _pill_width(word), _PILL_HEIGHT)
    paint_pill(painter, pill, word, words=word.capitalize())
    left = int(pill.right()) + 10
    bars = QRectF(left, rect.top() + (DETAIL_LINE - 14) / 2, BAR_WIDTH, 14)
    paint_confidence(painter, bars, row.confidence.value, QColor(tokens.mute))
    lines = judgement_lines(row, rect.width())
    paint_lines(painter, rect, left + BAR_WIDTH + 8, lines, QColor(tokens.mute))
    if row.earlier_wording:
        painter.setPen(QColor(tokens.alleged))
        below = rect.top() + (len(lines)) * DETAIL_LINE
        box = QRect(rect.left(), below, rect.width(), DETAIL_LINE)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _EARLIER)


def judgement_height(row: QuoteRow, width: int) -> int:
    """How high the lines of a judgement are."""
    return DETAIL_LINE * (len(judgement_lines(row, width)) + row.earlier_wording)


def judgement_lines(row: QuoteRow, width: int) -> tuple[str, ...]:
    """The words beside and below the status."""
    first = width - _pill_width(row.status.value) - BAR_WIDTH - 18
    return parts_in_lines(quote_details(row), first, width)


@lru_cache(maxsize=8)
def _pill_width(word: str) -> int:
    font = frame_font(12, QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(word.capitalize()) + 33


@lru_cache(maxsize=4096)
def parts_in_lines(parts: tuple[str, ...], first: int, width: int) -> tuple[str, ...]:
    """Parts with dots between them, broken between two parts where a line is full."""
    metrics, lines = QFontMetrics(frame_font(12)), [""]
    for part in parts:
        longer = f"{lines[-1]}{_BETWEEN}{part}" if lines[-1] else part
        room = first if len(lines) == 1 else width
        if metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def paint_lines(
    painter: QPainter, rect: QRect, first_left: int, lines: Sequence[str], ink: QColor
) -> None:
    """Paint lines of which the first begins further right."""
    painter.setFont(frame_font(12))
    painter.setPen(ink)
    for number, line in enumerate(lines):
        left = first_left if number == 0 else rect.left()
        box = QRect(left, rect.top() + number * DETAIL_LINE, rect.right() - left + 1, DETAIL_LINE)
        cut = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
