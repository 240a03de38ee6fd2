"""Layers side by side: an order with few crossings, and a height for every card; no Qt."""

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

Edge = tuple[str, str]
Layers = Sequence[Sequence[str]]
SMALL: Final = 60
"""Up to so many cards, each is also tried at every other place of its layer."""
SWEEPS: Final = 6
"""There and back; more found nothing better on trees of thousands of cards."""


def ordered(
    layers: Layers, edges: Collection[Edge], first: Collection[str] = ()
) -> list[list[str]]:
    """The layers in an order with few crossings; those in `first` stay at the head of theirs.

    Every edge joins neighbouring layers. The same layers and edges always give the same order.
    """
    current = [_in_front(layer, first) for layer in layers]
    near = _neighbours(edges)
    best, fewest = current, crossings(current, edges)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        current = _swept(current, near, first, down=sweep % 2 == 0)
        crossed = crossings(current, edges)
        if crossed < fewest:
            best, fewest = current, crossed
    return _untangled(best, edges, first) if sum(map(len, best)) <= SMALL else best


def _untangled(
    layers: list[list[str]], edges: Collection[Edge], first: Collection[str]
) -> list[list[str]]:
    """Each card is tried at every place of its layer, as long as that takes a crossing away."""
    fewest, before = crossings(layers, edges), -1
    while fewest and fewest != before:
        before = fewest
        for layer in layers:
            for name in list(layer):
                fewest = _sifted(layers, layer, name, edges, first, fewest)
    return layers


def _sifted(
    layers: Layers,
    layer: list[str],
    name: str,
    edges: Collection[Edge],
    first: Collection[str],
    fewest: int,
) -> int:
    best = list(layer)
    for place in range(len(layer)):
        layer.remove(name)
        layer.insert(place, name)
        crossed = crossings(layers, edges) if _in_front(layer, first) == layer else fewest
        if crossed < fewest:
            best, fewest = list(layer), crossed
    layer[:] = best
    return fewest


def crossings(layers: Layers, edges: Collection[Edge]) -> int:
    """How many pairs of edges cross between neighbouring layers."""
    place = {name: (n, at) for n, layer in enumerate(layers) for at, name in enumerate(layer)}
    between: dict[int, list[tuple[int, int]]] = {}
    for start, end in edges:
        if start in place and end in place:
            between.setdefault(place[start][0], []).append((place[start][1], place[end][1]))
    return sum(_inversions(sorted(pairs)) for pairs in between.values())


def placed(
    layers: Layers, pulls: Mapping[Edge, float], heights: Mapping[str, float], gap: float
) -> dict[str, float]:
    """The centre of every card: each as near to the cards it hangs on as its own layer lets it.

    The highest layer is stacked; a pull draws its two cards to one height, the second one lower
    by its shift. No two cards of a layer come nearer than `gap`.
    """
    highest = max(range(len(layers)), key=lambda n: _stack_height(layers[n], heights, gap))
    centres = _stacked(layers[highest], heights, gap)
    wishes = _wishes(pulls)
    outwards = [*range(highest - 1, -1, -1), *range(highest + 1, len(layers))]
    for number in outwards:
        layer = layers[number]
        wanted = [_wanted(name, wishes, centres) for name in layer]
        centres.update(_apart(layer, wanted, heights, gap))
    top = min((centre - heights[name] / 2 for name, centre in centres.items()), default=0.0)
    return {name: centre - top for name, centre in centres.items()}


def _in_front(layer: Sequence[str], first: Collection[str]) -> list[str]:
    return sorted(layer, key=lambda name: name not in first)


def _neighbours(edges: Iterable[Edge]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for start, end in edges:
        near.setdefault(start, []).append(end)
        near.setdefault(end, []).append(start)
    return near


def _swept(
    layers: Layers, near: Mapping[str, Sequence[str]], first: Collection[str], *, down: bool
) -> list[list[str]]:
    """Every layer sorted by the mean place of its neighbours in the layer before."""
    swept = [list(layer) for layer in layers]
    numbers = range(1, len(layers)) if down else range(len(layers) - 2, -1, -1)
    for number in numbers:
        fixed = {name: at for at, name in enumerate(swept[number - 1 if down else number + 1])}
        keys = {
            name: (name not in first, _mean(near.get(name, ()), fixed, float(at)))
            for at, name in enumerate(swept[number])
        }
        swept[number].sort(key=keys.__getitem__)
    return swept


def _mean(names: Iterable[str], places: Mapping[str, float], otherwise: float) -> float:
    found = [places[name] for name in names if name in places]
    return sum(found) / len(found) if found else otherwise


def _inversions(pairs: Sequence[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, end in pairs:
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count


def _stack_height(layer: Sequence[str], heights: Mapping[str, float], gap: float) -> float:
    return sum(heights[name] + gap for name in layer)


def _stacked(layer: Sequence[str], heights: Mapping[str, float], gap: float) -> dict[str, float]:
    return _apart(layer, [0.0] * len(layer), heights, gap)


def _wishes(pulls: Mapping[Edge, float]) -> dict[str, list[tuple[str, float]]]:
    wishes: dict[str, list[tuple[str, float]]] = {}
    for (start, end), shift in pulls.items():
        wishes.setdefault(end, []).append((start, shift))
        wishes.setdefault(start, []).append((end, -shift))
    return wishes


def _wanted(
    name: str, wishes: Mapping[str, Sequence[tuple[str, float]]], centres: Mapping[str, float]
) -> float | None:
    found = [centres[other] + shift for other, shift in wishes.get(name, ()) if other in centres]
    return sum(found) / len(found) if found else None


def _apart(
    layer: Sequence[str],
    wanted: Sequence[float | None],
    heights: Mapping[str, float],
    gap: float,
) -> dict[str, float]:
    """Cards in their order, at least `gap` apart, with the least sum of squared moves.

    With the needed distances taken off, this is a regression by a rising step function: blocks
    that fall are pooled at their mean.
    """
    offsets = [0.0]
    for above, below in pairwise(layer):
        offsets.append(offsets[-1] + (heights[above] + heights[below]) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    last = 0.0
    for offset, wish in zip(offsets, wanted, strict=False):
        last = wish - offset if wish is not None else last
        mean, size = last, 1
        while blocks and blocks[-1][0] > mean:
            above_mean, above_size = blocks.pop()
            mean = (mean * size + above_mean * above_size) / (size + above_size)
            size += above_size
        blocks.append((mean, size))
    levels = [mean for mean, size in blocks for _ in range(size)]
    return {n: level + offset for n, level, offset in zip(layer, levels, offsets, strict=False)}
