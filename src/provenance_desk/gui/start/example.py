"""One example from the demo in three steps: read, judge, see what it rests on."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.shared.fonts import document_font, frame_font, mono_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_buttons import Choice, Segments
from provenance_desk.gui.shared.widgets_cards import Card, rule, wrapped
from provenance_desk.gui.shared.widgets_labels import Dot, FieldLabel, label
from provenance_desk.gui.shared.widgets_status import ConfidenceBars, StatusPill
from provenance_desk.gui.start.excerpt import Excerpt, Sentence

QUOTES: Final = {
    "000_278c3c0740fd46d5.txt": (
        "Mizintsev’s resignation was reported today by Russian state television military"
        " correspondent Alexander Sladkov."
    ),
    "002_00a8374a5111b5e4.txt": (
        "On 27 April 2023 Russian military correspondent Alexander Sladkov confirmed via Telegram"
        " that Mizintsev was sacked from his post as deputy defense minister for logistics."
    ),
}
"""The sentences of the example; a test finds them in the seeds."""

_NEWS, _ENCYCLOPAEDIA = QUOTES.values()
_CLAIM: Final = "Mizintsev was dismissed from the post of deputy defence minister"
_DOTS: Final = "#7a6ff0", "#2a9d8f"
_GAP: Final = 30


class Example(QWidget):
    """Three columns; ribbons lead from the sentence to the claim to what it rests on."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._read = Excerpt([Sentence(_NEWS, "disputed", "reported", is_chosen=True)])
        self._claim = _boxed(_CLAIM, "title")
        self._rests = _claim_card()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column in (self._reading(), self._judging(), self._resting()):
            row.addWidget(column, 1)

    def _reading(self) -> QWidget:
        words = self.tr("Read what the words say"), self.tr("Cues suggest. They never decide.")
        news = _document("Putin fires ‘The Butcher of Mariupol’", "News site · 27 Apr 2023", 0)
        news.column.addWidget(self._read)
        other = _document("Mikhail Mizintsev", "Encyclopaedia · a pointer, never an origin", 1)
        sentence = Sentence(_ENCYCLOPAEDIA, "alleged", "confirmed via Telegram")
        other.column.addWidget(Excerpt([sentence]))
        return _column(_step(1, *words), news, other)

    def _judging(self) -> QWidget:
        card = Card()
        card.column.setContentsMargins(12, 10, 12, 12)
        card.column.setSpacing(6)
        card.column.addWidget(self._named(self.tr("This sentence → claim"), "link.make"))
        card.column.addWidget(self._claim)
        for name, keys, choices, value in self._questions():
            card.column.addSpacing(2)
            card.column.addWidget(self._named(name, *keys))
            card.column.addWidget(_shown(Segments(name, choices), value))
        card.column.addSpacing(2)
        card.column.addWidget(self._named(self.tr("Who says so"), "link.speaker"))
        card.column.addWidget(_boxed("Alexander Sladkov · relayed"))
        card.column.addWidget(self._named(self.tr("Because…"), "link.rationale"))
        why = self.tr("A resignation is not a dismissal. The post itself would change my mind.")
        card.column.addWidget(_boxed(why))
        words = self.tr("Judge one sentence for one claim"), self.tr("Your status, and how sure.")
        return _column(_step(2, *words), card)

    def _questions(self) -> list[tuple[str, tuple[str, ...], list[Choice], str]]:
        stances = ("supports", "contradicts", "context")
        levels = ("low", "moderate", "high")
        statuses = ("confirmed", "alleged", "disputed")
        return [
            (
                self.tr("Does the sentence support it?"),
                tuple(f"stance.{value}" for value in stances),
                [Choice(value, self.tr(value.capitalize())) for value in stances],
                "contradicts",
            ),
            (
                self.tr("Status"),
                tuple(f"status.{value}" for value in statuses),
                [Choice(value, self.tr(value.capitalize()), value) for value in statuses],
                "disputed",
            ),
            (
                self.tr("How sure of that status?"),
                tuple(f"confidence.{value}" for value in levels),
                [Choice(value, self.tr(value.capitalize())) for value in levels],
                "low",
            ),
        ]

    def _resting(self) -> QWidget:
        words = (
            self.tr("See what it rests on"),
            self.tr("Support is counted in independent origins."),
        )
        voices = Card()
        voices.column.addWidget(label(self.tr("How many sources do we have?"), "mute"))
        voices.column.addWidget(_Voices())
        voices.column.addWidget(label(self.tr("Two documents, one voice, told two ways."), "title"))
        kept = Card()
        kept.column.addWidget(label(self.tr("Every step is kept"), "mute"))
        entry = label("#136 link.revised  a2e0…2bdb", "")
        entry.setFont(mono_font(12))
        kept.column.addWidget(entry)
        return _column(_step(3, *words), self._rests, voices, kept)

    def _named(self, words: str, *commands: str) -> FieldLabel:
        return FieldLabel(words, " ".join(self._commands.printed(name) for name in commands))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ribbons in the gaps between the columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(current_tokens().disputed)
        colour.setAlpha(current_tokens().ribbon_alpha)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        marked = self._read.marked().toRect().translated(self._place(self._read))
        claim = QRect(self._place(self._claim), self._claim.size())
        judged = claim.adjusted(0, 150, 13, 190)
        painter.drawPath(_ribbon(marked, claim.adjusted(-13, 0, 0, 0)))
        painter.drawPath(_ribbon(judged, QRect(self._place(self._rests), QSize(10, 90))))

    def _place(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self, QPoint(0, 0))


