"""Between code points, which the project counts in, and UTF-16 units, which Qt counts in."""

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import Final

_LAST_SINGLE: Final = "\uffff"


class Utf16Map:
    """Both ways between offsets of a short text; free of cost where nothing is astral."""

    __slots__ = ("_units",)

    def __init__(self, text: str) -> None:
        self._units: array[int] | None = None
        if not text.isascii() and max(text) > _LAST_SINGLE:
            widths = (2 if char > _LAST_SINGLE else 1 for char in text)
            self._units = array("I", accumulate(widths, initial=0))

    def to_units(self, point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return point if self._units is None else self._units[point]

    def to_points(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a pair it rounds down."""
        return unit if self._units is None else bisect_right(self._units, unit) - 1
