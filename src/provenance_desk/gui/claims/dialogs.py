"""Wording a claim, joining two: questions with the wording lint beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from provenance_desk.analysis.claim_wording import lint_claim
from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.records import Claim
from provenance_desk.domain.words import ClaimKind, OriginKind
from provenance_desk.gui.claims.rows import ClaimRow, matches
from provenance_desk.gui.linking.choices import CLAIM_KINDS
from provenance_desk.gui.linking.dates import MOST, DateRow, dates_problem
from provenance_desk.gui.review.dialogs import Question
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label
from provenance_desk.gui.shared.widgets_rows import GrowingRows, choice_box

if TYPE_CHECKING:
    from provenance_desk.project.actions.work import Work

Action = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A wording, its kind, whose act it is, and why it is reworded."""

    wording: str
    kind: ClaimKind
    actor: str = ""
    reason: str = ""
    dates: tuple[DateMention, ...] = ()

    def adding(self) -> Action:
        """The action that adds the claim; its result is the claim's id."""

        def action(project: Any) -> str:
            from provenance_desk.project.actions import claims

            with project.step() as work:
                return claims.add_claim(work, self._draft(work))

        return action

    def rewording(self, claim: Claim) -> Action:
        """The action that gives a claim this wording."""

        def action(project: Any) -> str:
            from provenance_desk.project.actions import claims

            with project.step() as work:
                return claims.reword_claim(work, claim.id, self._draft(work), self.reason)

        return action

    def _draft(self, work: "Work") -> Any:
        from provenance_desk.project.actions import claims, origins

        known = (work.find.origin_named(kind, self.actor) for kind in OriginKind)
        actor = next((origin for origin in known if origin), None) if self.actor else None
        if actor is None and self.actor:
            actor = origins.add_origin(work, self.actor, OriginKind.BODY)
        return claims.ClaimDraft(self.wording, self.kind, actor, self.dates or None)


class ClaimDialog(Question):
    """Words a claim; warnings explain and never block."""

    def __init__(
        self, parent: QWidget, names: Sequence[str], claim: Claim | None, actor: str
    ) -> None:
        title = "Reword the claim" if claim else "New claim"
        words = "One neutral sentence that says what is asserted, never its negation."
        super().__init__(parent, title, words)
        self._claim = claim
        self.wording = self._make_wording(claim)
        kind = claim.kind if claim else ClaimKind.FACT
        self.kind = choice_box(CLAIM_KINDS, self.tr("Kind of claim"), kind)
        self.actor = self._make_actor(names, actor)
        dates = claim.dates if claim else ()
        self.dates = GrowingRows(lambda date: DateRow(date, plain=True), dates, MOST)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason for the new wording"))
        self.reason.setPlaceholderText(self.tr("Why it is reworded: a sentence is enough"))
        self.reason.setVisible(claim is not None)
        self.doubts = wrapped("", "caution")
        when = label(self.tr("When it happened, or was reported, if the claim says so"), "mute")
        for part in (self.wording, self.kind, self.actor, when, self.dates, self.reason):
            self.column.addWidget(part)
        self.column.addWidget(self.doubts)
        self.finish()
        self._listen()
        self._check()
        self.wording.setFocus()

    def _make_wording(self, claim: Claim | None) -> QPlainTextEdit:
        field = QPlainTextEdit(claim.wording if claim else "")
        field.setAccessibleName(self.tr("Wording of the claim"))
        field.setTabChangesFocus(True)
        field.setFixedHeight(74)
        return field

    def _make_actor(self, names: Sequence[str], actor: str) -> QLineEdit:
        line = QLineEdit(actor)
        line.setAccessibleName(self.tr("Whose act it is"))
        line.setPlaceholderText(self.tr("Whose act it is: a person or body (for an act)"))
        completer = QCompleter(list(names), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        return line

    def _listen(self) -> None:
        self.wording.textChanged.connect(self._check)
        self.dates.changed.connect(self._check)
        self.kind.currentIndexChanged.connect(lambda _: self._check())
        for line in (self.actor, self.reason):
            line.textChanged.connect(lambda _: self._check())

    @property
    def answer(self) -> ClaimAnswer:
        """What is in the fields."""
        return ClaimAnswer(
            " ".join(self.wording.toPlainText().split()),
            ClaimKind(self.kind.currentData()),
            self.actor.text().strip(),
            self.reason.text().strip(),
            self.dates.values,
        )

    def _check(self) -> None:
        answer = self.answer
        dated, acted = bool(answer.dates), bool(answer.actor)
        found = lint_claim(answer.wording, answer.kind, dated=dated, acted=acted)
        problem = dates_problem(answer.dates)
        said = [problem] if problem else [warning.sentence for warning in found[:3]]
        self.doubts.setText("\n".join(said))
        self.doubts.setVisible(bool(said) and bool(answer.wording))
        known_why = bool(answer.reason or self._claim is None)
        self.allow(allowed=bool(answer.wording and known_why and not problem))

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        names: Sequence[str],
        claim: Claim | None = None,
        actor: str = "",
    ) -> ClaimAnswer | None:
        """The claim as worded, or None."""
        dialog = cls(parent, names, claim, actor)
        return dialog.answer if dialog.exec() else None


class JoinDialog(Question):
    """Chooses the claim that says the same, and asks why."""

    def __init__(self, parent: QWidget, wording: str, others: Sequence[ClaimRow]) -> None:
        words = "Both wordings are kept and their links count together; undo separates them."
        super().__init__(parent, "Join with another claim", words)
        self._others = others
        self.column.addWidget(wrapped(wording, "title"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find the claim that says the same"))
        self.filter.setAccessibleName(self.tr("Find a claim"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Claims to join with"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why the two say the same"))
        self.reason.setAccessibleName(self.tr("Reason"))
        for part in (self.filter, self.list, self.reason):
            self.column.addWidget(part)
        self.finish()
        self.filter.textChanged.connect(self._show)
        self.list.currentRowChanged.connect(lambda _: self._check())
        self.reason.textChanged.connect(lambda _: self._check())
        self._show("")
        self.filter.setFocus()

    def _show(self, words: str) -> None:
        self.list.clear()
        for row in self._others:
            if matches(row.wording, words):
                item = QListWidgetItem(row.wording)
                item.setData(Qt.ItemDataRole.UserRole, row.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._check()

    @property
    def chosen(self) -> str:
        """The id of the claim chosen; empty if none is."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _check(self) -> None:
        self.allow(allowed=bool(self.chosen and self.reason.text().strip()))

    @classmethod
    def ask(
        cls, parent: QWidget, wording: str, others: Sequence[ClaimRow]
    ) -> tuple[str, str] | None:
        """The other claim's id and the reason, or None."""
        dialog = cls(parent, wording, others)
        return (dialog.chosen, dialog.reason.text().strip()) if dialog.exec() else None
