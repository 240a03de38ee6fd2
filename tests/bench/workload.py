"""A review the size of a year's work: documents, claims, and links of sentences to claims.

Where the shared data lies beside the checkout its generator is used, so that figures compare with
those of other programs; elsewhere one of the same shape is made here. Both are deterministic.
"""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TALK = (
    "the minister ordered denied a transfer of two brigades near border on Monday according to "
    "officials who said that supplies had been lost in an eastern district before summit while "
    "state television reported four hundred people were moved and nobody answered for it"
)
_WORDS = re.findall(r"\w+", _TALK)
_WORDS_IN_A_DOCUMENT = 4000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage linked to a claim, both by number; the memo may be empty."""

    document: int
    start: int
    end: int
    claim: int
    memo: str


@dataclass(frozen=True, slots=True)
class Workload:
    """Texts by file name, wordings of claims, and links."""

    texts: dict[str, str]
    claims: list[str]
    links: list[Passage]

    @property
    def characters(self) -> int:
        """How long all texts are."""
        return sum(map(len, self.texts.values()))


def workload(folder: Path, documents: int = 200, links: int = 20_000, hot: int = 200) -> Workload:
    """So many documents and links; up to ten documents have `hot` links each."""
    shared = os.environ.get("PROVDESK_SHARED", "")
    script = Path(shared) / "bench" / "workload" / "gen_workload.py"
    if not shared or not script.is_file():
        return made(documents, links)
    options = {"docs": documents, "codings": links, "hot-docs": min(10, documents)}
    given = [f"--{key}={value}" for key, value in (options | {"hot-codings": hot}).items()]
    command = [sys.executable, str(script), str(folder), *given]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return _read(folder)


def made(documents: int, links: int) -> Workload:
    """The workload where there is no shared generator."""
    chance = random.Random(_SEED)
    texts: dict[str, str] = {}
    spans: list[list[tuple[int, int]]] = []
    for number in range(documents):
        text, found = _document(chance)
        texts[f"doc_{number:04}.txt"] = text
        spans.append(found)
    rows = list(_links(chance, spans, links))
    return Workload(texts, [_wording(n) for n in range(100)], rows)


def long_text(sentences: int) -> str:
    """A text of so many sentences, in paragraphs of four, as in the made workload."""
    chance = random.Random(_SEED)
    parts = [_sentence(chance) + ("\n\n" if n % 4 == 3 else " ") for n in range(sentences)]
    return "".join(parts)


def _links(
    chance: random.Random, spans: list[list[tuple[int, int]]], links: int
) -> Iterator[Passage]:
    for number in range(links):
        document = number % len(spans)
        start, end = chance.choice(spans[document])
        memo = f"note {number}" if number % 7 == 0 else ""
        yield Passage(document, start, end, chance.randrange(100), memo)


def _document(chance: random.Random) -> tuple[str, list[tuple[int, int]]]:
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    place = words = 0
    while words < _WORDS_IN_A_DOCUMENT:
        sentence = _sentence(chance)
        gap = "\n\n" if len(spans) % 4 == 3 else " "
        spans.append((place, place + len(sentence)))
        parts += sentence, gap
        place += len(sentence) + len(gap)
        words += sentence.count(" ") + 1
    return "".join(parts), spans


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randint(9, 27))
    return " ".join(words).capitalize() + f", in {chance.randint(1990, 2024)}."


def _wording(number: int) -> str:
    return f"Statement {number:03} was made in public."


def _read(folder: Path) -> Workload:
    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("docs/*.txt"))}
    codings = map(json.loads, (folder / "codings.jsonl").read_text("utf-8").splitlines())
    links = [Passage(c["doc"], c["start"], c["end"], c["code"], c["memo"]) for c in codings]
    count = len((folder / "codes.jsonl").read_text("utf-8").splitlines())
    return Workload(texts, [_wording(n) for n in range(count)], links)
