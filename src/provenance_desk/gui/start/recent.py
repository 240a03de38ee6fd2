"""What the start page says about a project without opening it; imports no Qt."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.start.trail import Trail, trail_of

if TYPE_CHECKING:
    from provenance_desk.domain.events import Event
    from provenance_desk.store.reader import Reader

_DONE: Final = {
    "link.retracted": "retracted a link",
    "claim.added": "added a claim",
    "claim.reworded": "reworded a claim",
    "claim.retired": "retired a claim",
    "document.added": "added a document",
    "document.described": "described a document",
    "passage.skipped": "reviewed a sentence, nothing to link",
    "passage.same_as": "marked a repeated passage",
    "passage.zoned": "set a zone",
    "origin.added": "named an origin",
    "note.added": "added a note",
    "event.undone": "took a step back",
    "bundle.exported": "exported a bundle",
    "bundle.merged": "merged a bundle",
    "rules.chosen": "chose the rules",
    "project.created": "began the project",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The newest entry: its number, its time in UTC as stored, what it did."""

    number: int
    time: str
    words: str


@dataclass(frozen=True, slots=True)
class Recent:
    """A project in the list; `problem` is a sentence where it can't be opened."""

    path: Path
    title: str
    problem: str = ""
    is_missing: bool = False
    documents: int = 0
    claims: int = 0
    links: Mapping[str, int] = field(default_factory=dict)
    """How many links of each status."""
    reviewers: tuple[tuple[str, bool], ...] = ()
    """The pseudonym of everybody who wrote in it, and whether the key is of this home."""
    last: Entry | None = None
    trail: Trail | None = None


def look_at(path: Path, own: frozenset[str]) -> Recent:
    """What a project file says at a glance; `own` are the public keys of this home."""
    from provenance_desk.store.reader import Reader

    if not path.is_file():
        return Recent(path, path.stem, is_missing=True)
    try:
        with Reader(path) as reader, reader.snapshot():
            return _looked(path, reader, own)
    except DeskError as problem:
        return Recent(path, path.stem, problem=str(problem))


def day_words(time: str, now: datetime) -> str:
    """A stored time as `21:09` today, `yesterday 21:09`, or `17 Nov`; in the zone of `now`."""
    then = datetime.fromisoformat(time).astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    if days <= 0:
        return f"Today {then:%H:%M}"
    if days == 1:
        return f"Yesterday {then:%H:%M}"
    return f"{then.day} {then:%b}" + _year(then.date(), now.date())


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"


def _looked(path: Path, reader: "Reader", own: frozenset[str]) -> Recent:
    counts: Counter[str] = Counter()
    for _, _, status, number in reader.link_counts():
        counts[status] += number
    names = reader.names()
    feeds = reader.feeds()
    authors = dict.fromkeys(feed.author for feed in feeds)
    heads = (reader.event(feed.head) for feed in feeds if feed.size)
    newest = max((head for head in heads if head), key=lambda head: head.order, default=None)
    return Recent(
        path,
        reader.title(),
        documents=sum(not document.withdrawn for document in reader.documents()),
        claims=sum(not claim.withdrawn and not claim.retired for claim in reader.claims()),
        links=counts,
        reviewers=tuple((names.get(author, author[:8]), author in own) for author in authors),
        last=Entry(reader.count_events(), newest.time, _done(newest)) if newest else None,
        trail=trail_of(reader),
    )


def _done(event: "Event") -> str:
    judgement = getattr(event.body, "judgement", None)
    if event.type == "link.made" and judgement is not None:
        return f"linked as {judgement.status}, {judgement.confidence}"
    if event.type == "link.revised" and judgement is not None:
        return f"changed to {judgement.status}, {judgement.confidence}"
    return _DONE.get(event.type, "took a step")
