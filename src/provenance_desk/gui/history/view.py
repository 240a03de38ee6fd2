"""The list of the history: rows of known heights, painted and told only where they are seen."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QListView, QWidget

from provenance_desk.gui.history.arranging import Kind
from provenance_desk.gui.history.geometry import RowHeights
from provenance_desk.gui.history.model import AnyIndex, HistoryModel
from provenance_desk.gui.history.painting import HistoryPainter
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

Hint = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction
_CHOOSE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect
_STEP: Final = 48
_STEPS: Final = {
    Move.MoveUp: -1,
    Move.MoveLeft: -1,
    Move.MovePrevious: -1,
    Move.MoveDown: 1,
    Move.MoveRight: 1,
    Move.MoveNext: 1,
}


class HistoryView(QListView):
    """Shows a HistoryModel; choosing a row tells, opening one asks to go there."""

    row_chosen = Signal(int)
    row_opened = Signal(int)

    _heights: RowHeights | None = None  # Qt calls the overrides below before __init__ is done

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = model
        self.painter_of_rows = HistoryPainter(model)
        self.empty_words = ""
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("History"))
        self._heights = RowHeights()
        self.setModel(model)
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(lambda *_: self._measure())

    @property
    def heights(self) -> RowHeights:
        """Where every row lies."""
        assert self._heights is not None
        return self._heights

    def choose(self, row: int, hint: Hint = Hint.EnsureVisible) -> None:
        """Make a row the current one and bring it into view."""
        index = self.history.index(row)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.scrollTo(index, hint)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) row that is no day."""
        row = self._stop_from(self.currentIndex().row() + direction, direction)
        if row >= 0:
            self.choose(row)

    def _stop_from(self, row: int, direction: int) -> int:
        last = self.history.rowCount() - 1
        rows = range(max(0, row), last + 1) if direction > 0 else range(min(row, last), -1, -1)
        return next((n for n in rows if self._kind(n) is not Kind.DAY), -1)

    def _kind(self, row: int) -> Kind | None:
        found = self.history.row(row)
        return found[0] if found else None

    def _measure(self) -> None:
        arrangement = self.history.arrangement
        self._heights = RowHeights(arrangement.rows, arrangement.outline)
        self.updateGeometries()
        self.viewport().update()

    @override
    def doItemsLayout(self) -> None:
        """Rows are laid out by their heights alone."""

    @override
    def updateGeometries(self) -> None:
        """Fit the scroll bar."""
        if self._heights is None:
            return
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._heights.total - room))
        bar.setPageStep(max(1, room - _STEP))
        bar.setSingleStep(_STEP)

    @override
    def reset(self) -> None:
        """Take over other rows."""
        super().reset()
        self._hovered = -1
        if self._heights is not None:
            self._measure()

    @override
    def dataChanged(self, top: AnyIndex, bottom: AnyIndex, roles: object = ()) -> None:
        """Paint changed rows anew."""
        super().dataChanged(top, bottom)
        self.viewport().update()

    @override
    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a row is, in the view."""
        if self._heights is None or not 0 <= index.row() < len(self._heights):
            return QRect()
        top, bottom = self._heights.top(index.row()), self._heights.bottom(index.row())
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    @override
    def indexAt(self, place: QPoint) -> QModelIndex:
        """The row at a place of the view."""
        row = -1 if self._heights is None else self._heights.at(place.y() + self.verticalOffset())
        return self.history.index(row)

    @override
    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        row, last = max(0, self.currentIndex().row()), self.history.rowCount() - 1
        if action in _STEPS:
            found = self._stop_from(self.currentIndex().row() + _STEPS[action], _STEPS[action])
        elif action in (Move.MovePageUp, Move.MovePageDown) and last >= 0:
            step = self.verticalScrollBar().pageStep()
            down = action == Move.MovePageDown
            y = self.heights.top(row) + (step if down else -step)
            at = self.heights.at(max(0, y))
            found = self._stop_from(last if at < 0 else at, -1 if down else 1)
        elif action == Move.MoveHome:
            found = self._stop_from(0, 1)
        else:
            found = self._stop_from(last, -1)
        return self.history.index(found if found >= 0 else self.currentIndex().row())

    @override
    def scrollTo(self, index: AnyIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if self._heights is None or not 0 <= index.row() < len(self._heights):
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._heights.top(index.row()), self._heights.bottom(index.row())
        if hint == Hint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif top < bar.value():
            # A day's or a sitting's head above the first entry comes into view with it.
            bar.setValue(top - _STEP if index.row() else 0)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    @override
    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at the rectangle's corner."""
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(QItemSelection(index, index), flags)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected rows are."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @override
    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Folded entries have no rows at all."""
        return False

    @override
    def verticalOffset(self) -> int:
        """How far the view is scrolled."""
        return self.verticalScrollBar().value()

    @override
    def horizontalOffset(self) -> int:
        """Rows never scroll sideways."""
        return 0

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, never a search."""

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the picture and paint what came into view."""
        self.viewport().scroll(0, dy)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the new height."""
        QAbstractScrollArea.resizeEvent(self, event)
        self.updateGeometries()
        self.viewport().update()

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row was chosen."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
        if self._heights is not None and current.isValid():
            self.row_chosen.emit(current.row())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; fold or unfold a sitting."""
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() != Qt.MouseButton.LeftButton or self._kind(row) in (None, Kind.DAY):
            return
        self.choose(row)
        if self._kind(row) in (Kind.SITTING, Kind.MORE):
            self.row_opened.emit(row)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the entry leads."""
        row = self.indexAt(event.position().toPoint()).row()
        if self._kind(row) is Kind.ENTRY:
            self.row_opened.emit(row)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row a press would choose."""
        self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """No row is under a pointer that has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        for changed in {row, self._hovered} if row != self._hovered else ():
            self.viewport().update(self.visualRect(self.history.index(changed)))
        self._hovered = row

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; lists' own keys walk; every other key is the desk's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        painter, tokens = QPainter(self.viewport()), current_tokens()
        painter.fillRect(event.rect(), QColor(tokens.read))
        if self._heights is None:
            return
        if not len(self._heights):
            painter.setPen(QColor(tokens.mute))
            space = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(space, flags, self.empty_words)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset, clip = self.verticalOffset(), event.rect()
        for row in self._heights.between(clip.top() + offset, clip.bottom() + 1 + offset):
            self.painter_of_rows.paint(
                painter,
                self.visualRect(self.history.index(row)),
                row,
                chosen=row == self.currentIndex().row(),
                focused=self.hasFocus(),
                hovered=row == self._hovered,
            )
