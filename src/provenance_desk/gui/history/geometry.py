"""How high each row of the history is, and which one lies where; no Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from provenance_desk.gui.history.arranging import Kind, Row
from provenance_desk.gui.history.outline import Outline

ONE_LINE: Final = 28
TWO_LINES: Final = 47
HEIGHTS: Final = {Kind.DAY: 29, Kind.SITTING: 33, Kind.MORE: 28}
WITH_CLAIM: Final = frozenset({"link.made", "link.revised", "link.retracted", "claim.reworded"})
"""The types that need a second line."""


class RowHeights:
    """Tops and bottoms of all rows, found by halving."""

    def __init__(self, rows: Sequence[Row] = (), outline: Outline | None = None) -> None:
        types = outline.types if outline else ()
        heights = (
            (TWO_LINES if types[number] in WITH_CLAIM else ONE_LINE)
            if kind is Kind.ENTRY
            else HEIGHTS[kind]
            for kind, number in rows
        )
        self._bottoms = list(accumulate(heights))

    def __len__(self) -> int:
        return len(self._bottoms)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._bottoms[-1] if self._bottoms else 0

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._bottoms[row - 1] if row > 0 else 0

    def bottom(self, row: int) -> int:
        """Where a row ends."""
        return self._bottoms[row]

    def at(self, y: int) -> int:
        """The row at a height; -1 below the last one and above the first."""
        row = bisect_right(self._bottoms, y) if y >= 0 else -1
        return row if row < len(self._bottoms) else -1

    def between(self, top: int, bottom: int) -> range:
        """The rows that reach into a band."""
        first = bisect_right(self._bottoms, max(0, top))
        last = bisect_right(self._bottoms, max(0, bottom - 1))
        return range(first, min(last + 1, len(self._bottoms)))
