"""The speaker chain in one line: nearest first, roles in brackets, who is not named as a mark."""

import pytest

from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.words import Mode, Naming
from provenance_desk.gui.linking.chain import MOST_HOPS, chain_from, chain_words

SLADKOV = Speaker("Alexander Sladkov", Naming.NAMED, Mode.QUOTED)
SPOKESMAN = Speaker("a spokesman", Naming.ROLE, Mode.PARAPHRASED)
NOBODY = Speaker("", Naming.UNNAMED, Mode.IMPLIED)


def test_a_chain_reads_nearest_first() -> None:
    chain = (SLADKOV, SPOKESMAN, NOBODY)
    assert chain_words(chain) == "Alexander Sladkov ← (a spokesman) ← ?"


@pytest.mark.parametrize("chain", [(), (SLADKOV,), (SPOKESMAN, SLADKOV), (SLADKOV, NOBODY)])
def test_a_chain_comes_back_as_it_was_written(chain: tuple[Speaker, ...]) -> None:
    assert chain_from(chain_words(chain), chain) == chain


@pytest.mark.parametrize("arrow", ["←", "<", " <- ", " ← "])
def test_a_hop_can_be_typed_with_any_keyboard(arrow: str) -> None:
    found = chain_from(f"Sladkov{arrow}(the ministry){arrow}?")
    assert [hop.name for hop in found] == ["Sladkov", "the ministry", ""]
    assert [hop.naming for hop in found] == [Naming.NAMED, Naming.ROLE, Naming.UNNAMED]


def test_correcting_a_name_keeps_how_the_words_are_given() -> None:
    found = chain_from("A. Sladkov ← (a spokesman)", (SLADKOV, SPOKESMAN))
    assert found == (Speaker("A. Sladkov", Naming.NAMED, Mode.QUOTED), SPOKESMAN)


def test_a_hop_put_in_front_leaves_the_others_as_they_were() -> None:
    found = chain_from("The Times ← Alexander Sladkov", (SLADKOV,))
    assert found == (Speaker("The Times", Naming.NAMED, Mode.PARAPHRASED), SLADKOV)


def test_an_empty_line_names_nobody_and_a_long_one_is_cut() -> None:
    assert chain_from("  ", (SLADKOV,)) == ()
    assert len(chain_from(" < ".join("abcdefghijk"))) == MOST_HOPS
