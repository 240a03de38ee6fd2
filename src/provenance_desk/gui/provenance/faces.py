"""What is written on each card and where, measured once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from provenance_desk.domain.words import Stance
from provenance_desk.gui.provenance.tree import (
    Card,
    ClaimCard,
    DocumentCard,
    OriginCard,
    PassageCard,
)
from provenance_desk.gui.provenance.words import origin_counts
from provenance_desk.gui.shared.fonts import document_font, frame_font, mono_font
from provenance_desk.gui.shared.widgets_status import BAR_WIDTH, pill_font, status_words

PAD: Final = 12
PILL: Final = 20
QUOTE_LINES: Final = 5
TITLE_LINES: Final = 4
BOLD: Final = QFont.Weight.DemiBold
_STANCES: Final = (
    (Stance.SUPPORTS, "alleged", "{n} support", "{n} supports"),
    (Stance.CONTRADICTS, "disputed", "{n} contradict", "{n} contradicts"),
    (Stance.CONTEXT, "not assessed", "{n} context", "{n} context"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text in a place; `ink` names a colour of the theme."""

    box: QRectF
    font: QFont
    ink: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A small painted thing: dot, pill, bars, glyph, tag or line; `word` says which one."""

    box: QRectF
    what: str
    word: str


@dataclass(slots=True)
class Face:
    """A card laid out for a width."""

    width: float
    height: float = PAD
    words: list[Words] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def write(self, text: str, font: QFont, ink: str, *, indent: float = 0, lines: int = 9) -> None:
        """Add lines under what is there."""
        if not text:
            return
        room = self.width - 2 * PAD - indent
        broken = cut_lines(text, font, room, lines)
        height = QFontMetricsF(font).lineSpacing() * len(broken)
        box = QRectF(PAD + indent, self.height, room, height)
        self.words.append(Words(box, font, ink, "\n".join(broken)))
        self.height += height

    def mark(
        self, what: str, word: str, left: float, top: float, width: float, high: float
    ) -> None:
        """Add a mark at a place."""
        self.marks.append(Mark(QRectF(left, top, width, high), what, word))


@lru_cache(maxsize=32)
def bold(pixels: float) -> QFont:
    """The typeface of names."""
    return frame_font(pixels, BOLD)


@lru_cache(maxsize=8)
def plain() -> QFont:
    """The typeface of details."""
    return frame_font(12)


@lru_cache(maxsize=1)
def small() -> QFont:
    """The typeface of what stands in a row."""
    return frame_font(11)


@lru_cache(maxsize=1)
def serif() -> QFont:
    """The typeface of quotes."""
    return document_font(13.5)


def face_of(card: Card, width: float) -> Face:
    """A card's face at a width."""
    face = Face(width)
    _WRITERS[type(card)](face, card)
    face.height += PAD
    return face


def _document(face: Face, card: Card) -> None:
    assert isinstance(card, DocumentCard)
    face.mark("dot", str(card.place), PAD, PAD + 4, 9, 9)
    room = 24 if card.is_pointer else 0
    face.width -= room
    face.write(card.title, bold(13), "ink", indent=16, lines=TITLE_LINES)
    face.height += 3
    face.write(card.details, plain(), "mute")
    face.height += 3
    face.write(card.family, plain(), "ink", lines=2)
    face.width += room


def _passage(face: Face, card: Card) -> None:
    assert isinstance(card, PassageCard)
    quote = quoted(card.quote) if card.quote else "The words were left out."
    face.write(quote, serif(), "ink", indent=3, lines=QUOTE_LINES)
    face.height += 8
    top, left = face.height, PAD + 1.0
    width = pill_width(card.status)
    face.mark("pill", card.status, left, top, width, PILL)
    left += width + 7
    face.mark("bars", card.confidence, left, top, BAR_WIDTH, PILL)
    left += BAR_WIDTH + 6
    number = f"s {card.sentence}"
    wide = QFontMetricsF(small()).horizontalAdvance(number)
    for text, place in ((card.stance.value, left), (number, face.width - PAD - wide + 3)):
        face.words.append(Words(QRectF(place, top + 3, 80, PILL), small(), "mute", text))
    face.height += PILL


def quoted(words: str) -> str:
    """Words in quotation marks, but not in two."""
    return words if words[:1] in '“"«„‘' else f"“{words}”"


def _origin(face: Face, card: Card) -> None:
    assert isinstance(card, OriginCard)
    if not card.is_named:
        face.write("No one named", bold(13), "ink")
        face.write(f"{_counts(card)}:\ncounts as none", plain(), "mute")
        return
    if card.is_shared or card.is_circular:
        badge = "Circular" if card.is_circular else "Shared origin"
        width = QFontMetricsF(bold(11)).horizontalAdvance(badge) + 20
        face.mark("badge", badge, (face.width - width) / 2, -10, width, 20)
        face.height += 4
    face.write(card.name, bold(15), "ink")
    face.write(card.kind, plain(), "mute")
    face.height += 7
    face.mark("line", "", PAD, face.height, face.width - 2 * PAD, 1)
    face.height += 7
    face.write(_counts(card), bold(12), "ink")
    if card.is_circular:
        face.write("leads back to itself", bold(12), "disputed")
    elif card.passages > 1:
        face.write("= 1 origin", bold(12), "alleged")


def _counts(card: OriginCard) -> str:
    return origin_counts(card).replace(", ", ",\n")


def _claim(face: Face, card: Card) -> None:
    assert isinstance(card, ClaimCard)
    face.write(card.wording, bold(14), "ink", lines=8)
    face.height += 8
    found = card.standing
    width = min(pill_width(found.standing), face.width - 2 * PAD)
    face.mark("pill", found.standing, PAD, face.height, width, PILL)
    tag = QFontMetricsF(mono_font()).horizontalAdvance(found.rule) + 12
    left = PAD + width + 8
    if left + tag > face.width - PAD:
        face.height += PILL + 5
        left = PAD
    face.mark("tag", found.rule, left, face.height, tag, PILL)
    face.height += PILL + 6
    for stance, glyph, many, one in _STANCES:
        number = card.counts.get(stance, 0)
        if number:
            words = (one if number == 1 else many).format(n=number)
            face.mark("glyph", glyph, PAD, face.height + 3, 10, 10)
            face.write(words, plain(), "ink", indent=16)
            face.height += 3


def pill_width(word: str) -> float:
    """How wide a pill with this word is."""
    return QFontMetricsF(pill_font()).horizontalAdvance(status_words(word)) + 34


def cut_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The lines a text breaks into, the last one cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _broken(paragraph, font, width)
    if len(lines) <= most:
        return lines
    last = QFontMetricsF(font).elidedText(f"{lines[most - 1]}…", Qt.TextElideMode.ElideRight, width)
    return [*lines[: most - 1], last]


def _broken(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    # QTextLine counts in UTF-16 units
    units = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, 0))
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        found.append(units[start:end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return found


_WRITERS: Final[dict[type, Callable[[Face, Card], None]]] = {
    DocumentCard: _document,
    PassageCard: _passage,
    OriginCard: _origin,
    ClaimCard: _claim,
}
