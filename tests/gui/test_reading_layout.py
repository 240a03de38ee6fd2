"""One paragraph laid out: emoji, right-to-left text, lines."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from provenance_desk.gui.reading.layout import RowLayout
from provenance_desk.gui.reading.text import Direction
from provenance_desk.gui.reading.typography import Typography
from tests.gui.reading_support import look_up

ARABIC = "قال المتحدث باسم الوزارة إن القائد أقيل من منصبه."
HEBREW = "דובר המשרד אמר כי המפקד הודח מתפקידו."


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    look_up()


def laid(text: str, width: float = 400, direction: Direction = "auto") -> RowLayout:
    return RowLayout(text, Typography().style(0), width, direction)


def test_carets_after_emoji_count_code_points() -> None:
    layout = laid("a😀b and 😀😀 end.")
    y = layout.line_top(0) + 2
    for point in range(layout.length + 1):
        assert layout.point_at(layout.caret_x(point), y) == point


def test_an_emoji_is_one_step() -> None:
    layout = laid("a😀b")
    assert layout.step(1, forward=True, words=False) == 2
    assert layout.step(2, forward=False, words=False) == 1
    assert layout.step(3, forward=True, words=False) is None


def test_a_family_of_joined_emoji_is_one_step() -> None:
    layout = laid("a👩‍👩‍👧b")
    assert layout.step(1, forward=True, words=False) == 6


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_right_to_left_text_begins_at_the_right_edge(text: str) -> None:
    layout = laid(text)
    assert layout.is_right_to_left
    (first,) = layout.boxes(0, 3)
    (rest,) = layout.boxes(0, layout.length)
    assert first.right == pytest.approx(400, abs=2)
    assert first.left > rest.left


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_carets_of_right_to_left_text_map_both_ways(text: str) -> None:
    layout = laid(text)
    y = layout.line_top(0) + 2
    points = range(layout.length)
    assert [layout.point_at(layout.caret_x(point), y) for point in points] == list(points)


def test_words_of_the_other_direction_are_boxed_where_they_stand() -> None:
    text = "דובר המשרד Telegram אמר כי הודח."
    layout = laid(text)
    start = text.index("Telegram")
    (box,) = layout.boxes(start, start + len("Telegram"))
    before = next(layout.boxes(0, 4))
    assert box.right < before.left
    assert box.right - box.left > 50


def test_a_span_over_both_directions_may_have_two_boxes_in_a_line() -> None:
    text = "one two שלום עולם three"
    layout = laid(text)
    boxes = list(layout.boxes(4, 12))
    assert len(boxes) == 2
    assert boxes[0].right < boxes[1].left


def test_the_documents_direction_wins_over_the_first_letter() -> None:
    assert laid("Telegram אמר", direction="rtl").is_right_to_left
    assert not laid("אמר Telegram", direction="ltr").is_right_to_left


def test_lines_are_as_high_as_each_other() -> None:
    layout = laid("word " * 80, width=200)
    tops = [layout.line_top(line) for line in range(layout.line_count + 1)]
    assert {b - a for a, b in pairwise(tops)} == {24.0}
    assert layout.line_at(layout.line_top(3) + 1) == 3


def test_boxes_cover_a_span_line_by_line() -> None:
    layout = laid("word " * 40, width=200)
    boxes = list(layout.boxes(0, layout.length))
    assert [box.line for box in boxes] == list(range(layout.line_count))
    assert all(0 <= box.left < box.right <= 206 for box in boxes)


def test_lone_surrogates_and_line_ends_do_no_harm() -> None:
    layout = laid("a\nb\ud800c")
    assert layout.length == 5
    assert layout.line_count == 1
