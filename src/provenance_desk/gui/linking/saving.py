"""A draft becomes one step of the project: origin and claim if they are new, then the link."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import ChangeReason
from provenance_desk.gui.linking.draft import Draft

if TYPE_CHECKING:
    from provenance_desk.project.actions.work import Work
    from provenance_desk.project.project import Project


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving a draft came to."""

    link: str
    claim: str
    was_new: bool


def saving(draft: Draft) -> "Callable[[Project], Saved]":
    """The action that saves the draft in one step; the draft must lack nothing."""

    def action(project: "Project") -> Saved:
        with project.step() as work:
            return _save(work, draft)

    return action


def _save(work: "Work", draft: Draft) -> Saved:
    from provenance_desk.project.actions import claims, links

    judgement = _judgement(work, draft)
    if draft.link is not None:
        reason = draft.reason or ChangeReason.REREADING
        links.revise_link(work, draft.link.id, judgement, reason, draft.rationale)
        return Saved(draft.link.id, draft.link.claim, was_new=False)
    claim = draft.claim or claims.add_claim(
        work, claims.ClaimDraft(draft.new_claim, draft.new_kind)
    )
    passage = draft.passage
    link = links.make_link(
        work,
        links.LinkDraft(
            claim=claim,
            document=passage.document,
            start=passage.start,
            end=passage.end,
            judgement=judgement,
            rationale=draft.rationale,
            zone=passage.zone,
            exact=passage.exact,
        ),
    )
    return Saved(link, claim, was_new=True)


def _judgement(work: "Work", draft: Draft) -> Judgement:
    from provenance_desk.project.actions import origins

    judgement = draft.judgement()
    assert judgement is not None, "a draft is saved when it lacks nothing"
    if draft.origin is None or draft.origin.id is not None:
        return judgement
    return replace(judgement, origin=origins.add_origin(work, draft.origin.name, draft.origin.kind))
