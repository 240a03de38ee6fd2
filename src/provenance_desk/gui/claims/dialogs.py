"""Wording a claim, joining two: questions with the wording lint beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from provenance_desk.analysis.claim_wording import lint_claim
from provenance_desk.domain.records import Claim
from provenance_desk.domain.words import ClaimKind, OriginKind
from provenance_desk.gui.claims.rows import ClaimRow, matches
from provenance_desk.gui.linking.choices import CLAIM_KINDS
from provenance_desk.gui.review.dialogs import Question
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

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
                return claims.reword_claim(work, claim.id, self._draft(work, claim), self.reason)

        return action

    def _draft(self, work: "Work", claim: Claim | None = None) -> Any:
        from provenance_desk.project.actions import claims, origins

        known = (work.find.origin_named(kind, self.actor) for kind in OriginKind)
        actor = next((origin for origin in known if origin), None) if self.actor else None
        if actor is None and self.actor:
            actor = origins.add_origin(work, self.actor, OriginKind.BODY)
        dates = (claim.dates or None) if claim else None
        return claims.ClaimDraft(self.wording, self.kind, actor, dates)


class ClaimDialog(Question):
    """Words a claim; warnings explain and never block."""

    def __init__(
        self, parent: QWidget, names: Sequence[str], claim: Claim | None, actor: str
    ) -> None:
        title = "Reword the claim" if claim else "New claim"
        words = "One neutral sentence that says what is asserted, never its negation."
        super().__init__(parent, title, words)
        self._claim = claim
        self.wording = QPlainTextEdit(claim.wording if claim else "")
        self.wording.setAccessibleName(self.tr("Wording of the claim"))
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(74)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of claim"))
        for value, name in CLAIM_KINDS:
            self.kind.addItem(self.tr(name), value)
        if claim:
            self.kind.setCurrentIndex([value for value, _ in CLAIM_KINDS].index(claim.kind))
        self.actor = QLineEdit(actor)
        self.actor.setAccessibleName(self.tr("Whose act it is"))
        self.actor.setPlaceholderText(self.tr("Whose act it is: a person or body (for an act)"))
        completer = QCompleter(list(names), self.actor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.actor.setCompleter(completer)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason for the new wording"))
        self.reason.setPlaceholderText(self.tr("Why it is reworded: a sentence is enough"))
        self.doubts = wrapped("", "warning")
        for part in (self.wording, self.kind, self.actor, self.reason, self.doubts):
            self.column.addWidget(part)
        self.reason.setVisible(claim is not None)
        self.finish()
        self.wording.textChanged.connect(self._check)
        self.kind.currentIndexChanged.connect(lambda _: self._check())
        self.actor.textChanged.connect(lambda _: self._check())
        self.reason.textChanged.connect(lambda _: self._check())
        self._check()
        self.wording.setFocus()

    @property
    def answer(self) -> ClaimAnswer:
        """What is in the fields."""
        return ClaimAnswer(
            " ".join(self.wording.toPlainText().split()),
            ClaimKind(self.kind.currentData()),
            self.actor.text().strip(),
            self.reason.text().strip(),
        )

    def _check(self) -> None:
        answer = self.answer
        known = bool(self._claim and self._claim.dates)
        found = lint_claim(answer.wording, answer.kind, dated=known, acted=bool(answer.actor))
        self.doubts.setText("\n".join(warning.sentence for warning in found[:3]))
        self.doubts.setVisible(bool(found) and bool(answer.wording))
        self.allow(allowed=bool(answer.wording and (answer.reason or self._claim is None)))

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
        self.column.addWidget(label(wording, "title"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find the claim that says the same"))
        self.filter.setAccessibleName(self.tr("Find a claim"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Claims to join with"))
        self.list.setWordWrap(True)
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
