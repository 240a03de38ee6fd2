"""Paints the rows of the history: days, sittings, what is not listed, and entries."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from provenance_desk.gui.history.arranging import Kind
from provenance_desk.gui.history.entry_painting import (
    SIDE,
    TO_MARK,
    EntryLook,
    mono,
    paint_entry,
    paint_unreadable,
    small,
    strong,
)
from provenance_desk.gui.history.marks import MARK, Mark, mark_of, paint_mark
from provenance_desk.gui.history.model import HistoryModel
from provenance_desk.gui.history.pen import Line, cut, width_of
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import Tokens, document_dot

NUMBERS: Final = 70
"""Where the numbers of entries end, unless there are very many."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryPainter:
    """Paints one row after another; what it must know of the whole is set before."""

    def __init__(self, model: HistoryModel) -> None:
        self._model = model
        self.own = ""
        self.names: dict[str, str] = {}

    def paint(
        self,
        painter: QPainter,
        box: QRect,
        row: int,
        *,
        chosen: bool,
        focused: bool,
        hovered: bool,
    ) -> None:
        """Paint a row into its box."""
        found, tokens = self._model.row(row), current_tokens()
        if found is None:
            return
        kind, number = found
        self._paint_ground(painter, box, kind, tokens, chosen=chosen, hovered=hovered)
        match kind:
            case Kind.DAY:
                self._paint_day(painter, box, number, tokens)
            case Kind.SITTING:
                self._paint_sitting(painter, box, number, tokens)
            case Kind.MORE:
                self._paint_more(painter, box, number, tokens)
            case Kind.ENTRY:
                self._paint_entry(painter, box, number, tokens)
        if chosen:
            _paint_chosen(painter, box, tokens, focused=focused)

    def mark(self, author: str) -> Mark:
        """The mark of a reviewer."""
        return mark_of(self.names.get(author, author[:1]), own=author == self.own)

    def _paint_ground(
        self,
        painter: QPainter,
        box: QRect,
        kind: Kind,
        tokens: Tokens,
        *,
        chosen: bool,
        hovered: bool,
    ) -> None:
        ground = tokens.panel if kind is Kind.DAY else tokens.read
        if chosen:
            ground = tokens.accent_bg
        elif hovered and kind is not Kind.DAY:
            ground = tokens.hover
        painter.fillRect(box, QColor(ground))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))

    def _paint_day(self, painter: QPainter, box: QRect, sitting: int, tokens: Tokens) -> None:
        day = date.fromisoformat(self._model.arrangement.sittings[sitting].day)
        number = self._model.arrangement.entries_of_day(sitting)
        said = _tr("1 entry") if number == 1 else _tr("{n} entries").format(n=f"{number:,}")
        if sitting == len(self._model.arrangement.sittings) - 1:
            said += _tr(" · times are UTC, as each reviewer’s clock claims")
        line = Line(painter, box.adjusted(SIDE, 0, -SIDE, -1))
        line.write(f"{day:%A} {day.day} {day:%B} {day.year}", strong(), tokens.ink)
        line.skip(12)
        line.write(said, small(), tokens.mute)

    def _paint_sitting(self, painter: QPainter, box: QRect, number: int, tokens: Tokens) -> None:
        arrangement, sitting = self._model.arrangement, self._model.arrangement.sittings[number]
        title, counts = self._model.telling.head(sitting, arrangement.places[number])
        _paint_arrow(painter, box, tokens, unfolded=self._model.is_unfolded(number))
        square = QRectF(box.left() + SIDE + 22, box.center().y() - MARK / 2, MARK, MARK)
        paint_mark(painter, square, self.mark(sitting.author), tokens, quiet=False)
        inner = box.adjusted(SIDE + 22 + MARK + 9, 0, -SIDE, -1)
        painter.setFont(small())
        painter.setPen(QColor(tokens.mute))
        ends = "" if sitting.begun == sitting.ended else f"–{sitting.ended}"
        times = f"{sitting.begun}{ends}"
        named = width_of(title, strong()) + width_of(times, small()) + 34
        room = max(inner.width() - named, inner.width() // 2)
        counts_width = min(width_of(counts, small()), room)
        painter.drawText(inner, _RIGHT, cut(counts, small(), counts_width))
        line = Line(painter, inner.adjusted(0, 0, -counts_width - 12, 0))
        line.keep(width_of(times, small()) + 10)
        line.write(title, strong(), tokens.ink)
        line.keep(0)
        line.skip(10)
        line.write(times, small(), tokens.mute)

    def _paint_more(self, painter: QPainter, box: QRect, number: int, tokens: Tokens) -> None:
        places = self._model.unlisted(number)
        first, last = (self._model.outline.first + place for place in (places[-1], places[0]))
        words = _tr("{n} more, entries {first}–{last}").format(
            n=f"{len(places):,}", first=f"{first:,}", last=f"{last:,}"
        )
        left = self._left() + TO_MARK
        square = QRectF(box.left() + left, box.center().y() - MARK / 2, MARK, MARK)
        author = self._model.arrangement.sittings[number].author
        paint_mark(painter, square, self.mark(author), tokens, quiet=True)
        icon("chevron-right", "mute").paint(
            painter, QRect(box.left() + left + MARK + 11, box.center().y() - 6, 12, 12)
        )
        line = Line(painter, box.adjusted(left + MARK + 28, 0, -SIDE, -1))
        line.write(words, small(), tokens.mute)

    def _paint_entry(self, painter: QPainter, box: QRect, place: int, tokens: Tokens) -> None:
        told = self._model.telling.told(place)
        if told is None:
            number = self._model.outline.first + place
            paint_unreadable(painter, box, number, self._left(), tokens)
            return
        look = EntryLook(
            self._left(), self.mark(told.author), self._dot(told.words.document), tokens
        )
        paint_entry(painter, box, told, look)

    def _dot(self, document: str) -> str:
        place = self._model.telling.places.get(document)
        return current_tokens().mute if place is None else document_dot(place)

    def _left(self) -> int:
        """Where the numbers end: further right where they are long."""
        outline = self._model.outline
        last = f"{outline.first + len(outline) - 1:,}"
        return max(NUMBERS, SIDE + 8 + width_of(last, mono()))


def _paint_chosen(painter: QPainter, box: QRect, tokens: Tokens, *, focused: bool) -> None:
    painter.fillRect(box.left(), box.top(), 3, box.height() - 1, QColor(tokens.accent))
    if focused:
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def _paint_arrow(painter: QPainter, box: QRect, tokens: Tokens, *, unfolded: bool) -> None:
    name = "chevron-down" if unfolded else "chevron-right"
    icon(name, "mute").paint(painter, QRect(box.left() + SIDE, box.center().y() - 6, 13, 13))


def _tr(words: str) -> str:
    return QCoreApplication.translate("History", words)
