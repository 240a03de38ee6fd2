"""The project's methods about links and origins."""

from dataclasses import replace

from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import ChangeReason, OriginKind, OriginRelation
from provenance_desk.project.acting import Acting
from provenance_desk.project.actions import claims, links, origins
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft


class LinkActions:
    """Links, their judgements, and the origins these name."""

    def make_link(self: Acting, draft: LinkDraft) -> str:
        """Link a passage to a claim; the link's id."""
        with self.step() as work:
            return links.make_link(work, draft)

    def make_link_to_new_claim(self: Acting, claim: ClaimDraft, draft: LinkDraft) -> str:
        """Add a claim and link a passage to it in one step; the link's id."""
        with self.step() as work:
            return links.make_link(work, replace(draft, claim=claims.add_claim(work, claim)))

    def revise_link(
        self: Acting, link: str, judgement: Judgement, reason: ChangeReason, rationale: str
    ) -> str:
        """Judge an own link anew, with the reason and a rationale."""
        with self.step() as work:
            return links.revise_link(work, link, judgement, reason, rationale)

    def retract_link(self: Acting, link: str, reason: ChangeReason, rationale: str = "") -> str:
        """Take an own link back; it stays in the history."""
        with self.step() as work:
            return links.retract_link(work, link, reason, rationale)

    def add_origin(self: Acting, name: str, kind: OriginKind) -> str:
        """The id of the origin of that kind and name, added where there is none yet."""
        with self.step() as work:
            return origins.add_origin(work, name, kind)

    def relate_origins(self: Acting, from_: str, to: str, relation: OriginRelation) -> str:
        """Record what is known about a pair of origins."""
        with self.step() as work:
            return origins.relate_origins(work, from_, to, relation)
