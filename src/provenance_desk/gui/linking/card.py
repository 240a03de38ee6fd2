"""The link card under the panes: the claim, the judgement, who says so, and why."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.records import Link
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.linking import choices
from provenance_desk.gui.linking.claim_box import ClaimBox
from provenance_desk.gui.linking.draft import Draft, Passage
from provenance_desk.gui.linking.fitting import fit
from provenance_desk.gui.linking.rationale import RationaleField
from provenance_desk.gui.shared.widgets_buttons import Choice, KeyButton, Segments
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel, FieldLabel

HEIGHT: Final = 208
LETTERS: Final = {"mode": 8, "origin_kind": 5}
"""How many letters of its longest choice a combo box must show."""


class LinkCardWidget(QFrame):
    """Shows a draft and tells what is chosen; decides nothing."""

    chosen = Signal(str, object)
    """`(field, value)`: stance, status, confidence, wording, access, speaker, mode, origin, …"""
    link_opened = Signal(str)
    claim_wanted = Signal()
    left = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "top")
        self.setAccessibleName(self.tr("Link card"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self._commands = commands
        self._showing = False
        self.place = CutLabel("", "mute")
        self.claim = ClaimBox(commands.printed("link.make"))
        self.state = wrapped("", "mute")
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.state.setTextFormat(Qt.TextFormat.RichText)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.state.linkActivated.connect(self.link_opened)
        self.save = KeyButton(self.tr("Save"), commands.printed("link.save"), look="primary")
        self.save.clicked.connect(lambda: commands.trigger("link.save"))
        self.stance = self._segments("stance", self.tr("Stance"), choices.STANCES)
        self.status = self._segments("status", self.tr("Status"), choices.STATUSES)
        self.confidence = self._segments("confidence", self.tr("How sure"), choices.CONFIDENCES)
        self.speaker = self._line("speaker", self.tr("Who says so: name, or empty if not named"))
        self.mode = self._combo("mode", self.tr("How the speaker is given"), choices.MODES)
        self.origin = self._line("origin", self.tr("Origin: who could know first-hand"))
        self.kind = self._combo("origin_kind", self.tr("Kind of origin"), choices.ORIGIN_KINDS)
        self.access = self._combo("access", self.tr("Access"), choices.ACCESSES)
        self.wording = self._combo("wording", self.tr("Wording of the passage"), choices.WORDINGS)
        self.reason = self._combo("reason", self.tr("Kind of change"), choices.REASONS)
        self.rationale = RationaleField()
        self.rationale.changed.connect(lambda text: self._tell("rationale", text))
        self.rationale.left.connect(self.left)
        self.claim.wanted.connect(self.claim_wanted)
        self.claim.changed.connect(lambda words: self._tell("new_claim", words))
        self.claim.kind_chosen.connect(lambda kind: self._tell("claim_kind", kind))
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for part, stretch in (
            (self._judgement_column(), 24),
            (self._speaker_column(), 24),
            (self._why_column(), 22),
        ):
            row.addLayout(part, stretch)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(18)
        whole.addLayout(self._claim_column(), 22)
        whole.addWidget(self._fields, 74)

    def _claim_column(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(self.place)
        column.addWidget(self.claim)
        column.addWidget(self.state, 1)
        column.addWidget(self.save)
        return column

    def _judgement_column(self) -> QVBoxLayout:
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
            column.addWidget(FieldLabel(name, keys, part))
            column.addWidget(part)
        column.addStretch(1)
        return column

    def _speaker_column(self) -> QVBoxLayout:
        column = _column()
        speaker_keys, origin_keys = self._keys("link.", "speaker"), self._keys("link.", "origin")
        column.addWidget(FieldLabel(self.tr("Who says so"), speaker_keys, self.speaker))
        column.addLayout(_pair(self.speaker, self.mode))
        column.addWidget(FieldLabel(self.tr("Origin"), origin_keys, self.origin))
        column.addLayout(_pair(self.origin, self.kind))
        access, words = (self.tr("Access to the origin"), self.tr("The words are"))
        column.addLayout(
            _pair(
                FieldLabel(access, "", self.access), FieldLabel(words, "", self.wording), equal=True
            )
        )
        column.addLayout(_pair(self.access, self.wording, equal=True))
        column.addStretch(1)
        return column

    def _why_column(self) -> QVBoxLayout:
        column = _column()
        keys = self._keys("link.", "rationale")
        column.addWidget(FieldLabel(self.tr("Because…"), keys, self.rationale))
        column.addWidget(self.reason)
        column.addWidget(self.rationale, 1)
        return column

    def show_nothing(self) -> None:
        """No passage is chosen."""
        self.place.setText("")
        self.claim.show_empty("")
        self.state.setText(self.tr("Choose a sentence to judge it."))
        self._fields.setEnabled(False)
        self.save.setEnabled(False)

    def show_passage(self, passage: Passage, own: Sequence[Link]) -> None:
        """A passage without a draft: what is linked already, and what to do."""
        self.show_draft(Draft(passage), "")
        self.claim.show_empty(passage.exact)
        self.state.setText(own_words(own) if own else self._first_words())
        self.state.setProperty("look", "mute")
        self.save.setEnabled(False)

    def _first_words(self) -> str:
        link, skip = self._commands.printed("link.make"), self._commands.printed("passage.nothing")
        words = self.tr("{link} links it to a claim, {skip}: nothing to link here.")
        return words.format(link=link, skip=skip)

    def show_draft(self, draft: Draft, claim: str) -> None:
        """Show every choice of a draft; a field that has the focus keeps its text."""
        self._showing = True
        self._fields.setEnabled(True)
        self.place.setText(place_words(draft.passage))
        self.claim.show_claim(claim, is_new=draft.claim is None, is_fixed=draft.changes)
        self.stance.show_value(draft.stance.value)
        self.status.show_value(draft.status.value if draft.status else "")
        self.confidence.show_value(draft.confidence.value if draft.confidence else "")
        speaker = draft.speakers[0] if draft.speakers else None
        _set_line(self.speaker, speaker.name if speaker else "")
        _choose(self.mode, speaker.mode if speaker else choices.MODES[1][0])
        self.mode.setEnabled(speaker is not None)
        _set_line(self.origin, draft.origin.name if draft.origin else "")
        _choose(self.kind, draft.origin.kind if draft.origin else choices.ORIGIN_KINDS[0][0])
        self.kind.setEnabled(draft.origin is not None and draft.origin.id is None)
        _choose(self.access, draft.access)
        _choose(self.wording, draft.wording)
        _choose(self.reason, draft.reason or choices.REASONS[0][0])
        self.reason.setVisible(draft.changes)
        self.rationale.show_text(draft.rationale, needed=draft.needs_rationale)
        self.show_missing(draft.missing(), draft.warnings())
        self._showing = False

    def show_missing(self, missing: Sequence[str], warnings: Sequence[str] = ()) -> None:
        """Say what saving waits for, else what is doubtful."""
        said = list(missing[:2]) or list(warnings)
        self.state.setProperty("look", "mute" if missing or not warnings else "warning")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText("<br>".join(escape(words) for words in said))
        self.state.setToolTip("\n".join([*missing, *warnings]))
        self.save.setEnabled(not missing)

    def show_problem(self, problem: DeskError) -> None:
        """Say why something was not saved."""
        self.show_missing((str(problem),))

    def offer_names(self, names: Sequence[str]) -> None:
        """Names that the speaker and origin lines complete."""
        for line in (self.speaker, self.origin):
            completer = QCompleter(list(names), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)

    def _tell(self, field: str, value: object) -> None:
        if not self._showing:
            self.chosen.emit(field, value)

    def _keys(self, group: str, *names: str) -> str:
        return " ".join(self._commands.printed(group + name) for name in names)

    def _segments(self, field: str, name: str, rows: Sequence[tuple[Any, str]]) -> Segments:
        is_status = field == "status"
        made = Segments(
            name, [Choice(v.value, self.tr(w), v.value if is_status else "") for v, w in rows]
        )
        made.value_chosen.connect(lambda value: self._tell(field, value))
        return made

    def _line(self, field: str, name: str) -> QLineEdit:
        line = _Line()
        line.setAccessibleName(name)
        line.setPlaceholderText(name.partition(":")[2].strip())
        line.editingFinished.connect(lambda: self._tell(field, line.text()))
        line.left.connect(self.left)
        return line

    def _combo(self, field: str, name: str, rows: Sequence[tuple[Any, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        for value, words in rows:
            combo.addItem(self.tr(words), value)
        fit(combo, LETTERS.get(field, 3))
        combo.activated.connect(lambda _: self._tell(field, combo.currentData()))
        return combo


class _Line(QLineEdit):
    """A line; Esc goes back to the text, Enter says that it is done."""

    left = Signal()

    def keyPressEvent(self, event: Any) -> None:
        """Esc and Enter leave the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left.emit()


def own_words(links: Sequence[Link]) -> str:
    """The reviewer's links on a passage, each to be opened by a click."""
    said = (
        f'<a href="{link.id}">{link.judgement.status.capitalize()}, {link.judgement.confidence}</a>'
        for link in links[:3]
    )
    return "You judged this: " + " · ".join(said)


def place_words(passage: Passage) -> str:
    """Where a passage is, and what kind of text."""
    zone = "" if passage.zone == "body" else f" · {passage.zone}"
    return f"Characters {passage.start:,} to {passage.end:,}{zone} → claim"


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    return column


def _pair(first: QWidget, second: QWidget, *, equal: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(first, 1)
    row.addWidget(second, 1 if equal else 0)
    return row


def _set_line(line: QLineEdit, text: str) -> None:
    if line.text() != text and not (line.hasFocus() and line.isModified()):
        line.setText(text)


def _choose(combo: QComboBox, value: object) -> None:
    for place in range(combo.count()):
        if combo.itemData(place) == value:
            combo.setCurrentIndex(place)
            return
