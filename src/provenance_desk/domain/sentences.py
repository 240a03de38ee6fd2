"""The sentences of a document: the frozen base table with the reviewers' changes applied."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance_desk.domain.document_events import (
    PassageSameAs,
    PassageSkipped,
    PassageZoned,
    SentencesJoined,
    SentenceSplit,
)
from provenance_desk.domain.events import Body
from provenance_desk.domain.words import Zone

ZONES = tuple(Zone)
_CODES = {zone.value: code for code, zone in enumerate(ZONES)}
Pair = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SentenceTable:
    """Sentences as parallel arrays: `[start, end)` in code points and an index into `ZONES`.

    `same_as` holds `(start, end, other_start, other_end)`, `skipped` holds `(start, end)`.
    """

    starts: "array[int]"
    ends: "array[int]"
    zones: bytes
    same_as: tuple[Pair, ...]
    skipped: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.starts)

    def zone(self, row: int) -> Zone:
        """The zone of the sentence in that row."""
        return ZONES[self.zones[row]]

    def row_at(self, offset: int) -> int:
        """The row of the sentence around or next before `offset`; 0 at the least."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rows_of(self, start: int, end: int) -> range:
        """The rows that touch `[start, end)`."""
        first = self.row_at(start)
        if len(self) and self.ends[first] <= start:
            first += 1
        return range(first, max(first, bisect_right(self.starts, end - 1)))


def table_from(
    sentences: Sequence[tuple[int, int, Zone]], same_as: Iterable[Pair] = ()
) -> SentenceTable:
    """A table of rows `(start, end, zone)` in order."""
    return stored_table(sentences, same_as)


def stored_table(
    rows: Sequence[tuple[int, int, str]], same_as: Iterable[Sequence[int]] = ()
) -> SentenceTable:
    """A table of stored rows `[start, end, zone]`; LookupError, TypeError… if they are none.

    Column by column: a book has 100,000 rows, and a window waits for them.
    """
    return SentenceTable(
        starts=array("L", [row[0] for row in rows]),
        ends=array("L", [row[1] for row in rows]),
        zones=bytes([_CODES[row[2]] for row in rows]),
        same_as=tuple((a, b, c, d) for a, b, c, d in same_as),
        skipped=(),
    )


def apply_passages(base: SentenceTable, text: str, changes: Iterable[Body]) -> SentenceTable:
    """The table after the changes in their order; the base is left as it is."""
    changed = _Rows(list(base.starts), list(base.ends), list(base.zones))
    same_as, skipped = list(base.same_as), list(base.skipped)
    for body in changes:
        match body:
            case PassageZoned():
                changed.zone(body)
            case SentenceSplit():
                changed.split(body.at, text)
            case SentencesJoined():
                changed.join(body.start, body.end)
            case PassageSameAs():
                same_as.append((body.start, body.end, body.other_start, body.other_end))
            case PassageSkipped():
                skipped.append((body.start, body.end))
            case _:
                pass
    return SentenceTable(
        starts=array("L", changed.starts),
        ends=array("L", changed.ends),
        zones=bytes(changed.zones),
        same_as=tuple(dict.fromkeys(same_as)),
        skipped=tuple(dict.fromkeys(skipped)),
    )


@dataclass(slots=True)
class _Rows:
    starts: list[int]
    ends: list[int]
    zones: list[int]

    def _touching(self, start: int, end: int) -> range:
        first = max(0, bisect_right(self.starts, start) - 1)
        while first < len(self.ends) and self.ends[first] <= start:
            first += 1
        return range(first, max(first, bisect_right(self.starts, end - 1)))

    def zone(self, change: PassageZoned) -> None:
        code = ZONES.index(change.zone)
        for row in self._touching(change.start, change.end):
            self.zones[row] = code

    def split(self, at: int, text: str) -> None:
        rows = self._touching(at, at + 1)
        if not rows or not self.starts[rows[0]] < at < self.ends[rows[0]]:
            return
        row = rows[0]
        before, after = text[self.starts[row] : at], text[at : self.ends[row]]
        if not before.strip() or not after.strip():
            return
        second = at + len(after) - len(after.lstrip())
        first_end = at - (len(before) - len(before.rstrip()))
        self.starts.insert(row + 1, second)
        self.ends.insert(row, first_end)
        self.zones.insert(row + 1, self.zones[row])

    def join(self, start: int, end: int) -> None:
        rows = self._touching(start, end)
        if len(rows) < 2:
            return
        first, last = rows[0], rows[-1]
        del self.starts[first + 1 : last + 1]
        del self.ends[first:last]
        del self.zones[first + 1 : last + 1]
