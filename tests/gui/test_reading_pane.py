"""A pane: its names, its find bar, documents dropped on it, panes side by side."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from provenance_desk.gui.reading.pane import ReadingPane, document_mime
from provenance_desk.gui.reading.splitter import PaneSplitter
from tests.gui.reading_support import document_of, long_document, look_up


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    look_up()
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(420, 400)
    pane.show_document(long_document(120))
    pane.show_name("A page", "News site · 27 Apr 2023", "#7a6ff0", "A page, 27 Apr 2023")
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_the_name_stands_above_and_in_quotations(pane: ReadingPane) -> None:
    assert pane.header.title.text() == "A page"
    assert pane.view.accessibleName() == "A page"
    assert pane.view.quotation(0, 12).endswith("— A page, 27 Apr 2023, characters 0 to 12")


def test_the_find_bar_finds_while_typing_and_walks(pane: ReadingPane) -> None:
    pane.open_find()
    assert pane.find_bar.isVisible()
    QTest.keyClicks(pane.find_bar.field, "sentence 11")
    first = pane.view.finder.current
    assert first is not None
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
    second = pane.view.finder.current
    assert second is not None
    assert second.number == 2
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.view.finder.current == first


def test_escape_leads_back_to_the_text(pane: ReadingPane) -> None:
    pane.open_find()
    QTest.keyClicks(pane.find_bar.field, "sentence")
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert len(pane.view.finder.matches) == 0
    assert QApplication.focusWidget() is pane.view


def test_escape_leads_to_the_sentence_found(pane: ReadingPane) -> None:
    pane.open_find()
    QTest.keyClicks(pane.find_bar.field, "sentence 11")
    match = pane.view.finder.current
    assert match is not None
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert pane.view.current == pane.view.document.sentence_at(match.start)


def test_selected_words_are_looked_for(pane: ReadingPane) -> None:
    pane.view.choose_passage(0, 8)
    pane.open_find()
    assert pane.find_bar.field.text() == "Sentence"


def test_a_document_can_be_dropped(pane: ReadingPane, qtbot: QtBot) -> None:
    data = document_mime("d2")
    no_buttons, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(5, 5), move, data, no_buttons, no_keys)
    drop = QDropEvent(QPointF(5, 5), move, data, no_buttons, no_keys)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(pane.document_dropped) as told:
        QApplication.sendEvent(pane, drop)
    assert told.args == ["d2"]


def test_another_document_closes_the_search(pane: ReadingPane) -> None:
    pane.open_find()
    pane.show_document(document_of(["Other."]))
    assert not pane.find_bar.isVisible()


def test_panes_are_changed_and_reordered(qtbot: QtBot) -> None:
    splitter, panes = PaneSplitter(), [ReadingPane() for _ in range(4)]
    qtbot.addWidget(splitter)
    for pane in panes:
        qtbot.addWidget(pane)
    splitter.set_panes(panes[:3])
    assert splitter.panes == panes[:3]
    assert len(splitter.gaps) == 2
    splitter.set_panes([panes[3], panes[0]])
    assert splitter.panes == [panes[3], panes[0]]
    assert len(splitter.gaps) == 1


def test_an_open_switch_parts_the_panes_that_follow_a_claim(qtbot: QtBot) -> None:
    splitter, panes = PaneSplitter(), [ReadingPane() for _ in range(3)]
    qtbot.addWidget(splitter)
    splitter.set_panes(panes)
    assert splitter.synced_with(0) == panes
    splitter.gaps[1].sync.click()
    assert splitter.synced_with(0) == panes[:2]
    assert splitter.synced_with(2) == panes[2:]
