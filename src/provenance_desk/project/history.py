"""The history in words: who did what, when, and what it was before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance_desk.domain.events import Event
from provenance_desk.project import history_documents, history_project, history_review
from provenance_desk.project.history_memory import Memory
from provenance_desk.project.history_words import GROUPS, Group, Words, words_for
from provenance_desk.store.reader import Queries

__all__ = ["Group", "Teller", "Told", "tell"]
TOLD_BY = (history_documents, history_project, history_review)
"""The modules whose import says what each event type says."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the history; `number` is its place in merged order, from 1."""

    number: int
    event: str
    type: str
    group: Group
    author: str
    who: str
    time: str
    words: Words
    undone: bool

    @property
    def sentence(self) -> str:
        """The entry in one line: who and what."""
        return f"{self.who} {self.words.text}"


class Teller:
    """Tells single entries; what it looked up is kept, so one teller serves one moment."""

    def __init__(self, queries: Queries) -> None:
        self._sources = Memory(queries)
        self._names = queries.names()
        self._undone = self._sources.undone()

    def tell(self, number: int, event: Event) -> Told:
        """The entry with that number in words."""
        return Told(
            number=number,
            event=event.id,
            type=event.type,
            group=GROUPS.get(event.type, Group.HOUSEKEEPING),
            author=event.author,
            who=self._names.get(event.author, f"Reviewer {event.author[:8]}"),
            time=event.time,
            words=words_for(event, self._sources),
            undone=event.id in self._undone,
        )


def tell(queries: Queries) -> Iterator[Told]:
    """Every entry in merged order."""
    teller = Teller(queries)
    for number, event in enumerate(queries.events(), 1):
        yield teller.tell(number, event)
