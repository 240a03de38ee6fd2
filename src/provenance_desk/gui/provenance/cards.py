"""The cards of the picture as items that paint themselves."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from provenance_desk.domain.words import Stance, Standing
from provenance_desk.gui.provenance.faces import Face, Mark, bold, face_of
from provenance_desk.gui.provenance.tree import (
    Card,
    ClaimCard,
    DocumentCard,
    OriginCard,
    PassageCard,
)
from provenance_desk.gui.provenance.words import card_words
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import Tokens, document_dot
from provenance_desk.gui.shared.widgets_status import paint_confidence, paint_pill

RADIUS: Final = 10
HALO: Final = 12
POINT: Final = 20
"""How far the tip of a pointer reaches."""
READABLE: Final = 0.4
"""Below this zoom nobody can read words: a card is a coloured field."""


class CardItem(QGraphicsItem):
    """A card, its top left corner at its own zero point."""

    def __init__(self, card: Card, width: float) -> None:
        super().__init__()
        self.card = card
        self.face: Face = face_of(card, width)
        self.is_current = False
        self.setToolTip(card_words(card))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def box(self) -> QRectF:
        """The card without its halo."""
        return QRectF(0, 0, self.face.width, self.face.height)

    def show_current(self, *, current: bool) -> None:
        """Show that the keyboard is here."""
        self.is_current = current
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        """The card with its halo and badge."""
        return self.box.adjusted(-HALO, -HALO, HALO, HALO)

    @override
    def shape(self) -> QPainterPath:
        """Where it can be clicked."""
        path = QPainterPath()
        path.addRect(self.box)
        return path

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint ground, words and marks."""
        tokens = current_tokens()
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        self._paint_ground(painter, tokens)
        if detail < READABLE:
            return
        for words in self.face.words:
            painter.setFont(words.font)
            painter.setPen(QColor(getattr(tokens, words.ink)))
            painter.drawText(words.box, Qt.TextFlag.TextDontClip, words.text)
        for mark in self.face.marks:
            _MARKS[mark.what](painter, mark, tokens)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        card = self.card
        if isinstance(card, OriginCard) and (card.is_shared or card.is_circular):
            _paint_halo(painter, self.box, tokens, card)
        painter.setPen(_edge(card, tokens))
        painter.setBrush(QColor(tokens.panel if _is_dashed(card) else tokens.card))
        if isinstance(card, DocumentCard) and card.is_pointer:
            painter.drawPolygon(_pointer(self.box))
        else:
            painter.drawRoundedRect(self.box, RADIUS, RADIUS)
        if isinstance(card, PassageCard):
            _paint_stripe(painter, self.box, tokens, card)
        if self.is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(self.box.adjusted(-4, -4, 4, 4), RADIUS + 3, RADIUS + 3)


def _is_dashed(card: Card) -> bool:
    return (isinstance(card, DocumentCard) and card.is_pointer) or (
        isinstance(card, OriginCard) and not card.is_named
    )


def _edge(card: Card, tokens: Tokens) -> QPen:
    if isinstance(card, ClaimCard):
        is_plain = card.standing.standing is Standing.NOT_ASSESSED
        return QPen(QColor(tokens.edge if is_plain else tokens.status(card.standing.standing)), 2)
    if isinstance(card, OriginCard) and card.is_circular:
        return QPen(QColor(tokens.disputed), 2)
    if isinstance(card, OriginCard) and card.is_shared:
        return QPen(QColor(tokens.accent), 2)
    if _is_dashed(card):
        return QPen(QColor(tokens.edge), 1.2, Qt.PenStyle.DashLine)
    return QPen(QColor(tokens.line if isinstance(card, PassageCard) else tokens.edge), 1)


def _pointer(box: QRectF) -> QPolygonF:
    tip = box.right() - POINT
    return QPolygonF(
        [
            box.topLeft(),
            QPointF(tip, box.top()),
            QPointF(box.right(), box.center().y()),
            QPointF(tip, box.bottom()),
            box.bottomLeft(),
        ]
    )


def _paint_halo(painter: QPainter, box: QRectF, tokens: Tokens, card: OriginCard) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(tokens.disputed if card.is_circular else tokens.accent)
    for reach, alpha in ((HALO, 24), (HALO / 2, 36)):
        colour.setAlpha(alpha)
        painter.setBrush(colour)
        wide = box.adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(wide, RADIUS + reach, RADIUS + reach)


def _paint_stripe(painter: QPainter, box: QRectF, tokens: Tokens, card: PassageCard) -> None:
    colour = tokens.mute if card.stance is Stance.CONTEXT else tokens.status(card.status)
    whole, stripe = QPainterPath(), QPainterPath()
    whole.addRoundedRect(box, RADIUS, RADIUS)
    stripe.addRect(QRectF(0, 0, 4, box.height()))
    painter.fillPath(whole.intersected(stripe), QBrush(QColor(colour)))


def _paint_dot(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(document_dot(int(mark.word))))
    painter.drawEllipse(mark.box)


def _paint_pill(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    paint_pill(painter, mark.box, mark.word)


def _paint_bars(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    paint_confidence(painter, mark.box, mark.word, QColor(tokens.mute))


def _paint_glyph(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    paint_status_glyph(painter, mark.box, mark.word, QColor(tokens.status(mark.word)))


def _paint_line(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawLine(mark.box.topLeft(), mark.box.topRight())


def _paint_tag(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(mark.box, 4, 4)
    painter.setPen(QColor(tokens.mute))
    painter.setFont(mono_font())
    painter.drawText(mark.box, Qt.AlignmentFlag.AlignCenter, mark.word)


def _paint_badge(painter: QPainter, mark: Mark, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.disputed if mark.word == "Circular" else tokens.accent))
    painter.drawRoundedRect(mark.box, 10, 10)
    painter.setPen(QColor(tokens.on_accent))
    painter.setFont(bold(11))
    painter.drawText(mark.box, Qt.AlignmentFlag.AlignCenter, mark.word)


_MARKS: Final[dict[str, Callable[[QPainter, Mark, Tokens], None]]] = {
    "dot": _paint_dot,
    "pill": _paint_pill,
    "bars": _paint_bars,
    "glyph": _paint_glyph,
    "line": _paint_line,
    "tag": _paint_tag,
    "badge": _paint_badge,
}
