"""What the Audit workspace shows of the open project: the outline, filters, one entry; no Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.history.chain import Chain, chain_of
from provenance_desk.gui.history.context import Context, Effect, context_of, effect_of, unchanged
from provenance_desk.gui.history.outline import EMPTY, Outline, outline_of

if TYPE_CHECKING:
    from provenance_desk.domain.events import Event
    from provenance_desk.project.history import Told
    from provenance_desk.project.progress import Progress
    from provenance_desk.store.reader import Reader

AT_ONCE: Final = 12_000
"""Longer histories are shown by their newest entries while the rest is being read."""
NEWEST: Final = 1_500


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """Everything the two cards show of an entry."""

    told: "Told"
    unchanged: Sequence[str]
    context: Context | None
    effect: Effect | None
    chain: Chain


@dataclass(slots=True)
class Filter:
    """Which entries are wanted: of a group, and by words once these were searched for."""

    group: str = ""
    words: str = ""
    found: Sequence[int] = field(default_factory=tuple)

    def wanted(self, outline: Outline, groups: Mapping[str, str]) -> list[int] | None:
        """The places of the wanted entries; None where all are."""
        if not self.group and not self.words:
            return None
        places: Sequence[int] = range(len(outline))
        if self.words:
            held = (place - outline.first + 1 for place in self.found)
            places = [place for place in held if place >= 0]
        if self.group:
            types = outline.types
            places = [p for p in places if groups.get(types[p], "") == self.group]
        return list(places)


def groups_of_types() -> dict[str, str]:
    """The filter group of every entry type."""
    from provenance_desk.project.history_words import GROUPS

    return {kind: group.value for kind, group in GROUPS.items()}


def read_outline(reader: "Reader", newest: int | None = None) -> Outline:
    """The outline of the newest entries, or of all."""
    authors = {feed.number: feed.author for feed in reader.feeds()}
    rows = reader.entry_rows(newest)
    total = len(rows) if newest is None else reader.count_events()
    return outline_of(rows, total, authors)


def outline_of_file(path: Path, progress: "Progress") -> Outline:
    """The whole outline, read over a connection of its own."""
    from provenance_desk.store.reader import Reader

    with Reader(path) as reader, reader.snapshot():
        progress.step(0, 1)
        return read_outline(reader)


def texts_of_file(path: Path, progress: "Progress") -> list[str]:
    """What can be found in every entry, read over a connection of its own."""
    from provenance_desk.project.history_search import searched_texts
    from provenance_desk.store.reader import Reader

    with Reader(path) as reader, reader.snapshot():
        return searched_texts(reader, progress)


def counts_by_group(types: Mapping[str, int], groups: Mapping[str, str], rest: str) -> Counter[str]:
    """How many entries each group has; types nobody knows are among the `rest`."""
    counts: Counter[str] = Counter()
    for kind, number in types.items():
        counts[groups.get(kind, rest)] += number
    return counts


def entry_facts(told: "Told", reader: "Reader", outline: Outline) -> EntryFacts | None:
    """All that is known of an entry; None where something of it can't be read."""
    try:
        event = reader.event(told.event)
        return None if event is None else _facts(told, event, reader, outline)
    except DeskError:
        return None


def _facts(told: "Told", event: "Event", reader: "Reader", outline: Outline) -> EntryFacts:
    before = _number(outline, event.prev, told.number - outline.first)
    numbers = {event.prev: before} if before else {}
    return EntryFacts(
        told,
        unchanged(told),
        context_of(told, reader),
        effect_of(event, reader),
        chain_of(event, numbers, reader),
    )


def _number(outline: Outline, event_id: str, before: int) -> int | None:
    """The number of the entry of that id, looked for from `before` backwards."""
    places = range(min(before, len(outline)) - 1, -1, -1)
    place = next((p for p in places if outline.ids[p] == event_id), None)
    return None if place is None else outline.first + place


__all__ = ["EMPTY", "EntryFacts", "Filter", "counts_by_group", "entry_facts", "groups_of_types"]
