"""Sentences as reviewers left them: split, joined and zoned by offset, never by number."""

from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.domain.document_events import (
    PassageSameAs,
    PassageSkipped,
    PassageZoned,
    SentencesJoined,
    SentenceSplit,
)
from provenance_desk.domain.events import Body
from provenance_desk.domain.sentences import SentenceTable, apply_passages, table_from
from provenance_desk.domain.words import Zone

TEXT = "One two.  Three four.\n\nFive six. "
D = "d" * 64
BASE = table_from([(0, 8, Zone.HEADLINE), (10, 21, Zone.BODY), (23, 32, Zone.BODY)])


def applied(*changes: Body) -> SentenceTable:
    return apply_passages(BASE, TEXT, changes)


def spans(table: SentenceTable) -> list[tuple[int, int]]:
    return list(zip(table.starts, table.ends, strict=True))


def zones(table: SentenceTable) -> list[Zone]:
    return [table.zone(row) for row in range(len(table))]


offsets = st.integers(0, len(TEXT) + 5)
changes = st.lists(
    st.one_of(
        st.builds(SentenceSplit, st.just(D), offsets),
        st.builds(SentencesJoined, st.just(D), offsets, offsets),
        st.builds(PassageZoned, st.just(D), offsets, offsets, st.sampled_from(Zone)),
    ),
    max_size=12,
)


@given(changes)
def test_every_letter_stays_in_exactly_one_sentence(done: list[Body]) -> None:
    table = applied(*done)
    owners = [0] * len(TEXT)
    for start, end in spans(table):
        assert start < end
        assert TEXT[start:end] == TEXT[start:end].strip()
        owners[start:end] = [n + 1 for n in owners[start:end]]
    assert all(n == 1 for n, letter in zip(owners, TEXT, strict=True) if not letter.isspace())
    assert len(table.zones) == len(table.starts) == len(table.ends)


@given(changes)
def test_the_base_table_is_left_as_it_is(done: list[Body]) -> None:
    applied(*done)
    assert spans(BASE) == [(0, 8), (10, 21), (23, 32)]


def test_a_split_makes_two_sentences_of_the_same_zone() -> None:
    table = applied(SentenceSplit(D, 3))
    assert spans(table) == [(0, 3), (4, 8), (10, 21), (23, 32)]
    assert zones(table) == [Zone.HEADLINE, Zone.HEADLINE, Zone.BODY, Zone.BODY]


def test_a_split_at_an_edge_or_between_sentences_changes_nothing() -> None:
    for at in (0, 8, 9, 10, 21, 32, 99):
        assert spans(applied(SentenceSplit(D, at))) == spans(BASE)


def test_a_join_takes_the_zone_of_the_first_sentence() -> None:
    table = applied(SentencesJoined(D, 5, 12))
    assert spans(table) == [(0, 21), (23, 32)]
    assert zones(table) == [Zone.HEADLINE, Zone.BODY]


def test_a_join_of_a_single_sentence_changes_nothing() -> None:
    assert spans(applied(SentencesJoined(D, 11, 20))) == spans(BASE)


def test_a_zone_is_set_on_every_sentence_it_touches() -> None:
    table = applied(PassageZoned(D, 20, 24, Zone.CAPTION))
    assert zones(table) == [Zone.HEADLINE, Zone.CAPTION, Zone.CAPTION]


def test_a_join_after_a_split_is_the_sentence_before() -> None:
    assert spans(applied(SentenceSplit(D, 3), SentencesJoined(D, 0, 8))) == spans(BASE)


def test_the_last_zone_stands() -> None:
    table = applied(PassageZoned(D, 0, 4, Zone.QUOTE), PassageZoned(D, 0, 4, Zone.BODY))
    assert zones(table)[0] is Zone.BODY


def test_repeats_and_skipped_passages_are_kept_once() -> None:
    base = table_from([(0, 8, Zone.BODY)], same_as=[(0, 8, 23, 32)])
    same, skip = PassageSameAs(D, 0, 8, 23, 32), PassageSkipped(D, 10, 21)
    table = apply_passages(base, TEXT, [same, skip, skip])
    assert table.same_as == ((0, 8, 23, 32),)
    assert table.skipped == ((10, 21),)


def test_rows_are_found_by_offset() -> None:
    assert [BASE.row_at(at) for at in (0, 7, 8, 10, 22, 23, 99)] == [0, 0, 0, 1, 1, 2, 2]
    assert list(BASE.rows_of(7, 11)) == [0, 1]
    assert list(BASE.rows_of(8, 10)) == []
    assert list(BASE.rows_of(0, 99)) == [0, 1, 2]


def test_a_text_without_sentences_has_no_rows() -> None:
    empty = table_from([])
    assert len(empty) == 0
    assert list(empty.rows_of(0, 10)) == []
    assert spans(apply_passages(empty, "", [SentenceSplit(D, 1), SentencesJoined(D, 0, 2)])) == []
