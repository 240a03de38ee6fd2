"""The link card: its fields, its keys, the sheet of claims, the chain, the dates."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester

from provenance_desk.domain.judgements import DateMention, Speaker
from provenance_desk.domain.words import (
    Access,
    DateOf,
    Mode,
    Naming,
    OriginKind,
    Precision,
    Wording,
)
from provenance_desk.gui.linking.chain_dialog import ChainDialog, HopRow
from provenance_desk.gui.linking.chooser import Offer, OfferModel
from provenance_desk.gui.linking.dates import DateRow, DatesDialog
from provenance_desk.gui.linking.draft import Draft
from provenance_desk.gui.linking.rationale import rendered
from tests.gui.whole_desk import WholeDesk

FREE = "It is not clear whether his dismissal"


def begin(demo: WholeDesk, keys: str = "A H") -> None:
    """Open a draft on a sentence without a link."""
    demo.go_to(FREE)
    demo.typist.press(keys)


def draft(demo: WholeDesk) -> Draft:
    """The draft in the card."""
    assert demo.review.linking.draft is not None
    return demo.review.linking.draft


def test_the_offers_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    model.show_offers([Offer("A claim", "c", "◐ 1"), Offer("New words")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.data(model.index(1)) == "New claim: New words"
    assert model.offer(2) is None


def test_the_card_says_which_sentence_it_is_about(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    assert demo.review.card.place.text().startswith("Sentence 5 of “Putin fires…”")
    demo.typist.press("Shift+Left")
    assert demo.review.card.place.text().startswith("Part of 5 of “Putin fires…”")
    demo.typist.press("Escape")
    assert demo.review.card.place.text().startswith("Sentence 5")


def test_status_and_confidence_start_unset_and_supports_is_preset(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    fields = demo.review.card.fields
    assert (fields.status.value, fields.confidence.value) == ("", "")
    assert fields.stance.value == "supports"
    demo.typist.press("D")
    assert fields.stance.value == "contradicts", "proposed for a passage that is disputed"
    demo.typist.press("S L")
    assert (fields.stance.value, fields.confidence.value) == ("supports", "low")
    assert not demo.review.card.save.isEnabled()


def test_a_click_on_a_choice_decides_like_its_key(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    fields = demo.review.card.fields
    for part, value in ((fields.status, "alleged"), (fields.confidence, "moderate")):
        QTest.mouseClick(part.button(value), Qt.MouseButton.LeftButton)
    assert (draft(demo).status, draft(demo).confidence) == ("alleged", "moderate")


def test_two_letters_are_enough_to_find_a_claim(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.typist.press("Return")
    demo.typist.write("bo")
    offer = demo.review.chooser.model.offer(0)
    assert offer is not None
    assert "bombing" in offer.words
    demo.typist.press("Return")
    assert draft(demo).claim == offer.claim
    assert demo.review.claims.chosen == offer.claim
    assert QApplication.focusWidget() is demo.review.card


def test_the_sheet_leaves_the_sentence_in_view(demo: WholeDesk) -> None:
    demo.go_to("On March 9, 2022, corpses")
    demo.typist.press("Return")
    view, sheet = demo.pane.view, demo.review.chooser
    sentence = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(demo.review.widget, sentence.topLeft()).y()
    assert sheet.geometry().bottom() < top
    demo.typist.press("Escape")
    assert QApplication.focusWidget() is view


def test_a_new_claim_is_worded_in_the_card(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.typist.press("Return Up Return")
    box = demo.review.card.claim
    assert box.text.startswith(FREE)
    box.wording.setFocus()
    demo.typist.press("Ctrl+A")
    demo.typist.write("Mizintsev was dismissed for good")
    demo.typist.press("Return")
    assert QApplication.focusWidget() is demo.review.card
    assert draft(demo).new_claim == "Mizintsev was dismissed for good"
    demo.typist.press("A H Ctrl+Return")
    demo.settle()
    made = demo.reader.claim(demo.links()[-1].claim)
    assert made is not None
    assert made.wording == "Mizintsev was dismissed for good"


def test_who_says_so_is_a_chain_in_one_line(demo: WholeDesk) -> None:
    begin(demo)
    demo.typist.press("W")
    demo.typist.write("Sladkov < (a spokesman)")
    demo.typist.press("Return")
    assert demo.review.card.fields.speaker.text() == "Sladkov ← (a spokesman)"
    assert draft(demo).speakers == (
        Speaker("Sladkov", Naming.NAMED, Mode.PARAPHRASED),
        Speaker("a spokesman", Naming.ROLE, Mode.PARAPHRASED),
    )
    assert QApplication.focusWidget() is demo.review.card


def test_a_line_that_is_left_unwritten_decides_nothing(demo: WholeDesk) -> None:
    begin(demo, "A")
    before = draft(demo)
    for key in ("W", "Y"):
        demo.typist.press(f"{key} Return")
    assert draft(demo) == before


def test_what_is_being_written_is_saved_with_the_link(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.review.linking.choose_claim(demo.claim("dismissed from the post"))
    demo.typist.press("A H Y")
    demo.typist.write("The ministry")
    demo.typist.press("Ctrl+Return")
    demo.settle()
    origin = demo.reader.origin(demo.links()[-1].judgement.origin or "")
    assert origin is not None
    assert (origin.name, origin.kind) == ("The ministry", OriginKind.PERSON)
    assert "The ministry" in demo.review.origin_names()


def test_access_and_wording_are_chosen_from_their_lists(demo: WholeDesk) -> None:
    begin(demo)
    for key, choice, value in (
        ("E", demo.review.card.fields.access, Access.QUOTED),
        ("I", demo.review.card.fields.wording, Wording.HEDGED),
    ):
        demo.typist.press(key)
        assert choice.view().isVisible()
        pick(choice, value)
    assert (draft(demo).access, draft(demo).wording) == (Access.QUOTED, Wording.HEDGED)
    demo.typist.press("C")
    assert "hedged" in demo.review.card.state.toolTip()


def pick(choice: QComboBox, value: object) -> None:
    """Choose a row of an open list by keys."""
    steps = choice.findData(value) - choice.currentIndex()
    for _ in range(steps):
        QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)


def test_warnings_are_shown_whole_and_do_not_block(demo: WholeDesk) -> None:
    begin(demo, "C H")
    demo.review.linking.choose_claim(demo.claim("dismissed from the post"))
    demo.review.linking.choose("rationale", "Because.")
    state = demo.review.card.state
    assert state.text().count("<br>") == 1
    assert state.heightForWidth(state.width()) <= state.height()
    assert demo.review.card.save.isEnabled()
    demo.review.linking.choose("wording", Wording.HEDGED)
    assert state.text().endswith("… and 1 more")
    assert state.heightForWidth(state.width()) <= state.height()
    assert state.toolTip().count("\n") == 2


def test_the_rationale_is_read_as_it_will_be_printed(demo: WholeDesk) -> None:
    begin(demo)
    demo.typist.press("T")
    demo.typist.write("The **post** names it.")
    field = demo.review.card.fields.rationale
    assert field.currentWidget() is field.editor
    demo.typist.press("Escape")
    assert field.currentWidget() is field.preview
    assert "The post names it." in field.preview.toPlainText()
    assert draft(demo).rationale == "The **post** names it."


def test_markdown_of_a_rationale_is_harmless() -> None:
    html = rendered("<script>x</script> ![a](http://b/c.png) **bold**")
    assert "<script>" not in html
    assert "<img" not in html
    assert "<strong>bold</strong>" in html


def test_the_chain_has_an_editor_of_its_own(demo: WholeDesk) -> None:
    chain = (Speaker("Sladkov", Naming.NAMED, Mode.QUOTED),)
    dialog = ChainDialog(demo.window, chain, ["Alexander Sladkov"])
    assert len(dialog.rows.rows) == 2
    row = dialog.rows.rows[1]
    assert isinstance(row, HopRow)
    row.naming.setCurrentIndex(row.naming.findData(Naming.UNNAMED))
    assert dialog.rows.values == (*chain, Speaker("", Naming.UNNAMED, Mode.PARAPHRASED))
    assert dialog.line.text() == "Sladkov ← ?"
    first = dialog.rows.rows[0]
    assert isinstance(first, HopRow)
    first.name.clear()
    assert dialog.line.text() == "?"


def test_the_chain_editor_opens_by_key_and_fills_the_line(demo: WholeDesk) -> None:
    begin(demo)

    def write() -> None:
        demo.typist.write("Sladkov")
        demo.typist.press("Tab Tab Tab")
        demo.typist.write("the ministry")
        demo.typist.press("Return")

    demo.typist.answer("Shift+W", write)
    assert demo.review.card.fields.speaker.text() == "Sladkov ← the ministry"


def test_dates_of_a_passage_are_known_as_exactly_as_they_are_said(demo: WholeDesk) -> None:
    known = DateMention("2023-04-27", Precision.DAY, DateOf.EVENT, "today", "2023-04-27")
    dialog = DatesDialog(demo.window, "He resigned today.", (known,))
    assert dialog.rows.values == (known,)
    row = dialog.rows.rows[1]
    assert isinstance(row, DateRow)
    QTest.keyClicks(row.date, "2023-04")
    assert row.precision.currentData() == Precision.MONTH
    row.words.setText("last month")
    assert "is not in the passage" in dialog.doubt.text()
    assert dialog.buttons.buttons()[0].isEnabled()
    row.date.setText("April")
    assert not dialog.buttons.buttons()[0].isEnabled()


def test_dates_are_saved_with_the_link(demo: WholeDesk) -> None:
    begin(demo)
    demo.review.linking.choose_claim(demo.claim("dismissed from the post"))

    def write() -> None:
        demo.typist.write("2023-04-27")
        demo.typist.press("Return")

    demo.typist.answer("Shift+T", write)
    demo.do("link.save")
    dates = demo.links()[-1].judgement.dates
    assert dates == (DateMention("2023-04-27", Precision.DAY, DateOf.EVENT),)


def test_without_a_draft_a_field_says_what_comes_first(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.typist.press("W")
    assert "Choose a claim first" in demo.window.frame.notices.sentence
    demo.typist.press("Ctrl+Return")
    assert "nothing to save" in demo.window.frame.notices.sentence
