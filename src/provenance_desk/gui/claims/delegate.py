"""Paints claims as cards in two lines, and under the chosen one its quotes."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from provenance_desk.domain.words import Stance, Status
from provenance_desk.gui.claims.model import ITEM_ROLE, ClaimListModel, documents_words
from provenance_desk.gui.claims.rows import ClaimRow, QuoteRow
from provenance_desk.gui.shared.fonts import document_font, frame_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import Tokens
from provenance_desk.gui.shared.widgets_status import BAR_WIDTH, paint_confidence, paint_pill

AnyIndex = QModelIndex | QPersistentModelIndex
PAD: Final = 11
GAP: Final = 7
META: Final = 22
PILL_HEIGHT: Final = 19
FLAGS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
LINES: Final = 3


class ClaimDelegate(QStyledItemDelegate):
    """Two kinds of rows in one list: claims, and the links of the chosen claim."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the wrapped words, at most three lines, and the line of marks."""
        width = self._width(option)
        item = index.data(ITEM_ROLE)
        if isinstance(item, ClaimRow):
            height = PAD + self._lines(item.wording, claim_font(), width - 2 * PAD) + META + PAD
            return QSize(width, height + (0 if self._opens(index, item) else GAP))
        if isinstance(item, QuoteRow):
            height = 8 + self._lines(quoted(item), quote_font(), width - 2 * PAD - 16) + META + 4
            return QSize(width, height + (GAP + 3 if self._is_last(index) else 0))
        return QSize(width, 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row; the chosen claim and its quotes share one strong edge."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item, rect = index.data(ITEM_ROLE), self._rect(option)
        if isinstance(item, ClaimRow):
            self._paint_claim(painter, rect, option, index, item)
        elif isinstance(item, QuoteRow):
            self._paint_quote(painter, rect, option, index, item)
        painter.restore()

    def _paint_claim(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: AnyIndex,
        row: ClaimRow,
    ) -> None:
        tokens, opens = current_tokens(), self._opens(index, row)
        chosen = self._model(index).chosen == row.id
        box = rect if opens else rect.adjusted(0, 0, 0, -GAP)
        paint_card(painter, box, tokens, chosen=chosen, top=True, bottom=not opens)
        inner = box.adjusted(PAD, PAD, -PAD, -PAD)
        painter.setFont(claim_font())
        painter.setPen(QColor(tokens.mute if row.retired or row.withdrawn else tokens.ink))
        words = QRect(inner.left(), inner.top(), inner.width(), inner.height() - META)
        painter.drawText(words, FLAGS, self._cut(row.wording, claim_font(), words))
        marks = QRect(inner.left(), inner.bottom() - META + 5, inner.width(), META - 4)
        paint_counts(painter, marks, row, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, tokens)

    def _paint_quote(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: AnyIndex,
        row: QuoteRow,
    ) -> None:
        tokens, last = current_tokens(), self._is_last(index)
        box = rect.adjusted(0, -1, 0, -GAP if last else 0)
        paint_card(painter, box, tokens, chosen=True, top=False, bottom=last)
        inner = box.adjusted(PAD, 8, -PAD, -4 - (3 if last else 0))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(inner.left(), box.top(), inner.right(), box.top())
        dot = self._model(index).titles.get(row.document, ("", tokens.mute))[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(dot))
        painter.drawEllipse(QPointF(inner.left() + 4, inner.top() + 8), 4, 4)
        words = QRect(inner.left() + 16, inner.top(), inner.width() - 16, inner.height() - META)
        painter.setFont(quote_font())
        painter.setPen(QColor(tokens.ink if row.quote is not None else tokens.mute))
        painter.drawText(words, FLAGS, self._cut(quoted(row), quote_font(), words))
        marks = QRect(inner.left(), inner.bottom() - META + 4, inner.width(), META - 2)
        paint_judgement(painter, marks, row, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, tokens)

    def _opens(self, index: AnyIndex, row: ClaimRow) -> bool:
        model = self._model(index)
        return model.chosen == row.id and isinstance(model.item(index.row() + 1), QuoteRow)

    def _is_last(self, index: AnyIndex) -> bool:
        return self._model(index).is_last_quote(index.row())

    @staticmethod
    def _model(index: AnyIndex) -> ClaimListModel:
        model = index.model()
        assert isinstance(model, ClaimListModel)
        return model

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 320
        return max(160, width)

    @staticmethod
    def _rect(option: QStyleOptionViewItem) -> QRect:
        rect: QRect = option.rect
        return rect.adjusted(1, 1, -1, 0)

    @staticmethod
    def _lines(words: str, font: QFont, width: int) -> int:
        metrics = QFontMetrics(font)
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), int(FLAGS), words).height()
        return min(needed, LINES * metrics.lineSpacing())

    @staticmethod
    def _cut(words: str, font: QFont, room: QRect) -> str:
        metrics = QFontMetrics(font)
        lines = max(1, round(room.height() / metrics.lineSpacing()))
        fits = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), int(FLAGS), words)
        if fits.height() <= lines * metrics.lineSpacing() + 2:
            return words
        keep = len(words)
        while keep > 1:
            keep = int(keep * 0.94)
            shown = words[:keep].rstrip() + "…"
            box = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), int(FLAGS), shown)
            if box.height() <= lines * metrics.lineSpacing() + 2:
                return shown
        return "…"


