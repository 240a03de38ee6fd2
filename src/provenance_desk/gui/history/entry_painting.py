"""Paints one entry of the history: number, time, mark, words, and what it changed."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from provenance_desk.gui.history.marks import MARK, Mark, paint_mark
from provenance_desk.gui.history.pen import Line, width_of
from provenance_desk.gui.shared.fonts import document_font, frame_font, mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.tokens import Tokens
from provenance_desk.gui.shared.widgets_status import (
    BAR_WIDTH,
    paint_confidence,
    paint_pill,
    pill_font,
    status_words,
)

if TYPE_CHECKING:
    from provenance_desk.domain.judgements import Judgement
    from provenance_desk.project.history import Told

SIDE: Final = 14
CHANGES: Final = 260
"""How much of the right is for what an entry changed."""
UPPER: Final = 28
"""The height of an entry's first line."""
_ROOMY: Final = 900
"""Rows as wide as this have room for everything."""
TO_MARK: Final = 58
_TO_WORDS: Final = 88
_PILL: Final = 19
_AFTER: Final = 134
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class EntryLook:
    """How an entry is drawn: where its number ends, its reviewer's mark, its document's dot."""

    left: int
    mark: Mark
    dot: str
    tokens: Tokens


def paint_entry(painter: QPainter, box: QRect, told: "Told", look: EntryLook) -> None:
    """Paint an entry into its box."""
    left, tokens = box.left() + look.left, look.tokens
    paint_number(painter, box, told.number, look.left, tokens)
    painter.drawText(
        QRect(left + 10, box.top(), 40, UPPER), Qt.AlignmentFlag.AlignVCenter, told.time[11:16]
    )
    square = QRectF(left + TO_MARK, box.top() + (UPPER - MARK) / 2, MARK, MARK)
    paint_mark(painter, square, look.mark, tokens, quiet=told.undone)
    words = QRect(left + _TO_WORDS, box.top(), 0, box.height())
    words.setRight(box.right() - SIDE)
    if _has_changes(told):
        changes = QRect(box.right() - CHANGES, box.top(), CHANGES - SIDE, box.height())
        short = box.width() < _ROOMY and told.words.before is None and not told.undone
        words.setRight(changes.left() - SIDE + (_AFTER - 26 if short else 0))
        _paint_changes(painter, changes, told, tokens, short=short)
    _paint_words(painter, words, told, look)


def paint_unreadable(painter: QPainter, box: QRect, number: int, left: int, tokens: Tokens) -> None:
    """Paint what stands for an entry that can't be told."""
    paint_number(painter, box, number, left, tokens)
    start = box.left() + left + _TO_WORDS
    line = Line(painter, QRect(start, box.top(), box.right() - SIDE - start, UPPER))
    line.write(unreadable(), strong(), tokens.disputed)


def paint_number(painter: QPainter, box: QRect, number: int, left: int, tokens: Tokens) -> None:
    """Paint an entry's number so that it ends at `left`; its look stays for what follows."""
    painter.setFont(mono())
    painter.setPen(QColor(tokens.mute))
    painter.drawText(QRect(box.left(), box.top(), left, UPPER), _RIGHT, f"{number:,}")


def unreadable() -> str:
    """What is said of an entry that can't be told."""
    return _tr("This entry can’t be read: it was altered or damaged. Verify the trail.")


@cache
def strong(*, struck: bool = False) -> QFont:
    """The typeface of what was done; struck through where it was taken back."""
    font = frame_font(13, QFont.Weight.DemiBold)
    font.setStrikeOut(struck)
    return font


def _paint_words(painter: QPainter, box: QRect, told: "Told", look: EntryLook) -> None:
    words, tokens = told.words, look.tokens
    ink = tokens.mute if told.undone else tokens.ink
    line = Line(painter, QRect(box.left(), box.top(), box.width(), UPPER))
    line.write(words.verb[:1].upper() + words.verb[1:], strong(struck=told.undone), ink)
    line.skip(6)
    if words.document:
        _paint_dot(painter, line, look.dot)
    if words.quote:
        line.write(f"“{' '.join(words.quote.split())}”", _quoted(), ink)
    elif told.type == "note.added":
        line.write(words.rest, _italic(), ink)
    else:
        line.write(words.rest, _plain(), ink)
        line.write(f" · {words.reason}" if words.reason else "", _italic(), tokens.mute)
    _paint_below(painter, box, told, tokens)


