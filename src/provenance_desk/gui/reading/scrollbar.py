"""The scroll bar of a document: a thin thumb over small marks where links are."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

WIDTH: Final = 10
Marks = Iterable[tuple[float, str]]
Bands = Iterable[tuple[float, float, QColor]]


class MarkedScrollBar(QScrollBar):
    """A slim vertical scroll bar; marks are fractions of the document's height by status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: set[tuple[float, str]] = set()
        self._ground: QPixmap | None = None
        self._bands_of: Callable[[], Bands] = tuple

    def set_marks(self, marks: Marks) -> None:
        """Shows where links are; many marks on one pixel become one."""
        self._marks = set(marks)
        self._ground = None
        self.update()

    def draw_bands_of(self, bands_of: Callable[[], Bands]) -> None:
        """Continues bands from the view to the ribbons beside it."""
        self._bands_of = bands_of

    @override
    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(WIDTH, 60)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the marks to the new height."""
        super().resizeEvent(event)
        self._ground = None

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Takes over the colours of another theme."""
        super().changeEvent(event)
        self._ground = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, bands, marks and thumb."""
        painter = QPainter(self)
        if self._ground is None:
            self._ground = self._paint_ground()
        painter.drawPixmap(0, 0, self._ground)
        for top, bottom, ground in self._bands_of():
            painter.fillRect(QRectF(0, top, self.width(), bottom - top), ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thumb = QColor(current_tokens().edge)
        thumb.setAlpha(190 if self.isSliderDown() or self.underMouse() else 100)
        painter.setBrush(thumb)
        if self.maximum() > self.minimum():
            painter.drawRoundedRect(self._thumb(), 3, 3)

    def _paint_ground(self) -> QPixmap:
        """The part that scrolling does not change, painted once."""
        tokens, ratio = current_tokens(), self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(QColor(tokens.read))
        painter = QPainter(ground)
        height = self.height() - 2
        for y, status in {(int(part * height), status) for part, status in self._marks}:
            painter.fillRect(QRectF(3, y, self.width() - 6, 2), QColor(tokens.status(status)))
        painter.end()
        return ground

    def _thumb(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, slider = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        rect = self.style().subControlRect(control, option, slider, self)
        return QRectF(rect).adjusted(2, 2, -2, -2)
