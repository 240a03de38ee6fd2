"""Repeats: said twice or cut off, near-verbatim only."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.intake.repeats import find_repeats
from provenance_desk.intake.sentences import segment
from provenance_desk.intake.table import base_table

_WHOLE = "Russian planes dropped missiles on the theatre in Mariupol, which housed many people."


def repeats(text: str) -> list[tuple[str, str]]:
    spans = segment(text)
    pairs = [(spans[mine], spans[other]) for mine, other in find_repeats(text, spans)]
    return [(text[a:b], text[c:d]) for (a, b), (c, d) in pairs]


def test_the_repeats_of_the_seed_are_four_captions_and_one_cut(seeds: Path) -> None:
    text = (seeds / "000_278c3c0740fd46d5.txt").read_text("utf-8")
    pairs = base_table(text).same_as
    assert [row[:2] for row in pairs] == [
        (1354, 1589),
        (1591, 1716),
        (4091, 4203),
        (4306, 4405),
        (6374, 6468),
    ]
    cut, fuller = pairs[1][:2], pairs[1][2:]
    assert text[fuller[0] : fuller[1]].startswith(text[cut[0] : cut[1]])


def test_the_reference_listed_twice_points_to_the_first(seeds: Path) -> None:
    text = (seeds / "002_00a8374a5111b5e4.txt").read_text("utf-8")
    assert [row[:1] + row[2:3] for row in base_table(text).same_as] == [(3025, 2502)]


def test_the_later_one_points_to_the_earlier() -> None:
    assert repeats(f"{_WHOLE} He left. {_WHOLE}") == [(_WHOLE, _WHOLE)]


def test_quotation_marks_case_and_spaces_do_not_count() -> None:
    other = "The “general” said on Monday  that he left."
    text = f'The "general" said on Monday that he left.\n\n{other.upper()}'
    assert len(repeats(text)) == 1


def test_a_cut_off_one_points_to_the_fuller_wherever_that_stands() -> None:
    cut = _WHOLE[: _WHOLE.index(", which")]
    assert repeats(f"{cut}\n\n{_WHOLE}") == [(cut, _WHOLE)]
    assert repeats(f"{_WHOLE}\n\n{cut}…") == [(f"{cut}…", _WHOLE)]


def test_a_cut_of_a_cut_points_to_the_whole() -> None:
    shorter, longer = _WHOLE[:58], _WHOLE[:71]
    assert repeats(f"{shorter}\n\n{longer}\n\n{_WHOLE}") == [(shorter, _WHOLE), (longer, _WHOLE)]


def test_a_short_sentence_said_twice_is_no_repeat() -> None:
    assert not repeats("He said so. They left. He said so.")
    assert not repeats("The general said that\n\nThe general said that he would go home soon.")


def test_a_sentence_that_stops_is_not_cut_off() -> None:
    short = "Russian planes dropped missiles on the theatre in Mariupol."
    assert not repeats(f"{short} {_WHOLE}")


def test_one_other_word_is_no_repeat() -> None:
    assert not repeats(f"{_WHOLE} {_WHOLE.replace('many', 'some')}")


@given(st.lists(st.sampled_from(["a b c d e f g.", "a b c d e f g h i", "a b c d e f g h i j"])))
def test_no_sentence_points_to_one_that_points_on(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    found = dict(find_repeats(text, segment(text)))
    assert not set(found) & set(found.values())
