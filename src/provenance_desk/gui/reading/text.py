"""What the reading view shows: one document's text and sentences, and the links on them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, Self

from provenance_desk.domain.words import Status, Zone

ZONES: Final = tuple(Zone)
ZONE_CODES: Final = {zone: code for code, zone in enumerate(ZONES)}

Direction = Literal["auto", "ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class TextMark:
    """A page that begins at `start`, or a heading that fills `[start, end)`."""

    kind: Literal["page", "heading"]
    start: int
    end: int
    label: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class SameText:
    """A passage that repeats another one of the same document, or is cut off from it."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def is_cut_off(self) -> bool:
        """Whether this passage stops before the other one does."""
        return self.end - self.start < self.other_end - self.other_start


class LinkMark(NamedTuple):
    """As much of a link as the reading view shows; `is_context` links never count."""

    claim: str
    status: Status
    start: int
    end: int
    link: str = ""
    is_context: bool = False


@dataclass(frozen=True)
class DocumentText:
    """A document's frozen text and its sentences, as arrays of code point offsets."""

    id: str
    text: str
    starts: "array[int]"
    ends: "array[int]"
    zones: bytes
    same_as: Sequence[SameText] = ()
    marks: Sequence[TextMark] = ()
    language: str = ""
    direction: Direction = "auto"
    _repeats: dict[int, SameText] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for same in self.same_as:
            self._repeats[self.sentence_at(same.start)] = same

    @classmethod
    def of_table(cls, digest: str, text: str, table: Mapping[str, Any], **more: Any) -> Self:
        """The text with a sentence table as AUDIT-FORMAT.md freezes it."""
        rows = table["sentences"]
        return cls(
            id=digest,
            text=text,
            starts=array("I", [row[0] for row in rows]),
            ends=array("I", [row[1] for row in rows]),
            zones=bytes([ZONE_CODES[row[2]] for row in rows]),
            same_as=tuple(SameText(*row) for row in table.get("same_as", ())),
            marks=tuple(_mark(mark) for mark in table.get("marks", ())),
            **more,
        )

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def pages(self) -> tuple[TextMark, ...]:
        """The marks that say where a page begins."""
        return tuple(mark for mark in self.marks if mark.kind == "page")

    def sentence(self, number: int) -> str:
        """The exact words of a sentence, counted from 0."""
        return self.text[self.starts[number] : self.ends[number]]

    def zone(self, number: int) -> Zone:
        """What kind of text a sentence is."""
        return ZONES[self.zones[number]]

    def repeated(self, number: int) -> SameText | None:
        """The passage that this sentence repeats or is cut off from."""
        return self._repeats.get(number)

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds this offset, else the last one before it, else the first."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentences_in(self, start: int, end: int) -> range:
        """The sentences that a passage touches; a caret touches the one it stands in."""
        first = bisect_right(self.ends, start)
        return range(first, max(bisect_left(self.starts, end), first))


def links_by_sentence(
    document: DocumentText, marks: Iterable[LinkMark]
) -> dict[int, tuple[LinkMark, ...]]:
    """The links under every sentence that their passage touches."""
    rows: dict[int, list[LinkMark]] = {}
    for mark in marks:
        for number in document.sentences_in(mark.start, mark.end):
            rows.setdefault(number, []).append(mark)
    return {number: tuple(found) for number, found in rows.items()}


def _mark(row: Mapping[str, Any]) -> TextMark:
    return TextMark(
        kind=row["kind"],
        start=row["start"],
        end=row.get("end", row["start"]),
        label=str(row.get("label") or ""),
        level=row.get("level") or 1,
    )
