"""Tells the rows that are looked at, and keeps what was told; no Qt."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.history.outline import EMPTY, Outline, Sitting, counted
from provenance_desk.gui.history.sitting_words import MOST_NOUNS, NOUNS, SAMPLE, sitting_title

if TYPE_CHECKING:
    from provenance_desk.domain.events import Event
    from provenance_desk.project.history import Told
    from provenance_desk.store.reader import Reader

KEPT: Final = 3000
AHEAD: Final = 24
"""Events read at once: the rows that a scroll brings next are already there."""


class Telling:
    """What rows say, over a reader of one moment."""

    def __init__(self) -> None:
        self.outline: Outline = EMPTY
        self.places: Mapping[str, int] = {}
        """The place of each document in the project's list, for its dot."""
        self._reader: Reader | None = None
        self._told: dict[int, Told | None] = {}
        self._events: dict[int, Event] = {}
        self._titles: dict[str, str] = {}
        self._heads: dict[tuple[str, int, int], tuple[str, str]] = {}

    def read(self, reader: "Reader", outline: Outline) -> None:
        """Begin anew: the project has changed."""
        from provenance_desk.project.history import Teller

        self._reader, self.outline = reader, outline
        self._teller = Teller(reader)
        documents = reader.documents()
        self.places = {document.id: place for place, document in enumerate(documents)}
        self._titles = {document.id: document.title for document in documents}
        self._told.clear()
        self._events.clear()
        self._heads.clear()

    def told(self, place: int) -> "Told | None":
        """The entry at a place in words; None where it can't be read."""
        if place not in self._told:
            if len(self._told) > KEPT:
                self._told.clear()
            event = self._event(place)
            self._told[place] = self._tell(place, event) if event is not None else None
        return self._told[place]

    def head(self, sitting: Sitting, shown: Sequence[int]) -> tuple[str, str]:
        """A sitting's title, and what it came to."""
        key = sitting.key, sitting.stop, len(shown)
        if key not in self._heads:
            types = [self.outline.types[place] for place in shown]
            title = sitting_title(types, self._sample(shown), self.title_of)
            self._heads[key] = title, " · ".join(counted(types, NOUNS)[:MOST_NOUNS])
        return self._heads[key]

    def _tell(self, place: int, event: "Event") -> "Told | None":
        try:
            return self._teller.tell(self.outline.first + place, event)
        except DeskError:  # something that it is about can't be read
            return None

    def title_of(self, document: str) -> str:
        """The title of a document."""
        return self._titles.get(document, f"document {document[:8]}")

    def _sample(self, shown: Sequence[int]) -> "list[Event]":
        stride = max(1, len(shown) // SAMPLE)
        return self._read([self.outline.ids[place] for place in shown[::stride][:SAMPLE]])

    def _event(self, place: int) -> "Event | None":
        if place not in self._events:
            if len(self._events) > KEPT:
                self._events.clear()
            around = range(max(0, place - AHEAD), min(len(self.outline), place + 1))
            wanted = {self.outline.ids[near]: near for near in around if near not in self._events}
            for event in self._read(list(wanted)):
                self._events[wanted[event.id]] = event
        return self._events.get(place)

    def _read(self, ids: list[str]) -> "list[Event]":
        """Those of the events that can be read: an altered one takes no other with it."""
        if self._reader is None:
            return []
        try:
            return self._reader.events_by_id(ids)
        except DeskError:
            return [] if len(ids) == 1 else [e for one in ids for e in self._read([one])]
