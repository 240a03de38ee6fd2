"""Paints the cells and the header of the matrix."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from provenance_desk.domain.words import Status
from provenance_desk.gui.matrix.model import DOCUMENT_ROLE, ROW_ROLE, MatrixModel
from provenance_desk.gui.matrix.rows import MatrixRow, most_cautious, origin_words
from provenance_desk.gui.shared.fonts import frame_font, mono_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import document_dot
from provenance_desk.gui.shared.widgets_status import paint_pill, pill_font, status_words

AnyIndex = QModelIndex | QPersistentModelIndex
GAP: Final = 2
PAD: Final = 10
ROW_HEIGHT: Final = 40
TALL_ROW: Final = 54
HEADER_HEIGHT: Final = 48
GLYPH: Final = 11
SHOWN: Final = (Status.CONFIRMED, Status.ALLEGED, Status.DISPUTED)
WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


def wording_font() -> QFont:
    """The typeface of a claim."""
    return frame_font(13, QFont.Weight.DemiBold)


class MatrixDelegate(QStyledItemDelegate):
    """White cells with rounded corners; a document's cell wears its most cautious status."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, MatrixRow) or not isinstance(model, MatrixModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        document = model.document_of(index.column())
        cell = row.cells.get(document.id, {}) if document is not None else None
        status = most_cautious(cell) if cell else None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, box, status, chosen=chosen)
        room = option.rect.adjusted(PAD, 2, -6, -2)
        if document is not None:
            paint_counts(painter, room, cell or {})
        else:
            self._paint_column(painter, room, row, index.column(), model)
        painter.restore()

    def _paint_column(
        self, painter: QPainter, room: QRect, row: MatrixRow, column: int, model: MatrixModel
    ) -> None:
        tokens, after = current_tokens(), column - model.standing_column
        painter.setPen(QColor(tokens.ink))
        if column == 0:
            painter.setFont(wording_font())
            painter.drawText(room, WRAPPED, row.wording)
        elif after == 0:
            paint_standing(painter, room, row.standing.standing.value)
        elif after == 1:
            painter.setFont(frame_font(12))
            painter.drawText(room, WRAPPED, origin_words(row.standing))
        else:
            painter.setFont(mono_font())
            painter.drawText(room, WRAPPED, row.when)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two lines where a claim needs them."""
        row = index.data(ROW_ROLE)
        if index.column() != 0 or not isinstance(row, MatrixRow):
            return QSize(80, ROW_HEIGHT)
        width = max(60, option.rect.width() - PAD - 6)
        lines = QFontMetrics(wording_font()).boundingRect(
            QRect(0, 0, width, 1000), int(WRAPPED), row.wording
        )
        return QSize(width, max(ROW_HEIGHT, lines.height() + 2 * PAD))


def paint_ground(painter: QPainter, box: QRectF, status: Status | None, *, chosen: bool) -> None:
    """Paint the ground of a cell; the chosen one has a strong edge."""
    tokens = current_tokens()
    ground = tokens.status_bg(status) if status else tokens.card
    painter.setPen(QPen(QColor(tokens.accent), 2) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 5, 5)


def paint_counts(painter: QPainter, room: QRect, cell: Mapping[Status, int]) -> None:
    """Paint a glyph and a number for each status; a dot where there is no link."""
    tokens, left = current_tokens(), room.left()
    painter.setFont(pill_font())
    for status in SHOWN:
        number = cell.get(status, 0)
        if not number:
            continue
        ink = QColor(tokens.status(status))
        glyph = QRectF(left, room.center().y() - GLYPH / 2 + 0.5, GLYPH, GLYPH)
        paint_status_glyph(painter, glyph, status, ink)
        painter.setPen(ink)
        width = painter.fontMetrics().horizontalAdvance(str(number))
        text = QRect(left + GLYPH + 4, room.top(), width + 2, room.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, str(number))
        left += GLYPH + 4 + width + 9
    if not any(cell.values()):
        painter.setPen(QColor(tokens.mute))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "·")


def paint_standing(painter: QPainter, room: QRect, word: str) -> None:
    """Paint a standing as a pill."""
    width = QFontMetrics(pill_font()).horizontalAdvance(status_words(word)) + 36
    pill = QRectF(room.left(), room.center().y() - 9.5, min(width, room.width()), 19)
    paint_pill(painter, pill, word)


class MatrixHeader(QHeaderView):
    """Column titles in two lines; a document's title under its dot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(56)

    @override
    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one title."""
        model = self.model()
        words = model.headerData(logicalIndex, Qt.Orientation.Horizontal)
        place = model.headerData(logicalIndex, Qt.Orientation.Horizontal, DOCUMENT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = rect.adjusted(PAD, 0, -4, -6)
        if isinstance(place, int):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(document_dot(place)))
            painter.drawEllipse(QPointF(room.left() + 4, room.top() + 10), 4, 4)
            room.setTop(room.top() + 18)
        painter.setPen(QColor(current_tokens().mute))
        painter.setFont(frame_font(12, QFont.Weight.DemiBold))
        cut = painter.fontMetrics().elidedText(
            str(words or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()
