"""A step: the events of one user action, chained and ready to be appended at once."""

import secrets
import unicodedata
from dataclasses import dataclass, replace

from provenance_desk.audit.canonical import encode
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.schemas import Misfit, event_from, line_of
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.events import Body, Event
from provenance_desk.domain.project_events import HeadsSeen
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.log import Line

LONGEST_QUOTE = 8192
AROUND_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Pen:
    """Where the next event of the reviewer's feed goes."""

    project: str
    author: str
    feed: str
    seq: int
    prev: str
    clock: int


class Step:
    """Collects the events, attachments and files of one step; nothing is written before commit."""

    def __init__(self, pen: Pen, time: str) -> None:
        self.pen = pen
        self.time = time
        self.first = pen.seq
        self.lines: list[Line] = []
        self.attachments: dict[str, bytes] = {}
        self.blobs: list[tuple[BlobKind, str, bytes]] = []

    def add(self, body: Body) -> str:
        """Chain an event to the feed; its id. Raises `InvalidValue` where the format forbids it."""
        pen = self.pen
        clock = pen.clock + 1
        draft = Event(
            "",
            pen.author,
            body,
            clock,
            pen.feed,
            pen.prev,
            pen.project,
            pen.seq,
            self.first,
            self.time,
        )
        return self._append(draft)

    def see(self, heads: HeadsSeen, highest: int) -> str:
        """Name other feeds' heads; the clock jumps past `highest`, the highest clock of theirs."""
        pen = self.pen
        clock = max(pen.clock, highest) + 1
        draft = Event(
            "",
            pen.author,
            heads,
            clock,
            pen.feed,
            pen.prev,
            pen.project,
            pen.seq,
            self.first,
            self.time,
        )
        return self._append(draft)

    def alone(self) -> None:
        """What follows is a step of its own."""
        self.first = self.pen.seq

    def keep_text(self, text: str) -> str:
        """Keep a typed text as an attachment; its hash."""
        return self._attach({"salt": secrets.token_hex(16), "text": typed(text)})

    def keep_quote(self, exact: str, prefix: str, suffix: str) -> str:
        """Keep a quote, verbatim, as an attachment; its hash."""
        if len(exact) > LONGEST_QUOTE:
            raise InvalidValue(
                f"A passage can have at most {LONGEST_QUOTE} characters; this one has {len(exact)}."
            )
        return self._attach(
            {"salt": secrets.token_hex(16), "exact": exact, "prefix": prefix, "suffix": suffix}
        )

    def keep_blob(self, kind: BlobKind, data: bytes) -> str:
        """Keep bytes of a document; their SHA-256."""
        name = sha256_hex(data)
        self.blobs.append((kind, name, data))
        return name

    def _attach(self, fields: dict[str, str]) -> str:
        line = encode(fields)
        name = sha256_hex(line)
        self.attachments[name] = line
        return name

    def _append(self, draft: Event) -> str:
        stored = line_of(draft)
        try:
            event_from(stored, "")
        except Misfit as problem:
            raise InvalidValue(str(problem)) from problem
        line = encode(stored)
        event = replace(draft, id=sha256_hex(line))
        self.lines.append(Line(event, line))
        self.pen = replace(self.pen, seq=draft.seq + 1, prev=event.id, clock=draft.clock)
        return event.id


def typed(text: str) -> str:
    """A typed text as it is kept: NFC, plain line feeds, no white space at its ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain).strip()


def line_text(text: str) -> str:
    """A typed text that is kept on one line."""
    return " ".join(typed(text).split())
