"""The start page: begin on the left, see how it works on the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.dispatch import give_keys
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_cards import rule, wrapped
from provenance_desk.gui.shared.widgets_labels import key_cap, label, section_title
from provenance_desk.gui.shared.widgets_status import StatusPill
from provenance_desk.gui.start.choices import LargeChoice
from provenance_desk.gui.start.drop_area import DropArea
from provenance_desk.gui.start.example import Example
from provenance_desk.gui.start.recent import Recent
from provenance_desk.gui.start.recent_card import RecentCard

_MARKS: Final = {
    "confirmed": "The passage states the claim, names an origin that could know, and you have seen"
    " that origin’s record or its own words.",
    "alleged": "Only reported: somebody says so. The normal result. It says nothing against the"
    " speaker or the accused.",
    "disputed": "The passage denies or contradicts the claim, or reports it as contested. Say what"
    " is disputed.",
}
_HINTS: Final = {
    "Read": {"sentence.next sentence.previous": "next, previous"},
    "Link": {"link.make": "to a claim"},
    "Judge": {
        "status.confirmed status.alleged status.disputed": "status",
        "confidence.high confidence.moderate confidence.low": "how sure",
        "link.rationale": "because",
    },
    "Find": {"palette.open": "commands", "help.keys": "all keys"},
}


class StartPage(QWidget):
    """What can be begun, what was done last, and what this is."""

    project_chosen = Signal(Path)
    project_removed = Signal(Path)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._cards: list[RecentCard] = []
        give_keys(self, Scope.START)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 33)
        row.addWidget(self._right(), 67)

    def show_recent(self, projects: Sequence[Recent]) -> None:
        """Show the projects opened last, the newest first."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._cards = [self._card(project) for project in projects]
        for card in self._cards:
            self._recent.addWidget(card)
        self._recent.addStretch(1)
        self._recent_title.setVisible(bool(projects))
        self._recent_area.setVisible(bool(projects))

    def _card(self, project: Recent) -> RecentCard:
        card = RecentCard(project)
        card.chosen.connect(lambda: self.project_chosen.emit(project.path))
        card.removed.connect(lambda: self.project_removed.emit(project.path))
        return card

    def _left(self) -> QWidget:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setProperty("rule", "right")
        panel.setMinimumWidth(400)
        column = QVBoxLayout(panel)
        column.setContentsMargins(28, 30, 28, 28)
        column.setSpacing(10)
        column.addWidget(section_title(self.tr("Start")))
        column.addLayout(self._choices())
        column.addSpacing(14)
        self._recent_title = section_title(self.tr("Recent projects"))
        column.addWidget(self._recent_title)
        self._recent_area, self._recent = _list()
        column.addWidget(self._recent_area, 3)
        key = self._commands.printed("documents.add")
        column.addWidget(DropArea(self._commands.action("documents.add"), key), 2)
        self.show_recent([])
        return panel

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._demo = self._choice(
            "demo.open", self.tr("Open the demo"), self.tr("3 documents, 12 claims"), "book"
        )
        new = self._choice(
            "project.new", self.tr("New project"), self.tr("One question, one file"), "add"
        )
        row.addWidget(self._demo, 1)
        row.addWidget(new, 1)
        return row

    def _choice(self, command: str, title: str, words: str, picture: str) -> LargeChoice:
        action = self._commands.action(command)
        return LargeChoice(action, title, words, picture, self._commands.printed(command), self)

    def _right(self) -> QWidget:
        whole = QWidget()
        whole.setObjectName("desk")
        column = QVBoxLayout(whole)
        column.setContentsMargins(30, 30, 30, 16)
        column.setSpacing(6)
        column.addWidget(section_title(self.tr("How it works")))
        column.addSpacing(4)
        column.addWidget(label(self.tr("Did he resign, or was he dismissed?"), "headline"))
        column.addWidget(label(self.tr("One example from the demo, in three steps."), "mute"))
        column.addSpacing(12)
        column.addWidget(Example(self._commands))
        column.addSpacing(24)
        column.addWidget(section_title(self.tr("What the three marks mean")))
        column.addSpacing(2)
        column.addLayout(self._marks())
        column.addStretch(1)
        column.addSpacing(16)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addLayout(self._keys())
        return scrolled(whole)

    def _marks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(30)
        for status, words in _MARKS.items():
            column = QVBoxLayout()
            column.setSpacing(5)
            column.addWidget(StatusPill(status))
            column.addWidget(wrapped(self.tr(words)))
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _keys(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for title, hints in _HINTS.items():
            row.addWidget(label(self.tr(title), "title"))
            for commands, words in hints.items():
                keys = " ".join(self._commands.printed(name) for name in commands.split())
                row.addWidget(key_cap(keys))
                row.addWidget(label(self.tr(words), "mute"))
            row.addStretch(1)
        return row

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The first thing to do has the focus."""
        super().showEvent(event)
        self._demo.setFocus(Qt.FocusReason.OtherFocusReason)


def _list() -> tuple[QScrollArea, QVBoxLayout]:
    inside = QWidget()
    inside.setObjectName("panel")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 2, 0)
    column.setSpacing(8)
    return scrolled(inside), column


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget, scrolled up and down where there is too little room."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
