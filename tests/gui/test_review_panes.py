"""The panes of the Review workspace: how many, which documents, and how they follow a claim."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from provenance_desk.gui.reading.pane import ReadingPane
from tests.gui.whole_desk import WholeDesk

CLAIM = "relieved as Russia"


def titles(demo: WholeDesk) -> list[str]:
    """What the panes show, from left to right, by its first word."""
    return [pane.header.title.text().split()[0] for pane in demo.review.deck.panes]


def linked_rows(pane: ReadingPane, claim: str) -> set[int]:
    """The sentences of a pane that are linked to a claim."""
    marks = pane.model.links.items()
    return {row for row, found in marks if any(mark.claim == claim for mark in found)}


def test_three_documents_are_shown_at_first_and_the_first_has_the_keys(demo: WholeDesk) -> None:
    assert titles(demo) == ["Putin", "Mikhail", "Bulgakov"]
    assert QApplication.focusWidget() is demo.review.deck.panes[0].view
    assert demo.pane.header.detail.text().endswith("next untouched N")


def test_choosing_a_claim_brings_every_pane_to_its_linked_sentence(demo: WholeDesk) -> None:
    claim = demo.claim(CLAIM)
    demo.review.choose_claim(claim)
    for pane in demo.review.deck.panes:
        assert pane.view.current in linked_rows(pane, claim)
        assert (
            pane.view.viewport().rect().intersects(pane.view.visualRect(pane.view.currentIndex()))
        )


def test_a_pane_behind_an_open_switch_stays_where_it_is(demo: WholeDesk) -> None:
    deck = demo.review.deck
    places = [pane.view.current for pane in deck.panes]
    demo.go_to("Mikhail Yevgenyevich Mizintsev (Russian")
    demo.typist.press("F7")
    assert [deck.splitter.is_synced(gap) for gap in range(2)] == [True, False]
    assert "no longer follow" in demo.window.frame.notices.sentence
    claim = demo.claim(CLAIM)
    demo.review.choose_claim(claim)
    first, second, third = deck.panes
    assert first.view.current in linked_rows(first, claim)
    assert second.view.current in linked_rows(second, claim)
    assert third.view.current == places[2]
    demo.typist.press("F7")
    assert deck.splitter.is_synced(1)


def test_one_to_four_panes(demo: WholeDesk) -> None:
    for count in (2, 1, 1):
        demo.window.commands.trigger("panes.fewer")
        assert len(demo.review.deck.panes) == count
    assert "1 to 4 panes" in demo.window.frame.notices.sentence
    for count in (2, 3, 4, 4):
        demo.window.commands.trigger("panes.more")
        assert len(demo.review.deck.panes) == count
    assert sorted(filter(None, demo.review.deck.shown)) == sorted(d.id for d in demo.documents())
    assert QApplication.focusWidget() is demo.pane.view


def test_keys_go_round_the_panes(demo: WholeDesk) -> None:
    seen = []
    for keys in ("F6", "F6", "F6", "Shift+F6", "Alt+PgUp"):
        demo.typist.press(keys)
        seen.append(demo.review.deck.place)
    assert seen == [1, 2, 0, 2, 1]


def test_a_document_is_never_in_two_panes(demo: WholeDesk) -> None:
    deck, third = demo.review.deck, demo.documents()[2].id
    deck.show_document(demo.review.reader, third, 0)
    assert titles(demo) == ["Putin", "Mikhail", "Bulgakov"]
    assert deck.place == 2, "it goes to where the document is shown already"


def test_a_document_dropped_on_a_pane_changes_places(demo: WholeDesk) -> None:
    first, last = demo.review.deck.panes[0], demo.documents()[2].id
    first.document_dropped.emit(last)
    assert titles(demo) == ["Bulgakov", "Mikhail", "Putin"]
    assert demo.pane.header.title.text().startswith("Bulgakov")
    assert len(demo.review.deck.splitter.gaps) == 2


def test_a_pane_moves_by_key_and_keeps_its_place_in_the_text(demo: WholeDesk) -> None:
    demo.go_to("It is not clear whether his dismissal")
    row = demo.pane.view.current
    demo.typist.press("Alt+Shift+PgDown")
    assert titles(demo) == ["Mikhail", "Putin", "Bulgakov"]
    assert demo.sentence.startswith("It is not clear")
    demo.typist.press("Alt+Shift+PgDown Alt+Shift+PgDown")
    assert titles(demo) == ["Mikhail", "Bulgakov", "Putin"]
    assert demo.pane.view.current == row


def test_a_document_that_is_in_no_pane_takes_the_place_of_the_current_one(demo: WholeDesk) -> None:
    demo.window.commands.trigger("panes.fewer")
    demo.review.deck.make_current(1)
    demo.window.commands.trigger("panes.fewer")
    assert titles(demo) == ["Putin"]
    demo.typist.press("Ctrl+B Down Down Return")
    assert titles(demo) == ["Putin", "Bulgakov"], "there is room for another pane"
    demo.typist.press("Ctrl+B Up Return")
    assert titles(demo) == ["Putin", "Bulgakov", "Mikhail"]


def test_the_card_of_the_current_document_stands_out(demo: WholeDesk) -> None:
    cards = demo.review.documents.cards
    assert [card.is_current for card in cards] == [True, False, False]
    demo.typist.press("F6")
    assert [card.is_current for card in cards] == [False, True, False]


def test_a_place_wanted_by_another_workspace_is_shown(demo: WholeDesk) -> None:
    third = demo.documents()[2]
    text = demo.reader.text(third.id) or ""
    start = text.index("sanctioned by the UK")
    demo.window.commands.trigger("workspace.audit")
    assert demo.window.project is not None
    demo.window.project.desk.show_place(third.id, start, start + 20)
    assert demo.pane.document.id == third.id
    assert demo.pane.view.passage() == (start, start + 20)
    passage = demo.review.deck.passage()
    assert passage is not None
    assert passage.place == "Part of 10 of “Bulgakov to…”"


def test_the_zoom_is_kept(demo: WholeDesk) -> None:
    demo.typist.press("Ctrl+=")
    assert [pane.view.zoom for pane in demo.review.deck.panes] == [1.1] * 3
    assert demo.window.preferences.zoom == 1.1
    demo.typist.press("Ctrl+0")
    assert demo.window.preferences.zoom == 1.0


def test_the_end_of_a_document_is_said(demo: WholeDesk) -> None:
    demo.pane.view.choose(0)
    demo.typist.press("P")
    assert "No untouched sentence before this one" in demo.window.frame.notices.sentence
    demo.typist.press("Alt+Up")
    assert "No linked sentence before this one" in demo.window.frame.notices.sentence


def test_an_empty_project_says_what_to_do(begun: WholeDesk) -> None:
    review = begun.review
    assert "Ctrl O" in review.documents.empty.text()
    assert review.claims.empty.text().startswith("No claims yet.")
    assert review.card.state.text() == "Choose a sentence to judge it."
    assert not review.card.save.isEnabled()
    for keys in ("J", "N", "Return", "A", "U", "Space", "F6", "Ctrl+F", "Escape"):
        begun.typist.press(keys)
    assert begun.links() == []


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt"])
def test_a_file_that_is_no_document_is_told_and_the_others_come_in(
    begun: WholeDesk, seeds: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    good = min(seeds.glob("*.txt"))
    begun.review.add_files([tmp_path / name, good])
    begun.settle()
    assert name in begun.window.frame.notices.sentence
    assert len(begun.documents()) == 1
    assert begun.pane.document.id == begun.documents()[0].id
