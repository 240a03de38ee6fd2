"""The rows of the palette as a Qt model, and how they are painted."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from provenance_desk.gui.palette.presenter import Row
from provenance_desk.gui.shared.fonts import document_font, frame_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_ICONS: Final = {
    "command": "next-untouched",
    "claim": "claim",
    "document": "document",
    "sentence": "quote",
}
_Role: Final = Qt.ItemDataRole
_NO_INDEX: Final = QModelIndex()
_HEIGHT: Final = 34
_DETAIL: Final = 190
AnyIndex = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """The rows found; replaced as a whole with every letter typed."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """The words of a row; with its kind for screen readers."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _Role.DisplayRole:
            return row.text
        if role == _Role.ToolTipRole:
            return row.text if row.kind == "sentence" else None
        if role == _Role.AccessibleTextRole:
            kind = QCoreApplication.translate("Palette", row.kind)
            return ", ".join(part for part in (kind, row.text, row.detail, row.key) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Paints one row: icon, words, what stands at the right, and the key."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paints the row of an index."""
        model = index.model()
        assert isinstance(model, PaletteModel)
        row, tokens = model.rows[index.row()], current_tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_bg))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        icon(_ICONS[row.kind], "mute").paint(painter, rect.left() + 14, rect.top() + 9, 16, 16)
        right = _paint_key(painter, rect, row.key) if row.key else rect.right() - 14
        right = _paint_detail(painter, rect, right, row.detail)
        painter.setPen(QColor(tokens.ink))
        left = rect.left() + 40
        _paint_cut(painter, QRect(left, rect.top(), right - left - 12, _HEIGHT), row)
        painter.restore()


def _font(row: Row) -> QFont:
    if row.kind == "sentence":
        return document_font(14)
    is_claim = row.kind == "claim"
    return frame_font(13, QFont.Weight.Medium if is_claim else QFont.Weight.Normal)


def _paint_key(painter: QPainter, rect: QRect, key: str) -> int:
    tokens, font = current_tokens(), frame_font(11)
    width = QFontMetrics(font).horizontalAdvance(key) + 10
    box = QRectF(rect.right() - 14 - width + 0.5, rect.center().y() - 8.5, width, 18)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(tokens.mute))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return int(box.left()) - 10


def _paint_detail(painter: QPainter, rect: QRect, right: int, detail: str) -> int:
    font = frame_font(12)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, _DETAIL)
    width = metrics.horizontalAdvance(text)
    painter.setPen(QColor(current_tokens().mute))
    painter.setFont(font)
    painter.drawText(
        QRect(right - width, rect.top(), width + 2, rect.height()),
        Qt.AlignmentFlag.AlignVCenter,
        text,
    )
    return right - width


def _paint_cut(painter: QPainter, room: QRect, row: Row) -> None:
    painter.setFont(_font(row))
    words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
