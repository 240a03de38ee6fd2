"""Sources that keep what they looked up: a screen of entries asks for the same things again."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Claim, Document
from provenance_desk.domain.replay import ThingKind
from provenance_desk.project.history_words import Sources

Kept = TypeVar("Kept")
TEXTS_KEPT = 6
EVENTS_KEPT = 4000


class Memory:
    """`Sources` as they were at one moment; what was long not asked for is forgotten."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._texts: OrderedDict[str, str | None] = OrderedDict()
        self._events: OrderedDict[str, Event | None] = OrderedDict()
        self.document = cache(self._document)
        self.claim = cache(self._claim)
        self.undone = cache(self._undone)

    def text(self, document: str) -> str | None:
        """The text of a document, None where it was left out."""
        if document not in self._texts:
            self._texts[document] = self._sources.text(document)
            _forget(self._texts, TEXTS_KEPT)
        self._texts.move_to_end(document)
        return self._texts[document]

    def attachment(self, name: str) -> Mapping[str, str] | None:
        """The attachment of that hash, None where it was withheld."""
        return self._sources.attachment(name)

    def event(self, event_id: str) -> Event | None:
        """One event by its id."""
        if event_id not in self._events:
            self._events[event_id] = self._sources.event(event_id)
            _forget(self._events, EVENTS_KEPT)
        return self._events[event_id]

    def events_by_id(self, ids: Sequence[str]) -> list[Event]:
        """The events of these ids that are here, in merged order."""
        return self._sources.events_by_id(ids)

    def events_about(self, kind: ThingKind, thing: str) -> list[Event]:
        """The events that one thing's fold reads, in merged order."""
        return self._sources.events_about(kind, thing)

    def _document(self, document: str) -> Document | None:
        return self._sources.document(document)

    def _claim(self, claim: str) -> Claim | None:
        return self._sources.claim(claim)

    def _undone(self) -> frozenset[str]:
        return self._sources.undone()


def _forget(kept: OrderedDict[str, Kept], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
