"""The list of claims: its model, filter, order, the links of the chosen one, and its keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from provenance_desk.domain.words import ClaimKind, Confidence, Stance, Status
from provenance_desk.gui.claims.model import ITEM_ROLE, ClaimListModel
from provenance_desk.gui.claims.painting import parts_in_lines, quoted
from provenance_desk.gui.claims.rows import ClaimRow, QuoteRow
from provenance_desk.project.actions.claims import ClaimDraft
from tests.gui.whole_desk import WholeDesk


def claim(name: str, **more: object) -> ClaimRow:
    row = ClaimRow(name, f"Claim {name}", ClaimKind.FACT, {}, 0, 1, False, False, 1)
    return replace(row, **more)  # type: ignore[arg-type]


def quote(name: str, **more: object) -> QuoteRow:
    row = QuoteRow(
        link=name,
        document="d",
        start=0,
        end=9,
        quote="He did it",
        stance=Stance.SUPPORTS,
        status=Status.ALLEGED,
        confidence=Confidence.HIGH,
        speaker="says Sladkov",
        reviewer="Reviewer A",
        own=True,
        earlier_wording=False,
        clock=1,
    )
    return replace(row, **more)  # type: ignore[arg-type]


CLAIMS = [claim(name) for name in "abc"]
QUOTES = [quote("1"), quote("2")]


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ClaimListModel:
    made = ClaimListModel()
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    made.show_claims(CLAIMS)
    made.choose("b", QUOTES)
    return made


def shown(model: ClaimListModel) -> str:
    """The ids of the rows."""
    items = (model.item(row) for row in range(model.rowCount()))
    return "".join(item.id if isinstance(item, ClaimRow) else item.link for item in items if item)


def test_the_links_of_the_chosen_claim_follow_it(model: ClaimListModel) -> None:
    assert shown(model) == "ab12c"
    model.choose("a", [quote("3")])
    assert shown(model) == "a3bc"
    model.choose("", [])
    assert shown(model) == "abc"


def test_places_are_found_with_links_in_between(model: ClaimListModel) -> None:
    assert [model.place_of(name) for name in "abc"] == [0, 1, 4]
    assert [model.place_of_link(name) for name in "123"] == [2, 3, -1]
    assert model.place_of("nobody") == -1
    assert model.is_last_quote(3)
    assert model.opens(1)


def test_only_what_changed_is_announced(model: ClaimListModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    model.modelReset.connect(lambda: told.append(-1))
    model.show_claims([CLAIMS[0], CLAIMS[1], claim("c", wording="Another wording")])
    assert told == [4]
    told.clear()
    model.choose("b", [QUOTES[0], quote("2", status=Status.DISPUTED)])
    assert told == [3]


def test_a_link_comes_and_goes_without_a_reset(model: ClaimListModel) -> None:
    told: list[str] = []
    model.rowsInserted.connect(lambda *_: told.append("in"))
    model.rowsRemoved.connect(lambda *_: told.append("out"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.choose("b", [QUOTES[0], quote("0"), QUOTES[1]])
    assert shown(model) == "ab102c"
    model.choose("b", [QUOTES[1]])
    assert shown(model) == "ab2c"
    assert told == ["in", "out", "out"]


def test_in_another_order_whoever_points_at_a_row_still_does(model: ClaimListModel) -> None:
    pointed = [QPersistentModelIndex(model.index(row)) for row in range(model.rowCount())]
    model.show_claims([CLAIMS[2], CLAIMS[1], CLAIMS[0]])
    assert shown(model) == "cb12a"
    items = [index.data(ITEM_ROLE) for index in pointed]
    assert [i.id if isinstance(i, ClaimRow) else i.link for i in items] == ["a", "b", "1", "2", "c"]


def test_a_chosen_claim_that_is_filtered_out_takes_its_links_along(model: ClaimListModel) -> None:
    model.show_claims([CLAIMS[0]])
    assert (shown(model), model.chosen) == ("a", "")


def test_a_row_says_everything_that_is_painted(model: ClaimListModel) -> None:
    model.titles = {"d": ("A newspaper", "#000000")}
    model.show_claims([claim("a", retired=True, joined=2, counts={Status.ALLEGED: 2}, documents=1)])
    role = Qt.ItemDataRole.AccessibleTextRole
    words = "Claim a. 2 alleged. 1 document · fact · 2 joined · retired"
    assert model.data(model.index(0), role) == words
    model.choose("a", [quote("1", own=False, reviewer="Demo", stance=Stance.CONTRADICTS)])
    said = "He did it. A newspaper. alleged, high, judged by Demo, contradicts, says Sladkov"
    assert model.data(model.index(1), role) == said


def test_what_is_not_listed_is_one_row(model: ClaimListModel) -> None:
    model.choose("b", QUOTES, 3)
    assert model.rowCount() == 6
    assert model.data(model.index(4)) == "3 more links · Enter shows them all"
    assert (model.more, len(model.quotes), model.is_last_quote(4)) == (3, 2, True)
    model.choose("b", [*QUOTES, quote("3")], 2)
    assert (model.more, model.place_of("c")) == (2, 6)
    model.choose("b", QUOTES)
    assert (model.more, shown(model)) == (0, "ab12c")


def test_many_links_are_listed_when_they_are_asked_for(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance_desk.gui.claims.panel.MOST_QUOTES", 2)
    claims, claim = demo.review.claims, demo.claim("dismissed from the post")
    demo.review.choose_claim(claim)
    links = next(row.links for row in claims.rows if row.id == claim)
    assert (len(claims.model.quotes), claims.model.more) == (2, links - 2)
    demo.go_to("It is not clear whether his dismissal")
    made = demo.link_here(claim)
    assert made.id in [quote.link for quote in claims.model.quotes]
    assert claims.model.more == links - 2
    demo.typist.press("Ctrl+L")
    demo.typist.press("Down Down Down Down Down Return")
    assert (len(claims.model.quotes), claims.model.more) == (links + 1, 0)


def test_words_that_do_not_fit_go_on_in_another_line(qtbot: QtBot) -> None:
    parts = ("moderate", "contradicts", "says Alexander Sladkov")
    assert parts_in_lines(parts, 2000, 2000) == ("moderate · contradicts · says Alexander Sladkov",)
    assert parts_in_lines(parts, 70, 300) == ("moderate", "contradicts · says Alexander Sladkov")


def test_a_quote_has_one_pair_of_marks() -> None:
    assert quoted(quote("1")) == "“He did it”"
    assert quoted(quote("1", quote="“I did,” he said.")) == "“I did,” he said."
    assert quoted(quote("1", quote=None)) == "Quote withheld"


def test_the_filter_finds_claims_and_down_goes_into_the_list(demo: WholeDesk) -> None:
    claims = demo.review.claims
    demo.typist.press("Ctrl+L")
    demo.typist.write("uk sanc")
    assert claims.model.rowCount() == 0
    assert "Clear the filter" in claims.empty.text()
    demo.typist.press("Ctrl+A")
    demo.typist.write("sanctioned")
    assert claims.model.rowCount() == 1
    demo.typist.press("Down Return")
    assert claims.chosen == demo.claim("sanctioned Mizintsev")
    assert QApplication.focusWidget() is claims.view
    assert claims.model.quotes


def test_enter_on_a_quote_goes_to_its_place(demo: WholeDesk) -> None:
    demo.review.choose_claim(demo.claim("sanctioned Mizintsev"))
    demo.typist.press("Ctrl+L")
    demo.typist.write("sanctioned")
    demo.typist.press("Down Down Down Return")
    chosen = demo.review.claims.model.quotes[1]
    assert demo.pane.document.id == chosen.document
    assert demo.pane.view.passage() == (chosen.start, chosen.end)
    assert QApplication.focusWidget() is demo.pane.view


def test_escape_in_the_filter_shows_all_claims_again(demo: WholeDesk) -> None:
    left = demo.pane.view
    demo.typist.press("Ctrl+L")
    demo.typist.write("nothing has this")
    demo.typist.press("Escape")
    assert demo.review.claims.model.rowCount() == 12
    assert QApplication.focusWidget() is left


def test_the_order_is_chosen(demo: WholeDesk) -> None:
    claims = demo.review.claims
    first = [claims.model.data(claims.model.index(0))]
    for place in range(claims.order.count()):
        claims.order.setCurrentIndex(place)
        assert claims.model.rowCount() == 12
        first.append(claims.model.data(claims.model.index(0)))
    assert len(set(first)) > 2


def test_a_click_on_a_claim_brings_the_panes_to_it(demo: WholeDesk, qtbot: QtBot) -> None:
    claims = demo.review.claims
    row = claims.model.place_of(demo.claim("relieved as Russia"))
    place = claims.view.visualRect(claims.model.index(row)).center()
    with qtbot.waitSignal(claims.claim_chosen):
        QTest.mouseClick(claims.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert claims.chosen == demo.claim("relieved as Russia")


def test_the_links_of_a_chosen_claim_are_in_view(demo: WholeDesk) -> None:
    claims = demo.review.claims
    claims.order.setCurrentIndex(claims.order.count() - 1)
    demo.review.choose_claim(demo.claim("sanctioned Mizintsev"))
    rows = range(claims.model.place_of(claims.chosen), claims.model.place_of(claims.chosen) + 3)
    boxes = [claims.view.visualRect(claims.model.index(row)) for row in rows]
    assert all(claims.view.viewport().rect().contains(box) for box in boxes)


def test_links_judged_before_a_rewording_say_so(demo: WholeDesk) -> None:
    claim_id = demo.claim("sanctioned Mizintsev")
    demo.review.choose_claim(claim_id)
    assert not any(quote.earlier_wording for quote in demo.review.claims.model.quotes)
    draft = ClaimDraft("The United Kingdom put sanctions on Mizintsev")
    demo.step(lambda project: project.reword_claim(claim_id, draft, "Plainer."))
    assert all(quote.earlier_wording for quote in demo.review.claims.model.quotes)
    assert (
        demo.review.claims.model.data(
            demo.review.claims.model.index(demo.review.claims.model.place_of(claim_id))
        )
        == "The United Kingdom put sanctions on Mizintsev"
    )


def test_a_claim_taken_back_goes_unless_something_was_built_on_it(demo: WholeDesk) -> None:
    added = demo.step(lambda project: project.add_claim(ClaimDraft("He was seen on 2 May")))
    assert demo.review.claims.model.place_of(added) >= 0
    demo.do("edit.undo")
    assert demo.review.claims.model.place_of(added) == -1
