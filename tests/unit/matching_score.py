"""How well matching finds the sentences of the seeds that were labelled by hand."""

import json
from collections import Counter
from pathlib import Path

from provenance_desk.analysis.matching import (
    FURTHEST,
    Candidate,
    Weights,
    claims_for,
    said_before,
    sentences_for,
)
from provenance_desk.analysis.terms import terms_of
from provenance_desk.domain.words import Zone
from provenance_desk.intake.table import base_table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "analysis"
TOP = 5


class Seeds:
    """The sentences of the seeds by name (`003:9`), each with what it may lean on."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.candidates: list[Candidate] = []
        for path in sorted((ROOT / "seeds").glob("0*.txt")):
            text = path.read_bytes().decode()
            table = base_table(text).sentences
            said = [text[start:end] for start, end, _ in table]
            for number, (_, _, zone) in enumerate(table):
                before = said_before(said[max(0, number - FURTHEST) : number])
                trust = 0.85 if zone is Zone.REFERENCE else 1.0
                self.names.append(f"{path.name[:3]}:{number + 1}")
                self.candidates.append(Candidate(said[number], before, trust))


def labelled(name: str) -> dict[str, set[str]]:
    """Each claim of a file with the names of its sentences."""
    found = json.loads((DATA / name).read_text("utf-8"))["claims"]
    return {one["claim"]: set(one["sentences"]) for one in found}


def weights_of(texts: list[str]) -> Weights:
    """Weights by how many of these texts hold a term."""
    return Weights(Counter(term.key for text in texts for term in terms_of(text).all), len(texts))


def sentence_recall(seeds: Seeds, claims: dict[str, set[str]]) -> float:
    """The mean share of a claim's sentences among the first five suggested."""
    weights = weights_of([one.text for one in seeds.candidates])
    shares = []
    for claim, wanted in claims.items():
        best = sentences_for(claim, seeds.candidates, weights)[:TOP]
        shares.append(len(wanted & {seeds.names[match.place] for match in best}) / len(wanted))
    return sum(shares) / len(shares)


def claim_recall(seeds: Seeds, claims: dict[str, set[str]]) -> float:
    """The mean share of a sentence's claims among the first five suggested."""
    wordings = list(claims)
    weights, shares = weights_of(wordings), []
    for name, candidate in zip(seeds.names, seeds.candidates, strict=True):
        wanted = {claim for claim, sentences in claims.items() if name in sentences}
        if wanted:
            best = claims_for(candidate, wordings, weights)[:TOP]
            shares.append(len(wanted & {wordings[m.place] for m in best}) / len(wanted))
    return sum(shares) / len(shares)
