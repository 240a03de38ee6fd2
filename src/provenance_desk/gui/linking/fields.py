"""The fields of a judgement: what is decided, who says so, and why, in three columns."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.linking import choices
from provenance_desk.gui.linking.chain import chain_words
from provenance_desk.gui.linking.draft import Draft
from provenance_desk.gui.linking.inline import InlineChoice, Line, head
from provenance_desk.gui.linking.rationale import RationaleField
from provenance_desk.gui.shared.widgets_buttons import Choice, Segments

COLUMN_GAP: Final = 16
_NARROWEST: Final = 172
_OFFERS_WIDTH: Final = 300
_CHAIN_TIP: Final = (
    "Who says so, nearest first: Sladkov ← the ministry. A role in brackets: (a spokesman). Not"
    " named: ?"
)


class LinkFields(QWidget):
    """Shows the choices of a draft and tells what is chosen."""

    chosen = Signal(str, object)
    """`(field, value)` as `deciding.decided` knows them; `origin_name` is a name."""
    done = Signal()
    left = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands, self._showing = commands, False
        self.stance = self._segments("stance", self.tr("Stance"), choices.STANCES)
        self.status = self._segments("status", self.tr("Status"), choices.STATUSES)
        self.confidence = self._segments("confidence", self.tr("How sure"), choices.CONFIDENCES)
        self.speaker = self._line("chain", self.tr(_CHAIN_TIP), self.tr("nobody is named"))
        self.mode = self._choice("mode", self.tr("How their words are given"), choices.MODES)
        origin = self.tr("Origin: the earliest who could know first-hand, or whose act it is")
        self.origin = self._line("origin_name", origin, self.tr("who could know first-hand"))
        kind = self.tr("What a new origin is")
        self.kind = self._choice("origin_kind", kind, choices.ORIGIN_KINDS)
        self.access = self._choice("access", self.tr("Access to the origin"), choices.ACCESSES)
        self.wording = self._choice("wording", self.tr("What the words do"), choices.WORDINGS)
        self.reason = self._choice("reason", self.tr("Kind of change"), choices.REASONS)
        self.rationale = RationaleField()
        self.rationale.changed.connect(lambda text: self._tell("rationale", text))
        self.rationale.left.connect(self.left)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(COLUMN_GAP)
        self.why = self._why_column()
        for column, stretch in ((self._judgement(), 8), (self._source(), 10), (self.why, 22)):
            self.row.addLayout(column, stretch)

    def show_draft(self, draft: Draft) -> None:
        """Show every choice of a draft; a field that is being written keeps its text."""
        self._showing = True
        self.stance.show_value(draft.stance.value)
        self.status.show_value(draft.status.value if draft.status else "")
        self.confidence.show_value(draft.confidence.value if draft.confidence else "")
        _set_line(self.speaker, chain_words(draft.speakers))
        self.mode.show_value(draft.speakers[0].mode if draft.speakers else choices.MODES[1][0])
        self.mode.setEnabled(bool(draft.speakers))
        _set_line(self.origin, draft.origin.name if draft.origin else "")
        self.kind.show_value(draft.origin.kind if draft.origin else choices.ORIGIN_KINDS[0][0])
        self.kind.setEnabled(draft.origin is not None and draft.origin.id is None)
        self.access.show_value(draft.access)
        self.wording.show_value(draft.wording)
        self.reason.show_value(draft.reason)
        self.reason.setVisible(draft.changes)
        self.rationale.show_text(draft.rationale, needed=draft.needs_rationale)
        self._showing = False

    def show_nothing(self) -> None:
        """There is nothing to judge: as before the first draft, and closed."""
        self.mode.show_value(choices.MODES[1][0])
        self.reason.hide()
        self.setEnabled(False)

    def offer_names(self, names: Sequence[str]) -> None:
        """Names that the lines complete."""
        for line in (self.speaker, self.origin):
            completer = QCompleter(list(names), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            if popup := completer.popup():
                popup.setProperty("look", "offers")
                popup.setMinimumWidth(_OFFERS_WIDTH)
            line.setCompleter(completer)

    def finish(self) -> None:
        """Tell what is in a line that is still being written."""
        self._finish_line("chain", self.speaker)
        self._finish_line("origin_name", self.origin)

    def _finish_line(self, field: str, line: Line) -> None:
        if line.isModified():
            line.setModified(False)
            self._tell(field, line.text())

    def _judgement(self) -> QVBoxLayout:
        column = _column()
        for name, keys, part in (
            (
                self.tr("Stance"),
                self._keys("stance.", "supports", "contradicts", "context"),
                self.stance,
            ),
            (
                self.tr("Status"),
                self._keys("status.", "confirmed", "alleged", "disputed"),
                self.status,
            ),
            (
                self.tr("How sure of that status?"),
                self._keys("confidence.", "low", "moderate", "high"),
                self.confidence,
            ),
        ):
            column.addWidget(head(name, keys, part))
            column.addWidget(part)
        column.addStretch(1)
        return column

    def _source(self) -> QVBoxLayout:
        column = _column()
        keys = self._keys("link.", "speaker")
        column.addWidget(head(self.tr("Who says so"), keys, self.speaker, self.mode))
        column.addWidget(self.speaker)
        self.speaker.setMinimumWidth(_NARROWEST)
        keys = self._keys("link.", "origin")
        column.addWidget(head(self.tr("Origin"), keys, self.origin, self.kind))
        column.addWidget(self.origin)
        for name, command, choice in (
            (self.tr("Access"), "access", self.access),
            (self.tr("Words"), "wording", self.wording),
        ):
            column.addWidget(head(name, self._keys("link.", command), choice, choice))
        column.addStretch(1)
        return column

    def _why_column(self) -> QVBoxLayout:
        column = _column()
        keys = self._keys("link.", "rationale")
        column.addWidget(head(self.tr("Because…"), keys, self.rationale, self.reason))
        column.addWidget(self.rationale, 1)
        self.rationale.setMinimumWidth(_NARROWEST)
        return column

    def _tell(self, field: str, value: object) -> None:
        if not self._showing:
            self.chosen.emit(field, value)

    def _keys(self, group: str, *names: str) -> str:
        return " ".join(filter(None, (self._commands.printed(group + name) for name in names)))

    def _segments(self, field: str, name: str, rows: Sequence[tuple[Any, str]]) -> Segments:
        is_status = field == "status"
        made = Segments(
            name, [Choice(v.value, self.tr(w), v.value if is_status else "") for v, w in rows]
        )
        made.value_chosen.connect(lambda value: self._tell(field, value))
        return made

    def _line(self, field: str, name: str, hint: str) -> Line:
        line = Line(name, hint)
        line.editingFinished.connect(lambda: self._finish_line(field, line))
        line.done.connect(self.done)
        line.left.connect(self.left)
        return line

    def _choice(self, field: str, name: str, rows: Sequence[tuple[Any, str]]) -> InlineChoice:
        choice = InlineChoice(name, rows)
        choice.value_chosen.connect(lambda value: self._tell(field, value))
        return choice


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    return column


def _set_line(line: Line, text: str) -> None:
    if line.text() != text and not (line.hasFocus() and line.isModified()):
        line.setText(text)
        line.setCursorPosition(0)
