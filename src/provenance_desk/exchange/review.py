"""The review as every derived file sees it: built from a project, or from a bundle alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from provenance_desk.audit.keys import short_words
from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import ProfileSet, ProjectCreated, RulesChosen
from provenance_desk.domain.replay import State, replay

Attachment = Mapping[str, object]


class ReviewSource(Protocol):
    """What a review is read from; the reader of a project file has all of it."""

    def events(self) -> Iterable[Event]:
        """Every event in merged order."""

    def attachment(self, digest: str, /) -> Attachment | None:
        """The attachment of that hash, None where it is withheld."""

    def text(self, document: str, /) -> str | None:
        """The text of a document, None where it is not here."""

    def table(self, digest: str, /) -> bytes | None:
        """The base table of that hash, None where it is not here."""


@dataclass(frozen=True, slots=True)
class ReviewHead:
    """A feed, whose it is, and where it ends."""

    feed: str
    author: str
    size: int
    head: str


def _nothing(_: str) -> None:
    return None


@dataclass(frozen=True)
class Review:
    """Events in merged order, what they add up to, and the texts they name, where these are here.

    `attachment`, `text` and `table` answer None for what was withheld.
    """

    project: str
    title: str
    rules: RulesChosen | None
    state: State
    events: tuple[Event, ...]
    names: Mapping[str, str]
    heads: tuple[ReviewHead, ...]
    attachment: Callable[[str], Attachment | None] = field(default=_nothing)
    text: Callable[[str], str | None] = field(default=_nothing)
    table: Callable[[str], bytes | None] = field(default=_nothing)

    @cached_property
    def entries(self) -> Mapping[str, int]:
        """Each event's number: its place in merged order, from 1."""
        return {event.id: number for number, event in enumerate(self.events, 1)}

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """Pseudonyms that more than one key goes by."""
        known = list(self.names.values())
        return frozenset(name for name in known if known.count(name) > 1)

    def name(self, author: str) -> str:
        """The author's pseudonym; with three words of the key where two share one."""
        name = self.names.get(author)
        if name is None:
            return short_words(author)
        return f"{name} ({short_words(author)})" if name in self.ambiguous else name

    def words(self, digest: str | None) -> str | None:
        """The free text of an attachment; None where there is none or it is withheld."""
        return _text_of(self.attachment, digest)


def review_of_project(source: ReviewSource) -> Review:
    """The review that a project file holds."""
    return review_from_events(source.events(), source.attachment, source.text, source.table)


def review_from_events(
    events: Iterable[Event],
    attachments: Callable[[str], Attachment | None] = _nothing,
    texts: Callable[[str], str | None] = _nothing,
    tables: Callable[[str], bytes | None] = _nothing,
) -> Review:
    """The review that these events add up to, in whatever order they come."""
    ordered = tuple(sorted(events, key=_order))
    state = replay(ordered)
    effective = [e for e in ordered if e.id not in state.undone]
    created = next((e.body for e in ordered if isinstance(e.body, ProjectCreated)), None)
    rules = [e.body for e in effective if isinstance(e.body, RulesChosen)]
    return Review(
        project=ordered[0].project if ordered else "",
        title=created.title if created else "",
        rules=rules[-1] if rules else None,
        state=state,
        events=ordered,
        names=_names(effective, attachments),
        heads=_heads(ordered),
        attachment=attachments,
        text=texts,
        table=tables,
    )


def _order(event: Event) -> tuple[int, str, str, int, str]:
    return event.order


def _text_of(attachment: Callable[[str], Attachment | None], digest: str | None) -> str | None:
    found = attachment(digest) if digest else None
    text = found.get("text") if found else None
    return text if isinstance(text, str) else None


def _names(
    events: Iterable[Event], attachment: Callable[[str], Attachment | None]
) -> dict[str, str]:
    names: dict[str, str] = {}
    for event in events:
        if isinstance(event.body, ProfileSet):
            name = _text_of(attachment, event.body.name)
            if name:
                names[event.author] = name
    return names


def _heads(events: Iterable[Event]) -> tuple[ReviewHead, ...]:
    """One head for each feed, in the order in which the feeds began."""
    heads: dict[str, ReviewHead] = {}
    for event in events:
        known = heads.get(event.feed)
        if known is None or event.seq >= known.size:
            heads[event.feed] = ReviewHead(event.feed, event.author, event.seq + 1, event.id)
    return tuple(heads.values())
