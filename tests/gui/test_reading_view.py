"""Reading, choosing and scrolling in the reading view."""

import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from provenance_desk.gui.reading.view import ReadingView
from tests.gui.reading_support import document_of, long_document, look_up, marked, shown

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
REFERENCES = dict.fromkeys((2, 3), "reference")


def picture(view: ReadingView) -> QImage:
    return view.viewport().grab().toImage()


def middle_of(view: ReadingView, number: int) -> QPoint:
    """A place on the words of a sentence."""
    start = view.document.starts[number]
    placed = view.text_flow.placed(view.text_flow.row_at(start))
    point = start - placed.block.start + 2
    y = placed.y + placed.layout.line_top(placed.layout.line_of(point)) + 8 - view.column.y
    return QPoint(round(placed.x + placed.layout.caret_x(point)), round(y))


def test_opening_lays_out_only_what_is_seen(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(3000))
    assert len(view.text_flow) == 3000
    assert view.text_flow.laid_out < 40


def test_letters_and_arrows_walk_from_sentence_to_sentence(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One.", "Two."], ["Three."]))
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_J):
        QTest.keyClick(view, key)
    assert view.current == 2
    QTest.keyClick(view, Qt.Key.Key_K)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.current == 0


def test_letters_can_be_switched_off(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One.", "Two."]))
    view.choose(0)
    view.letters_walk = False
    QTest.keyClick(view, Qt.Key.Key_J)
    assert view.current == 0


def test_choosing_tells_the_sentence_and_its_passage(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One.", "Two."]))
    told: list[tuple[int, ...]] = []
    view.sentence_chosen.connect(lambda *said: told.append(said))
    view.passage_chosen.connect(lambda *said: told.append(said))
    view.choose(1)
    assert told == [(1,), (5, 9)]


def test_a_sentence_far_away_comes_into_view(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(500))
    last = len(view.document) - 1
    for number in (last, 3, last // 2):
        view.choose(number)
        top, bottom = view.band(number)
        assert 0 <= top < bottom <= view.viewport().height()


def test_home_end_and_page_keys_walk_far(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(200))
    view.setFocus()
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 1 < view.current < 40
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == len(view.document) - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0


def test_end_leads_to_the_last_sentence_that_is_not_folded_away(qtbot: QtBot) -> None:
    document = document_of(["One.", "Two."], ["Ref a.", "Ref b."], zones=REFERENCES)
    view = shown(qtbot, document)
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(view, key)
    assert view.current == 1


def test_linked_and_waiting_sentences_can_be_walked(qtbot: QtBot) -> None:
    document = document_of(["One.", "Two.", "Three.", "Four."])
    view = shown(qtbot, document, marked(document, [1, 3]))
    view.choose(0)
    assert view.choose_linked()
    assert view.current == 1
    assert view.choose_waiting()
    assert view.current == 2
    assert view.choose_linked(-1)
    assert view.current == 1
    assert not view.choose_linked(-1)
    assert view.current == 1


def test_a_claim_leads_to_its_nearest_passage(qtbot: QtBot) -> None:
    document = long_document(100)
    view = shown(qtbot, document, marked(document, [3, 90, 200]))
    view.choose(100)
    assert view.choose_claim("c1")
    assert view.current == 90
    assert 0 < view.band(90)[0] < view.viewport().height()
    assert not view.choose_claim("c2")


def test_a_click_chooses_the_sentence_under_it(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One is short.", "Two is short."], ["Three."]))
    for number in (1, 2, 0):
        QTest.mouseClick(view.viewport(), LEFT, pos=middle_of(view, number))
        assert view.current == number


def test_a_drag_chooses_characters_over_sentences(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One is short."], ["Two is short."]))
    start, end = middle_of(view, 0), middle_of(view, 1)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert view.passage() == (2, 17)
    QTest.mouseClick(view.viewport(), LEFT, pos=start)
    assert view.passage() == (0, 13)


def test_a_double_click_selects_a_word(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["Reported today."]))
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle_of(view, 0))
    assert view.passage() == (0, 8)


def test_shift_and_arrows_narrow_the_passage_from_both_ends(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One two 😀 four five."]))
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.passage() == (0, 19)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | ALT | CTRL)
    assert view.passage() == (4, 19)
    for _ in range(10):
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    start, end = view.passage()
    assert view.document.text[start:end] != ""
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.passage() == (0, 20)


def test_shift_and_down_goes_over_the_paragraphs_end(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One."], ["Two."]))
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.passage()[0] == 0
    assert view.passage()[1] > 6


def test_a_passage_never_ends_in_white_space(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One two."]))
    view.choose_passage(0, 4)
    assert view.passage() == (0, 3)


def test_copying_gives_the_exact_words_and_their_source(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["“One” 😀 two."]))
    view.source_words = "A page, 27 Apr 2023"
    view.choose_passage(1, 7)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    said = "One” 😀\n— A page, 27 Apr 2023, characters 1 to 7"
    assert QGuiApplication.clipboard().text() == said


def test_enter_asks_for_a_link(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One."]))
    with qtbot.waitSignal(view.link_requested):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_keys_of_the_desk_are_left_to_the_desk(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of(["One."]))
    view.choose(0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Period, Qt.Key.Key_U):
        QTest.keyClick(view, key)
    assert view.current == 0
    assert view.passage() == (0, 4)


def test_folded_references_are_passed_over_and_open_when_asked_for(qtbot: QtBot) -> None:
    document = document_of(["One.", "Two."], ["Ref a.", "Ref b."], zones=REFERENCES)
    view = shown(qtbot, document)
    view.choose(1)
    QTest.keyClick(view, Qt.Key.Key_J)
    assert view.current == 1
    assert view.isIndexHidden(view.sentences.index(3))
    with qtbot.waitSignal(view.references_folded):
        view.choose(3)
    assert view.current == 3
    assert not view.isIndexHidden(view.sentences.index(3))


def test_a_click_on_the_fold_opens_and_closes_it(qtbot: QtBot) -> None:
    document = document_of(["One.", "Two."], ["Ref a.", "Ref b."], zones=REFERENCES)
    view = shown(qtbot, document)
    place = QPoint(120, round(view.text_flow.heights.top(1)) + 22)
    for is_folded in (False, True):
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        assert view.column.is_folded is is_folded


@pytest.mark.parametrize("step", [-90, 61])
def test_what_is_moved_on_the_screen_equals_what_is_painted_anew(qtbot: QtBot, step: int) -> None:
    document = long_document(400)
    view = shown(qtbot, document, marked(document, range(0, len(document), 3)))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(12):
        bar.setValue(bar.value() + step)
        QGuiApplication.processEvents()
    moved = view.grab().toImage()
    view.viewport().update()
    assert view.grab().toImage() == moved


def test_scrolling_up_into_unseen_text_does_not_jump(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(400))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(60):
        number = view.sentences_in_view()[3]
        before = view.band(number)[0]
        bar.setValue(bar.value() - 40)
        assert view.band(number)[0] - before == pytest.approx(40, abs=1)


def test_a_resize_keeps_the_place(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(400))
    view.verticalScrollBar().setValue(4000)
    offset = view.offset_at(QPoint(60, 4))
    for width in (700, 300, 520):
        view.resize(width, 500)
        top = view.text_flow.band(offset, offset + 1)[0] - view.column.y
        assert -30 < top < 30


def test_zoom_keeps_the_place_and_says_its_size(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(400))
    view.verticalScrollBar().setValue(4000)
    offset = view.offset_at(QPoint(60, 4))
    with qtbot.waitSignal(view.zoom_changed) as told:
        QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert told.args == [1.1]
    assert view.offset_at(QPoint(60, 4)) == pytest.approx(offset, abs=120)
    QTest.keyClick(view, Qt.Key.Key_0, CTRL)
    assert view.zoom == 1.0


def test_a_document_cut_anew_keeps_place_and_sentence(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(100))
    view.choose(150)
    band = view.band(150)
    view.sentences.show_document(view.document)
    assert view.current == 150
    assert view.band(150) == band


def test_words_found_are_shown_and_walked(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(200))
    match = view.find_words("sentence 120.0")
    assert match is not None
    assert match.total == 1
    top, bottom = view.text_flow.band(match.start, match.end)
    assert view.column.y <= top < bottom <= view.column.y + view.column.height
    before = picture(view)
    view.clear_find()
    assert picture(view) != before


def test_marks_cues_skipped_and_selection_change_the_picture(qtbot: QtBot) -> None:
    document = document_of(["One is here.", "Two is here."], ["Three is here."])
    view = shown(qtbot, document)
    pictures = [picture(view)]
    changes = (
        lambda: view.sentences.set_links(marked(document, [1])),
        lambda: view.sentences.set_links(marked(document, [1], status="disputed")),
        lambda: view.show_claim("c1"),
        lambda: view.sentences.set_skipped([2]),
        lambda: view.sentences.set_cues([(0, 3)]),
        lambda: view.choose(1),
        lambda: view.choose_passage(4, 9),
        lambda: look_up("dark"),
    )
    for change in changes:
        change()
        pictures.append(picture(view))
    assert [n for n, (a, b) in enumerate(pairwise(pictures)) if a == b] == []


def test_an_empty_view_says_what_to_do(qtbot: QtBot) -> None:
    view = shown(qtbot, document_of())
    blank = picture(view)
    view.empty_words = "Drag a document here."
    assert picture(view) != blank
    view.choose_next()
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(50, 50))
    QTest.mouseDClick(view.viewport(), LEFT, pos=QPoint(50, 50))
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_J, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
        QTest.keyClick(view, key, SHIFT)
    view.show_focus((0, 9))
    assert view.passage() == (0, 0)


def test_a_screen_reader_finds_one_item_per_sentence(qtbot: QtBot) -> None:
    document = document_of(["One.", "Two."], ["Three."])
    view = shown(qtbot, document, marked(document, [1]))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.childCount() == 3
    said = [found.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert said == ["One.", "Two.. Alleged, 1 link", "Three."]
    assert found.child(2).rect().top() > found.child(0).rect().top()


def test_right_to_left_sentences_are_hit_where_they_stand(qtbot: QtBot) -> None:
    first, second = "דובר המשרד אמר.", "המפקד הודח."
    view = shown(qtbot, document_of([first, second]))
    width = view.viewport().width()
    right = QPoint(width - 40, 16)
    QTest.mouseClick(view.viewport(), LEFT, pos=right)
    assert view.current == 0
    placed = view.text_flow.placed(0)
    x = placed.x + placed.layout.caret_x(len(first) + 5)
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(round(x), 16))
    assert view.current == 1
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    start, end = view.passage()
    assert view.document.text[start:end] == second[:-1]


def test_a_click_on_a_mark_chooses_the_sentence_that_begins_there(qtbot: QtBot) -> None:
    document = document_of(["This is the first sentence of a paragraph in a column.", "Two."])
    view = shown(qtbot, document, marked(document, [1]))
    beside = QPoint(14, middle_of(view, 1).y())
    QTest.mouseClick(view.viewport(), LEFT, pos=beside)
    assert view.current == 1


def test_a_passage_pointed_at_comes_into_view_on_a_ground_of_its_own(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(200))
    span = view.document.starts[300], view.document.ends[300]
    view.show_focus(span)
    top, bottom = view.band(300)
    assert 0 < top < bottom < view.viewport().height()
    with_ground = picture(view)
    view.show_focus(None)
    assert picture(view) != with_ground


def test_a_page_within_a_paragraph_is_named_beside_its_line(qtbot: QtBot) -> None:
    sentences = ["A sentence of some words.", "Another one of some words."]
    plain = picture(shown(qtbot, document_of(sentences)))
    marks = [{"kind": "page", "start": 26, "label": "2"}]
    assert picture(shown(qtbot, document_of(sentences, marks=marks))) != plain


def test_the_reading_view_loads_nothing_but_three_parts_of_qt() -> None:
    code = (
        "import sys, provenance_desk.gui.reading.splitter\n"
        "parts = {n for n in sys.modules if n.startswith('PySide6.Qt')}\n"
        "assert parts == {'PySide6.QtCore', 'PySide6.QtGui', 'PySide6.QtWidgets'}, parts\n"
        "heavy = {'sqlmodel', 'pydantic', 'typing_extensions', 'provenance_desk.store'}\n"
        "assert not heavy & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_any_zoom_within_reason_is_taken(qtbot: QtBot) -> None:
    view = shown(qtbot, long_document(5))
    for asked, taken in ((1.5, 1.5), (9.0, 2.5), (0.1, 0.7)):
        view.set_zoom(asked)
        assert view.zoom == taken
    view.zoom_by(1)
    assert view.zoom == 0.8
