"""Links: made, revised, retracted."""

from dataclasses import dataclass, replace

from provenance_desk.domain.judgements import Judgement, rationale_required
from provenance_desk.domain.records import Claim, Link
from provenance_desk.domain.review_events import (
    CueOffer,
    LinkMade,
    LinkRetracted,
    LinkRevised,
)
from provenance_desk.domain.words import ChangeReason, Zone
from provenance_desk.project.actions.passages import require_span
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused
from provenance_desk.project.step import AROUND_QUOTE, line_text, typed


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A passage, a claim and a judgement, before they are saved."""

    claim: str
    document: str
    start: int
    end: int
    judgement: Judgement
    rationale: str = ""
    cue: CueOffer | None = None
    zone: Zone | None = None
    exact: str | None = None


def make_link(work: Work, draft: LinkDraft) -> str:
    """Link a passage to a claim; the link's id. `exact`, if given, must be the text there."""
    require_span(work, draft.document, draft.start, draft.end)
    claim = _linkable(work, draft)
    judgement = checked(work, draft.judgement)
    require_rationale(judgement, draft.rationale, change=False)
    return work.add(
        LinkMade(
            claim=claim.id,
            claim_version=claim.version,
            document=draft.document,
            start=draft.start,
            end=draft.end,
            quote=_kept_quote(work, draft),
            zone=draft.zone or zone_at(work, draft.document, draft.start),
            judgement=judgement,
            blind=work.blind,
            rationale=work.optional(draft.rationale),
            cue=draft.cue,
        )
    )


def _linkable(work: Work, draft: LinkDraft) -> Claim:
    """The draft's claim; refuses what its author took back or out of the review."""
    document, claim = work.find.document(draft.document), work.find.claim(draft.claim)
    if document.withdrawn:
        raise ActionRefused(f"“{document.title}” was withdrawn; it can't be linked to any more.")
    if claim.withdrawn:
        raise ActionRefused("The claim was taken back. Add it again, then link to it.")
    return claim


def _kept_quote(work: Work, draft: LinkDraft) -> str:
    """Keep the exact words and what stands around them; their attachment."""
    text = work.find.text(draft.document)
    exact = text[draft.start : draft.end]
    if draft.exact is not None and draft.exact != exact:
        raise ActionRefused(
            f"The text from {draft.start} to {draft.end} is not the quote given; it reads"
            f" “{exact[:80]}”."
        )
    if not exact.strip():
        raise ActionRefused("The passage is empty; choose some words.")
    before = text[max(0, draft.start - AROUND_QUOTE) : draft.start]
    return work.step.keep_quote(exact, before, text[draft.end : draft.end + AROUND_QUOTE])


def revise_link(
    work: Work, link: str, judgement: Judgement, reason: ChangeReason, rationale: str
) -> str:
    """Judge an own link anew, with the reason and a rationale."""
    found = _own(work, link)
    if found.retracted:
        raise ActionRefused("The link was retracted. Undo that first, or make a new link.")
    current = checked(work, judgement)
    claim = work.find.claim(found.claim)
    if current == found.judgement and claim.version == found.claim_version:
        raise ActionRefused("Nothing in the judgement was changed.")
    require_rationale(current, rationale, change=True)
    return work.add(
        LinkRevised(link, claim.version, current, reason, work.step.keep_text(rationale))
    )


def retract_link(work: Work, link: str, reason: ChangeReason, rationale: str = "") -> str:
    """Take an own link back; it stays in the history."""
    found = _own(work, link)
    if found.retracted:
        raise ActionRefused("The link is retracted already.")
    return work.add(LinkRetracted(link, reason, work.optional(rationale)))


def checked(work: Work, judgement: Judgement) -> Judgement:
    """The judgement with its typed texts in their kept form; its origin must exist."""
    if judgement.origin is not None:
        work.find.origin(judgement.origin)
    if not judgement.speakers:
        return judgement
    speakers = tuple(replace(s, name=line_text(s.name)) for s in judgement.speakers)
    return replace(judgement, speakers=speakers)


def require_rationale(judgement: Judgement, rationale: str, *, change: bool) -> None:
    """Raise `ActionRefused` where METHOD.md requires a rationale and there is none."""
    if rationale_required(judgement, change=change) and not typed(rationale):
        what = "a changed judgement" if change else f"{judgement.status}, {judgement.confidence}"
        raise ActionRefused(
            f"A rationale is required for {what}: because …; what would change my mind."
        )


def zone_at(work: Work, document: str, start: int) -> Zone:
    """The zone of the sentence that a passage begins in."""
    table = work.find.sentences(document)
    return table.zone(table.row_at(start)) if len(table) else Zone.BODY


def _own(work: Work, link: str) -> Link:
    found = work.find.link(link)
    if found.author != work.step.pen.author:
        raise ActionRefused(
            "Only the reviewer who made a link can change or retract it. Make a link of your own"
            " on the same passage instead."
        )
    return found
