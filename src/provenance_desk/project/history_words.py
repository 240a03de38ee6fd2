"""What an entry of the history says, and the words that all entries share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from provenance_desk.domain import review_events as r
from provenance_desk.domain.events import Body, Event, Extension
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.records import Claim, Document
from provenance_desk.domain.replay import ThingKind

SHORT = 90


class Sources(Protocol):
    """What words are looked up in; every project file answers it."""

    def text(self, document: str, /) -> str | None:
        """The text of a document, None where it was left out."""

    def document(self, document: str, /) -> Document | None:
        """One document by its id."""

    def claim(self, claim: str, /) -> Claim | None:
        """One claim by its id."""

    def attachment(self, name: str, /) -> Mapping[str, str] | None:
        """The attachment of that hash, None where it was withheld."""

    def event(self, event_id: str, /) -> Event | None:
        """One event by its id."""

    def events_by_id(self, ids: Sequence[str], /) -> list[Event]:
        """The events of these ids that are here, in merged order."""

    def events_about(self, kind: ThingKind, thing: str, /) -> list[Event]:
        """The events that one thing's fold reads, in merged order."""

    def undone(self) -> frozenset[str]:
        """The ids of events that no longer count."""


class Group(StrEnum):
    """The filters of the history."""

    LINKS = "Links"
    CHANGES_OF_MIND = "Changes of mind"
    CLAIMS = "Claims"
    DOCUMENTS = "Documents, origins"
    PASSAGES = "Nothing to link"
    NOTES = "Notes"
    DISAGREEMENTS = "Disagreements"
    HOUSEKEEPING = "Housekeeping"


GROUPS: Mapping[str, Group] = {
    "link.made": Group.LINKS,
    "link.revised": Group.CHANGES_OF_MIND,
    "link.retracted": Group.CHANGES_OF_MIND,
    "event.undone": Group.CHANGES_OF_MIND,
    "claim.added": Group.CLAIMS,
    "claim.reworded": Group.CLAIMS,
    "claim.retired": Group.CLAIMS,
    "claim.restored": Group.CLAIMS,
    "claims.joined": Group.CLAIMS,
    "claims.separated": Group.CLAIMS,
    "claims.related": Group.CLAIMS,
    "document.added": Group.DOCUMENTS,
    "document.described": Group.DOCUMENTS,
    "document.marked": Group.DOCUMENTS,
    "document.withdrawn": Group.DOCUMENTS,
    "documents.related": Group.DOCUMENTS,
    "origin.added": Group.DOCUMENTS,
    "origins.related": Group.DOCUMENTS,
    "passage.zoned": Group.PASSAGES,
    "passage.same_as": Group.PASSAGES,
    "passage.skipped": Group.PASSAGES,
    "sentence.split": Group.PASSAGES,
    "sentences.joined": Group.PASSAGES,
    "note.added": Group.NOTES,
    "person.flagged": Group.NOTES,
    "contradiction.answered": Group.DISAGREEMENTS,
    "standing.overridden": Group.DISAGREEMENTS,
    "disagreement.settled": Group.DISAGREEMENTS,
}


VERBS: Mapping[str, str] = {
    "bundle.exported": "exported a bundle",
    "bundle.merged": "merged the bundle",
    "claim.reworded": "reworded a claim",
    "claim.retired": "retired the claim",
    "claim.restored": "restored the claim",
    "claims.joined": "said that these claims say the same:",
    "claims.separated": "said that these claims differ:",
    "claims.related": "recorded that",
    "disagreement.settled": "settled",
    "document.added": "added the document",
    "document.described": "described the document",
    "document.marked": "marked that",
    "document.withdrawn": "withdrew the document",
    "documents.related": "recorded",
    "fork.resolved": "resolved the fork",
    "heads.seen": "saw",
    "note.added": "noted:",
    "origin.added": "added the origin",
    "origins.related": "recorded",
    "person.flagged": "flagged",
    "profile.set": "goes by the name",
    "project.created": "began the project",
    "rules.chosen": "chose the house rule",
    "standing.overridden": "put",
    "suggestion.recorded": "was offered",
}
"""How the words of a type begin; of other types the whole is the verb."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field's value before and after; empty where there was none."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Words:
    """What an entry says: a predicate, and what it is about where that is known.

    `verb` is what was done in the fewest words; where `text` begins with it, the rest says to what.
    """

    text: str
    quote: str = ""
    claim: str = ""
    document: str = ""
    span: tuple[int, int] | None = None
    changes: tuple[Change, ...] = ()
    reason: str = ""
    judgement: Judgement | None = None
    before: Judgement | None = None
    verb: str = ""

    @property
    def rest(self) -> str:
        """What `text` says after the verb."""
        return self.text.removeprefix(self.verb).strip() if self.verb else ""


Tell = Callable[[Any, Event, Sources], Words]
_TELL: dict[type[Body], Tell] = {}


def words_for(event: Event, queries: Sources) -> Words:
    """What the event says, its texts looked up; unknown extensions are named as such."""
    if isinstance(event.body, Extension):
        return Words(f"recorded {event.type}, which this program does not know")
    tell = _TELL.get(type(event.body))
    words = tell(event.body, event, queries) if tell else Words(f"recorded {event.type}")
    return words if words.verb else replace(words, verb=VERBS.get(event.type, words.text))


def tells(kind: type[Body]) -> Callable[[Tell], Tell]:
    """Register what a type of event says."""

    def register(tell: Tell) -> Tell:
        _TELL[kind] = tell
        return tell

    return register


def text_of(queries: Sources, name: str | None) -> str:
    """The text of an attachment, or words that say it was withheld."""
    if name is None:
        return ""
    kept = queries.attachment(name)
    if kept is None:
        return "[withheld]"
    return kept.get("text", kept.get("exact", ""))


def short(text: str, longest: int = SHORT) -> str:
    """A text on one line, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def wording_of(queries: Sources, claim: str) -> str:
    """The claim's current wording."""
    found = queries.claim(claim)
    return found.wording if found else f"claim {claim[:8]}"


def title_of(queries: Sources, document: str) -> str:
    """The document's title."""
    found = queries.document(document)
    return found.title if found else f"document {document[:8]}"


def origin_of(queries: Sources, origin: str | None) -> str:
    """The origin's name, or words that nobody is named."""
    if origin is None:
        return "not named"
    event = queries.event(origin)
    return event.body.name if event and isinstance(event.body, r.OriginAdded) else origin[:8]
