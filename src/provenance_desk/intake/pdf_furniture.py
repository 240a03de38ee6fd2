"""Running heads and page numbers: lines that stand at the edge of page after page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from provenance_desk.intake.pdf_lines import Line, PrintedPage

_EDGE = 0.12
_MOST = 3
_GAP = 1.7
_DIGITS = re.compile("[0-9]+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|pág\.?|стр\.?|с\.|str\.)?\W*(?:[0-9]{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:of|/|von|de|из|–|-)\s*[0-9]{1,4})?\W*",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[PrintedPage]) -> tuple[list[PrintedPage], tuple[str, ...]]:
    """The pages without what repeats at their edges, and the words that were left out."""
    counted = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    enough = 2 if len(pages) < 4 else 3
    left_out: dict[str, None] = {}
    cleared = []
    for page in pages:
        gone = {
            line
            for line in _edges(page)
            if counted[_key(line)] >= enough or _PAGE_NUMBER.fullmatch(line.text)
        }
        left_out |= dict.fromkeys(line.text for line in page.lines if line in gone)
        cleared.append(replace(page, lines=tuple(x for x in page.lines if x not in gone)))
    return cleared, tuple(left_out)


def _edges(page: PrintedPage) -> list[Line]:
    """The lines in the upper and lower margins of a page, apart from its text by a gap."""
    upwards = sorted(page.lines, key=lambda line: line.bottom)
    low = [line for line in _first_block(upwards) if line.bottom < _EDGE * page.height]
    high = _first_block(list(reversed(upwards)))
    return low + [line for line in high if line.top > (1 - _EDGE) * page.height]


def _first_block(ordered: Sequence[Line]) -> Sequence[Line]:
    """The lines up to the first gap; none if they are too many for a head or foot."""
    for place, (line, following) in enumerate(pairwise(ordered), 1):
        if abs(line.bottom - following.bottom) > _GAP * line.size:
            return ordered[:place] if place <= _MOST else ()
    return ordered if len(ordered) <= _MOST else ()


def _key(line: Line) -> tuple[str, int]:
    """The same words, numbers apart, at about the same height."""
    return _DIGITS.sub("#", line.text), round(line.bottom / 6)
