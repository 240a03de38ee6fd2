"""The gap between two panes: bands join the passages of one claim."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from provenance_desk.gui.reading.ribbon_pairs import RibbonPair, RibbonPairs
from provenance_desk.gui.reading.running_text import RunningText
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

WIDTH: Final = 36
_FADE: Final = 28
_FAINT_AT_MOST: Final = 40
_BUTTON: Final = 26
_BEND: Final = 0.6


class Ribbons(QWidget):
    """Paints bands between two views, opaque, in the gap alone; holds the switch for sync."""

    claim_chosen = Signal(str)
    sync_toggled = Signal(bool)

    def __init__(
        self, left: RunningText, right: RunningText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self.pairs = self._all_pairs()
        self._claim = self._hovered = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumWidth(WIDTH)
        self.sync = QToolButton(self)
        self._set_up_sync()
        for view in (left, right):
            view.scrolled.connect(self.update)
            view.sentences.dataChanged.connect(self._join_anew)
            view.sentences.modelReset.connect(self._join_anew)

    def show_claim(self, claim: str) -> None:
        """Fills the bands of this claim; all others stay thin."""
        self._claim = claim
        self.update()

    def _join_anew(self) -> None:
        self.pairs = self._all_pairs()
        self.update()

    def _all_pairs(self) -> RibbonPairs:
        return RibbonPairs(self._left.sentences.passages, self._right.sentences.passages)

    def band(self, pair: RibbonPair) -> QPainterPath:
        """The shape of a band, in the coordinates of the gap."""
        a_top, a_bottom = self._ends(self._left, pair.left_start, pair.left_end)
        b_top, b_bottom = self._ends(self._right, pair.right_start, pair.right_end)
        width, bend = float(self.width()), self.width() * _BEND
        path = QPainterPath(QPointF(0, a_top))
        path.cubicTo(bend, a_top, width - bend, b_top, width, b_top)
        path.lineTo(width, b_bottom)
        path.cubicTo(width - bend, b_bottom, bend, a_bottom, 0, a_bottom)
        path.closeSubpath()
        return path

    def _ends(self, view: RunningText, start: int, end: int) -> tuple[float, float]:
        """From where to where a passage reaches; far ends stop a little beyond the edge."""
        shift = self._shift(view)
        top, bottom = (y - view.column.y for y in view.text_flow.band(start, end))
        height, beyond = view.column.height, 4.0 * _FADE
        top, bottom = (
            max(-beyond, min(height + beyond, top)),
            max(-beyond, min(height + beyond, bottom)),
        )
        return top + shift, max(bottom, top + 1) + shift

    def _shift(self, view: RunningText) -> int:
        """How far the view's text begins below the top of the gap."""
        return view.viewport().mapToGlobal(QPoint()).y() - self.mapToGlobal(QPoint()).y()

    def _shown(self) -> tuple[list[RibbonPair], list[RibbonPair]]:
        """The filled bands that touch what is in view, the thin ones that lie in it."""
        left, right = self._span(self._left), self._span(self._right)
        strong = sorted({self._claim, self._hovered} - {""})
        others = sorted({*_claims(self._left), *_claims(self._right)} - {*strong})
        filled = [p for p in self.pairs.of_claims(strong) if p.touches(left, right)]
        thin = [p for p in self.pairs.of_claims(others) if p.lies_in(left, right)]
        return filled, thin[:_FAINT_AT_MOST]

    @staticmethod
    def _span(view: RunningText) -> tuple[int, int]:
        numbers = view.sentences_in_view()
        if not numbers:
            return 0, 0
        return view.document.starts[numbers[0]], view.document.ends[numbers[-1]]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, thin bands, filled bands, and lets them fade at both edges."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.bg))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.setClipRect(area)
        filled, thin = self._shown()
        for pair in thin:
            self._paint_thin(painter, pair)
        for pair in filled:
            ground = QColor(tokens.status(pair.status))
            ground.setAlpha(tokens.ribbon_alpha)
            painter.fillPath(self.band(pair), ground)
        if filled or thin:
            self._fade(painter, area, QColor(tokens.bg))

    def _paint_thin(self, painter: QPainter, pair: RibbonPair) -> None:
        """Draws a band's middle as a line, fainter where another claim is chosen."""
        left = sum(self._ends(self._left, pair.left_start, pair.left_end)) / 2
        right = sum(self._ends(self._right, pair.right_start, pair.right_end)) / 2
        width, bend = float(self.width()), self.width() * _BEND
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(bend, left, width - bend, right, width, right)
        line = QColor(current_tokens().status(pair.status))
        line.setAlpha(70 if self._claim else 120)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.4))
        painter.drawPath(path)

    def _fade(self, painter: QPainter, area: QRectF, ground: QColor) -> None:
        clear = QColor(ground)
        clear.setAlpha(0)
        for edge, inner in (
            (area.top(), area.top() + _FADE),
            (area.bottom(), area.bottom() - _FADE),
        ):
            gradient = QLinearGradient(0, edge, 0, inner)
            gradient.setColorAt(0, ground)
            gradient.setColorAt(1, clear)
            strip = QRectF(0, min(edge, inner), self.width(), _FADE)
            painter.fillRect(strip, QBrush(gradient))

    def _area(self) -> QRectF:
        top = min(self._shift(self._left), self._shift(self._right))
        return QRectF(0, top, self.width(), self._left.column.height)

    def _claim_at(self, place: QPointF) -> str:
        filled, thin = self._shown()
        hit = (p.claim for p in (*reversed(filled), *thin) if self.band(p).contains(place))
        return next(hit, "")

    def _set_up_sync(self) -> None:
        self.sync.setProperty("look", "switch")
        self.sync.setCheckable(True)
        self.sync.setFixedSize(_BUTTON, _BUTTON)
        self.sync.toggled.connect(self._show_sync)
        self.sync.setChecked(True)
        self.sync.toggled.connect(self.sync_toggled)

    def _show_sync(self, on: bool) -> None:
        words = self.tr("Choosing a claim moves both panes: on")
        if not on:
            words = self.tr("Choosing a claim moves both panes: off")
        self.sync.setIcon(icon("sync", "accent") if on else icon("sync-off", "mute"))
        self.sync.setToolTip(words)
        self.sync.setAccessibleName(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the switch at the top, in the middle."""
        super().resizeEvent(event)
        self.sync.move((self.width() - _BUTTON) // 2, 12)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Fills the band under the pointer; a drag goes on to the splitter."""
        event.ignore()
        hovered = self._claim_at(event.position()) if not event.buttons() else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor) if hovered else self.unsetCursor()
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the claim of the band under the pointer."""
        claim = self._claim_at(event.position())
        if claim and event.button() == Qt.MouseButton.LeftButton:
            self.claim_chosen.emit(claim)
        else:
            event.ignore()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Lets go of the band that was under the pointer."""
        self._hovered = ""
        self.update()


def _claims(view: RunningText) -> set[str]:
    """The claims that have a passage in what a view shows."""
    links = view.sentences.links
    return {mark.claim for number in view.sentences_in_view() for mark in links.get(number, ())}
