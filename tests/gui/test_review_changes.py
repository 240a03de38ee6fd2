"""What a step changes in the Review workspace, and what it leaves alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity
from provenance_desk.domain.words import ChangeReason, Status
from provenance_desk.gui.linking.presenter import NOT_YOURS
from provenance_desk.gui.review.dialogs import Reason, ReasonDialog
from provenance_desk.project.actions.claims import ClaimDraft
from tests.gui.whole_desk import WholeDesk

FREE = "It is not clear whether his dismissal"
LINKED = "resignation was reported today"


def said(desk: WholeDesk) -> str:
    """The sentence in the notice line."""
    return desk.window.frame.notices.sentence


def marks_here(desk: WholeDesk) -> list[str]:
    """The links on the chosen sentence."""
    return [mark.link for mark in desk.pane.model.links.get(desk.pane.view.current, ())]


def test_a_saved_link_is_shown_in_its_pane_under_its_claim_and_in_the_counts(
    demo: WholeDesk,
) -> None:
    claim = demo.claim("dismissed from the post")
    row = next(row for row in demo.review.claims.rows if row.id == claim)
    demo.go_to(FREE)
    place = demo.pane.view.current
    made = demo.link_here(claim)
    assert [mark.link for mark in demo.pane.model.links[place]] == [made.id]
    assert demo.review.claims.chosen == claim
    assert made.id in [quote.link for quote in demo.review.claims.model.quotes]
    after = next(row for row in demo.review.claims.rows if row.id == claim)
    assert after.counts[Status.ALLEGED] == row.counts[Status.ALLEGED] + 1


def test_a_saved_link_leaves_the_other_panes_and_claims_as_they_are(
    demo: WholeDesk, qtbot: QtBot
) -> None:
    demo.go_to(FREE)
    others = [pane for pane in demo.review.deck.panes if pane is not demo.pane]
    quiet = [pane.model.dataChanged for pane in others] + [demo.review.claims.model.modelReset]
    quiet += [pane.model.modelReset for pane in demo.review.deck.panes]
    told: list[object] = []
    for signal in quiet:
        signal.connect(lambda *what: told.append(what))
    demo.link_here(demo.claim("dismissed from the post"))
    assert told == []


def test_undo_takes_a_link_out_of_pane_claim_and_card(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    claim = demo.claim("dismissed from the post")
    made = demo.link_here(claim)
    demo.go_to(FREE)
    assert marks_here(demo) == [made.id]
    assert "You judged this" in demo.review.card.state.text()
    demo.do("edit.undo")
    assert marks_here(demo) == []
    assert made.id not in [quote.link for quote in demo.review.claims.model.quotes]
    assert "You judged this" not in demo.review.card.state.text()
    demo.do("edit.redo")
    assert marks_here(demo) == [made.id]
    assert "You judged this" in demo.review.card.state.text()


def test_undo_of_a_link_in_no_pane_is_counted(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    claim = demo.claim("dismissed from the post")
    demo.link_here(claim)
    demo.window.commands.trigger("panes.fewer")
    first = demo.documents()[0].id
    demo.review.deck.show_document(demo.review.reader, demo.documents()[2].id, 0)
    assert first not in demo.review.deck.shown
    before = next(row.links for row in demo.review.claims.rows if row.id == claim)
    demo.do("edit.undo")
    assert next(row.links for row in demo.review.claims.rows if row.id == claim) == before - 1


def test_a_new_claim_does_not_lose_the_chosen_one(demo: WholeDesk) -> None:
    claim = demo.claim("dismissed from the post")
    demo.review.choose_claim(claim)
    added = demo.step(lambda project: project.add_claim(ClaimDraft("He was seen on 2 May 2023")))
    assert demo.review.claims.chosen == claim
    assert demo.review.claims.model.place_of(added) >= 0


def test_out_of_sight_nothing_is_read_until_it_is_seen_again(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    number = demo.pane.view.current
    demo.window.commands.trigger("workspace.audit")
    rows = len(demo.review.claims.rows)
    demo.step(lambda project: project.add_claim(ClaimDraft("He was seen on 2 May 2023")))
    assert len(demo.review.claims.rows) == rows
    demo.window.commands.trigger("workspace.review")
    assert len(demo.review.claims.rows) == rows + 1
    assert demo.pane.view.current == number
    assert QApplication.focusWidget() is demo.pane.view


def test_the_text_is_there_before_the_project_is_open(
    demo_file: Path, home: Path, qtbot: QtBot
) -> None:
    create_identity(home, "Reviewer A")
    desk = WholeDesk(home, qtbot)
    desk.window.open_project(demo_file)
    assert not desk.session.is_open
    assert [len(pane.document) > 10 for pane in desk.review.deck.panes] == [True] * 3
    assert len(desk.review.claims.rows) == 12
    desk.window.close()


def test_the_links_of_another_reviewer_are_shown_but_not_changed(demo: WholeDesk) -> None:
    demo.go_to(LINKED)
    assert marks_here(demo)
    assert "Demo judged this" in demo.review.card.state.text()
    for command in ("link.revise", "link.retract"):
        demo.window.frame.notices.say("")
        demo.do(command)
        assert said(demo) == NOT_YOURS
    assert demo.review.linking.draft is None


def test_an_own_link_stands_beside_that_of_another_reviewer(demo: WholeDesk) -> None:
    demo.go_to(LINKED)
    theirs = marks_here(demo)
    made = demo.link_here(demo.claim("dismissed from the post"))
    demo.go_to(LINKED)
    assert sorted(marks_here(demo)) == sorted([*theirs, made.id])
    assert "You judged this" in demo.review.card.state.text()
    demo.do("link.revise")
    assert demo.review.linking.draft is not None
    assert demo.review.linking.draft.link == made


def test_judging_anew_shows_what_was_before_and_waits_for_the_reason(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    made = demo.link_here(demo.claim("dismissed from the post"), status="disputed")
    demo.go_to(FREE)
    demo.do("link.revise")
    card = demo.review.card
    assert card.before.text() == "Before: disputed, high, contradicts: “Because it says so.”"
    assert card.fields.reason.isVisibleTo(card)
    demo.do("confidence.moderate")
    assert not card.save.isEnabled()
    demo.review.linking.choose("rationale", "It leaves it open.")
    assert card.save.isEnabled()
    demo.do("link.save")
    found = demo.reader.link(made.id)
    assert found is not None
    assert found.judgement.confidence == "moderate"
    assert demo.sentence.startswith(FREE), "a change stays where it was made"
    assert "Disputed, moderate" in card.state.text()


def test_a_retracted_link_is_gone_from_the_pane_and_undo_brings_it_back(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, title: str, words: str, *, with_kind: bool) -> Reason:
        asked.append(words)
        return Reason("The wrong sentence.", ChangeReason.SLIP)

    monkeypatch.setattr(ReasonDialog, "ask", ask)
    demo.go_to(FREE)
    made = demo.link_here(demo.claim("dismissed from the post"))
    demo.go_to(FREE)
    demo.typist.press("Delete")
    demo.settle()
    assert asked[0].startswith("Alleged, high: it stays in the history")
    assert marks_here(demo) == []
    found = demo.reader.link(made.id)
    assert found is not None
    assert found.retracted
    demo.do("edit.undo")
    assert marks_here(demo) == [made.id]


def test_a_draft_waits_on_its_sentence_and_that_is_said(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    before = len(demo.links())
    demo.typist.press("A H J")
    assert "waits on its sentence" in said(demo)
    assert demo.review.linking.draft is None
    demo.typist.press("K")
    draft = demo.review.linking.draft
    assert draft is not None
    assert (draft.status, draft.confidence) == ("alleged", "high")
    assert len(demo.links()) == before


def test_escape_leads_from_everywhere_back_to_the_exact_sentence(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    left = demo.pane, demo.pane.view.current
    for keys in ("Return Escape", "A W Escape", "T Escape", "Ctrl+L Escape", "Ctrl+B Escape"):
        demo.typist.press(keys)
        assert QApplication.focusWidget() is demo.pane.view, keys
        assert (demo.pane, demo.pane.view.current) == left, keys
    assert demo.review.linking.draft is not None
    demo.typist.press("Escape")
    assert demo.review.linking.draft is None


def test_space_goes_through_the_links_of_a_sentence(demo: WholeDesk) -> None:
    demo.go_to("Vladimir Putin has fired")
    there = marks_here(demo)
    assert len(there) == 2
    seen = []
    for _ in range(3):
        demo.typist.press("Space")
        chosen = demo.review.claims.chosen_link()
        assert chosen is not None
        seen.append(chosen.link)
    assert seen == [there[0], there[1], there[0]]
