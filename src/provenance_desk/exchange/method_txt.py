"""`METHOD.txt`: what the words mean, as plain text; the same words as the program's Help."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from provenance_desk.domain.words import HouseRule
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Review
from provenance_desk.locations import packaged

WIDTH = 92
CELL = re.compile(r"(?<!\\)\|")
MARKS = re.compile(r"\*\*|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
ITEM = re.compile(r"(- |[0-9]+\. )")


def method_txt(review: Review) -> str:
    """The method, and the house rule that this review chose."""
    rule = review.rules.house_rule if review.rules else HouseRule.NEWSROOM
    text = (packaged("resources") / "help" / "METHOD.md").read_text(encoding="utf-8")
    body = "\n".join(_plain(text))
    return f"{body.strip()}\n\nThe house rule of this project: {rule}.\nRendered by {RENDERER}\n"


def _plain(markdown: str) -> Iterator[str]:
    """Paragraphs, lists and tables of the Markdown as wrapped lines."""
    for block in markdown.strip().split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("#"):
            yield from _heading(lines.pop(0))
        if not lines:
            continue
        for kind, its in _runs(lines):
            yield from _table(its) if kind == "|" else _prose(its)
        yield ""


def _heading(line: str) -> Iterator[str]:
    words = MARKS.sub("", line.lstrip("# "))
    yield from (words, ("=" if line.startswith("# ") else "-") * len(words), "")


def _runs(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines that belong together: a table, a list item, or a paragraph."""
    kind, run = "", list[str]()
    for line in lines:
        new = "|" if line.startswith("|") else "-" if ITEM.match(line) else kind.strip("|") or "p"
        if run and (new != kind or ITEM.match(line)):
            yield kind, run
            run = []
        kind = new
        run.append(line)
    if run:
        yield kind, run


def _prose(lines: list[str]) -> Iterator[str]:
    words = MARKS.sub("", " ".join(line.strip() for line in lines))
    item = ITEM.match(words)
    yield from _wrapped(words, rest=" " * len(item[0]) if item else "")


def _table(lines: list[str]) -> Iterator[str]:
    """Each row as its first cells and, below, its last."""
    for line in lines[2:]:
        *first, last = (MARKS.sub("", cell).strip() for cell in CELL.split(line.strip()[1:-1]))
        yield from _wrapped(": ".join(filter(None, first)), rest="  ")
        yield from _wrapped(last, first="    ", rest="    ")


def _wrapped(words: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
