"""The square marks of reviewers, and the letter in each; painted in rows and shown on cards."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.tokens import Tokens

MARK: Final = 19
_DEMO: Final = "Demo"
_PLAIN: Final = "reviewer"


@dataclass(frozen=True, slots=True)
class Mark:
    """A reviewer's letter and how the square is drawn: filled, outlined or dashed."""

    letter: str
    kind: str


def mark_of(name: str, *, own: bool) -> Mark:
    """Filled for the key in use here, dashed for the demo's, outlined for everybody else's."""
    if own:
        return Mark(letter_of(name), "filled")
    return Mark(letter_of(name), "dashed" if name == _DEMO else "outlined")


def letter_of(name: str) -> str:
    """The letter for a name; of “Reviewer B” it is the B."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() == _PLAIN:
        words = words[1:]
    return words[0][:1].upper() if words else "?"


@cache
def _letter_font() -> QFont:
    return frame_font(11, QFont.Weight.Bold)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens, *, quiet: bool) -> None:
    """Paint a mark; a quiet one has no weight, in rows whose entry was taken back."""
    mine, dashed = mark.kind == "filled" and not quiet, mark.kind == "dashed"
    ink = QColor(tokens.mute if dashed or quiet else tokens.accent)
    edge = QColor(tokens.line if quiet else ink)
    painter.setPen(QPen(edge, 1.2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(ink if mine else Qt.GlobalColor.transparent)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    painter.setPen(QColor(tokens.on_accent) if mine else ink)
    painter.setFont(_letter_font())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.letter)
