"""The link card under the panes: the claim, the judgement, who says so, and why."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.records import Link
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.linking.claim_box import ClaimBox
from provenance_desk.gui.linking.draft import Draft, Passage, before_words
from provenance_desk.gui.linking.fields import COLUMN_GAP, LinkFields
from provenance_desk.gui.linking.inline import LABEL_HEIGHT
from provenance_desk.gui.linking.parts import Judged
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel

HEIGHT: Final = 196
_FOCUS_LINE: Final = 2
_SIDE, _MARGIN, _GAP = 15, 9, 3
_NARROWEST: Final = 196
_BEFORE_HEIGHT: Final = 32


class LinkCardWidget(QFrame):
    """Shows a draft and tells what is chosen; decides nothing."""

    chosen = Signal(str, object)
    """`(field, value)` as `deciding.decided` knows them; `origin_name` is a name."""
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
        self._commands, self._place = commands, ""
        self.place = CutLabel("", "mute")
        self.place.setFixedHeight(LABEL_HEIGHT)
        self.claim = ClaimBox(commands.printed("link.make"))
        self.before = CutLabel("", "mute", lines=2)
        self.before.setFixedHeight(_BEFORE_HEIGHT)
        self.state = wrapped("", "mute")
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.state.setTextFormat(Qt.TextFormat.RichText)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.state.linkActivated.connect(self.link_opened)
        self.fields = LinkFields(commands)
        self.save = KeyButton(self.tr("Save"), commands.printed("link.save"), look="primary")
        self.save.clicked.connect(lambda: commands.trigger("link.save"))
        self._lay_out()
        self._pass_on()
        self.show_nothing()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        for part in (self.place, self.claim, self.before):
            column.addWidget(part)
        column.addWidget(self.state, 1)
        self.fields.why.addSpacing(_GAP)
        self.fields.why.addWidget(self.save)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_SIDE, _MARGIN, _SIDE, _MARGIN)
        whole.setSpacing(COLUMN_GAP)
        whole.addLayout(column, 16)
        whole.addWidget(self.fields, 62)
        self.claim.setMinimumWidth(_NARROWEST)

    def _pass_on(self) -> None:
        self.fields.chosen.connect(self.chosen)
        self.claim.wanted.connect(self.claim_wanted)
        self.claim.changed.connect(lambda words: self.chosen.emit("new_claim", words))
        self.claim.kind_chosen.connect(lambda kind: self.chosen.emit("new_kind", kind))
        for part in (self.fields, self.claim):
            part.done.connect(self.setFocus)
            part.left.connect(self.left)

    def show_nothing(self) -> None:
        """No passage is chosen."""
        self._place = ""
        self._fit_place()
        self.claim.show_empty("")
        self._say(self.tr("Choose a sentence to judge it."))
        self.before.hide()
        self.fields.show_nothing()
        self.save.setEnabled(False)

    def show_passage(self, passage: Passage, judged: Judged) -> None:
        """A passage without a draft: what is linked already, and what to do."""
        self.fields.show_draft(Draft(passage))
        self._show_place(passage)
        self.claim.show_empty(passage.exact)
        self.before.hide()
        self._say(self._first_words(judged))
        self.save.setEnabled(False)

    def show_draft(self, draft: Draft, claim: str) -> None:
        """Show every choice of a draft; a field that has the focus keeps its text."""
        self._show_place(draft.passage)
        if draft.claim is not None:
            fixed = self.tr("The claim of a link can't be changed; retract it and make another.")
            self.claim.show_claim(claim, fixed if draft.changes else claim)
        elif draft.new_claim:
            self.claim.show_new(claim, draft.new_kind)
        elif not self.claim.wording.hasFocus():
            self.claim.show_empty(draft.passage.exact)
        self.before.setText(before_words(draft))
        self.before.setVisible(draft.changes)
        self.fields.show_draft(draft)

    def show_missing(self, missing: Sequence[str], warnings: Sequence[str] = ()) -> None:
        """Say what saving waits for, else what is doubtful."""
        look = "mute" if missing or not warnings else "caution"
        self._say_what_fits(list(missing[:2]) or list(warnings), look)
        self.state.setToolTip("\n".join([*missing, *warnings]))
        self.save.setEnabled(not missing)

    def show_problem(self, problem: DeskError) -> None:
        """Say why something was not saved."""
        self._say(escape(str(problem)), "error")
        self.state.setToolTip(str(problem))

    def _show_place(self, passage: Passage) -> None:
        self.fields.setEnabled(True)
        zone = "" if passage.zone == "body" else f" · {passage.zone}"
        self._place = f"{passage.place}{zone}"
        self._fit_place()

    def _fit_place(self) -> None:
        """Where the passage is, and that it is to be linked where there is room to say so."""
        long = self.tr("{place} → claim").format(place=self._place) if self._place else ""
        fits = self.place.fontMetrics().horizontalAdvance(long) <= self.place.width()
        self.place.setText(long if fits else self._place)

    def _say(self, words: str, look: str = "mute") -> None:
        if self.state.property("look") != look:
            self.state.setProperty("look", look)
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)
        self.state.setText(words)
        self.state.setToolTip("")

    def _say_what_fits(self, sentences: Sequence[str], look: str) -> None:
        """As many sentences as there is room for, and how many more the tool tip holds."""
        before = _BEFORE_HEIGHT + _GAP if self.before.isVisibleTo(self) else 0
        taken = 2 * _MARGIN + LABEL_HEIGHT + self.claim.height() + 2 * _GAP + before
        for number in range(len(sentences), -1, -1):
            more = len(sentences) - number
            said = [escape(words) for words in sentences[:number]]
            said += [self.tr("… and {n} more").format(n=more)] if more else []
            self._say("<br>".join(said), look)
            if self.state.heightForWidth(self.state.width()) <= HEIGHT - taken:
                return

    def _first_words(self, judged: Judged) -> str:
        lines = [escape(judged.words)] if judged.words else []
        if judged.own:
            anew = self.tr("{key} judges it anew.").format(key=self._printed("link.revise"))
            return "<br>".join([f"{own_words(judged.own)} {anew}", *lines])
        words = self.tr("{link} links it to a claim, {skip}: nothing to link here.")
        keys = {"link": self._printed("link.make"), "skip": self._printed("passage.nothing")}
        return "<br>".join([*lines, words.format(**keys)])

    def _printed(self, command: str) -> str:
        return self._commands.printed(command) or self._commands.text(command)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks the upper edge while letters go to the card."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), _FOCUS_LINE, QColor(current_tokens().accent))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says as much as fits."""
        super().resizeEvent(event)
        self._fit_place()

    @override
    def event(self, event: QEvent) -> bool:
        """Paints itself anew when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


def own_words(links: Sequence[Link]) -> str:
    """The reviewer's links on a passage, each to be opened by a click."""
    said = (
        f'<a href="{link.id}">{link.judgement.status.capitalize()}, {link.judgement.confidence}</a>'
        for link in links[:3]
    )
    return "You judged this: " + " · ".join(said) + "."