def _paint_below(painter: QPainter, box: QRect, told: "Told", tokens: Tokens) -> None:
    """The second line of the types that have one: the claim, or the wording before."""
    words = told.words
    if told.type == "claim.reworded" and words.changes:
        said = _tr("before: {words}").format(words=words.changes[0].before)
        Line(painter, _below(box)).write(said, small(), tokens.mute)
    elif words.claim and words.quote and box.height() > UPPER + 10:
        line = Line(painter, _below(box))
        line.skip(_paint_chip(painter, box, _tr("claim"), tokens) + 8)
        line.write(words.claim, small(), tokens.mute)


def _below(box: QRect) -> QRect:
    return QRect(box.left(), box.top() + 24, box.width(), 18)


def _paint_chip(painter: QPainter, box: QRect, word: str, tokens: Tokens) -> int:
    """A small frame with a word at the left of the second line; its width."""
    width = width_of(word, _tiny()) + 11
    chip = QRectF(box.left() + 0.5, box.top() + 25.5, width, 15)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(QColor(tokens.mute))
    painter.setFont(_tiny())
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
    return width


def _has_changes(told: "Told") -> bool:
    return told.undone or told.words.judgement is not None or told.words.before is not None


def _paint_changes(
    painter: QPainter, box: QRect, told: "Told", tokens: Tokens, *, short: bool
) -> None:
    """What a link's judgement was before and after; of what was taken back, that it was.

    Where there is little room it is not said that there was no link before.
    """
    words = told.words
    upper = QRect(box.left(), box.top(), box.width(), UPPER)
    judged = words.judgement is not None or words.before is not None
    if judged:
        if not short:
            _paint_judgement(painter, upper, words.before, tokens, quiet=told.undone)
        arrow = QRect(box.left() + _AFTER - 20, upper.center().y() - 6, 13, 13)
        icon("arrow-right", "mute").paint(painter, arrow)
        after = upper.adjusted(_AFTER, 0, 0, 0)
        _paint_judgement(painter, after, words.judgement, tokens, quiet=told.undone)
    if told.undone:
        place = _below(box) if judged else upper
        Line(painter, place).write(_tr("taken back later"), small(), tokens.mute)


def _paint_judgement(
    painter: QPainter, box: QRect, judgement: "Judgement | None", tokens: Tokens, *, quiet: bool
) -> None:
    if judgement is None:
        Line(painter, box).write(_tr("no link"), small(), tokens.mute)
        return
    status = judgement.status.value
    width = width_of(status_words(status), pill_font()) + 32
    pill = QRectF(box.left(), box.top() + (box.height() - _PILL) / 2, width, _PILL)
    paint_pill(painter, pill, status, filled=not quiet)
    bars = QRectF(pill.right() + 7, box.top(), BAR_WIDTH, box.height())
    paint_confidence(painter, bars, judgement.confidence.value, QColor(tokens.mute))


def _paint_dot(painter: QPainter, line: Line, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QPointF(line.left + 4.5, line.middle + 0.5), 4.5, 4.5)
    line.skip(15)


@cache
def small() -> QFont:
    """The typeface of what stands beside and below."""
    return frame_font(12)


@cache
def mono() -> QFont:
    """The typeface of numbers and times."""
    return mono_font(12)


@cache
def _plain() -> QFont:
    return frame_font(13)


@cache
def _tiny() -> QFont:
    return frame_font(11)


@cache
def _quoted() -> QFont:
    return document_font(13.5)


@cache
def _italic() -> QFont:
    return document_font(13, italic=True)


def _tr(words: str) -> str:
    return QCoreApplication.translate("History", words)
