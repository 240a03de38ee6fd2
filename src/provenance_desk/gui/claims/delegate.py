"""Paints claims as cards in two lines, and under the chosen one its quotes."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from provenance_desk.gui.claims.model import ITEM_ROLE, ClaimListModel, Item, claim_details
from provenance_desk.gui.claims.painting import (
    DETAIL_LINE,
    claim_font,
    counts_width,
    judgement_height,
    paint_card,
    paint_counts,
    paint_focus,
    paint_judgement,
    parts_in_lines,
    quote_font,
    quoted,
)
from provenance_desk.gui.claims.rows import ClaimRow, MoreRow, QuoteRow
from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

AnyIndex = QModelIndex | QPersistentModelIndex
PAD: Final = 11
GAP: Final = 7
QUOTE_PAD: Final = 8
INDENT: Final = 16
FLAGS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
LINES: Final = 3
_MOST_KNOWN: Final = 20_000
_MOST_SHOWN: Final = 500
_SURELY: Final = 1.6
"""Words this much longer than a room, counted in average letters, need not be measured."""


class ClaimDelegate(QStyledItemDelegate):
    """Two kinds of rows in one list: claims, and the links of the chosen claim."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._rows: dict[str, tuple[Item, int, int]] = {}
        self._shown: dict[tuple[str, int, int, bool], str] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the wrapped words, at most three lines, and the lines of marks."""
        width, model, row = self._width(option), self._model(index), index.row()
        item = model.item(row)
        if item is None:
            return QSize(width, 0)
        name = item.id if isinstance(item, ClaimRow) else item.link
        known = self._rows.get(name)
        if known is None or known[0] is not item or known[1] != width:
            if len(self._rows) > _MOST_KNOWN:
                self._rows.clear()
            known = self._rows[name] = item, width, self._height(item, width)
        if isinstance(item, ClaimRow):
            return QSize(width, known[2] + (0 if model.opens(row) else GAP))
        return QSize(width, known[2] + (GAP if model.is_last_quote(row) else 0))

    def _height(self, item: Item, width: int) -> int:
        """The height of a card or quote; every row is asked at every layout, so it is kept."""
        if isinstance(item, ClaimRow):
            height = self._words_height(item.wording, width - 2 * PAD, is_quote=False)
            return height + 2 * PAD + 3 + self._counts_height(item, width - 2 * PAD)
        if isinstance(item, MoreRow):
            return DETAIL_LINE + 2 * QUOTE_PAD + 2
        height = self._words_height(quoted(item), width - 2 * PAD - INDENT, is_quote=True)
        return height + 2 * QUOTE_PAD + 3 + judgement_height(item, width - 2 * PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row; the chosen claim and its quotes share one strong edge."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = index.data(ITEM_ROLE)
        if isinstance(item, ClaimRow):
            box = self._paint_claim(painter, option, index, item)
        elif isinstance(item, QuoteRow):
            box = self._paint_quote(painter, option, index, item)
        else:
            box = self._paint_more(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, current_tokens())
        painter.restore()

    def _paint_claim(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, row: ClaimRow
    ) -> QRect:
        tokens, model = current_tokens(), self._model(index)
        opens = model.opens(index.row())
        box = self._rect(option).adjusted(0, 0, 0, 0 if opens else -GAP)
        chosen = model.chosen == row.id
        paint_card(painter, box, tokens, chosen=chosen, top=True, bottom=not opens)
        inner = box.adjusted(PAD, PAD, -PAD, -PAD)
        below = self._counts_height(row, inner.width())
        words = inner.adjusted(0, 0, 0, -below - 3)
        painter.setFont(claim_font())
        painter.setPen(QColor(tokens.mute if row.retired or row.withdrawn else tokens.ink))
        painter.drawText(words, FLAGS, self._cut(row.wording, words, is_quote=False))
        marks = QRect(inner.left(), inner.bottom() + 1 - below, inner.width(), below)
        paint_counts(painter, marks, row, tokens)
        return box

    def _paint_quote(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, row: QuoteRow
    ) -> QRect:
        tokens, model = current_tokens(), self._model(index)
        box = self._paint_part(painter, option, index)
        inner = box.adjusted(PAD, QUOTE_PAD, -PAD, -QUOTE_PAD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(model.titles.get(row.document, ("", tokens.mute))[1]))
        painter.drawEllipse(QPointF(inner.left() + 4, inner.top() + 8), 4, 4)
        below = judgement_height(row, inner.width())
        words = inner.adjusted(INDENT, 0, 0, -below - 3)
        painter.setFont(quote_font())
        painter.setPen(QColor(tokens.ink if row.quote is not None else tokens.mute))
        painter.drawText(words, FLAGS, self._cut(quoted(row), words, is_quote=True))
        marks = QRect(inner.left(), inner.bottom() + 1 - below, inner.width(), below)
        paint_judgement(painter, marks, row, tokens)
        return box

    def _paint_more(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QRect:
        box = self._paint_part(painter, option, index)
        painter.setFont(frame_font(12))
        painter.setPen(QColor(current_tokens().accent))
        words = box.adjusted(PAD, QUOTE_PAD, -PAD, -QUOTE_PAD)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        return box

    def _paint_part(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QRect:
        """The ground of a row under the chosen claim, and the line above it; its box."""
        tokens, last = current_tokens(), self._model(index).is_last_quote(index.row())
        box = self._rect(option).adjusted(0, -1, 0, -GAP if last else 0)
        paint_card(painter, box, tokens, chosen=True, top=False, bottom=last)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.left() + PAD, box.top(), box.right() - PAD, box.top())
        return box

    def _words_height(self, words: str, width: int, *, is_quote: bool) -> int:
        """How high wrapped words are; the same ones are asked for when rows are read anew."""
        key = (words, width, is_quote)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _MOST_KNOWN:
                self._heights.clear()
            height = self._heights[key] = wrapped_height(words, _font(is_quote=is_quote), width)
        return height

    def _cut(self, words: str, room: QRect, *, is_quote: bool) -> str:
        """As many of the words as fit; a list is painted often."""
        key = (words, room.width(), room.height(), is_quote)
        shown = self._shown.get(key)
        if shown is None:
            if len(self._shown) > _MOST_SHOWN:
                self._shown.clear()
            shown = self._shown[key] = cut(words, _font(is_quote=is_quote), room)
        return shown

    @staticmethod
    def _counts_height(row: ClaimRow, width: int) -> int:
        return DETAIL_LINE * len(
            parts_in_lines(claim_details(row), width - counts_width(row), width)
        )

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


def _font(*, is_quote: bool) -> QFont:
    return quote_font() if is_quote else claim_font()


def wrapped_height(words: str, font: QFont, width: int) -> int:
    """How high wrapped words are, at most three lines."""
    metrics = QFontMetrics(font)
    most = LINES * metrics.lineSpacing()
    if len(words) * metrics.averageCharWidth() > _SURELY * LINES * width:
        return most
    needed = metrics.boundingRect(QRect(0, 0, width, 10_000), int(FLAGS), words).height()
    return min(needed, most)


def cut(words: str, font: QFont, room: QRect) -> str:
    """The words, or as many of them as fit into a room of some lines."""
    metrics = QFontMetrics(font)
    most = max(1, round(room.height() / metrics.lineSpacing())) * metrics.lineSpacing() + 2
    wide = QRect(0, 0, room.width(), 10_000)
    if metrics.boundingRect(wide, int(FLAGS), words).height() <= most:
        return words
    fits, too_long = 0, len(words)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        shown = words[:middle].rstrip() + "…"
        if metrics.boundingRect(wide, int(FLAGS), shown).height() <= most:
            fits = middle
        else:
            too_long = middle
    return words[:fits].rstrip() + "…"
