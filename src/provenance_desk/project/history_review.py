"""What entries about claims, links and origins say."""

from typing import Any

from provenance_desk.domain import review_events as r
from provenance_desk.domain.events import Event
from provenance_desk.domain.judgements import DateMention, Judgement
from provenance_desk.domain.replay import ThingKind
from provenance_desk.domain.words import DateOf, Precision, Stance
from provenance_desk.project.history_words import (
    Change,
    Sources,
    Words,
    origin_of,
    short,
    tells,
    text_of,
    wording_of,
)

_BEFORE_A_DATE = {
    Precision.ABOUT: "about ",
    Precision.NOT_BEFORE: "not before ",
    Precision.NOT_AFTER: "by ",
}
_LINKED = {
    Stance.SUPPORTS: "linked",
    Stance.CONTRADICTS: "linked as contradicting",
    Stance.CONTEXT: "linked as context",
}


def judgement_changes(
    before: Judgement | None, after: Judgement, queries: Sources
) -> tuple[Change, ...]:
    """The fields of a judgement that changed, in words."""
    old = _judged(before, queries) if before else {}
    new = _judged(after, queries)
    return tuple(
        Change(name, old.get(name, ""), value)
        for name, value in new.items()
        if old.get(name, "") != value
    )


def _judged(judgement: Judgement, queries: Sources) -> dict[str, str]:
    speakers = " ← ".join(s.name or s.naming.value for s in judgement.speakers)
    said = {
        "status": judgement.status.value,
        "stance": judgement.stance.value,
        "confidence": judgement.confidence.value,
        "wording": judgement.wording.value if judgement.wording else "",
        "who says so": speakers,
        "origin": origin_of(queries, judgement.origin) if judgement.origin else "",
        "access": judgement.access.value if judgement.access else "",
        "dates": ", ".join(_dated(date) for date in judgement.dates or ()),
    }
    return {name: value for name, value in said.items() if value}


def _dated(date: DateMention) -> str:
    """A date as it is said, `not before 2023-04-27`; an exact one is its value alone."""
    before = _BEFORE_A_DATE.get(date.precision, "")
    after = " (when reported)" if date.of is DateOf.REPORT else ""
    return f"{before}{date.value}{after}"


def _wording_judged(queries: Sources, claim: str, version: str) -> str:
    """The claim's wording that a judgement was about, which may be an earlier one."""
    known = queries.claim(claim)
    said = None if known and known.version == version else queries.event(version)
    if said is not None and isinstance(said.body, r.ClaimAdded | r.ClaimReworded):
        return said.body.wording
    return wording_of(queries, claim)


def _link_words(
    made: Event, queries: Sources, text: str, *, version: str = "", **more: Any
) -> Words:
    body = made.body
    assert isinstance(body, r.LinkMade)
    return Words(
        text,
        quote=text_of(queries, body.quote),
        claim=_wording_judged(queries, body.claim, version or body.claim_version),
        document=body.document,
        span=(body.start, body.end),
        **more,
    )


@tells(r.LinkMade)
def _link_made(body: r.LinkMade, event: Event, queries: Sources) -> Words:
    wording = _wording_judged(queries, body.claim, body.claim_version)
    return _link_words(
        event,
        queries,
        f"linked a passage to “{short(wording)}” as"
        f" {body.judgement.status}, {body.judgement.confidence}",
        changes=judgement_changes(None, body.judgement, queries),
        reason=text_of(queries, body.rationale),
        judgement=body.judgement,
        verb=_LINKED[body.judgement.stance],
    )


@tells(r.LinkRevised)
def _link_revised(body: r.LinkRevised, event: Event, queries: Sources) -> Words:
    made, before = _judged_before(event, body.link, queries)
    if made is None:
        return Words("changed the judgement on a link that is not here")
    return _link_words(
        made,
        queries,
        f"changed the judgement on a link ({body.reason.value.replace('_', ' ')})",
        version=body.claim_version,
        changes=judgement_changes(before, body.judgement, queries),
        reason=text_of(queries, body.rationale),
        judgement=body.judgement,
        before=before,
        verb="changed the judgement on",
    )


@tells(r.LinkRetracted)
def _link_retracted(body: r.LinkRetracted, event: Event, queries: Sources) -> Words:
    made, before = _judged_before(event, body.link, queries)
    if made is None:
        return Words("retracted a link that is not here")
    return _link_words(
        made,
        queries,
        f"retracted a link ({body.reason.value.replace('_', ' ')})",
        reason=text_of(queries, body.rationale),
        before=before,
        verb="retracted the link on",
    )


