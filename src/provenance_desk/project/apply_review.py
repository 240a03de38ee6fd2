"""What lines about claims, links and origins do."""

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.review_events import (
    ClaimAdded,
    ClaimRestored,
    ClaimRetired,
    ClaimReworded,
    ClaimsJoined,
    ClaimsRelated,
    ClaimsSeparated,
    ContradictionAnswered,
    DisagreementSettled,
    LinkMade,
    LinkRetracted,
    LinkRevised,
    OriginAdded,
    OriginsRelated,
    StandingOverridden,
)
from provenance_desk.project.actions import claims, links, origins, team
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.actions.work import Work
from provenance_desk.project.apply_body import Said
from provenance_desk.project.errors import ActionRefused


def claim_added(work: Work, body: ClaimAdded, said: Said) -> str:
    """`claim.added`."""
    return claims.add_claim(work, _draft(body))


def claim_reworded(work: Work, body: ClaimReworded, said: Said) -> str:
    """`claim.reworded`."""
    return claims.reword_claim(work, body.claim, _draft(body), said.texts["reason"])


def claim_retired(work: Work, body: ClaimRetired, said: Said) -> str:
    """`claim.retired`."""
    return claims.retire_claim(work, body.claim, said.texts["reason"])


def claim_restored(work: Work, body: ClaimRestored, said: Said) -> str:
    """`claim.restored`."""
    return claims.restore_claim(work, body.claim, said.texts["reason"])


def claims_joined(work: Work, body: ClaimsJoined, said: Said) -> str:
    """`claims.joined`."""
    first, second = body.claims
    return claims.join_claims(work, first, second, said.texts["reason"])


def claims_separated(work: Work, body: ClaimsSeparated, said: Said) -> str:
    """`claims.separated`."""
    first, second = body.claims
    return claims.separate_claims(work, first, second, said.texts["reason"])


def claims_related(work: Work, body: ClaimsRelated, said: Said) -> str:
    """`claims.related`."""
    return claims.relate_claims(work, body.from_, body.to, body.relation)


def origin_added(work: Work, body: OriginAdded, said: Said) -> str:
    """`origin.added`; the origin that is there already where it has this kind and name."""
    return origins.add_origin(work, body.name, body.kind)


def origins_related(work: Work, body: OriginsRelated, said: Said) -> str:
    """`origins.related`."""
    return origins.relate_origins(work, body.from_, body.to, body.relation)


def link_made(work: Work, body: LinkMade, said: Said) -> str:
    """`link.made`; the quote, the claim's version, the zone and blind reading are filled in."""
    _require_current(work, body, said)
    return links.make_link(
        work,
        LinkDraft(
            claim=body.claim,
            document=body.document,
            start=body.start,
            end=body.end,
            judgement=body.judgement,
            rationale=said.texts["rationale"],
            cue=body.cue,
            zone=body.zone if "zone" in said.given else None,
            exact=said.exact,
        ),
    )


def link_revised(work: Work, body: LinkRevised, said: Said) -> str:
    """`link.revised`; judged against the claim's current wording."""
    version = work.find.claim(work.find.link(body.link).claim).version
    _require_same(said, "claim_version", body.claim_version, version)
    return links.revise_link(work, body.link, body.judgement, body.reason, said.texts["rationale"])


def link_retracted(work: Work, body: LinkRetracted, said: Said) -> str:
    """`link.retracted`."""
    return links.retract_link(work, body.link, body.reason, said.texts["rationale"])


def contradiction_answered(work: Work, body: ContradictionAnswered, said: Said) -> str:
    """`contradiction.answered`."""
    return team.answer_contradiction(work, body.judgement, said.texts["reason"])


def standing_overridden(work: Work, body: StandingOverridden, said: Said) -> str:
    """`standing.overridden`."""
    return team.override_standing(work, body.claim, body.standing, said.texts["reason"])


def disagreement_settled(work: Work, body: DisagreementSettled, said: Said) -> str:
    """`disagreement.settled`."""
    chosen = None
    if body.status is not None and body.confidence is not None:
        chosen = (body.status, body.confidence, body.access, body.origin)
    return team.settle_disagreement(
        work, body.judgements, body.outcome, said.texts["reason"], chosen
    )


def _draft(body: ClaimAdded | ClaimReworded) -> ClaimDraft:
    return ClaimDraft(body.wording, body.kind, body.actor, body.dates)


def _require_current(work: Work, body: LinkMade, said: Said) -> None:
    if "claim_version" in said.given:
        version = work.find.claim(body.claim).version
        _require_same(said, "claim_version", body.claim_version, version)
    if "blind" in said.given and body.blind is not work.blind:
        raise InvalidValue("blind is not as the project's rules say; leave it out.")


def _require_same(said: Said, key: str, given: str, current: str) -> None:
    if key in said.given and given != current:
        raise ActionRefused(
            "claim_version is not the claim's current wording. Leave it out: a new judgement is"
            " always about the wording as it stands."
        )
