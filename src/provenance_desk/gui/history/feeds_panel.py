"""The left of the Audit workspace: whose feeds these are, and what a trail cannot show."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from provenance_desk.gui.history.card_parts import emptied, selectable
from provenance_desk.gui.history.feeds import FeedFacts
from provenance_desk.gui.history.marks import mark_of
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.widgets_cards import Card, Note, wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel, ReviewerMark, label, section_title

COLUMNS: Final = 3
SHORT: Final = 3
"""The words of the short form, which stand beside names everywhere."""


class FeedsPanel(QScrollArea):
    """One card per feed, and a note."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Feeds"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = section_title(self.tr("Feeds"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(7)
        self.setWidget(self._laid_out())

    def _laid_out(self) -> QFrame:
        inside = QFrame()
        inside.setObjectName("panel")
        inside.setProperty("rule", "right")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(self._cards)
        column.addSpacing(4)
        column.addWidget(
            Note(
                self.tr("What a trail cannot show"),
                self.tr(
                    "A reviewer could rewrite their own history before anyone else has seen a"
                    " head. Times are claimed. A key is not a person, and authentic is not true."
                ),
            )
        )
        column.addStretch(1)
        return inside

    def show_feeds(self, feeds: Sequence[FeedFacts]) -> None:
        """Show these feeds; the words of one's own are all there, to be read aloud."""
        self._title.setText(self.tr("FEEDS · {n}").format(n=len(feeds)))
        emptied(self._cards)
        for feed in feeds:
            self._cards.addWidget(_card(feed))


def _card(feed: FeedFacts) -> Card:
    made = Card()
    made.column.setSpacing(3)
    name = feed.name or f"Reviewer {feed.author[:8]}"
    made.setAccessibleName(f"{name}, {feed.trust}, {feed.entries:,}")
    mark = mark_of(feed.name, own=feed.own)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(ReviewerMark(mark.letter, mark.kind))
    head.addWidget(CutLabel(name, "title"), 1)
    head.addWidget(label(f"{feed.entries:,}", "mute"))
    made.column.addLayout(head)
    made.column.addWidget(wrapped(feed.trust, "mute"))
    made.column.addLayout(_head_line(feed))
    made.column.addSpacing(3)
    made.column.addWidget(_words(feed))
    return made


def _head_line(feed: FeedFacts) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    words = selectable(label(f"head {feed.head[:4]}…{feed.head[-4:]}", "mute"))
    words.setFont(mono_font(11.5))
    words.setToolTip(feed.head)
    row.addWidget(words)
    whole = feed.sealed >= feed.entries
    picture = label("")
    picture.setPixmap(
        icon("check" if whole else "clock", "accent" if whole else "alleged").pixmap(12, 12)
    )
    tip = picture.tr("Every entry is covered by a signature of this key.")
    if not whole:
        tip = picture.tr("{n} entries are not sealed yet.").format(n=feed.entries - feed.sealed)
    picture.setToolTip(tip)
    picture.setAccessibleName(tip)
    row.addWidget(picture)
    row.addStretch(1)
    return row


def _words(feed: FeedFacts) -> QWidget:
    """The twelve words in columns, read line by line; the three of the short form stand out."""
    made = QWidget()
    made.setAccessibleName(" ".join(feed.words))
    made.setToolTip(
        made.tr("The key in twelve words, to compare aloud; the first three for short.")
    )
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    for number, word in enumerate(feed.words):
        part = selectable(label(word, "" if number < SHORT else "mute"))
        font = mono_font(11.5)
        font.setBold(number < SHORT)
        part.setFont(font)
        grid.addWidget(part, number // COLUMNS, number % COLUMNS)
    return made
