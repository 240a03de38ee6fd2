"""Events of the project, its feeds, heads and bundles."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from provenance_desk.domain.events import Body
from provenance_desk.domain.fields import (
    AttachmentId,
    Code,
    Count,
    Digest,
    EventId,
    FeedId,
    Items,
    Label,
    Name,
    Offset,
    TextId,
    Thing,
    Whole,
)
from provenance_desk.domain.words import HouseRule, PersonFlag

MOST_UNDONE = 900


@dataclass(frozen=True, slots=True)
class ProjectCreated(Body):
    """A project began; `format` is the event format all its writers keep."""

    type: ClassVar[str] = "project.created"
    title: Name
    format: Code


@dataclass(frozen=True, slots=True)
class RulesChosen(Body):
    """The house rule, blind reading and suggestions of the project."""

    type: ClassVar[str] = "rules.chosen"
    house_rule: HouseRule
    blind: bool
    suggestions: bool


@dataclass(frozen=True, slots=True)
class FeedBefore:
    """The feed that a new one goes on from, and why."""

    feed: FeedId
    head: Digest
    reason: Code


@dataclass(frozen=True, slots=True)
class FeedOpened(Body):
    """The first event of every feed."""

    type: ClassVar[str] = "feed.opened"
    app: Code
    previous: FeedBefore | None = None


@dataclass(frozen=True, slots=True)
class ProfileSet(Body):
    """The pseudonym the author goes by."""

    type: ClassVar[str] = "profile.set"
    name: AttachmentId


@dataclass(frozen=True, slots=True)
class Head:
    """A feed's size and the id of its last event."""

    feed: FeedId
    size: Annotated[int, Whole(least=1)]
    head: EventId


@dataclass(frozen=True, slots=True)
class HeadsSeen(Body):
    """The author has these events of other feeds; comes before any use of them."""

    type: ClassVar[str] = "heads.seen"
    heads: Annotated[tuple[Head, ...], Items(1, 400)]


@dataclass(frozen=True, slots=True)
class BundleExported(Body):
    """A bundle was written; `manifest` is the SHA-256 of its payload manifest."""

    type: ClassVar[str] = "bundle.exported"
    manifest: Digest
    scope: Code


@dataclass(frozen=True, slots=True)
class BundleMerged(Body):
    """A bundle was taken in."""

    type: ClassVar[str] = "bundle.merged"
    manifest: Digest


@dataclass(frozen=True, slots=True)
class ForkResolved(Body):
    """Which tail of a forked feed counts."""

    type: ClassVar[str] = "fork.resolved"
    feed: FeedId
    keep: EventId


@dataclass(frozen=True, slots=True)
class EventUndone(Body):
    """Own events that no longer count; undoing this event is redo."""

    type: ClassVar[str] = "event.undone"
    events: Annotated[tuple[EventId, ...], Items(1, MOST_UNDONE)]


@dataclass(frozen=True, slots=True)
class KeyRetired(Body):
    """The author's key signs nothing after this."""

    type: ClassVar[str] = "key.retired"
    reason: Label


@dataclass(frozen=True, slots=True)
class NoteAdded(Body):
    """A free note, about an event or a passage if it says so."""

    type: ClassVar[str] = "note.added"
    text: AttachmentId
    about: EventId | None = None
    document: TextId | None = None
    start: Offset | None = None
    end: Offset | None = None


@dataclass(frozen=True, slots=True)
class PersonFlagged(Body):
    """How a person's name is treated in reports."""

    type: ClassVar[str] = "person.flagged"
    name: AttachmentId
    flag: PersonFlag


@dataclass(frozen=True, slots=True)
class SuggestionRecorded(Body):
    """What was suggested about a thing and what was done with it."""

    type: ClassVar[str] = "suggestion.recorded"
    kind: Code
    about: Thing
    offered: Label
    taken: Label


@dataclass(frozen=True, slots=True)
class CuesChanged(Body):
    """The project reads with another list of cues."""

    type: ClassVar[str] = "cues.changed"
    list: AttachmentId


@dataclass(frozen=True, slots=True)
class ExerciseOpened(Body):
    """The project is an exercise; `key` is the SHA-256 of the sealed key file."""

    type: ClassVar[str] = "exercise.opened"
    key: Digest
    level: Annotated[int, Whole(0, 3)]
    claims: Code
    content_note: AttachmentId | None = None
    minutes: Count | None = None


@dataclass(frozen=True, slots=True)
class ExerciseKeyChanged(Body):
    """A new version of the key, with the reason."""

    type: ClassVar[str] = "exercise.key_changed"
    key: Digest
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class ExerciseFeedbackShown(Body):
    """Feedback or a hint was shown for a link."""

    type: ClassVar[str] = "exercise.feedback_shown"
    link: EventId
    level: Annotated[int, Whole(0, 3)]
    hint: bool
