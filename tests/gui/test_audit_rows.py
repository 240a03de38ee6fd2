"""Days, sittings and rows of the history, before anything is told or painted."""

from dataclasses import replace

from provenance_desk.domain.project_events import ProjectCreated
from provenance_desk.gui.history.arranging import SHOWN_OF_LONG, Folding, Kind, arranged
from provenance_desk.gui.history.geometry import ONE_LINE, TWO_LINES, RowHeights
from provenance_desk.gui.history.groups import GROUP_NAMES
from provenance_desk.gui.history.marks import letter_of, mark_of
from provenance_desk.gui.history.outline import Outline, counted, outline_of, sittings
from provenance_desk.gui.history.presenter import Filter, counts_by_group, groups_of_types
from provenance_desk.gui.history.sitting_words import NOUNS, sitting_title
from provenance_desk.project.history_words import GROUPS, Group
from tests.trail import Trail

A, B = "a" * 64, "b" * 64


def _outline(*entries: tuple[str, str, str]) -> Outline:
    """An outline of `(author, time, type)`."""
    rows = [
        (f"{n:064}", kind, 1 if who == A else 2, f"{when}:00.000Z", 0)
        for n, (who, when, kind) in enumerate(entries)
    ]
    return outline_of(rows, len(rows), {1: A, 2: B})


def _many(number: int, kind: str = "link.made") -> Outline:
    return _outline(*((A, "2026-11-21T21:00", kind) for _ in range(number)))


def test_a_sitting_ends_with_its_reviewer_its_day_or_a_long_pause() -> None:
    found = sittings(
        _outline(
            (A, "2026-11-20T23:50", "link.made"),
            (A, "2026-11-21T00:05", "link.made"),
            (A, "2026-11-21T00:20", "link.made"),
            (A, "2026-11-21T00:51", "link.made"),
            (B, "2026-11-21T00:52", "link.made"),
            (A, "2026-11-21T00:53", "link.made"),
        )
    )
    assert [(s.start, s.stop) for s in found] == [(0, 1), (1, 3), (3, 4), (4, 5), (5, 6)]
    assert [s.author for s in found] == [A, A, A, B, A]
    assert (found[1].begun, found[1].ended, found[1].day) == ("00:05", "00:20", "2026-11-21")


def test_the_newest_entry_comes_first_under_its_day_and_sitting() -> None:
    outline = _outline(
        (A, "2026-11-20T10:00", "claim.added"),
        (A, "2026-11-21T10:00", "link.made"),
        (A, "2026-11-21T10:01", "link.made"),
    )
    rows = arranged(outline, sittings(outline), None, Folding()).rows
    assert rows == [
        (Kind.DAY, 1),
        (Kind.SITTING, 1),
        (Kind.ENTRY, 2),
        (Kind.ENTRY, 1),
        (Kind.DAY, 0),
        (Kind.SITTING, 0),
        (Kind.ENTRY, 0),
    ]


def test_a_long_sitting_lists_its_newest_entries_and_offers_the_rest() -> None:
    outline = _many(SHOWN_OF_LONG + 20)
    made = arranged(outline, sittings(outline), None, Folding())
    assert made.rows[-1] == (Kind.MORE, 0)
    assert len(made.rows) == SHOWN_OF_LONG + 3
    key = made.sittings[0].key
    whole = arranged(outline, sittings(outline), None, Folding(whole={key}))
    assert len(whole.rows) == len(outline) + 2


def test_a_folded_sitting_keeps_its_head_alone() -> None:
    outline = _many(3)
    key = sittings(outline)[0].key
    made = arranged(outline, sittings(outline), None, Folding(chosen={key: False}))
    assert made.rows == [(Kind.DAY, 0), (Kind.SITTING, 0)]


def test_only_wanted_entries_and_their_sittings_have_rows() -> None:
    outline = _outline(
        (A, "2026-11-20T10:00", "claim.added"),
        (B, "2026-11-21T10:00", "link.made"),
        (B, "2026-11-21T10:01", "note.added"),
    )
    made = arranged(outline, sittings(outline), [2], Folding())
    assert made.rows == [(Kind.DAY, 1), (Kind.SITTING, 1), (Kind.ENTRY, 2)]
    assert made.entries_of_day(1) == 1


def test_numbers_of_a_part_of_a_long_history_are_those_of_the_whole() -> None:
    rows = [("f" * 64, "link.made", 1, "2026-11-21T10:00:00.000Z", 0)] * 3
    outline = outline_of(rows, 100, {1: A})
    assert (outline.first, outline.is_whole) == (98, False)


def test_a_group_and_words_both_must_fit() -> None:
    outline = _outline(
        (A, "2026-11-20T10:00", "claim.added"),
        (A, "2026-11-20T10:01", "link.made"),
        (A, "2026-11-20T10:02", "link.made"),
    )
    groups = groups_of_types()
    assert Filter().wanted(outline, groups) is None
    assert Filter(group="Links").wanted(outline, groups) == [1, 2]
    assert Filter(group="Links", words="x", found=[0, 2]).wanted(outline, groups) == [2]
    newest = replace(outline, first=2)
    assert Filter(words="x", found=[0, 3]).wanted(newest, groups) == [2]


def test_the_filters_are_those_of_the_history() -> None:
    assert tuple(group.value for group in Group) == GROUP_NAMES
    assert set(NOUNS) <= set(GROUPS) | {"bundle.exported", "bundle.merged"}


def test_types_nobody_knows_are_counted_as_housekeeping() -> None:
    counts = counts_by_group({"x.a.b": 2, "feed.opened": 1}, groups_of_types(), "Housekeeping")
    assert counts == {"Housekeeping": 3}


def test_a_sitting_is_called_after_what_was_read() -> None:
    trail = Trail()
    document = trail.document("a.txt", "He resigned. He was sacked.")
    trail.link(trail.claim("He resigned."), document, 0, 12)
    events = list(trail.review().events)
    types = [event.type for event in events if event.type != ProjectCreated.type]
    assert sitting_title(types, events, lambda _: "The Butcher") == "Read “The Butcher”"
    assert sitting_title(["claim.added"], [], str) == "Worked on claims"
    assert sitting_title(["document.added"] * 2, [], str) == "Added 2 documents"


def test_what_a_sitting_came_to_is_counted_in_nouns() -> None:
    types = ["link.made", "link.made", "note.added", "feed.opened"]
    assert counted(types, NOUNS) == ["2 links", "1 note"]


def test_rows_are_found_by_their_heights() -> None:
    outline = _outline((A, "2026-11-21T10:00", "note.added"), (A, "2026-11-21T10:01", "link.made"))
    rows = arranged(outline, sittings(outline), None, Folding()).rows
    heights = RowHeights(rows, outline)
    first = heights.top(2)
    assert (heights.at(first), heights.at(first + TWO_LINES)) == (2, 3)
    assert heights.bottom(3) - heights.top(3) == ONE_LINE
    assert heights.at(heights.total) == -1
    assert list(heights.between(first, first + TWO_LINES + 1)) == [2, 3]


def test_a_mark_shows_the_letter_people_would_say() -> None:
    assert [letter_of(name) for name in ("Reviewer B", "Demo", "ada lovelace", "")] == list("BDA?")
    assert mark_of("Demo", own=False).kind == "dashed"
    assert mark_of("Demo", own=True).kind == "filled"
