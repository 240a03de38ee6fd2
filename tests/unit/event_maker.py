"""Events in memory, for tests of what is folded from them."""

from dataclasses import replace
from hashlib import sha256

from provenance_desk.domain.document_events import DocumentAdded
from provenance_desk.domain.events import FIRST_PREV, Body, Event
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.review_events import ClaimAdded, LinkMade
from provenance_desk.domain.words import ClaimKind, Confidence, Stance, Status, Zone

ANNA, BORIS = "a" * 64, "b" * 64
TEXT, ATTACHED = "d" * 64, "e" * 64
USUAL = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH)


class Log:
    """Events one after the other, by whoever is named; ids and clocks as a file would have them."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def add(self, body: Body, author: str = ANNA, clock: int | None = None) -> str:
        """Append an event; its id."""
        number = len(self.events)
        event = Event(
            id=sha256(f"{number} {body}".encode()).hexdigest(),
            author=author,
            body=body,
            clock=number + 1 if clock is None else clock,
            feed=author[:32],
            prev=FIRST_PREV,
            project="f" * 32,
            seq=number,
            step=number,
            time=f"2026-11-21T00:00:{number % 60:02}.000Z",
        )
        self.events.append(event)
        return event.id

    def undo(self, *events: str, author: str = ANNA) -> str:
        """Take events back; the id of the undo."""
        return self.add(EventUndone(events), author)

    def claim(self, wording: str = "A claim", author: str = ANNA) -> str:
        """A claim; its id."""
        return self.add(ClaimAdded(wording, ClaimKind.FACT), author)

    def document(self, text: str = TEXT, original: str = "0" * 64, author: str = ANNA) -> str:
        """A document with that text, taken from that original; the id of the event."""
        return self.add(document_added(text, original), author)

    def link(self, claim: str, author: str = ANNA, judgement: Judgement = USUAL) -> str:
        """A link; its id."""
        return self.add(link_made(claim, judgement), author)


def document_added(text: str = TEXT, original: str = "0" * 64) -> DocumentAdded:
    """A document's first event."""
    return DocumentAdded(
        text=text,
        original=original,
        name=f"{original[:4]}.txt",
        media_type="text/plain",
        bytes=100,
        length=100,
        reader="text/1",
        encoding="utf-8",
        replaced=0,
        table="1" * 64,
        segmenter="test/1",
    )


def link_made(claim: str, judgement: Judgement = USUAL) -> LinkMade:
    """A link's first event."""
    return LinkMade(claim, claim, TEXT, 0, 10, ATTACHED, Zone.BODY, judgement, blind=False)


def judged(status: Status) -> Judgement:
    """The usual judgement with another status."""
    return replace(USUAL, status=status)
