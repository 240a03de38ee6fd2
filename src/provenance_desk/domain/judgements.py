"""A link's judgement (METHOD.md section 2): what a reviewer decided about one passage and claim."""

from dataclasses import dataclass
from typing import Annotated

from provenance_desk.domain.fields import DateValue, EventId, Expression, Items, Label
from provenance_desk.domain.words import (
    Access,
    Confidence,
    DateOf,
    Mode,
    Naming,
    Precision,
    Stance,
    Status,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One hop of the chain who says that who says it; the nearest comes first."""

    name: Label
    naming: Naming
    mode: Mode


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date of the event or of its report; `expression` are the words it was read from."""

    value: DateValue
    precision: Precision
    of: DateOf
    expression: Expression | None = None
    anchor: DateValue | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Stance, status and confidence, and what they rest on."""

    stance: Stance
    status: Status
    confidence: Confidence
    wording: Wording | None = None
    speakers: Annotated[tuple[Speaker, ...], Items(0, 8)] = ()
    origin: EventId | None = None
    access: Access | None = None
    dates: Annotated[tuple[DateMention, ...], Items(0, 16)] | None = None


def rationale_required(judgement: Judgement, *, change: bool = False) -> bool:
    """Whether METHOD.md section 2 asks for a rationale: confirmed, disputed, low, any change."""
    return (
        change or judgement.status is not Status.ALLEGED or judgement.confidence is Confidence.LOW
    )


def warnings_for(judgement: Judgement) -> tuple[str, ...]:
    """Sentences that explain a doubtful *confirmed*; they never block (METHOD.md section 2)."""
    if judgement.status is not Status.CONFIRMED:
        return ()
    said = []
    if judgement.wording is Wording.HEDGED:
        said.append("The wording is hedged; a hedge is usually alleged.")
    if judgement.origin is None:
        said.append("No origin is named; confirmed needs one that could know.")
    if judgement.access not in (Access.QUOTED, Access.SEEN):
        said.append("Neither the origin's words nor its record is in hand (access below quoted).")
    return tuple(said)
