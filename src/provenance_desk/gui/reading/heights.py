"""Heights of very many paragraphs: estimated at first, corrected one by one, summed quickly."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

_CHUNK: Final = 256


class HeightIndex:
    """Heights with chunk sums: `top` and `at` touch one chunk, `correct` only the later sums."""

    def __init__(self, heights: Sequence[float] = ()) -> None:
        self._heights = array("d", heights)
        sums = (sum(heights[i : i + _CHUNK]) for i in range(0, len(heights), _CHUNK))
        self._tops = array("d", accumulate(sums, initial=0.0))

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """All heights together."""
        return self._tops[-1]

    def height(self, row: int) -> float:
        """The height of one row."""
        return self._heights[row]

    def top(self, row: int) -> float:
        """Where a row begins."""
        chunk = row // _CHUNK
        return self._tops[chunk] + sum(self._heights[chunk * _CHUNK : row])

    def at(self, y: float) -> tuple[int, float]:
        """The row at a height and where it begins; the first or last row beyond the ends."""
        chunk = bisect_right(self._tops, y) - 1
        chunk = max(0, min(chunk, len(self._tops) - 2))
        row, top = chunk * _CHUNK, self._tops[chunk]
        last = min(len(self._heights), row + _CHUNK) - 1
        while row < last and top + self._heights[row] <= y:
            top += self._heights[row]
            row += 1
        return row, top

    def correct(self, row: int, height: float) -> float:
        """Sets the true height of a row; returns by how much it differs."""
        change = height - self._heights[row]
        if abs(change) < 0.01:
            return 0.0
        self._heights[row] = height
        for chunk in range(row // _CHUNK + 1, len(self._tops)):
            self._tops[chunk] += change
        return change