def _judged_before(
    event: Event, link: str, queries: Sources
) -> tuple[Event | None, Judgement | None]:
    """The link's making, and its author's judgement just before `event`."""
    undone = queries.undone()
    made: Event | None = None
    before: Judgement | None = None
    for earlier in queries.events_about(ThingKind.LINK, link):
        if isinstance(earlier.body, r.LinkMade):
            made = earlier
        if earlier.order >= event.order:
            break
        if isinstance(earlier.body, r.LinkMade | r.LinkRevised) and earlier.id not in undone:
            before = earlier.body.judgement
    return made, before


@tells(r.ClaimAdded)
def _claim_added(body: r.ClaimAdded, event: Event, queries: Sources) -> Words:
    verb = f"added the {body.kind} claim"
    return Words(f"{verb} “{short(body.wording)}”", claim=body.wording, verb=verb)


@tells(r.ClaimReworded)
def _claim_reworded(body: r.ClaimReworded, event: Event, queries: Sources) -> Words:
    before: r.ClaimAdded | r.ClaimReworded | None = None
    for earlier in queries.events_about(ThingKind.CLAIM, body.claim):
        if earlier.order < event.order and isinstance(earlier.body, r.ClaimAdded | r.ClaimReworded):
            before = earlier.body
    changes = [Change("wording", before.wording if before else "", body.wording)]
    if before and before.kind is not body.kind:
        changes.append(Change("kind", before.kind.value, body.kind.value))
    return Words(
        f"reworded a claim to “{short(body.wording)}”",
        claim=body.wording,
        changes=tuple(changes),
        reason=text_of(queries, body.reason),
    )


@tells(r.ClaimRetired)
def _claim_retired(body: r.ClaimRetired, event: Event, queries: Sources) -> Words:
    return _about_claim("retired", body.claim, body.reason, queries)


@tells(r.ClaimRestored)
def _claim_restored(body: r.ClaimRestored, event: Event, queries: Sources) -> Words:
    return _about_claim("restored", body.claim, body.reason, queries)


def _about_claim(verb: str, claim: str, reason: str, queries: Sources) -> Words:
    wording = wording_of(queries, claim)
    return Words(
        f"{verb} the claim “{short(wording)}”", claim=wording, reason=text_of(queries, reason)
    )


@tells(r.ClaimsJoined)
def _claims_joined(body: r.ClaimsJoined, event: Event, queries: Sources) -> Words:
    return _claim_pair("said that these claims say the same:", body.claims, body.reason, queries)


@tells(r.ClaimsSeparated)
def _claims_separated(body: r.ClaimsSeparated, event: Event, queries: Sources) -> Words:
    return _claim_pair("said that these claims differ:", body.claims, body.reason, queries)


def _claim_pair(verb: str, claims: tuple[str, ...], reason: str, queries: Sources) -> Words:
    wordings = " and ".join(f"“{short(wording_of(queries, c), 60)}”" for c in claims)
    return Words(f"{verb} {wordings}", reason=text_of(queries, reason))


@tells(r.ClaimsRelated)
def _claims_related(body: r.ClaimsRelated, event: Event, queries: Sources) -> Words:
    first, second = wording_of(queries, body.from_), wording_of(queries, body.to)
    return Words(f"recorded that “{short(first, 60)}” {body.relation} “{short(second, 60)}”")


@tells(r.OriginAdded)
def _origin_added(body: r.OriginAdded, event: Event, queries: Sources) -> Words:
    return Words(f"added the origin {body.name} ({body.kind})")


@tells(r.OriginsRelated)
def _origins_related(body: r.OriginsRelated, event: Event, queries: Sources) -> Words:
    first, second = origin_of(queries, body.from_), origin_of(queries, body.to)
    return Words(f"recorded {first} and {second} as: {body.relation.value.replace('_', ' ')}")


@tells(r.ContradictionAnswered)
def _answered(body: r.ContradictionAnswered, event: Event, queries: Sources) -> Words:
    return Words("answered a contradiction", reason=text_of(queries, body.reason))


@tells(r.StandingOverridden)
def _overridden(body: r.StandingOverridden, event: Event, queries: Sources) -> Words:
    wording = wording_of(queries, body.claim)
    return Words(
        f"put “{body.standing}” beside the computed standing of “{short(wording)}”",
        claim=wording,
        reason=text_of(queries, body.reason),
    )


@tells(r.DisagreementSettled)
def _settled(body: r.DisagreementSettled, event: Event, queries: Sources) -> Words:
    chosen = f": {body.status}, {body.confidence}" if body.status else ""
    count = len(body.judgements)
    return Words(
        f"settled {count} judgements as {body.outcome}{chosen}",
        reason=text_of(queries, body.reason),
    )
