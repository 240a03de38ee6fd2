"""Marks in the margin never lie on one another without need."""

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.gutter import Tally, free_places, place_marks, tallies
from provenance_desk.gui.reading.text import LinkMark

ALLEGED = Tally(Status.ALLEGED, 1, is_context=False)
DISPUTED = Tally(Status.DISPUTED, 1, is_context=False)


def test_links_are_counted_by_status_the_most_cautious_first() -> None:
    marks = [
        LinkMark("a", Status.CONFIRMED, 0, 1),
        LinkMark("b", Status.DISPUTED, 0, 1),
        LinkMark("c", Status.CONFIRMED, 0, 1),
        LinkMark("d", Status.ALLEGED, 0, 1, is_context=True),
    ]
    assert tallies(marks) == [
        (Status.DISPUTED, 1, False),
        (Status.CONFIRMED, 2, False),
        (Status.ALLEGED, 1, True),
    ]


def test_several_statuses_stand_below_each_other() -> None:
    marks = place_marks([(0, 72, [DISPUTED, ALLEGED])], 24)
    assert [mark.y for mark in marks] == [0, 24]


def test_a_sentence_on_the_same_line_is_pushed_down() -> None:
    marks = place_marks([(0, 0, [ALLEGED]), (0, 48, [DISPUTED])], 24)
    assert [(mark.y, mark.tally.status) for mark in marks] == [
        (0, Status.ALLEGED),
        (24, Status.DISPUTED),
    ]


def test_without_room_equal_statuses_are_counted_together() -> None:
    marks = place_marks([(0, 0, [ALLEGED]), (0, 0, [ALLEGED])], 24)
    assert [(mark.y, mark.tally.total) for mark in marks] == [(0, 2)]


def test_faint_ticks_stand_only_where_no_mark_stands() -> None:
    marks = place_marks([(24, 24, [ALLEGED])], 24)
    assert free_places(marks, [0, 24, 48], 24) == [0, 48]
