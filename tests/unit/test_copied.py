"""Copied text is found under every light edit, and nothing is invented."""

from pathlib import Path

import pytest

from provenance_desk.analysis.copied import Likeness, find_copies
from provenance_desk.analysis.copied_words import sentence_key
from provenance_desk.intake.table import base_table

SEEDS = Path(__file__).parents[2] / "seeds"
ORIGINAL = (
    "The inspectors found that the northern dam had been leaking for nine days before the ministry"
    " closed the valley road on Tuesday morning."
)
OTHER = "Farmers in the lowlands asked the council to pay for the harvest that the flood had taken."


def seed_sentences() -> list[tuple[str, str]]:
    found = []
    for path in sorted(SEEDS.glob("0*.txt")):
        text = path.read_bytes().decode()
        rows = base_table(text).sentences
        found += [(path.name[:3], text[start:end]) for start, end, zone in rows]
    return found


@pytest.mark.parametrize(
    "copy",
    [
        ORIGINAL,
        ORIGINAL.upper(),
        ORIGINAL.replace("nine", "ten"),
        ORIGINAL.replace("inspectors", "experts").replace("Tuesday", "Monday"),
        "“" + ORIGINAL[:-1] + ",” the agency wrote.",
        (
            "The ministry closed the valley road on Tuesday morning; the inspectors found that the"
            " northern dam had been leaking for nine days."
        ),
        ORIGINAL[:90],
        (
            "In a letter seen by this paper, the inspectors found that the northern dam had been"
            " leaking for nine days, a fact that nobody in the capital had cared to mention so far."
        ),
    ],
)
def test_a_copy_is_found_whatever_was_changed_lightly(copy: str) -> None:
    (pair,) = find_copies([OTHER, ORIGINAL, copy])
    assert (pair.first, pair.second, pair.likeness) == (1, 2, Likeness.COPIED)


def test_british_and_american_spelling_make_the_same_words() -> None:
    british = "The labour ministry said the theatre at the centre of the city favoured the defence."
    american = "The labor ministry said the theater at the center of the city favored the defense."
    assert sentence_key(british) == sentence_key(american)
    assert [pair.share for pair in find_copies([british, american])] == [1.0]


def test_sentences_about_the_same_are_no_copies() -> None:
    told_anew = "Nine days passed between the first leak at the dam and the closing of the road."
    assert find_copies([ORIGINAL, told_anew, OTHER], possible=True) == []


def test_words_that_say_nothing_make_no_copy() -> None:
    one = "It was one of those that they had all been in before the flood."
    other = "It was one of those that they had all been in since the strike."
    assert find_copies([one, other], possible=True) == []


def test_what_is_only_possible_is_shown_on_request() -> None:
    partly = (
        "Nobody knew that the northern dam had been leaking, and those who lived below it went on"
        " with their lives, planted what they always plant and slept well."
    )
    assert find_copies([ORIGINAL, partly]) == []
    assert [p.likeness for p in find_copies([ORIGINAL, partly], possible=True)] == [
        Likeness.POSSIBLE
    ]


def test_boilerplate_can_be_ignored() -> None:
    assert find_copies([ORIGINAL, ORIGINAL], ignored=frozenset({sentence_key(ORIGINAL)})) == []


def test_entries_of_a_list_pair_only_where_they_agree_in_every_word() -> None:
    near = ORIGINAL.replace("nine", "ten")
    assert find_copies([ORIGINAL, near], formal={0, 1}) == []
    assert len(find_copies([ORIGINAL, ORIGINAL], formal={0, 1})) == 1


def test_each_of_many_copies_is_paired_with_the_first() -> None:
    pairs = find_copies([ORIGINAL, OTHER, ORIGINAL, ORIGINAL])
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 2), (0, 3)]


def test_the_seeds_repeat_themselves_and_never_one_another() -> None:
    sentences = seed_sentences()
    pairs = find_copies([text for _, text in sentences])
    names = {(sentences[pair.first][0], sentences[pair.second][0]) for pair in pairs}
    assert names == {("000", "000"), ("002", "002")}
    inside = {(pair.first + 1, pair.second + 1) for pair in pairs}
    assert inside >= {
        (3, 7), (8, 9), (10, 11), (10, 26), (11, 26), (31, 32), (33, 34), (48, 49), (66, 69)
    }  # fmt: skip


def test_a_search_can_be_given_up() -> None:
    def refuse(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_copies([ORIGINAL, ORIGINAL], step=refuse)


def test_steps_grow_up_to_the_total() -> None:
    seen: list[tuple[int, int]] = []
    find_copies([ORIGINAL, OTHER] * 50, step=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (300, 300)


def test_nothing_at_all_has_no_copies() -> None:
    assert find_copies([]) == []
    assert find_copies(["", "…", "One."]) == []
