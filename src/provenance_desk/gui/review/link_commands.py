"""The keys of the link card, and what the card tells."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from provenance_desk.domain.words import Confidence, Stance, Status
from provenance_desk.gui.linking.inline import InlineChoice
from provenance_desk.gui.linking.presenter import NOT_YOURS

if TYPE_CHECKING:
    from provenance_desk.domain.records import Link
    from provenance_desk.gui.review.workspace import ReviewWorkspace


class LinkCommands:
    """Connects keys and the card's fields to the presenter."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        self._linking, self._fields = review.linking, review.card.fields
        connect = partial(review.desk.commands.connect, owner=review.widget)
        for group, field, values in (
            ("status", "status", Status),
            ("confidence", "confidence", Confidence),
            ("stance", "stance", Stance),
        ):
            for value in values:
                connect(f"{group}.{value}", partial(self._judge, field, value))
        for name, slot in self._slots().items():
            connect(f"link.{name}", slot)
        review.card.chosen.connect(self._take)

    def _slots(self) -> dict[str, Callable[[], object]]:
        fields = self._fields
        return {
            "make": self._review.ask_claim,
            "same_claim": self._same_claim,
            "save": self._save,
            "leave": self._leave,
            "speaker": partial(self._write_in, fields.speaker.setFocus),
            "speakers": partial(self._write_in, self._edit_chain),
            "origin": partial(self._write_in, fields.origin.setFocus),
            "access": partial(self._write_in, partial(_open, fields.access)),
            "wording": partial(self._write_in, partial(_open, fields.wording)),
            "dates": partial(self._write_in, self._edit_dates),
            "rationale": partial(self._write_in, fields.rationale.write),
            "revise": self._revise,
            "retract": self._retract,
            "peek": self._peek,
        }

    def _take(self, field: str, value: object) -> None:
        if field == "origin_name":
            self._linking.name_origin(str(value))
        else:
            self._linking.choose(field, value)

    def _same_claim(self) -> None:
        self._review.show_passage()
        if self._linking.choose_last_claim():
            self._review.card.setFocus()
        else:
            self._review.desk.say(
                "No claim was linked yet in this sitting. Press Enter to choose one."
            )

    def _judge(self, field: str, value: object) -> None:
        if self._linking.draft is None:
            self._review.show_passage()
        self._linking.choose(field, value)

    def _write_in(self, begin: Callable[[], object]) -> None:
        if self._linking.draft is None:
            self._review.desk.say("Choose a claim first: Enter. Or a status: C, A or D.")
            return
        begin()

    def _save(self) -> None:
        self._fields.finish()
        if self._linking.draft is None:
            self._review.desk.say(
                "There is nothing to save: every step is on disk when it is shown."
            )
        elif not self._linking.save():
            missing = self._linking.draft.missing()
            self._review.desk.say(f"Not saved yet. {missing[0]}." if missing else "Not saved yet.")

    def _leave(self) -> None:
        pane = self._review.deck.current
        if pane is None or not pane.view.hasFocus():
            self._review.go_back()
        elif pane.view.selection:
            pane.view.clear_passage()
        elif self._linking.draft is not None:
            self._linking.leave()

    def _edit_chain(self) -> None:
        from provenance_desk.gui.linking.chain_dialog import ChainDialog

        self._fields.finish()
        draft = self._linking.draft
        assert draft is not None, "there is a draft where a field can be written in"
        names = self._review.origin_names()
        answer = ChainDialog.ask(self._review.desk.window, draft.speakers, names)
        if answer is not None:
            self._linking.choose("speakers", answer)

    def _edit_dates(self) -> None:
        from provenance_desk.gui.linking.dates import DatesDialog

        draft = self._linking.draft
        assert draft is not None, "there is a draft where a field can be written in"
        answer = DatesDialog.ask(self._review.desk.window, draft.passage.exact, draft.dates)
        if answer is not None:
            self._linking.choose("dates", answer)

    def _link_meant(self) -> "Link | None":
        """The link that a change is about: in the list, in the card, or on the passage."""
        reader, claims = self._review.desk.session.reader, self._review.claims
        chosen = claims.chosen_link()
        if chosen is not None and claims.view.hasFocus():
            return reader.link(chosen.link)
        draft = self._linking.draft
        if draft is not None and draft.link is not None:
            return draft.link
        passage = self._review.deck.passage()
        found = [reader.link(name) for name in passage.links] if passage else []
        links = [link for link in found if link is not None]
        own = [link for link in links if link.author == self._review.desk.session.author]
        wanted = [link for link in own if self._review.group_of(link.claim) == claims.chosen]
        return next(iter((*wanted, *own, *links)), None)

    def _own_link(self) -> "Link | None":
        link = self._link_meant()
        if link is None:
            self._review.desk.say("There is no link of yours on this passage.")
        elif link.author != self._review.desk.session.author:
            self._review.desk.say(NOT_YOURS)
        else:
            return link
        return None

    def _revise(self) -> None:
        link = self._own_link()
        if link is not None:
            self._review.open_link(link.id)

    def _retract(self) -> None:
        from provenance_desk.gui.review.dialogs import ReasonDialog

        link = self._own_link()
        if link is None:
            return
        answer = ReasonDialog.ask(
            self._review.desk.window,
            "Retract the link",
            f"{link.judgement.status.capitalize()}, {link.judgement.confidence}: it stays in the"
            " history, with the reason. Undo brings it back.",
            with_kind=True,
        )
        if answer is not None:
            self._linking.retract(link.id, answer.kind, answer.text)

    def _peek(self) -> None:
        pane = self._review.deck.current
        marks = pane.model.links.get(pane.view.current, ()) if pane else ()
        if not marks:
            self._review.desk.say("No link is on this sentence yet.")
            return
        seen = [mark.link for mark in marks]
        chosen = self._review.claims.chosen_link()
        place = seen.index(chosen.link) + 1 if chosen is not None and chosen.link in seen else 0
        mark = marks[place % len(marks)]
        self._review.choose_claim(mark.claim, keep=pane)
        self._review.claims.show_link(mark.link)


def _open(choice: InlineChoice) -> None:
    """Give a choice the keys and show its list."""
    choice.setFocus()
    choice.showPopup()
