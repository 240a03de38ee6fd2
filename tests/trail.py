"""A review made in memory, line by line, for tests of what is derived from one."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

from provenance_desk.audit import canonical
from provenance_desk.audit.checkpoints import Checkpoint, sign_checkpoint
from provenance_desk.audit.keys import SigningKey
from provenance_desk.audit.schemas import line_of
from provenance_desk.domain.document_events import DocumentAdded, DocumentDescribed
from provenance_desk.domain.events import FIRST_PREV, Body, Event
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.project_events import (
    FeedOpened,
    Head,
    HeadsSeen,
    ProfileSet,
    ProjectCreated,
    RulesChosen,
)
from provenance_desk.domain.review_events import ClaimAdded, LinkMade, OriginAdded
from provenance_desk.domain.words import (
    Access,
    ClaimKind,
    Confidence,
    HouseRule,
    OriginKind,
    Reliability,
    Stance,
    Status,
    Wording,
    Zone,
)
from provenance_desk.exchange.review import Review, review_of_project

PROJECT = "5f" * 16


@dataclass(frozen=True)
class TrailFeed:
    """Where a feed ends."""

    feed: str
    author: str
    size: int
    head: str


class Trail:
    """One or more reviewers' feeds of one project, with texts, originals and attachments."""

    def __init__(self, title: str = "Mizintsev dismissal", name: str = "Demo") -> None:
        self._events: list[Event] = []
        self._lines: dict[str, list[bytes]] = {}
        self._attachments: dict[str, dict[str, bytes]] = {}
        self._parsed: dict[str, dict[str, str]] = {}
        self._texts: dict[str, str] = {}
        self._originals: dict[str, bytes] = {}
        self._tables: dict[str, bytes] = {}
        self._keys: dict[str, SigningKey] = {}
        self._clocks: dict[str, int] = {}
        self._current = ""
        self.unsealed = 0
        self.join_in(name)
        self.write(ProjectCreated(title, "provdesk/1"))
        self.write(RulesChosen(HouseRule.NEWSROOM, blind=False, suggestions=True))

    def join_in(self, name: str) -> str:
        """A new reviewer opens a feed and writes from now on; answers the key."""
        key = SigningKey.from_seed(hashlib.sha256(f"{len(self._keys)}".encode()).digest())
        feed = hashlib.sha256(f"feed {len(self._keys)}".encode()).hexdigest()[:32]
        self._keys[feed], self._current = key, feed
        self.write(FeedOpened("provenance-desk 0.1"))
        self.write(ProfileSet(self.attach(name)))
        return key.public

    @property
    def key(self) -> SigningKey:
        """The key of the reviewer who writes now."""
        return self._keys[self._current]

    def see(self) -> None:
        """The current reviewer has everything that the others wrote."""
        others = sorted((f for f in self.feeds() if f.feed != self._current), key=lambda f: f.feed)
        self.write(HeadsSeen(tuple(Head(f.feed, f.size, f.head) for f in others)))

    def attach(self, text: str) -> str:
        """Keep a free text; its hash."""
        return self._keep({"text": text})

    def _keep(self, fields: dict[str, str]) -> str:
        number = sum(map(len, self._attachments.values()))
        salt = hashlib.sha256(f"salt {number}".encode()).hexdigest()[:32]
        line = canonical.encode({"salt": salt, **fields})
        digest = hashlib.sha256(line).hexdigest()
        self._attachments.setdefault(self._current, {})[digest] = line
        self._parsed[digest] = {"salt": salt, **fields}
        return digest

    def write(self, body: Body) -> str:
        """Append an event of the current reviewer; its id."""
        lines = self._lines.setdefault(self._current, [])
        number = len(self._events)
        clock = self._clocks.get(self._current, 0) + 1
        if isinstance(body, HeadsSeen):
            clock = max(self._clocks.values()) + 1
        self._clocks[self._current] = clock
        event = Event(
            id="",
            author=self.key.public,
            body=body,
            clock=clock,
            feed=self._current,
            prev=hashlib.sha256(lines[-1]).hexdigest() if lines else FIRST_PREV,
            project=PROJECT,
            seq=len(lines),
            step=len(lines),
            time=f"2026-11-21T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.123Z",
        )
        line = canonical.encode(line_of(event))
        lines.append(line)
        event = replace(event, id=hashlib.sha256(line).hexdigest())
        self._events.append(event)
        return event.id

    def document(self, name: str, text: str, original: bytes | None = None, **card: Any) -> str:
        """A document with its card; its id."""
        data = text.encode() if original is None else original
        digest, original_digest = _sha(text.encode()), _sha(data)
        table = _table(text)
        self._texts[digest], self._originals[original_digest] = text, data
        self._tables[_sha(table)] = table
        self.write(
            DocumentAdded(
                text=digest, original=original_digest, name=name, media_type="text/plain",
                bytes=len(data), length=len(text), reader="text", encoding="utf-8", replaced=0,
                table=_sha(table), segmenter="lines",
            )
        )  # fmt: skip
        if card:
            known: dict[str, Any] = {
                "title": "", "publisher": "", "language": "en", "translated": False,
                "family": "", "reference_work": False, "reliability": Reliability.F,
            }  # fmt: skip
            self.write(DocumentDescribed(document=digest, **(known | card)))
        return digest

    def origin(self, name: str, kind: OriginKind = OriginKind.PERSON) -> str:
        """An origin; its id."""
        return self.write(OriginAdded(name, kind))

    def claim(
        self, wording: str, kind: ClaimKind = ClaimKind.FACT, actor: str | None = None
    ) -> str:
        """A claim; its id."""
        return self.write(ClaimAdded(wording, kind, actor))

    def link(
        self,
        claim: str,
        document: str,
        start: int,
        end: int,
        rationale: str | None = None,
        **judged: Any,
    ) -> str:
        """A link with its quote taken from the text; its id."""
        text = self._texts[document]
        quote = self._keep(
            {
                "exact": text[start:end],
                "prefix": text[max(0, start - 40) : start],
                "suffix": text[end : end + 40],
            }
        )
        return self.write(
            LinkMade(
                claim=claim, claim_version=claim, document=document, start=start, end=end,
                quote=quote, zone=Zone.BODY, judgement=judgement(**judged), blind=False,
                rationale=self.attach(rationale) if rationale is not None else None,
            )
        )  # fmt: skip

    def damage_text(self, document: str) -> None:
        """One letter of a stored text flips."""
        self._texts[document] = "?" + self._texts[document][1:]

    def review(self) -> Review:
        """The review as a project would give it."""
        return review_of_project(self)

    def snapshot(self) -> AbstractContextManager[object]:
        return nullcontext()

    def project_id(self) -> str:
        return PROJECT

    def events(self) -> Iterator[Event]:
        return iter(self._events)

    def feeds(self) -> list[TrailFeed]:
        return [
            TrailFeed(feed, self._keys[feed].public, len(lines), _sha(lines[-1]))
            for feed, lines in self._lines.items()
        ]

    def checkpoint(self, feed: str) -> bytes | None:
        lines = self._lines[feed][: len(self._lines[feed]) - self.unsealed]
        checkpoint = Checkpoint(PROJECT, feed, len(lines), _sha(lines[-1]))
        return sign_checkpoint(checkpoint, self._keys[feed])

    def lines(self, feed: str) -> Iterator[bytes]:
        return iter(self._lines[feed])

    def attachments(self, feed: str) -> Iterator[tuple[str, bytes]]:
        return iter(self._attachments.get(feed, {}).items())

    def attachment(self, digest: str) -> Mapping[str, object] | None:
        return self._parsed.get(digest)

    def text(self, document: str) -> str | None:
        return self._texts.get(document)

    def original(self, digest: str) -> bytes | None:
        return self._originals.get(digest)

    def table(self, digest: str) -> bytes | None:
        return self._tables.get(digest)


def judgement(**fields: Any) -> Judgement:
    """A judgement; what is not given is the usual."""
    usual: dict[str, Any] = {
        "stance": Stance.SUPPORTS, "status": Status.ALLEGED, "confidence": Confidence.MODERATE,
    }  # fmt: skip
    words = {
        "stance": Stance, "status": Status, "confidence": Confidence, "wording": Wording,
        "access": Access,
    }  # fmt: skip
    given = {name: words[name](value) if name in words else value for name, value in fields.items()}
    return Judgement(**(usual | given))


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _table(text: str) -> bytes:
    """Lines as sentences: enough for what is derived from a table."""
    rows, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            rows.append([at, at + len(line), "body"])
        at += len(line) + 1
    table = {"marks": [], "same_as": [], "segmenter": "lines", "sentences": rows}
    return json.dumps(table, sort_keys=True, separators=(",", ":")).encode()
