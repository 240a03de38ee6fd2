"""Finding words in one document."""

from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.gui.reading.find import Finder, Spans, fold

TEXT = "Putin’s “favorite” fired.\nputin's man – Putin again. İstanbul"


def test_case_quotes_dashes_and_line_ends_make_no_difference() -> None:
    finder = Finder(TEXT)
    finder.search("PUTIN'S")
    assert [finder.matches[n] for n in range(2)] == [(0, 7), (26, 33)]
    assert finder.search('"favorite" fired. putin') is not None
    assert finder.search("man - putin") is not None


def test_the_first_match_after_the_reader_comes_first_and_steps_go_around() -> None:
    finder = Finder("a b a b a")
    match = finder.search("a", start=3)
    assert match is not None
    assert (match.number, match.total, match.start) == (2, 3, 4)
    assert [m.number for _ in range(2) if (m := finder.step(1))] == [3, 1]
    assert (m := finder.step(-1)) is not None
    assert m.number == 3


def test_nothing_is_found_of_nothing() -> None:
    finder = Finder("abc")
    assert finder.search("  ") is None
    assert finder.search("x") is None
    assert finder.step(1) is None


@given(st.text(max_size=80))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=20)


@given(SPANS, st.integers(0, 60), st.integers(0, 20))
def test_spans_between_are_those_that_overlap(
    rows: list[tuple[int, int]], start: int, length: int
) -> None:
    wanted = [(a, a + n) for a, n in rows]
    end = start + length
    expected = sorted((max(a, start), min(b, end)) for a, b in wanted if a < end and b > start)
    assert sorted(Spans(wanted).between(start, end)) == expected
