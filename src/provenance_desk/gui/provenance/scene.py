"""The picture of a tree: columns, cards at their places, lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from provenance_desk.gui.provenance import lines
from provenance_desk.gui.provenance.cards import CardItem
from provenance_desk.gui.provenance.faces import bold
from provenance_desk.gui.provenance.layout import ordered, placed
from provenance_desk.gui.provenance.tree import Card, Edge, Look, Tree
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

MARGIN: Final = 12
PANEL: Final = 10
HEAD: Final = 44
GAP: Final = 24
WHO: Final = 108
"""The room for who says so, between a passage and its origin."""
WIDTHS: Final = (132, 232, 152, 166)
GAPS: Final = (12, 12, 24)
WIDEST: Final = 380
FADED: Final = 0.22


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cards of each layer begin and how wide they are."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def right(self) -> float:
        """The right end of the last panel."""
        return self.lefts[-1] + self.widths[-1] + PANEL

    def panels(self) -> list[tuple[float, float]]:
        """Left and right of the ground under each layer."""
        starts = [left - PANEL for left in self.lefts]
        starts[2] -= WHO
        ends = [x + w + PANEL for x, w in zip(self.lefts, self.widths, strict=True)]
        return list(zip(starts, ends, strict=True))


def columns_for(width: float) -> Columns:
    """Columns that fill a width; the sentences get what is left over."""
    fixed = 2 * MARGIN + sum(WIDTHS) + WHO + sum(GAPS) + 8 * PANEL
    more = max(0.0, width - fixed)
    widths = [float(one) for one in WIDTHS]
    widths[1] = min(WIDEST, widths[1] + more)
    spare = more - (widths[1] - WIDTHS[1])
    lefts, at = [], float(MARGIN)
    for number, wide in enumerate(widths):
        at += PANEL + (WHO if number == 2 else 0)
        lefts.append(at)
        at += wide + PANEL + (GAPS[number] + spare / 3 if number < 3 else 0)
    return Columns(tuple(lefts), tuple(widths))


def needed_width(width: float) -> float:
    """How wide a picture becomes that is given this width; more where that is too little."""
    return columns_for(width).right + MARGIN


class TreeScene(QGraphicsScene):
    """Shows one tree at one width."""

    def __init__(self, tree: Tree, width: float, height: float) -> None:
        super().__init__()
        self.tree = tree
        self.columns = columns_for(width)
        self.items_by_id: dict[str, CardItem] = {}
        self.layers: list[list[CardItem]] = []
        self._sources: dict[tuple[str, str], float] = {}
        self._lines: list[tuple[Edge, list[QGraphicsItem]]] = []
        self._place_cards()
        bottom = max((item.sceneBoundingRect().bottom() for item in self.cards()), default=0.0)
        whole = QRectF(0, 0, self.columns.right + MARGIN, max(height, bottom + 2 * MARGIN))
        self._centre(whole.height(), bottom)
        self._draw_lines()
        self.setSceneRect(whole)

    def cards(self) -> list[CardItem]:
        """Every card, layer by layer, from top to bottom."""
        return [item for layer in self.layers for item in layer]

    def show_only(self, card: Card | None) -> None:
        """Fade what does not hang together with a card; None shows everything."""
        shown = self._related(card.id) if card is not None else set(self.items_by_id)
        for name, item in self.items_by_id.items():
            item.setOpacity(1.0 if name in shown else FADED)
        for edge, items in self._lines:
            is_shown = edge.start in shown and edge.end in shown
            for one in items:
                one.setOpacity(1.0 if is_shown else FADED)

    def _related(self, name: str) -> set[str]:
        """Everything before and behind a card."""
        related = {name}
        for forwards in (True, False):
            todo = [name]
            while todo:
                here = todo.pop()
                for edge in self.tree.edges:
                    start, end = (edge.start, edge.end) if forwards else (edge.end, edge.start)
                    if start == here and end not in related and edge.look is not Look.DERIVED:
                        related.add(end)
                        todo.append(end)
        return related

    def _place_cards(self) -> None:
        cards = self.tree.cards
        names = ordered_names(self.tree)
        for number, layer in enumerate(names):
            items = [CardItem(cards[name], self.columns.widths[number]) for name in layer]
            self.layers.append(items)
            self.items_by_id |= {item.card.id: item for item in items}
        heights = {name: item.face.height for name, item in self.items_by_id.items()}
        centres = placed(names, self._pulls(heights), heights, GAP)
        for number, items in enumerate(self.layers):
            for item in items:
                top = centres[item.card.id] - item.face.height / 2
                item.setPos(self.columns.lefts[number], HEAD + MARGIN + 10 + top)
                self.addItem(item)

    def _centre(self, height: float, bottom: float) -> None:
        """A low tree stands in the middle of the picture."""
        down = max(0.0, (height - 2 * MARGIN - bottom) / 2)
        for item in self.cards():
            item.moveBy(0, down)

    def _pulls(self, heights: dict[str, float]) -> dict[tuple[str, str], float]:
        """Cards are aligned by their centres; one that nobody is named for stands above."""
        named = {edge.end for edge in self.tree.edges if edge.start.startswith("o:")}
        pulls = {}
        for edge in self.tree.edges:
            if edge.look is Look.DERIVED or (edge.start.startswith("n:") and edge.end in named):
                continue
            is_above = edge.start.startswith("n:")
            shift = heights[edge.end] / 2 + lines.ABOVE if is_above else 0.0
            pulls[edge.start, edge.end] = shift
        return pulls

    def _draw_lines(self) -> None:
        ports = self._ports()
        for edge in self.tree.edges:
            start, end = self.items_by_id[edge.start], self.items_by_id[edge.end]
            if edge.look is Look.DERIVED:
                self._draw_derived(edge, start, end)
                continue
            first = start.scenePos() + QPointF(start.face.width, ports[edge, "out"])
            if edge.start.startswith("n:"):
                half = end.face.width / 2
                last = end.scenePos() + QPointF(half, 0)
                self._draw(edge, lines.down_path(first, last, half))
            else:
                last = end.scenePos() + QPointF(0, ports[edge, "in"])
                self._draw(edge, lines.curve(first, last))

    def _draw(self, edge: Edge, path: QPainterPath) -> None:
        items: list[QGraphicsItem] = [lines.line_item(edge, path)]
        if edge.words:
            middle = path.pointAtPercent(lines.LABEL_PLACE)
            items.append(lines.LabelItem(edge.words, middle))
        is_last = edge.end.startswith("c:") and not edge.start.startswith("n:")
        if edge.look is Look.CONTRADICTS and is_last:
            items.append(lines.stop_item(edge, path.pointAtPercent(1)))
        self._lines.append((edge, items))
        for item in items:
            self.addItem(item)

    def _draw_derived(self, edge: Edge, start: CardItem, end: CardItem) -> None:
        side = [
            one.scenePos() + QPointF(one.face.width, one.face.height * 0.8) for one in (start, end)
        ]
        item = self.addPath(lines.around(*side), lines.pen_of(edge, current_tokens()))
        self._lines.append((edge, [item]))

    def _ports(self) -> dict[tuple[Edge, str], float]:
        """Where each line leaves and comes in: one under the other, in the order they come."""
        self._sources = self._mean_sources()
        ports: dict[tuple[Edge, str], float] = {}
        sides: dict[tuple[str, str], list[Edge]] = {}
        for edge in self.tree.edges:
            if edge.look is not Look.DERIVED:
                sides.setdefault((edge.start, "out"), []).append(edge)
                if not edge.start.startswith("n:"):
                    sides.setdefault((edge.end, "in"), []).append(edge)
        for (name, side), edges in sides.items():
            item = self.items_by_id[name]
            edges.sort(key=lambda edge, side=side: self._other_end(edge, side))  # type: ignore[misc]
            step = min(28.0, (item.face.height - 28) / max(1, len(edges)))
            for number, edge in enumerate(edges):
                ports[edge, side] = item.face.height / 2 + step * (number - (len(edges) - 1) / 2)
        return ports

    def _other_end(self, edge: Edge, side: str) -> tuple[float, float]:
        """The height of the other card; lines to one card keep the order of their passages."""
        mean = self._sources.get((edge.start, edge.look), 0.0)
        return self._height(edge.end if side == "out" else edge.start), mean

    def _height(self, name: str) -> float:
        return self.items_by_id[name].sceneBoundingRect().center().y()

    def _mean_sources(self) -> dict[tuple[str, str], float]:
        """How high the passages of an origin stand, for each kind of line."""
        found: dict[tuple[str, str], list[float]] = {}
        for edge in self.tree.edges:
            if edge.start.startswith("p:"):
                found.setdefault((edge.end, edge.look), []).append(self._height(edge.start))
        return {key: sum(heights) / len(heights) for key, heights in found.items()}

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The ground under each layer, with its name."""
        tokens, whole = current_tokens(), self.sceneRect()
        painter.fillRect(rect, QColor(tokens.bg))
        for left, right in self.columns.panels():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.panel))
            box = QRectF(left, MARGIN, right - left, whole.height() - 2 * MARGIN)
            painter.drawRoundedRect(box, 8, 8)
        painter.setFont(bold(11))
        painter.setPen(QColor(tokens.mute))
        for left, title in self._titles():
            place = QRectF(left, MARGIN + 8, 200, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)

    def _titles(self) -> list[tuple[float, str]]:
        document, passage, origin, claim = self.columns.lefts
        return [
            (document, self.tr("DOCUMENT")),
            (passage, self.tr("SENTENCE")),
            (origin - WHO, self.tr("WHO SAYS SO")),
            (origin, self.tr("ORIGIN")),
            (claim, self.tr("CLAIM")),
        ]


def ordered_names(tree: Tree) -> list[list[str]]:
    """The layers in an order with few crossings; of one claim the unnamed origin comes first."""
    names: list[Sequence[str]] = [[card.id for card in layer] for layer in tree.layers]
    edges = [(edge.start, edge.end) for edge in tree.edges if edge.look is not Look.DERIVED]
    is_one = len(tree.claims) == 1
    first = {card.id for card in tree.origins if is_one and not card.is_named}
    return ordered(names, edges, first)
