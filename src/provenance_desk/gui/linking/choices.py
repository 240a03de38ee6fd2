"""The words of the judgement as the card shows them; imports no Qt."""

from typing import Final

from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    DateOf,
    Mode,
    Naming,
    OriginKind,
    Precision,
    Stance,
    Status,
    Wording,
)

STANCES: Final = (
    (Stance.SUPPORTS, "Supports"),
    (Stance.CONTRADICTS, "Contradicts"),
    (Stance.CONTEXT, "Context"),
)
STATUSES: Final = (
    (Status.CONFIRMED, "Confirmed"),
    (Status.ALLEGED, "Alleged"),
    (Status.DISPUTED, "Disputed"),
)
CONFIDENCES: Final = (
    (Confidence.LOW, "Low"),
    (Confidence.MODERATE, "Moderate"),
    (Confidence.HIGH, "High"),
)
WORDINGS: Final = (
    (None, "not said"),
    (Wording.FLAT, "Flat"),
    (Wording.HEDGED, "Hedged"),
    (Wording.ATTRIBUTED, "Attributed"),
    (Wording.DENIED, "Denied"),
    (Wording.UNCLEAR, "Unclear"),
)
ACCESSES: Final = (
    (None, "not said"),
    (Access.NONE_NAMED, "None named"),
    (Access.RELAYED, "Relayed"),
    (Access.QUOTED, "Quoted"),
    (Access.SEEN, "Seen"),
)
MODES: Final = (
    (Mode.QUOTED, "quoted"),
    (Mode.PARAPHRASED, "paraphrased"),
    (Mode.IMPLIED, "implied"),
)
ORIGIN_KINDS: Final = (
    (OriginKind.PERSON, "person"),
    (OriginKind.BODY, "body"),
    (OriginKind.RECORD, "record"),
)
CLAIM_KINDS: Final = (
    (ClaimKind.FACT, "Fact"),
    (ClaimKind.ACT, "Act: whose act it is, named"),
    (ClaimKind.FIGURE, "Figure"),
    (ClaimKind.RESPONSIBILITY, "Responsibility"),
    (ClaimKind.LABEL, "Label: what somebody calls it"),
)
REASONS: Final = (
    (ChangeReason.REREADING, "Re-reading"),
    (ChangeReason.NEW_DOCUMENT, "New document"),
    (ChangeReason.SLIP, "Slip"),
    (ChangeReason.TEAM_DECISION, "Team decision"),
    (ChangeReason.CLAIM_REWORDED, "Claim reworded"),
)
NAMINGS: Final = (
    (Naming.NAMED, "named"),
    (Naming.ROLE, "a role only"),
    (Naming.UNNAMED, "not named"),
)
DATES_OF: Final = (
    (DateOf.EVENT, "It happened"),
    (DateOf.REPORT, "It was reported"),
)
PRECISIONS: Final = (
    (Precision.DAY, "on that day"),
    (Precision.MONTH, "in that month"),
    (Precision.YEAR, "in that year"),
    (Precision.ABOUT, "about then"),
    (Precision.NOT_BEFORE, "not before"),
    (Precision.NOT_AFTER, "not after"),
)
