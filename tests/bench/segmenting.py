"""How well, and how fast, texts are cut into sentences."""

import re
from collections.abc import Iterator
from functools import partial

from provenance_desk.intake.sentences import segment
from tests.bench.figures import Figure
from tests.bench.timing import median_seconds, seconds
from tests.bench.workload import long_text
from tests.bench.workshop import Workshop
from tests.unit.segmentation_score import Span, boundary_f1, gold

_GOLD = {"hard_news_en": 0.99, "hard_news_ru": 0.99, "golden_en": 0.85, "golden_other": 0.70}
_SPEED, _WORST = 1.0, 3.0
_PLAIN = re.compile(r"(?<=[.!?])\s+")
_PLAIN_WORDS = "re.split after . ! ?"
_MEGABYTE = 1_000_000
ADVERSARIES = {
    "full stops": ". " * (_MEGABYTE // 2),
    "dots without a space": "." * _MEGABYTE,
    "quotation marks": "“”" * (_MEGABYTE // 2),
    "titles": "Mr. " * (_MEGABYTE // 4),
    "initials": "A. B. " * (_MEGABYTE // 6),
    "closing brackets": ".)" * (_MEGABYTE // 2),
    "one word": "a" * _MEGABYTE,
    "numbers": "1.2." * (_MEGABYTE // 4),
    "blank lines": "\n" * _MEGABYTE,
    "lone surrogates": "\ud800." * (_MEGABYTE // 2),
    "right to left": "שלום. " * (_MEGABYTE // 6),
    "question marks": "?! " * (_MEGABYTE // 3),
    "open quotes": "“A. " * (_MEGABYTE // 4),
    "dashes": "– A. " * (_MEGABYTE // 5),
    "white space": " " * _MEGABYTE,
}


def measure(_: Workshop) -> Iterator[Figure]:
    """F1 on the gold sets, speed on news-like text, the slowest of the malicious texts."""
    for name, target in _GOLD.items():
        cases = gold(name)
        plain = boundary_f1(cases, _split)
        found = boundary_f1(cases, segment)
        yield Figure(f"sentences of {name}", found, "F1", target, True, plain, _PLAIN_WORDS)
    text = long_text(8_000)
    megabytes = len(text.encode()) / _MEGABYTE
    fast = megabytes / median_seconds(lambda: segment(text))
    plain = megabytes / median_seconds(lambda: _split(text))
    yield Figure("sentences a second", fast, "MB/s", _SPEED, True, plain, _PLAIN_WORDS)
    yield _slowest()


def _slowest() -> Figure:
    taken = {name: seconds(partial(segment, text)) for name, text in ADVERSARIES.items()}
    worst = max(taken, key=lambda name: taken[name])
    plain = seconds(lambda: _split(ADVERSARIES[worst]))
    what = f"the slowest malicious megabyte ({worst})"
    return Figure(what, taken[worst], "s", _WORST, plain=plain, plain_words=_PLAIN_WORDS)


def _split(text: str, _language: str = "") -> list[Span]:
    spans, start = [], 0
    for found in _PLAIN.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    return [*spans, (start, len(text))]
