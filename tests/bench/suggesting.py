"""How well, and how fast, the text suggests: cues, matching sentences, copied text."""

import random
from collections.abc import Iterator
from functools import partial

from provenance_desk.analysis.copied import find_copies
from provenance_desk.analysis.cue_lists import CueList, packaged_list
from provenance_desk.analysis.cues import find_cues, has_telling_cue
from provenance_desk.project.suggesting import Suggester
from provenance_desk.store.reader import Reader
from tests.bench.figures import Figure
from tests.bench.timing import p95, seconds
from tests.bench.workshop import Workshop
from tests.unit.matching_score import DATA, Seeds, claim_recall, labelled, sentence_recall

_ASKED = 100
_SENTENCES = 30
"""To a document, as many as a news report has."""


def measure(workshop: Workshop) -> Iterator[Figure]:
    """Recall on the labelled seeds, cues on other news, and what each takes."""
    seeds = Seeds()
    claims = labelled("demo_claims.json") | labelled("claims.json")
    found = sentence_recall(seeds, claims)
    yield Figure("sentences of a claim among the first 5", found, "recall", 0.77, True)
    found = claim_recall(seeds, claims)
    yield Figure("claims of a sentence among the first 5", found, "recall", 0.87, True)
    yield from _cues()
    with Reader(workshop.documents_only()) as reader:
        yield _matching(reader)
    for documents, target in ((1_000, 3.0), (10_000, 60.0)):
        texts = _reports(documents)
        taken = seconds(partial(find_copies, texts))
        yield Figure(f"copied text in {documents:,} documents", taken, "s", target)


def _cues() -> Iterator[Figure]:
    cues = packaged_list("en")
    assert cues is not None
    lines = (DATA / "news.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    told = [label == "1" for label, sentence in rows if _tells(sentence, cues)]
    wanted = sum(label == "1" for label, _ in rows)
    yield Figure("cues in news: right of those found", sum(told) / len(told), "share", 0.85, True)
    yield Figure("cues in news: found of those there", sum(told) / wanted, "share", 0.60, True)


def _tells(sentence: str, cues: CueList) -> bool:
    return has_telling_cue(find_cues(sentence, 0, len(sentence), cues))


def _matching(reader: Reader) -> Figure:
    chance, suggester = random.Random(3), Suggester(reader)
    taken, total = [], reader.indexed_number()
    for document in chance.choices(reader.documents(), k=_ASKED):
        table, text = reader.sentences(document), reader.text(document.id) or ""
        row = chance.randrange(len(table))
        wording = text[table.starts[row] : table.ends[row]]
        taken.append(seconds(partial(suggester.sentences_for, wording)))
    what = f"sentences suggested among {total:,}, p95"
    return Figure(what, p95(taken) * 1000, "ms", 100)


def _reports(documents: int) -> list[str]:
    """Sentences of many reports in words as frequent as in any language; a hundredth is copied."""
    chance = random.Random(documents)
    words = [f"w{number}" for number in range(30_000)]
    weights = [1 / (number + 1) for number in range(30_000)]
    lengths = [chance.randint(8, 32) for _ in range(documents * _SENTENCES)]
    drawn = iter(chance.choices(words, weights, k=sum(lengths)))
    found = [" ".join(next(drawn) for _ in range(length)) for length in lengths]
    for _ in range(len(found) // 100):
        found[chance.randrange(len(found))] = chance.choice(found)
    return found
