"""The words of the method: every closed vocabulary of METHOD.md, as stored."""

from enum import StrEnum


class Zone(StrEnum):
    """What kind of text a sentence is."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"
    QUOTE = "quote"
    REFERENCE = "reference"


class ClaimKind(StrEnum):
    """What a claim asserts."""

    ACT = "act"
    FACT = "fact"
    FIGURE = "figure"
    RESPONSIBILITY = "responsibility"
    LABEL = "label"


class Stance(StrEnum):
    """If the passage were true: would the claim be true, false, or neither."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Status(StrEnum):
    """What a reviewer judged the passage to show about the claim."""

    CONFIRMED = "confirmed"
    ALLEGED = "alleged"
    DISPUTED = "disputed"


class Confidence(StrEnum):
    """How sure the reviewer is of the status chosen, never of the claim."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Wording(StrEnum):
    """What the words of the passage do, whatever anybody believes."""

    FLAT = "flat"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    UNCLEAR = "unclear"


class Access(StrEnum):
    """How near the reviewer came to the origin."""

    NONE_NAMED = "none named"
    RELAYED = "relayed"
    QUOTED = "quoted"
    SEEN = "seen"


class Naming(StrEnum):
    """How a speaker is named in the passage."""

    NAMED = "named"
    ROLE = "role"
    UNNAMED = "unnamed"


class Mode(StrEnum):
    """How a speaker's words are given."""

    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    IMPLIED = "implied"


class OriginKind(StrEnum):
    """What an origin is."""

    PERSON = "person"
    BODY = "body"
    RECORD = "record"


class ChangeReason(StrEnum):
    """Why a judgement was changed or taken back."""

    NEW_DOCUMENT = "new_document"
    REREADING = "rereading"
    SLIP = "slip"
    TEAM_DECISION = "team_decision"
    CLAIM_REWORDED = "claim_reworded"


class Handling(StrEnum):
    """How a document may travel; the strictest mark counts."""

    SHARE = "share"
    CONDITIONS = "conditions"
    PRIVATE = "private"


class DocumentRelation(StrEnum):
    """How two documents hang together."""

    DERIVED_FROM = "derived_from"
    COPY_OF = "copy_of"
    SAME_UPSTREAM = "same_upstream"
    COMMON_CONTROL = "common_control"
    COINCIDENCE = "coincidence"


class OriginRelation(StrEnum):
    """What a reviewer recorded for a pair of origins."""

    SAME = "same"
    DISTINCT = "distinct"
    INDEPENDENT = "independent"
    DERIVED_FROM = "derived_from"
    SAME_BODY = "same_body"
    SHARES_UPSTREAM = "shares_upstream"
    COMMON_CONTROL = "common_control"


class ClaimRelation(StrEnum):
    """How two claims hang together."""

    CONTRADICTS = "contradicts"
    REFINES = "refines"


class Precision(StrEnum):
    """How exactly a date is known."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    NOT_BEFORE = "not_before"
    NOT_AFTER = "not_after"


class DateOf(StrEnum):
    """Whether a date is when it happened or when it was reported."""

    EVENT = "event"
    REPORT = "report"


class HouseRule(StrEnum):
    """The two house rules that ship."""

    STRICT = "strict"
    NEWSROOM = "newsroom"


class Standing(StrEnum):
    """What the links on a claim add up to."""

    NOT_ASSESSED = "not assessed"
    ALLEGED = "alleged"
    REPORTED = "reported"
    CONFIRMED_BY_RECORD = "confirmed by record"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class Outcome(StrEnum):
    """How a disagreement between reviewers was settled."""

    CHOSEN = "chosen"
    BOTH = "both"
    REJECTED = "rejected"


class PersonFlag(StrEnum):
    """How a person's name is treated in reports."""

    PUBLIC = "public"
    PRIVATE = "private"
    VICTIM = "victim"
    MINOR = "minor"


class Reliability(StrEnum):
    """Admiralty grade of a source; never used by the standing."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
