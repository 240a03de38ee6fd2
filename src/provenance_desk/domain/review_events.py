"""Events about claims, links, origins and what reviewers record across them."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from provenance_desk.domain.events import Body
from provenance_desk.domain.fields import (
    AttachmentId,
    Digest,
    EventId,
    Items,
    Label,
    Name,
    Offset,
    Sentence,
    TextId,
)
from provenance_desk.domain.judgements import DateMention, Judgement
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    ClaimRelation,
    Confidence,
    OriginKind,
    OriginRelation,
    Outcome,
    Standing,
    Status,
    Zone,
)

Dates = Annotated[tuple[DateMention, ...], Items(0, 16)]


@dataclass(frozen=True, slots=True)
class ClaimAdded(Body):
    """A claim, worded as asserted; its first version is this event."""

    type: ClassVar[str] = "claim.added"
    wording: Sentence
    kind: ClaimKind
    actor: EventId | None = None
    dates: Dates | None = None


@dataclass(frozen=True, slots=True)
class ClaimReworded(Body):
    """A new version of a claim's wording, kind, actor and dates."""

    type: ClassVar[str] = "claim.reworded"
    claim: EventId
    wording: Sentence
    kind: ClaimKind
    reason: AttachmentId
    actor: EventId | None = None
    dates: Dates | None = None


@dataclass(frozen=True, slots=True)
class ClaimRetired(Body):
    """The claim is no longer pursued; it is still computed and shown as retired."""

    type: ClassVar[str] = "claim.retired"
    claim: EventId
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class ClaimRestored(Body):
    """A retired claim is pursued again."""

    type: ClassVar[str] = "claim.restored"
    claim: EventId
    reason: AttachmentId


ClaimPair = Annotated[tuple[EventId, ...], Items(2, 2)]


@dataclass(frozen=True, slots=True)
class ClaimsJoined(Body):
    """Two claims say the same; the pair is undirected."""

    type: ClassVar[str] = "claims.joined"
    claims: ClaimPair
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class ClaimsSeparated(Body):
    """Two claims do not say the same; the last in order per pair counts."""

    type: ClassVar[str] = "claims.separated"
    claims: ClaimPair
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class ClaimsRelated(Body):
    """How one claim hangs together with another."""

    type: ClassVar[str] = "claims.related"
    from_: EventId
    to: EventId
    relation: ClaimRelation


@dataclass(frozen=True, slots=True)
class CueOffer:
    """What the cue rule suggested (hash of its list) and whether it was taken."""

    list: Digest
    offered: Label
    taken: bool


@dataclass(frozen=True, slots=True)
class LinkMade(Body):
    """One passage, one claim, one reviewer's judgement."""

    type: ClassVar[str] = "link.made"
    claim: EventId
    claim_version: EventId
    document: TextId
    start: Offset
    end: Offset
    quote: AttachmentId
    zone: Zone
    judgement: Judgement
    blind: bool
    rationale: AttachmentId | None = None
    cue: CueOffer | None = None


@dataclass(frozen=True, slots=True)
class LinkRevised(Body):
    """The author of a link judged it anew."""

    type: ClassVar[str] = "link.revised"
    link: EventId
    claim_version: EventId
    judgement: Judgement
    reason: ChangeReason
    rationale: AttachmentId


@dataclass(frozen=True, slots=True)
class LinkRetracted(Body):
    """The author of a link took it back."""

    type: ClassVar[str] = "link.retracted"
    link: EventId
    reason: ChangeReason
    rationale: AttachmentId | None = None


@dataclass(frozen=True, slots=True)
class OriginAdded(Body):
    """A person, body or record that could know first-hand."""

    type: ClassVar[str] = "origin.added"
    name: Name
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class OriginsRelated(Body):
    """What is recorded for a pair of origins."""

    type: ClassVar[str] = "origins.related"
    from_: EventId
    to: EventId
    relation: OriginRelation


@dataclass(frozen=True, slots=True)
class ContradictionAnswered(Body):
    """Why a contradicting judgement is outweighed."""

    type: ClassVar[str] = "contradiction.answered"
    judgement: EventId
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class StandingOverridden(Body):
    """A reviewer puts another standing beside the computed one, with a reason."""

    type: ClassVar[str] = "standing.overridden"
    claim: EventId
    standing: Standing
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class DisagreementSettled(Body):
    """How different judgements of one passage were settled; the stance is never replaced."""

    type: ClassVar[str] = "disagreement.settled"
    judgements: Annotated[tuple[EventId, ...], Items(1, 64)]
    outcome: Outcome
    reason: AttachmentId
    status: Status | None = None
    confidence: Confidence | None = None
    access: Access | None = None
    origin: EventId | None = None
