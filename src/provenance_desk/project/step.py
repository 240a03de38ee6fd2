"""A step: the events of one user action, chained and ready to be appended at once."""

import secrets
import unicodedata
from dataclasses import dataclass

from provenance_desk.audit import quick_schemas
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
        self.began = pen
        self.pen = pen
        self.time = time
        self.first = pen.seq
        self.lines: list[Line] = []
        self.attachments: dict[str, bytes] = {}
        self.blobs: list[tuple[BlobKind, str, bytes]] = []

    def add(self, body: Body) -> str:
        """Chain an event to the feed; its id. Raises `InvalidValue` where the format forbids it."""
        return self._append(body, self.pen.clock + 1)

    def see(self, heads: HeadsSeen, highest: int) -> str:
        """Name other feeds' heads; the clock jumps past `highest`, the highest clock of theirs."""
        return self._append(heads, max(self.pen.clock, highest) + 1)

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

    def _append(self, body: Body, clock: int) -> str:
        stored = line_of(self._event("", body, clock))
        _require_fit(stored)
        line = encode(stored)
        event = self._event(sha256_hex(line), body, clock)
        self.lines.append(Line(event, line))
        pen = self.pen
        self.pen = Pen(pen.project, pen.author, pen.feed, pen.seq + 1, event.id, clock)
        return event.id

    def _event(self, name: str, body: Body, clock: int) -> Event:
        pen = self.pen
        return Event(
            id=name,
            author=pen.author,
            body=body,
            clock=clock,
            feed=pen.feed,
            prev=pen.prev,
            project=pen.project,
            seq=pen.seq,
            step=self.first,
            time=self.time,
        )


def _require_fit(stored: dict[str, object]) -> None:
    if quick_schemas.fits(stored):
        return
    try:
        event_from(stored, "")
    except Misfit as problem:
        raise InvalidValue(str(problem)) from problem


def typed(text: str) -> str:
    """A typed text as it is kept: NFC, plain line feeds, no white space at its ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain).strip()


def line_text(text: str) -> str:
    """A typed text that is kept on one line."""
    return " ".join(typed(text).split())
