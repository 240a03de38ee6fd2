"""Documents from the desk: cards, withdrawal, pasted text, zones, sentences, what is set aside."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.words import Handling, Reliability, Zone
from provenance_desk.gui.review.card_dialog import CardAnswer, CardDialog
from provenance_desk.gui.review.dialogs import Reason, ReasonDialog, SplitDialog
from provenance_desk.gui.review.paste_dialog import PasteDialog
from tests.gui.whole_desk import WholeDesk

FREE = "It is not clear whether his dismissal"


def detail(demo: WholeDesk, place: int = 0) -> str:
    """What the list says of a document."""
    return demo.review.documents.cards[place].accessibleName()


def test_a_card_says_what_a_document_is_and_how_far_its_review_is(demo: WholeDesk) -> None:
    words = detail(demo)
    assert words.startswith("Putin fires ‘The Butcher of Mariupol’")
    assert "News site · 27 Apr 2023 · 49 sentences" in words
    assert "of 49 sentences reviewed" in words
    assert "In pane 1" in words


def test_a_link_moves_the_bar_of_its_document_alone(demo: WholeDesk) -> None:
    before = [detail(demo, place) for place in range(3)]
    demo.go_to(FREE)
    demo.link_here(demo.claim("dismissed from the post"))
    after = [detail(demo, place) for place in range(3)]
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, True, True]


def test_a_document_in_no_pane_is_counted_too(demo: WholeDesk, qtbot: QtBot) -> None:
    counted = detail(demo, 2)
    demo.window.commands.trigger("panes.fewer")
    assert detail(demo, 2) == counted.replace(". In pane 3", "")
    third = demo.documents()[2]
    start, end = 0, 20
    demo.step(lambda project: project.skip_passage(third.id, start, end))
    qtbot.waitUntil(lambda: "of 16 sentences reviewed" in detail(demo, 2))


def test_nothing_to_link_goes_on_and_undo_takes_it_back(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    number = demo.pane.view.current
    demo.typist.press("U")
    demo.settle()
    assert number in demo.pane.model.skipped
    assert demo.pane.view.current != number
    demo.do("edit.undo")
    assert number not in demo.pane.model.skipped


def test_a_zone_is_set_by_two_keys_and_shown_in_the_card(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.typist.press("Z Q")
    demo.settle()
    assert demo.pane.document.zone(demo.pane.view.current) is Zone.QUOTE
    assert demo.review.card.place.text() == "Sentence 5 of “Putin fires…” · quote"
    assert demo.sentence.startswith(FREE)


def test_the_same_text_is_marked_between_two_presses(demo: WholeDesk) -> None:
    demo.go_to(FREE)
    demo.typist.press("=")
    assert "press = again" in demo.window.frame.notices.sentence
    demo.typist.press("K =")
    demo.settle()
    row = demo.pane.document.sentence_at(demo.pane.document.text.index(FREE))
    same = demo.pane.document.repeated(row)
    assert same is not None
    assert demo.pane.document.sentence_at(same.other_start) == row - 1


def test_a_sentence_is_split_where_it_is_said_and_joined_again(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.go_to(FREE)
    number, count = demo.pane.view.current, len(demo.pane.document)
    monkeypatch.setattr(SplitDialog, "ask", lambda *_: len("It is not clear "))
    demo.do("sentence.split")
    assert len(demo.pane.document) == count + 1
    assert demo.pane.view.current == number
    assert demo.sentence.strip() == "It is not clear"
    demo.do("sentence.join")
    assert len(demo.pane.document) == count
    assert demo.sentence.startswith(FREE)


def test_the_caret_says_where_a_sentence_is_split(demo: WholeDesk) -> None:
    dialog = SplitDialog(demo.window, "🙂 One. Two.")
    ok = dialog.buttons.buttons()[0]
    assert not ok.isEnabled()
    cursor = dialog.text.textCursor()
    cursor.setPosition(7)
    dialog.text.setTextCursor(cursor)
    assert dialog.offset == 6, "an emoji is one code point"
    assert ok.isEnabled()


def test_a_document_card_is_filled_in_from_what_is_there(demo: WholeDesk) -> None:
    document = demo.documents()[0]
    dialog = CardDialog(demo.window, document)
    assert dialog.answer.card == document.card
    dialog.lines["published"].setText("27 April 2023")
    assert not dialog.buttons.buttons()[0].isEnabled()
    assert "2023-04-27" in dialog.problem.text()
    dialog.lines["published"].setText("2023-04")
    dialog.lines["title"].setText(" ")
    assert not dialog.buttons.buttons()[0].isEnabled()


def test_a_changed_card_is_shown_at_once(demo: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    document = demo.documents()[0]
    card = DocumentDescribed(
        document=document.id,
        title="The general is out",
        publisher="A newspaper",
        language="en",
        translated=False,
        family="",
        reference_work=False,
        reliability=Reliability.F,
    )
    answer = CardAnswer(card, "From the reader's desk.", Handling.PRIVATE)
    monkeypatch.setattr(CardDialog, "ask", lambda *_: answer)
    demo.do("document.card")
    assert demo.pane.header.title.text() == "The general is out"
    assert detail(demo).startswith("The general is out. A newspaper · 49 sentences")
    assert demo.documents()[0].handling is Handling.PRIVATE
    demo.do("edit.undo")
    assert demo.pane.header.title.text().startswith("Putin fires")
    assert demo.documents()[0].handling is Handling.SHARE


def test_a_withdrawn_document_says_so_and_keeps_its_links(
    demo: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, title: str, words: str) -> Reason:
        asked.append(title)
        return Reason("It is a forgery.")

    monkeypatch.setattr(ReasonDialog, "ask", ask)
    before = len(demo.links())
    demo.do("document.withdraw")
    assert asked == ["Withdraw the document"]
    assert "withdrawn" in detail(demo)
    assert len(demo.links()) == before
    demo.do("edit.undo")
    assert "withdrawn" not in detail(demo)


def test_pasted_text_becomes_a_document(begun: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    QApplication.clipboard().setText("He resigned. He said so on Monday.")
    dialog = PasteDialog(begun.window)
    assert dialog.text.toPlainText() == "He resigned. He said so on Monday."
    answer = (dialog.text.toPlainText(), "A note")
    monkeypatch.setattr(PasteDialog, "ask", lambda *_: answer)
    begun.do("documents.paste")
    assert begun.sentence.strip() == "He resigned."
    assert len(begun.documents()) == 1


def test_the_same_file_twice_is_told(
    begun: WholeDesk, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(file) for file in sorted(seeds.glob("*.txt"))[:2]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    begun.typist.press("Ctrl+O")
    begun.settle()
    assert begun.pane is begun.review.deck.panes[0], "the first file has the keys"
    begun.typist.press("Ctrl+O")
    begun.settle()
    assert "already" in begun.window.frame.notices.sentence
    assert len(begun.documents()) == 2
    assert len(begun.review.deck.panes) == 2
