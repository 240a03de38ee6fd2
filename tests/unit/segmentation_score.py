"""How well sentences agree with gold ones: boundaries, white space left out of the count."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

Span = tuple[int, int]
GOLD = Path(__file__).parent.parent / "data" / "segmentation"


@dataclass(frozen=True)
class Case:
    """One text with its gold sentences."""

    language: str
    text: str
    sentences: list[Span]


def gold(name: str) -> list[Case]:
    """Read the cases of one gold file."""
    lines = (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = map(json.loads, lines)
    return [Case(row["lang"], row["text"], [(s, e) for s, e in row["sentences"]]) for row in rows]


def boundary_f1(cases: Iterable[Case], segment: Callable[[str, str], list[Span]]) -> float:
    """Score the ends of all sentences but the last of each text."""
    hits = wrong = missed = 0
    for case in cases:
        wanted = _ends(case.text, case.sentences)
        found = _ends(case.text, segment(case.text, case.language))
        hits += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    return 2 * hits / (2 * hits + wrong + missed)


def _ends(text: str, spans: list[Span]) -> set[int]:
    inked = [0, *accumulate(not sign.isspace() for sign in text)]
    return {inked[end] for _, end in spans[:-1]}
