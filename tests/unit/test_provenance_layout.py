"""The order and the places of the cards: always the same, few crossings, never overlapping."""

import random
import time
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.gui.provenance.layout import Edge, crossings, ordered, placed

Layers = list[list[str]]


def forest(seed: int, documents: int = 4, passages: int = 12) -> tuple[Layers, list[Edge]]:
    """Passages of documents with an origin and a claim each; two layers of it can be untangled."""
    chance = random.Random(seed)
    layers = [
        [f"d{n}" for n in range(documents)],
        [f"p{n}" for n in range(passages)],
        [f"o{n}" for n in range(documents)],
        [f"c{n}" for n in range(documents)],
    ]
    edges = [(f"d{n % documents}", f"p{n}") for n in range(passages)]
    edges += [(f"p{n}", f"o{n % documents}") for n in range(passages)]
    edges += [(f"o{n}", f"c{n}") for n in range(documents)]
    for layer in layers:
        chance.shuffle(layer)
    return layers, edges


@pytest.mark.parametrize("seed", range(20))
def test_a_picture_that_needs_no_crossing_gets_few(seed: int) -> None:
    layers, edges = forest(seed)
    before = crossings(layers, edges)
    assert crossings(ordered(layers, edges), edges) <= before // 8


@pytest.mark.parametrize("seed", range(10))
def test_small_pictures_come_near_the_best_there_is(seed: int) -> None:
    chance = random.Random(seed)
    layers = [[f"a{n}" for n in range(4)], [f"b{n}" for n in range(5)]]
    pairs = [(a, b) for a in layers[0] for b in layers[1]]
    edges = chance.sample(pairs, 8)
    best = min(
        crossings([list(first), list(second)], edges)
        for first in permutations(layers[0])
        for second in permutations(layers[1])
    )
    assert crossings(ordered(layers, edges), edges) <= best + 3


def test_crossings_are_counted_as_the_eye_sees_them() -> None:
    layers = [["a", "b"], ["x", "y"]]
    assert crossings(layers, [("a", "x"), ("b", "y")]) == 0
    assert crossings(layers, [("a", "y"), ("b", "x")]) == 1
    assert crossings(layers, [("a", "y"), ("a", "x"), ("b", "x")]) == 1
    assert crossings(layers, [("a", "x"), ("b", "x")]) == 0


@given(st.integers(0, 10_000))
def test_the_same_tree_always_looks_the_same(seed: int) -> None:
    layers, edges = forest(seed)
    first = ordered(layers, edges)
    assert ordered([list(layer) for layer in layers], list(reversed(edges))) == first
    assert [sorted(layer) for layer in first] == [sorted(layer) for layer in layers]


def test_what_must_come_first_does() -> None:
    layers = [["p1", "p2"], ["named", "nobody"], ["c"]]
    edges = [("p1", "named"), ("p2", "nobody"), ("named", "c"), ("nobody", "c")]
    found = ordered(layers, edges, first={"nobody"})
    assert found[1] == ["nobody", "named"]
    assert found[0] == ["p2", "p1"]


@given(st.integers(0, 10_000), st.floats(0, 60))
def test_cards_keep_their_distance(seed: int, gap: float) -> None:
    chance = random.Random(seed)
    layers, edges = forest(seed)
    heights = {name: chance.uniform(30, 160) for layer in layers for name in layer}
    centres = placed(layers, dict.fromkeys(edges, 0.0), heights, gap)
    for layer in layers:
        for above, below in pairwise(layer):
            room = (centres[below] - centres[above]) - (heights[above] + heights[below]) / 2
            assert room >= gap - 1e-6
    assert min(centres[name] - heights[name] / 2 for name in centres) == pytest.approx(0)


def test_cards_are_aligned_by_their_centres() -> None:
    layers = [["d"], ["p1", "p2", "p3"], ["o"], ["c"]]
    edges = [("d", "p1"), ("d", "p2"), ("d", "p3"), ("p1", "o"), ("p2", "o"), ("p3", "o")]
    heights = dict.fromkeys(["p1", "p2", "p3"], 100.0) | {"d": 40.0, "o": 70.0, "c": 90.0}
    centres = placed(layers, dict.fromkeys([*edges, ("o", "c")], 0.0), heights, 20)
    assert centres["d"] == centres["p2"] == centres["o"] == centres["c"] == 170


def test_a_pull_can_set_a_card_lower() -> None:
    centres = placed([["nobody"], ["c"]], {("nobody", "c"): 90.0}, {"nobody": 40.0, "c": 50.0}, 10)
    assert centres["c"] - centres["nobody"] == 90


def test_nothing_has_a_place() -> None:
    assert placed([[], [], [], []], {}, {}, 10) == {}
    assert ordered([[], []], []) == [[], []]


def test_two_thousand_cards_are_arranged_at_once() -> None:
    layers, edges = forest(1, documents=300, passages=1100)
    heights = {name: 100.0 for layer in layers for name in layer}
    begin = time.perf_counter()
    found = ordered(layers, edges)
    placed(found, dict.fromkeys(edges, 0.0), heights, 20)
    assert time.perf_counter() - begin < 1.5
