"""One example from the demo in three steps: read, judge, see what it rests on."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_buttons import Choice, Segments
from provenance_desk.gui.shared.widgets_cards import Card, rule, wrapped
from provenance_desk.gui.shared.widgets_labels import FieldLabel, label
from provenance_desk.gui.start.example_parts import (
    boxed,
    column_of,
    document_card,
    judged_line,
    quote_line,
    ribbon,
    step,
    to_look_at,
)
from provenance_desk.gui.start.excerpt import Excerpt, Sentence
from provenance_desk.gui.start.voices import DOTS, Voices

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
_GAP: Final = 30


class Example(QWidget):
    """Three columns; ribbons lead from the sentence to the claim to what it rests on."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._read = Excerpt([Sentence(_NEWS, "disputed", "reported", is_chosen=True)])
        self._claim = boxed(_CLAIM, "title")
        self._rests = _claim_card()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column in (self._reading(), self._judging(), self._resting()):
            row.addWidget(column, 1)

    def _reading(self) -> QWidget:
        words = self.tr("Read what the words say"), self.tr("Cues suggest. They never decide.")
        news = document_card(
            "Putin fires ‘The Butcher of Mariupol’", "News site · 27 Apr 2023", DOTS[0]
        )
        news.column.addWidget(self._read)
        other = document_card(
            "Mikhail Mizintsev", "Encyclopaedia · a pointer, never an origin", DOTS[1]
        )
        sentence = Sentence(_ENCYCLOPAEDIA, "alleged", "confirmed via Telegram")
        other.column.addWidget(Excerpt([sentence]))
        return column_of(step(1, *words), news, other)

    def _judging(self) -> QWidget:
        card = Card()
        card.column.setContentsMargins(12, 10, 12, 12)
        card.column.setSpacing(6)
        card.column.addWidget(self._named(self.tr("This sentence → claim"), "link.make"))
        card.column.addWidget(self._claim)
        for name, keys, choices, value in self._questions():
            card.column.addSpacing(2)
            card.column.addWidget(self._named(name, *keys))
            card.column.addWidget(to_look_at(Segments(name, choices), value))
        card.column.addSpacing(2)
        card.column.addWidget(self._named(self.tr("Who says so"), "link.speaker"))
        card.column.addWidget(boxed("Alexander Sladkov · relayed"))
        card.column.addWidget(self._named(self.tr("Because…"), "link.rationale"))
        why = self.tr("A resignation is not a dismissal. The post itself would change my mind.")
        card.column.addWidget(boxed(why))
        words = self.tr("Judge one sentence for one claim"), self.tr("Your status, and how sure.")
        return column_of(step(2, *words), card)

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
        voices.column.addWidget(Voices())
        voices.column.addWidget(label(self.tr("Two documents, one voice, told two ways."), "title"))
        kept = Card()
        kept.column.addWidget(label(self.tr("Every step is kept"), "mute"))
        entry = label("#136 link.revised  a2e0…2bdb", "")
        entry.setFont(mono_font(12))
        kept.column.addWidget(entry)
        return column_of(step(3, *words), self._rests, voices, kept)

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
        painter.drawPath(ribbon(marked, claim.adjusted(-13, 0, 0, 0)))
        painter.drawPath(ribbon(judged, QRect(self._place(self._rests), QSize(10, 90))))

    def _place(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self, QPoint(0, 0))


def _claim_card() -> Card:
    card = Card()
    card.set_chosen(chosen=True)
    card.column.setContentsMargins(12, 10, 12, 12)
    card.column.addWidget(wrapped(_CLAIM, "title"))
    for dot, quote, status, level in (
        (DOTS[0], "“…resignation was reported today by…”", "disputed", "low"),
        (DOTS[1], "“…confirmed via Telegram that Mizintsev was sacked…”", "alleged", "moderate"),
    ):
        card.column.addSpacing(3)
        card.column.addWidget(rule())
        card.column.addLayout(quote_line(dot, quote))
        card.column.addLayout(judged_line(status, level))
    return card
