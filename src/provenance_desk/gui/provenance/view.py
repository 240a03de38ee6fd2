"""The view on the picture: arrow keys walk from card to card, Enter and a click open one."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from provenance_desk.gui.provenance.cards import CardItem
from provenance_desk.gui.provenance.scene import TreeScene, needed_width
from provenance_desk.gui.provenance.tree import Card, Tree
from provenance_desk.gui.provenance.words import card_words
from provenance_desk.gui.shared.overrides import override

ZOOM: Final = 1.15
SMALLEST: Final = 0.12
LARGEST: Final = 2.5
READABLE: Final = 0.74
"""How small the words may become so that the whole picture is seen."""
SPARE: Final = 4
"""What is left free, lest a rounded pixel brings up a scroll bar."""
CLICK: Final = 4
"""How far the pointer may slip while it clicks."""
_STEPS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class TreeView(QGraphicsView):
    """Shows a tree at the width it has; tells which card is chosen and which is opened."""

    card_chosen = Signal(object)
    card_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = Tree()
        self.picture: TreeScene | None = None
        self.fades = False
        self._current = ""
        self._zoomed = False
        self._pressed = QPoint()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(40)
        self._later.timeout.connect(self._draw)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Picture of where it comes from"))

    @property
    def current(self) -> Card | None:
        """The card the keyboard is on."""
        item = self._item(self._current)
        return item.card if item else None

    def show_tree(self, tree: Tree, *, fades: bool) -> None:
        """Show another tree; with `fades`, what has nothing to do with the chosen card fades."""
        is_same = [card.id for card in tree.claims] == [card.id for card in self.tree.claims]
        self.tree, self.fades = tree, fades
        self._zoomed = self._zoomed and is_same
        self._draw()
        if not is_same:
            self.verticalScrollBar().setValue(0)

    def choose(self, name: str, *, scroll: bool = True) -> None:
        """Put the keyboard on a card; an unknown one means none."""
        if (before := self._item(self._current)) is not None:
            before.show_current(current=False)
        self._current = name
        item = self._item(name)
        if self.picture is not None:
            self.picture.show_only(item.card if item and self.fades else None)
        if item is None:
            self.setAccessibleDescription("")
            return
        item.show_current(current=self.hasFocus())
        if scroll:
            self.ensureVisible(item.sceneBoundingRect(), 20, 40)
        self.setAccessibleDescription(card_words(item.card))
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.card_chosen.emit(item.card)

    def zoom(self, factor: float) -> None:
        """Larger or smaller; no factor brings the size back."""
        scale = self.transform().m11()
        self._zoomed = bool(factor)
        if not factor:
            self._draw()
        elif SMALLEST <= scale * factor <= LARGEST:
            self.scale(factor, factor)

    def step(self, across: int, down: int) -> None:
        """Go to the next card of the layer, or to the nearest of the next layer."""
        if self.picture is None:
            return
        layers = [layer for layer in self.picture.layers if layer]
        at = next(
            ((n, k) for n, x in enumerate(layers) for k, i in enumerate(x) if i is self._here()),
            None,
        )
        if at is None:
            self.choose(layers[-1][0].card.id if layers else "")
            return
        layer = layers[min(max(0, at[0] + across), len(layers) - 1)]
        if down:
            self.choose(layer[min(max(0, at[1] + down), len(layer) - 1)].card.id)
        elif across:
            self.choose(self._nearest(layer).card.id)

    def _here(self) -> CardItem | None:
        return self._item(self._current)

    def _nearest(self, layer: list[CardItem]) -> CardItem:
        """The card of a layer that hangs on the current one, else the one at its height."""
        here = self._here()
        assert here is not None
        near = {e.start for e in self.tree.edges if e.end == self._current}
        near |= {e.end for e in self.tree.edges if e.start == self._current}
        height = here.sceneBoundingRect().center().y()
        return min(
            layer,
            key=lambda item: (
                item.card.id not in near,
                abs(item.sceneBoundingRect().center().y() - height),
            ),
        )

    def _item(self, name: str) -> CardItem | None:
        return self.picture.items_by_id.get(name) if self.picture else None

    def _draw(self) -> None:
        self._later.stop()
        self.picture, scale = self._fitting()
        self.setScene(self.picture)
        if not self._zoomed:
            self.setTransform(QTransform.fromScale(scale, scale))
        current = self._item(self._current)
        if current is not None:
            current.show_current(current=self.hasFocus())
            self.picture.show_only(current.card if self.fades else None)

    def _fitting(self) -> tuple[TreeScene, float]:
        """The picture and its scale: a little smaller where all of it can then be seen."""
        room = self.maximumViewportSize() - QSize(SPARE, SPARE)
        width = room.width() - self.verticalScrollBar().sizeHint().width()
        scale = max(READABLE, min(1.0, width / needed_width(width)))
        picture = TreeScene(self.tree, width / scale, room.height() / scale)
        whole = room.height() / picture.sceneRect().height()
        if READABLE <= whole < scale:
            return TreeScene(self.tree, width / whole, room.height() / whole), whole
        return picture, scale

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width, when it has come to rest."""
        super().resizeEvent(event)
        self._later.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.picture is not None:
            self._later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.card_opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; at first on the claim."""
        super().focusInEvent(event)
        if (here := self._here()) is not None:
            here.show_current(current=True)
        elif event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.step(0, 0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        if (here := self._here()) is not None:
            here.show_current(current=False)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses a card and opens it."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        place = event.position().toPoint()
        item = self.itemAt(place)
        if (place - self._pressed).manhattanLength() > CLICK:
            return
        if isinstance(item, CardItem):
            self.choose(item.card.id)
            self.card_opened.emit(item.card)
        else:
            self.choose("")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self.zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        else:
            super().wheelEvent(event)
