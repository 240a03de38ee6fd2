"""At the right of the picture: why it counts so, the chain, the standing, what would change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from provenance_desk.domain.standing import Assessment
from provenance_desk.domain.standing_words import rule_words
from provenance_desk.domain.what_would_change import Change
from provenance_desk.gui.provenance.tree import PassageCard
from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.widgets_cards import Card, rule, wrapped
from provenance_desk.gui.shared.widgets_labels import section_title
from provenance_desk.gui.shared.widgets_status import StatusPill


class SidePanel(QScrollArea):
    """Four cards of words about the chosen claim."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Why it stands so"))
        self.pill = StatusPill()
        self.rule = wrapped("")
        self.overrides = wrapped("", "mute")
        self.standing_title = section_title(self.tr("Standing"))
        self.standing = self._make_standing()
        self.why = _Lines(self.tr("Why it counts so"))
        self.chain = _Lines(self.tr("Chain of the passage, nearest first"))
        self.changes = _Lines(self.tr("What would change it"))
        inner = QFrame()
        inner.setObjectName("panel")
        inner.setProperty("rule", "left")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.standing_title)
        for part in (self.standing, self.why, self.chain, self.changes):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)

    def _make_standing(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.addWidget(self.pill)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addWidget(self.rule)
        card.column.addWidget(self.overrides)
        return card

    def show_claim(
        self, found: Assessment, why: Sequence[str], changes: Sequence[Change], house: str
    ) -> None:
        """Show how a claim stands, why, and what would change it."""
        self.standing_title.setText(self.tr("Standing").upper() + f" · {house.upper()}")
        self.pill.show_status(found.standing.value)
        self.rule.setText(f"{found.rule}. {rule_words(found)}")
        other = self.tr("A reviewer says {standing} instead, with a reason.")
        said = [other.format(standing=one.standing) for one in found.overrides]
        self.overrides.setText("\n".join(said))
        self.overrides.setVisible(bool(said))
        self.why.show_lines([("", line) for line in why])
        self.changes.show_lines([(change.do, change.then) for change in changes])
        for part in (self.standing_title, self.standing):
            part.setVisible(True)

    def show_nothing(self) -> None:
        """No claim is chosen."""
        self.standing.setVisible(False)
        self.standing_title.setVisible(False)
        self.changes.show_lines([])
        self.chain.show_lines([])
        words = self.tr(
            "All claims are shown. Choose one at the left, or with J and K, to see only its tree,"
            " why it counts so, and what would change it."
        )
        self.why.show_lines([("", words)])

    def show_passage(self, card: PassageCard | None) -> None:
        """Show who says that who says it; None hides it."""
        hops = card.chain if card is not None else ()
        self.chain.show_lines([("", f"{n}.  {hop}") for n, hop in enumerate(hops, 1)])


class _Lines(QWidget):
    """A titled card with a line for each reason; hidden while there is none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(section_title(title))
        column.addWidget(self._card)
        self.lines: list[tuple[str, str]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these lines, each with what is to do in bold."""
        self.lines = list(lines)
        while (item := self._card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, (strong, words) in enumerate(lines):
            if number:
                self._card.column.addWidget(rule())
            if strong:
                self._card.column.addWidget(_strong(strong))
            self._card.column.addWidget(wrapped(words, "mute" if strong else ""))
        self.setVisible(bool(lines))


def _strong(words: str) -> QLabel:
    made = wrapped(words)
    made.setFont(frame_font(13, QFont.Weight.DemiBold))
    return made
