"""The card of one entry: who, when, what changed and why, and the words in their context."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from provenance_desk.gui.history.card_parts import (
    arrow,
    emptied,
    passage_html,
    passage_label,
    pills,
    selectable,
    strong,
    two_ended,
    value_widget,
)
from provenance_desk.gui.history.context import Context, Effect
from provenance_desk.gui.history.marks import Mark
from provenance_desk.gui.history.presenter import EntryFacts
from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import Card, rule, wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel, Dot, ReviewerMark, label

if TYPE_CHECKING:
    from provenance_desk.project.history import Told

_ROW: Final = 20
_FIELDS: Final = {
    "status": "Status",
    "stance": "Stance",
    "confidence": "How sure",
    "who says so": "Who says so",
    "origin": "Origin",
    "access": "Access",
    "wording": "Wording",
    "dates": "Dates",
}


class EntryCard(Card):
    """Shows one entry; everything is built anew for it."""

    def __init__(self, open_in_review: QAction) -> None:
        super().__init__()
        self._open = open_in_review
        self._passage: tuple[Context, str] | None = None
        self._words = passage_label()
        self.column.setSpacing(7)
        self.column.setContentsMargins(12, 11, 12, 11)
        self.set_chosen(chosen=True)
        self.setAccessibleName(self.tr("Entry"))

    def show_entry(self, facts: EntryFacts, mark: Mark, dot: str) -> None:
        """Show an entry with all that is known of it; `dot` is the colour of its document."""
        told = facts.told
        self._clear()
        self.setAccessibleDescription(told.sentence)
        self._add_head(told, mark)
        self._add_changes(told, facts.unchanged)
        self._add_reason(told)
        if facts.effect is not None:
            self._add_effect(facts.effect)
        if facts.context is not None:
            self._add_context(told, facts.context, dot)

    def show_words(self, title: str, words: str, mark: Mark) -> None:
        """Show what is no single entry: a sitting, or that nothing is chosen."""
        self._clear()
        self.setAccessibleDescription(f"{title}. {words}")
        row = QHBoxLayout()
        row.addWidget(ReviewerMark(mark.letter, mark.kind), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(strong(title), 1)
        self.column.addLayout(row)
        self.column.addWidget(wrapped(words, "mute"))

    def _clear(self) -> None:
        emptied(self.column)
        self._passage = None

    def _add_head(self, told: "Told", mark: Mark) -> None:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(9)
        words.setSpacing(1)
        sentence = told.sentence if not told.words.quote else f"{told.who} {_plain(told)}"
        words.addWidget(strong(sentence))
        words.addWidget(label(_when(told.time), "mute"))
        row.addWidget(ReviewerMark(mark.letter, mark.kind), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        if told.undone:
            said = self.tr("Taken back later: it counts for nothing now, and stays on record.")
            self.column.addWidget(wrapped(said, "warning"))

    def _add_changes(self, told: "Told", unchanged: Sequence[str]) -> None:
        changes = told.words.changes
        if changes:
            grid = QGridLayout()
            grid.setHorizontalSpacing(9)
            grid.setVerticalSpacing(4)
            if any(change.before for change in changes):
                _fill_both(grid, told)
            else:
                _fill_after(grid, told)
            self.column.addLayout(grid)
        if unchanged:
            said = self.tr("Unchanged: {fields}").format(fields=" · ".join(unchanged))
            self.column.addWidget(wrapped(said, "mute"))

    def _add_reason(self, told: "Told") -> None:
        if not told.words.reason:
            return
        title = self.tr("Note") if told.type == "note.added" else self.tr("Because…")
        self.column.addWidget(rule())
        self.column.addWidget(label(title, "mute"))
        self.column.addWidget(selectable(wrapped(told.words.reason)))

    def _add_effect(self, effect: Effect) -> None:
        self.column.addWidget(rule())
        self.column.addWidget(label(self.tr("What it did to the claim"), "mute"))
        self.column.addWidget(strong(effect.wording))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(pills(dict(effect.before)))
        row.addWidget(arrow())
        row.addWidget(pills(dict(effect.after)))
        row.addStretch(1)
        self.column.addLayout(row)

    def _add_context(self, told: "Told", context: Context, dot: str) -> None:
        self.column.addWidget(rule())
        place = self.tr("sentence {n} · {start}–{end}").format(
            n=context.sentence, start=context.start, end=context.end
        )
        if not context.sentence:
            place = f"{context.start}–{context.end}"
        where = QHBoxLayout()
        where.setSpacing(7)
        where.addWidget(label(self.tr("In context"), "mute"), 1)
        where.addWidget(Dot(dot))
        where.addWidget(label(place, "mute"))
        self.column.addLayout(where)
        self.column.addWidget(CutLabel(context.title, "mute"))
        judged = told.words.judgement or told.words.before
        self._passage = context, judged.status.value if judged else ""
        self._words = passage_label()
        self.column.addWidget(self._words)
        self._paint_passage()
        go = KeyButton.of_action(self._open)
        go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.column.addLayout(two_ended(_found(context), go))

    def _paint_passage(self) -> None:
        if self._passage is not None:
            self._words.setText(passage_html(*self._passage))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_passage()


def _plain(told: "Told") -> str:
    """What was done, without what the card shows below."""
    verb = told.words.verb
    return {
        "link.made": f"{verb} a passage to a claim" if verb == "linked" else f"{verb} to a claim",
        "link.revised": "changed a judgement",
        "link.retracted": "retracted a link",
    }.get(told.type, told.words.text)


def _when(time: str) -> str:
    moment = datetime.fromisoformat(time)
    return f"{moment.day} {moment:%b %Y, %H:%M:%S} UTC, claimed"


def _fill_both(grid: QGridLayout, told: "Told") -> None:
    """Each changed field with its value before and after."""
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    for row, change in enumerate(told.words.changes):
        parts: tuple[QWidget, ...] = (
            label(_name(change.field), "mute"),
            value_widget(change.field, change.before),
            arrow(),
            value_widget(change.field, change.after),
        )
        for column, part in enumerate(parts):
            part.setMinimumHeight(_ROW)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)


def _fill_after(grid: QGridLayout, told: "Told") -> None:
    """Each field of something new."""
    grid.setColumnStretch(1, 1)
    for row, change in enumerate(told.words.changes):
        parts = label(_name(change.field), "mute"), value_widget(change.field, change.after)
        for column, part in enumerate(parts):
            part.setMinimumHeight(_ROW)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)


def _name(field: str) -> str:
    return _FIELDS.get(field, field.capitalize())


def _found(context: Context) -> QWidget:
    """Whether the quote stands in the document as it is quoted."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    if context.found is None:
        return made
    picture = label("")
    role, look = ("confirmed", "good") if context.found else ("disputed", "error")
    picture.setPixmap(icon("check" if context.found else "alert", role).pixmap(13, 13))
    words = made.tr("found word for word") if context.found else made.tr("not found word for word")
    row.addWidget(picture)
    said = wrapped(words, look)
    said.setFont(frame_font(12))
    row.addWidget(said, 1)
    return made
