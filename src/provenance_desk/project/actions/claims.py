"""Claims: added, reworded, joined, separated, related, retired."""

from dataclasses import dataclass

from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.review_events import (
    ClaimAdded,
    ClaimRestored,
    ClaimRetired,
    ClaimReworded,
    ClaimsJoined,
    ClaimsRelated,
    ClaimsSeparated,
)
from provenance_desk.domain.words import ClaimKind, ClaimRelation
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused
from provenance_desk.project.step import line_text


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What a claim says: one neutral sentence, its kind, whose act it is, and when."""

    wording: str
    kind: ClaimKind = ClaimKind.FACT
    actor: str | None = None
    dates: tuple[DateMention, ...] | None = None


def add_claim(work: Work, draft: ClaimDraft) -> str:
    """Add a claim; its id."""
    wording = _checked(work, draft)
    return work.add(ClaimAdded(wording, draft.kind, draft.actor, draft.dates))


def reword_claim(work: Work, claim: str, draft: ClaimDraft, reason: str) -> str:
    """Give a claim a new wording, kind, actor and dates; its links show the earlier one."""
    work.find.claim(claim)
    wording = _checked(work, draft)
    why = work.reason(reason, "the claim is reworded")
    return work.add(ClaimReworded(claim, wording, draft.kind, why, draft.actor, draft.dates))


def retire_claim(work: Work, claim: str, reason: str) -> str:
    """Stop pursuing a claim; it is still computed and shown as retired."""
    if work.find.claim(claim).retired:
        raise ActionRefused("The claim is retired already.")
    return work.add(ClaimRetired(claim, work.reason(reason, "the claim is retired")))


def restore_claim(work: Work, claim: str, reason: str) -> str:
    """Pursue a retired claim again."""
    if not work.find.claim(claim).retired:
        raise ActionRefused("The claim is not retired.")
    return work.add(ClaimRestored(claim, work.reason(reason, "the claim is restored")))


def join_claims(work: Work, first: str, second: str, reason: str) -> str:
    """Say that two claims say the same."""
    pair = _pair(work, first, second)
    return work.add(ClaimsJoined(pair, work.reason(reason, "the two claims say the same")))


def separate_claims(work: Work, first: str, second: str, reason: str) -> str:
    """Say that two claims do not say the same."""
    pair = _pair(work, first, second)
    return work.add(ClaimsSeparated(pair, work.reason(reason, "the two claims differ")))


def relate_claims(work: Work, from_: str, to: str, relation: ClaimRelation) -> str:
    """Record that a claim contradicts or refines another."""
    _pair(work, from_, to)
    return work.add(ClaimsRelated(from_, to, relation))


def _pair(work: Work, first: str, second: str) -> tuple[str, str]:
    if first == second:
        raise ActionRefused("Choose two different claims.")
    work.find.claim(first)
    work.find.claim(second)
    return (first, second) if first < second else (second, first)


def _checked(work: Work, draft: ClaimDraft) -> str:
    wording = line_text(draft.wording)
    if not wording:
        raise ActionRefused("A claim needs a wording: one sentence that says what is asserted.")
    if draft.actor is not None:
        work.find.origin(draft.actor)
    return wording
