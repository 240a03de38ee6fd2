"""The keys of the link card, and what the card tells."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    Mode,
    OriginKind,
    Stance,
    Status,
    Wording,
)

if TYPE_CHECKING:
    from provenance_desk.gui.review.workspace import ReviewWorkspace


class LinkCommands:
    """Connects keys and the card's fields to the presenter."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        linking, card = review.linking, review.card
        connect = partial(review.desk.commands.connect, owner=review.widget)
        connect("link.make", self._make)
        connect("link.same_claim", self._same_claim)
        connect("link.save", self._save)
        for status in Status:
            connect(f"status.{status}", partial(self._judge, linking.set_status, status))
        for confidence in Confidence:
            connect(
                f"confidence.{confidence}", partial(self._judge, linking.set_confidence, confidence)
            )
        for stance in Stance:
            connect(f"stance.{stance}", partial(self._judge, linking.set_stance, stance))
        connect("link.speaker", partial(self._write_in, card.speaker.setFocus))
        connect("link.origin", partial(self._write_in, card.origin.setFocus))
        connect("link.rationale", partial(self._write_in, card.rationale.write))
        connect("link.revise", self._revise)
        connect("link.retract", self._retract)
        connect("link.peek", self._peek)
        self._setters = self._fields()
        card.chosen.connect(self._take)

    def _fields(self) -> Mapping[str, Callable[[Any], object]]:
        linking = self._review.linking
        return {
            "stance": lambda v: linking.set_stance(Stance(v)),
            "status": lambda v: linking.set_status(Status(v)),
            "confidence": lambda v: linking.set_confidence(Confidence(v)),
            "wording": lambda v: linking.set_wording(Wording(v) if v else None),
            "access": lambda v: linking.set_access(Access(v) if v else None),
            "speaker": linking.set_speaker,
            "mode": lambda v: linking.set_mode(Mode(v)),
            "origin": lambda v: linking.set_origin(v, self._origin_kind()),
            "origin_kind": lambda v: linking.set_origin_kind(OriginKind(v)),
            "rationale": linking.set_rationale,
            "reason": lambda v: linking.set_reason(ChangeReason(v)),
            "new_claim": linking.set_new_claim,
            "claim_kind": lambda v: linking.set_kind(ClaimKind(v)),
        }

    def _take(self, field: str, value: object) -> None:
        self._setters[field](value)

    def _origin_kind(self) -> OriginKind:
        return OriginKind(self._review.card.kind.currentData())

    def _make(self) -> None:
        self._review.ask_claim()

    def _same_claim(self) -> None:
        self._review.linking.show_passage(self._review.deck.passage())
        if self._review.linking.choose_last_claim():
            self._review.card.setFocus()
        else:
            self._review.desk.say(
                "No claim was linked yet in this sitting. Press Enter to choose one."
            )

    def _judge(self, setter: Callable[[Any], None], value: object) -> None:
        if self._review.linking.draft is None:
            self._review.linking.show_passage(self._review.deck.passage())
        setter(value)

    def _write_in(self, focus: Callable[[], None]) -> None:
        if self._review.linking.draft is None:
            self._review.desk.say("Choose a claim first: Enter.")
            return
        focus()

    def _save(self) -> None:
        self._finish_fields()
        if self._review.linking.draft is None:
            self._review.desk.say(
                "There is nothing to save: every step is on disk when it is shown."
            )
        elif not self._review.linking.save():
            missing = self._review.linking.draft.missing()
            self._review.desk.say(f"Not saved yet. {missing[0]}." if missing else "Not saved yet.")

    def _finish_fields(self) -> None:
        card = self._review.card
        for field, line in (("speaker", card.speaker), ("origin", card.origin)):
            if line.isModified() and self._review.linking.draft is not None:
                line.setModified(False)
                self._take(field, line.text())

    def _own_link(self) -> str | None:
        chosen = self._review.claims.chosen_link()
        if chosen is not None and chosen.own and self._review.claims.view.hasFocus():
            return chosen.link
        draft = self._review.linking.draft
        if draft is not None and draft.link is not None:
            return draft.link.id
        passage = self._review.deck.passage()
        own = self._review.linking.own_links(passage) if passage else []
        wanted = self._review.claims.chosen
        match = [link for link in own if link.claim == wanted] or own
        return match[0].id if match else None

    def _revise(self) -> None:
        link = self._own_link()
        if link is None:
            self._review.desk.say("There is no link of yours on this passage.")
            return
        self._review.linking.show_passage(self._review.deck.passage())
        self._review.linking.change_link(link)
        self._review.card.setFocus()

    def _retract(self) -> None:
        from provenance_desk.gui.review.dialogs import ReasonDialog

        link = self._own_link()
        if link is None:
            self._review.desk.say("There is no link of yours on this passage to retract.")
            return
        answer = ReasonDialog.ask(
            self._review.desk.window,
            "Retract the link",
            "The link stays in the history, with the reason. Undo brings it back.",
            with_kind=True,
        )
        if answer is not None:
            self._review.linking.retract(link, answer.kind, answer.text)

    def _peek(self) -> None:
        pane = self._review.deck.current
        marks = pane.model.links.get(pane.view.current, ()) if pane else ()
        if not marks:
            self._review.desk.say("No link is on this sentence yet.")
            return
        self._review.choose_claim(marks[0].claim, keep=pane)
        self._review.claims.show_link(marks[0].link)