def claim_font() -> QFont:
    """The typeface of a claim's wording."""
    return frame_font(13, QFont.Weight.DemiBold)


def quote_font() -> QFont:
    """The typeface of a quote under its claim."""
    return document_font(13, italic=True)


def quoted(row: QuoteRow) -> str:
    """The quote as it is shown, or words that say it was withheld."""
    return f"“{' '.join(row.quote.split())}”" if row.quote is not None else "Quote withheld"


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
    painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(QRectF(box).adjusted(4, 4, -4, -4), 5, 5)


def paint_counts(painter: QPainter, rect: QRect, row: ClaimRow, tokens: Tokens) -> None:
    """Paint how many links of each status a claim has, its documents and kind."""
    left = rect.left()
    painter.setFont(frame_font(12, QFont.Weight.DemiBold))
    for status in (Status.CONFIRMED, Status.ALLEGED, Status.DISPUTED):
        number = row.counts.get(status, 0)
        if not number:
            continue
        ink = QColor(tokens.status(status))
        glyph = QRectF(left, rect.top() + (rect.height() - 11) / 2, 11, 11)
        paint_status_glyph(painter, glyph, status, ink)
        painter.setPen(ink)
        words = str(number)
        advance = painter.fontMetrics().horizontalAdvance(words)
        box = QRect(left + 15, rect.top(), advance + 2, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        left += 15 + advance + 12
    painter.setFont(frame_font(12))
    painter.setPen(QColor(tokens.mute))
    said = [documents_words(row), row.kind.value]
    if row.joined > 1:
        said.append(f"{row.joined} joined")
    if row.retired:
        said.append("retired")
    if row.withdrawn:
        said.append("withdrawn by who added it")
    box = QRect(left, rect.top(), rect.right() - left, rect.height())
    cut = painter.fontMetrics().elidedText(
        " · ".join(said), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)


def paint_judgement(painter: QPainter, rect: QRect, row: QuoteRow, tokens: Tokens) -> None:
    """Paint a link's status, confidence and speaker."""
    word = row.status.value
    width = QFontMetrics(frame_font(12, QFont.Weight.DemiBold)).horizontalAdvance(word.capitalize())
    pill = QRectF(
        rect.left(), rect.top() + (rect.height() - PILL_HEIGHT) / 2, width + 33, PILL_HEIGHT
    )
    paint_pill(painter, pill, word, words=word.capitalize())
    left = int(pill.right()) + 10
    bars = QRectF(left, rect.top() + (rect.height() - 14) / 2, BAR_WIDTH, 14)
    paint_confidence(painter, bars, row.confidence.value, QColor(tokens.mute))
    left += BAR_WIDTH + 8
    said = [row.confidence.value]
    if row.stance is not Stance.SUPPORTS:
        said.append(row.stance.value)
    said.append(row.speaker)
    if not row.own:
        said.append(row.reviewer)
    if row.earlier_wording:
        said.append("judged against the earlier wording")
    painter.setFont(frame_font(12))
    painter.setPen(QColor(tokens.alleged if row.earlier_wording else tokens.mute))
    box = QRect(left, rect.top(), rect.right() - left, rect.height())
    cut = painter.fontMetrics().elidedText(
        " · ".join(said), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