class _Voices(QWidget):
    """Two documents, and the one origin that both lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(96)
        self.setAccessibleName("Putin fires… → Sladkov; Mikhail Mizintsev → Sladkov")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints dots, edges and names."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = QPointF(self.width() - 108, 48)
        for y, colour, name in (
            (26, _DOTS[0], "Putin fires…"),
            (72, _DOTS[1], "Mikhail Mizintsev"),
        ):
            begin = QPointF(24, y)
            path = QPainterPath(begin)
            middle = (begin.x() + origin.x()) / 2
            path.cubicTo(QPointF(middle, y), QPointF(middle, 48), origin)
            painter.setPen(QPen(QColor(tokens.alleged), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(begin, 6, 6)
            painter.setPen(QColor(tokens.ink))
            painter.setFont(frame_font(12))
            painter.drawText(QPointF(36, y - 10 if y < 48 else y + 18), name)
        painter.setPen(QPen(QColor(tokens.alleged), 2))
        painter.setBrush(QColor(tokens.card))
        painter.drawEllipse(origin, 8, 8)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(frame_font(12, QFont.Weight.DemiBold))
        painter.drawText(origin + QPointF(15, -2), "Sladkov")
        painter.setPen(QColor(tokens.mute))
        painter.setFont(frame_font(12))
        painter.drawText(origin + QPointF(15, 14), self.tr("post not seen"))


class _Number(QLabel):
    """The number of a step in a circle."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(26, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the circle around the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().accent), 1.2))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _step(number: int, title: str, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(10)
    row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(label(title, "title"))
    column.addWidget(wrapped(words, "mute"))
    row.addLayout(column, 1)
    return whole


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole


def _document(title: str, words: str, number: int) -> Card:
    card = Card()
    card.column.setContentsMargins(1, 10, 1, 12)
    head = QHBoxLayout()
    head.setContentsMargins(12, 0, 12, 0)
    head.setSpacing(7)
    head.addWidget(Dot(_DOTS[number]))
    head.addWidget(label(title, "title"), 1)
    card.column.addLayout(head)
    said = label(words, "mute")
    said.setContentsMargins(12, 0, 12, 0)
    card.column.addWidget(said)
    card.column.addSpacing(4)
    card.column.addWidget(rule())
    card.column.addSpacing(4)
    return card


def _claim_card() -> Card:
    card = Card()
    card.set_chosen(chosen=True)
    card.column.setContentsMargins(12, 10, 12, 12)
    card.column.addWidget(wrapped(_CLAIM, "title"))
    for dot, quote, status, level in (
        (_DOTS[0], "“…resignation was reported today by…”", "disputed", "low"),
        (_DOTS[1], "“…confirmed via Telegram that Mizintsev was sacked…”", "alleged", "moderate"),
    ):
        card.column.addSpacing(3)
        card.column.addWidget(rule())
        card.column.addLayout(_quote(dot, quote))
        card.column.addLayout(_judged(status, level))
    return card


def _quote(dot: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 4, 0, 0)
    row.addWidget(Dot(dot), 0, Qt.AlignmentFlag.AlignVCenter)
    quote = wrapped(words)
    quote.setFont(document_font(13, italic=True))
    row.addWidget(quote, 1)
    return row


def _judged(status: str, level: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    row.addWidget(StatusPill(status))
    row.addWidget(ConfidenceBars(level))
    row.addWidget(label(f"{level} · says Sladkov", "mute"), 1)
    return row


def _boxed(words: str, look: str = "") -> QFrame:
    box = Card()
    box.column.setContentsMargins(10, 8, 10, 8)
    box.column.addWidget(wrapped(words, look))
    return box


def _shown(segments: Segments, value: str) -> Segments:
    """Segments to look at: nothing can be chosen on the start page."""
    segments.show_value(value)
    segments.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for button in segments.findChildren(QWidget):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return segments


def _ribbon(begin: QRect, end: QRect) -> QPainterPath:
    x1, x2 = begin.right() + 2.0, end.left() - 1.0
    bend = (x2 - x1) * 0.6
    path = QPainterPath(QPointF(x1, begin.top()))
    path.cubicTo(
        QPointF(x1 + bend, begin.top()), QPointF(x2 - bend, end.top()), QPointF(x2, end.top())
    )
    path.lineTo(x2, end.bottom())
    path.cubicTo(
        QPointF(x2 - bend, end.bottom()),
        QPointF(x1 + bend, begin.bottom()),
        QPointF(x1, begin.bottom()),
    )
    path.closeSubpath()
    return path
