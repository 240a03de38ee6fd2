"""Claims added, reworded, joined, separated, retired and restored from the desk."""

from functools import partial
from typing import TYPE_CHECKING, Any

from provenance_desk.domain.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance_desk.gui.review.workspace import ReviewWorkspace


class ClaimCommands:
    """Connects what is done with the chosen claim."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        connect = partial(review.desk.commands.connect, owner=review.widget)
        connect("claim.add", self._add)
        connect("claim.reword", self._reword)
        connect("claim.join", self._join)
        connect("claim.separate", self._separate)
        connect("claim.retire", self._retire)
        connect("claim.restore", self._restore)
        connect("claim.filter", review.claims.filter.setFocus)

    def _chosen(self) -> Claim | None:
        claim = self._review.reader_claim(self._review.claims.chosen)
        if claim is None:
            self._review.desk.say("Choose a claim in the list first.")
        return claim

    def _do(
        self, action: "Callable[[Any], Any]", then: "Callable[[Any], None] | None" = None
    ) -> None:
        self._review.desk.session.do(action, then=then)

    def _add(self) -> None:
        from provenance_desk.gui.claims.dialogs import ClaimDialog

        answer = ClaimDialog.ask(self._review.desk.window, self._review.origin_names())
        if answer is not None:
            self._do(answer.adding(), then=self._review.choose_claim)

    def _reword(self) -> None:
        from provenance_desk.gui.claims.dialogs import ClaimDialog

        claim = self._chosen()
        if claim is None:
            return
        actor = self._review.origin_name(claim.actor)
        names = self._review.origin_names()
        answer = ClaimDialog.ask(self._review.desk.window, names, claim, actor)
        if answer is not None:
            self._do(answer.rewording(claim))

    def _join(self) -> None:
        from provenance_desk.gui.claims.dialogs import JoinDialog

        claim = self._chosen()
        if claim is None:
            return
        others = [row for row in self._review.claims.rows if row.id != self._review.claims.chosen]
        answer = JoinDialog.ask(self._review.desk.window, claim.wording, others)
        if answer is not None:
            other, reason = answer
            self._do(lambda p: p.join_claims(claim.id, other, reason))

    def _separate(self) -> None:
        from provenance_desk.gui.review.dialogs import ReasonDialog

        group = self._review.claims.chosen
        members = [name for name, joined in self._review.reader.joins().items() if joined == group]
        if len(members) < 2:
            self._review.desk.say("This claim is not joined with another one.")
            return
        answer = ReasonDialog.ask(
            self._review.desk.window,
            "Separate the joined claims",
            f"{len(members)} claims stand alone again; their links stay with them.",
        )
        if answer is None:
            return
        pairs = [(a, b) for n, a in enumerate(members) for b in members[n + 1 :]]

        def separate(project: Any) -> None:
            from provenance_desk.project.actions import claims

            with project.step() as work:
                for first, second in pairs:
                    claims.separate_claims(work, first, second, answer.text)

        self._do(separate)

    def _retire(self) -> None:
        self._with_reason(
            "Retire the claim",
            "It is no longer pursued, still counted, and shown as retired.",
            lambda claim, reason: lambda p: p.retire_claim(claim.id, reason),
        )

    def _restore(self) -> None:
        self._with_reason(
            "Pursue the claim again",
            "It is shown among the others again.",
            lambda claim, reason: lambda p: p.restore_claim(claim.id, reason),
        )

    def _with_reason(
        self,
        title: str,
        words: str,
        action: "Callable[[Claim, str], Callable[[Any], Any]]",
    ) -> None:
        from provenance_desk.gui.review.dialogs import ReasonDialog

        claim = self._chosen()
        if claim is None:
            return
        answer = ReasonDialog.ask(self._review.desk.window, title, f"“{claim.wording}”\n{words}")
        if answer is not None:
            self._do(action(claim, answer.text))
