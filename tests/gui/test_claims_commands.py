"""Claims added, reworded, joined, separated, retired and restored from the desk."""

import pytest

from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.words import ClaimKind, DateOf, Precision
from provenance_desk.gui.claims.dialogs import ClaimAnswer, ClaimDialog, JoinDialog
from provenance_desk.gui.linking.dates import DateRow
from provenance_desk.gui.review.dialogs import Reason, ReasonDialog
from tests.gui.whole_desk import WholeDesk

DAY = DateMention("2022-03-31", Precision.DAY, DateOf.EVENT)


def give(monkeypatch: pytest.MonkeyPatch, dialog: type, answer: object) -> list[tuple[object, ...]]:
    """Let a dialog answer without asking; what it was asked with."""
    asked: list[tuple[object, ...]] = []

    def ask(_parent: object, *words: object, **more: object) -> object:
        asked.append(words)
        return answer

    monkeypatch.setattr(dialog, "ask", ask)
    return asked


def test_an_added_claim_is_chosen_with_its_actor_and_dates(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Japan put sanctions on Mizintsev on 31 March 2022"
    give(monkeypatch, ClaimDialog, ClaimAnswer(words, ClaimKind.ACT, "Japan", dates=(DAY,)))
    demo.do("claim.add")
    made = demo.reader.claim(demo.review.claims.chosen)
    assert made is not None
    assert (made.wording, made.kind, made.dates) == (words, ClaimKind.ACT, (DAY,))
    assert demo.review.origin_name(made.actor) == "Japan"
    demo.do("edit.undo")
    assert all(claim.wording != words for claim in demo.reader.claims())


def test_a_reworded_claim_keeps_its_id(demo: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = demo.claim("sanctioned Mizintsev")
    demo.review.choose_claim(claim)
    asked = give(monkeypatch, ClaimDialog, ClaimAnswer("New words", ClaimKind.ACT, "", "Plainer."))
    demo.typist.press("F2")
    demo.settle()
    assert getattr(asked[0][1], "id", "") == claim
    found = demo.reader.claim(claim)
    assert found is not None
    assert (found.wording, found.versions) == ("New words", 2)


def test_joined_claims_are_one_row_whose_links_count_together(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = demo.review
    one, other = demo.claim("sanctioned Mizintsev"), demo.claim("announced its")
    links = sum(row.links for row in review.claims.rows if row.id in (one, other))
    review.choose_claim(one)
    give(monkeypatch, JoinDialog, (other, "They say the same."))
    demo.do("claim.join")
    group = demo.review.group_of(one)
    row = next(row for row in review.claims.rows if row.id == group)
    assert (row.joined, row.links, len(review.claims.rows)) == (2, links, 11)
    review.choose_claim(one)
    assert len(review.claims.model.quotes) == links
    give(monkeypatch, ReasonDialog, Reason("They differ in the date."))
    demo.do("claim.separate")
    assert len(review.claims.rows) == 12


def test_a_retired_claim_comes_last_and_can_be_pursued_again(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, claim = demo.review.claims, demo.claim("dismissed from the post")
    assert claims.model.place_of(claim) == 0
    demo.review.choose_claim(claim)
    give(monkeypatch, ReasonDialog, Reason("Nobody asks any more."))
    demo.do("claim.retire")
    row = next(row for row in claims.rows if row.id == claim)
    assert row.retired
    assert claims.model.place_of(claim) == len(claims.rows) - 1
    demo.do("claim.restore")
    assert claims.model.place_of(claim) == 0


def test_a_retired_claim_is_not_offered_for_a_link(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.review.choose_claim(demo.claim("dismissed from the post"))
    give(monkeypatch, ReasonDialog, Reason("Nobody asks any more."))
    demo.do("claim.retire")
    demo.typist.press("Return")
    demo.typist.write("dismissed")
    offers = [demo.review.chooser.model.offer(row) for row in range(2)]
    assert offers[0] is not None
    assert offers[0].claim == ""


@pytest.mark.parametrize(
    "command", ["claim.reword", "claim.join", "claim.separate", "claim.retire", "claim.restore"]
)
def test_without_a_chosen_claim_it_is_said(demo: WholeDesk, command: str) -> None:
    assert demo.review.claims.chosen == ""
    demo.do(command)
    assert demo.window.frame.notices.sentence in (
        "Choose a claim in the list first.",
        "This claim is not joined with another one.",
    )


def test_the_wording_lint_explains_and_never_blocks(demo: WholeDesk) -> None:
    dialog = ClaimDialog(demo.window, [], None, "")
    ok = dialog.buttons.buttons()[0]
    assert not ok.isEnabled()
    dialog.wording.setPlainText("The minister admitted that he fled and lied.")
    assert dialog.doubts.text()
    assert ok.isEnabled()
    date = dialog.dates.rows[0]
    assert isinstance(date, DateRow)
    date.date.setText("last week")
    assert "Write a date as" in dialog.doubts.text()
    assert not ok.isEnabled()
    date.date.setText("2023-04")
    assert dialog.answer.dates[0].value == "2023-04"
    assert len(dialog.dates.rows) == 2, "there is another row to write in"


def test_rewording_waits_for_a_reason(demo: WholeDesk) -> None:
    claim = demo.reader.claim(demo.claim("sanctioned Mizintsev"))
    dialog = ClaimDialog(demo.window, [], claim, "")
    ok = dialog.buttons.buttons()[0]
    dialog.wording.setPlainText("Another wording of it on 31 March 2022")
    assert not ok.isEnabled()
    dialog.reason.setText("Plainer.")
    assert ok.isEnabled()


def test_the_claim_to_join_with_is_found_by_typing(demo: WholeDesk) -> None:
    dialog = JoinDialog(demo.window, "One", demo.review.claims.rows)
    dialog.filter.setText("sanctioned")
    assert dialog.list.count() == 1
    assert dialog.chosen == demo.claim("sanctioned Mizintsev")
    ok = dialog.buttons.buttons()[0]
    assert not ok.isEnabled()
    dialog.reason.setText("The same.")
    assert ok.isEnabled()


@pytest.mark.parametrize("with_kind", [True, False])
def test_a_reason_is_needed_where_the_method_asks_for_one(demo: WholeDesk, with_kind: bool) -> None:
    dialog = ReasonDialog(demo.window, "Why?", "", with_kind=with_kind)
    ok = dialog.buttons.buttons()[0]
    assert ok.isEnabled() == with_kind
    dialog.text.setPlainText("Because.")
    assert ok.isEnabled()
