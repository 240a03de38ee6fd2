"""Claims of a report: which there are, in which order, and what each block says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance_desk.domain.records import Claim, Link
from provenance_desk.domain.words import ClaimKind, Stance, Status
from provenance_desk.exchange.report_context import Context
from provenance_desk.exchange.report_denials import denial_of
from provenance_desk.exchange.report_missing import missing_of
from provenance_desk.exchange.report_model import ClaimBlock, Denial, Passage
from provenance_desk.exchange.report_passages import passages_of
from provenance_desk.exchange.report_words import ACCESS_WORDS, count, in_documents, listed

STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT)


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """Claims that reviewers joined, the one that lends the wording first; its current links."""

    number: int
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    versions: frozenset[str]

    @property
    def kind(self) -> ClaimKind:
        """The kind of the leading claim; responsibility if any of the set is."""
        kinds = [claim.kind for claim in self.claims]
        return ClaimKind.RESPONSIBILITY if ClaimKind.RESPONSIBILITY in kinds else kinds[0]


def claim_sets(context: Context) -> list[ClaimSet]:
    """The claims as they were added, joined ones as one; undone ones only where linked."""
    state = context.review.state
    links: dict[str, list[Link]] = defaultdict(list)
    for link in state.links.values():
        if not link.retracted and link.document in context.documents:
            links[state.joins.get(link.claim, link.claim)].append(link)
    members: dict[str, list[Claim]] = {}
    for claim in sorted(state.claims.values(), key=lambda c: context.entries[c.id]):
        members.setdefault(state.joins.get(claim.id, claim.id), []).append(claim)
    sets: list[ClaimSet] = []
    for leader, claims in members.items():
        shown = [c for c in claims if not c.withdrawn] or (claims if links[leader] else [])
        if shown:
            shown.sort(key=lambda c: c.id)
            versions = frozenset(claim.version for claim in claims)
            sets.append(ClaimSet(len(sets) + 1, tuple(shown), tuple(links[leader]), versions))
    return sets


def claim_block(context: Context, claims: ClaimSet) -> ClaimBlock:
    """All that the report says about one claim."""
    lead = claims.claims[0]
    passages = passages_of(context, claims.number, claims.versions, claims.links)
    denials = _denials(context, claims, passages)
    supports = [link for link in claims.links if link.judgement.stance is Stance.SUPPORTS]
    origins = _origins(context, supports)
    groups = {s: tuple(p for p in passages if p.stance is s) for s in STANCES}
    return ClaimBlock(
        number=claims.number,
        wording=context.veil(lead.wording),
        also=tuple(context.veil(c.wording) for c in claims.claims[1:]),
        kind=claims.kind.value,
        versions=lead.versions,
        entry=context.entries[lead.version],
        notice=_notice(context, lead),
        counts=status_counts(claims.links),
        letters=_letters(context, claims.links),
        origins=len(origins),
        gist=_gist(denials, supports, origins, context),
        denials=denials,
        facts=_facts(context, claims, supports, groups),
        groups=groups,
        missing=missing_of(context, claims.kind, lead.actor, claims.links, passages, denials),
    )


def status_counts(links: Iterable[Link]) -> dict[Status, int]:
    """How many judgements gave which status; context links never count."""
    counts = dict.fromkeys((Status.DISPUTED, Status.ALLEGED, Status.CONFIRMED), 0)
    for link in links:
        if link.judgement.stance is not Stance.CONTEXT:
            counts[link.judgement.status] += 1
    return counts


def _notice(context: Context, claim: Claim) -> str:
    if claim.withdrawn:
        return f"Withdrawn by {context.name(claim.author)}; the links of others stay."
    return "Retired: no longer pursued, still shown." if claim.retired else ""


def _letters(context: Context, links: Iterable[Link]) -> tuple[str, ...]:
    found = {link.document for link in links}
    return tuple(letter for document, letter in context.letters.items() if document in found)


def _denials(context: Context, claims: ClaimSet, passages: Sequence[Passage]) -> tuple[Denial, ...]:
    number = {(p.stance, p.letter, p.start, p.end): p for p in passages}
    denials: list[tuple[Passage, Denial]] = []
    for link in claims.links:
        judgement = link.judgement
        spot = (judgement.stance, context.letters[link.document], link.start, link.end)
        denial = denial_of(context, link, number[spot])
        if denial:
            denials.append((number[spot], denial))
    denials.sort(key=lambda found: [int(n) for n in found[0].number.split(".")])
    return tuple(denial for _, denial in denials)


def _origins(context: Context, links: Iterable[Link]) -> dict[str, list[Link]]:
    origins: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.judgement.origin:
            origins[context.far_end(link.judgement.origin)].append(link)
    return origins


def _origin_fact(context: Context, links: Sequence[Link]) -> str:
    origins = _origins(context, links)
    said = []
    for origin, its in origins.items():
        access = ACCESS_WORDS[context.nearest(its)]
        where = in_documents(_letters(context, its))
        said.append(
            f"{context.origin(origin)}: {count(len(_spots(its)), 'passage')} {where}"
            + (f", {access}" if access else "")
        )
    unnamed = len(_spots(link for link in links if not link.judgement.origin))
    if not said and not unnamed:
        return "None: nothing supports the claim."
    if not said:
        return f"None. {_name_none(unnamed)}; all unnamed origins together count as none."
    tail = f" {_name_none(unnamed)} and count{'s' * (unnamed == 1)} as none." if unnamed else ""
    return f"{'; '.join(said)}.{tail}"


def _spots(links: Iterable[Link]) -> set[tuple[str, int, int]]:
    """The passages that these links are on; several reviewers may have judged one."""
    return {(link.document, link.start, link.end) for link in links}


def _name_none(number: int) -> str:
    verb = "names" if number == 1 else "name"
    return f"{count(number, 'supporting passage')} {verb} no origin"


def _facts(
    context: Context,
    claims: ClaimSet,
    supports: Sequence[Link],
    groups: Mapping[Stance, Sequence[Passage]],
) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Origins named", _origin_fact(context, supports)),
        ("Passages", _passages_fact(groups, _letters(context, claims.links))),
    ]
    if claims.claims[0].actor:
        facts.append(("Whose act", context.origin(claims.claims[0].actor)))
    return tuple(facts)


def _passages_fact(groups: Mapping[Stance, Sequence[Passage]], letters: Sequence[str]) -> str:
    support, against, context = (len(groups[stance]) for stance in STANCES)
    parts = []
    if support:
        parts.append(f"{support:,} support{'s' * (support == 1)}")
    if against:
        parts.append(f"{against:,} contradict{'s' * (against == 1)}")
    if context:
        parts.append(f"{context:,} {'is' if context == 1 else 'are'} context and not counted")
    return f"{listed(parts)}; {in_documents(letters)}." if parts else "None yet."


def _gist(
    denials: Sequence[Denial],
    supports: Sequence[Link],
    origins: Mapping[str, Sequence[Link]],
    context: Context,
) -> str:
    if len(denials) == 1:
        return f"{_denial_gist(denials[0])}."
    if denials:
        open_ones = sum(not denial.answers for denial in denials)
        letters = sorted({denial.letter for denial in denials}, key=lambda x: (len(x), x))
        answered = f"{open_ones} without a recorded answer" if open_ones else "all answered"
        return f"{len(denials)} judgements deny or dispute it, {in_documents(letters)}; {answered}."
    if not supports:
        return "No passage supports or contradicts it yet."
    if not origins:
        number = len(_spots(supports))
        if number == 1:
            return "The one passage that supports it does not name who could know first-hand."
        return f"{count(number, 'passage')} support it; none names who could know first-hand."
    return _origins_gist(context, origins)


def _denial_gist(denial: Denial) -> str:
    detail = f", {denial.detail}" if denial.detail else ""
    answered = "an answer is recorded" if denial.answers else "no answer is recorded"
    return f"{denial.said} in document {denial.letter}{detail}; {answered}"


def _origins_gist(context: Context, origins: Mapping[str, Sequence[Link]]) -> str:
    if len(origins) > 1:
        names = [context.origin(origin) for origin in origins]
        shown = listed(names if len(names) < 4 else [*names[:3], f"{len(names) - 3} more"])
        return f"Origins named: {shown}."
    ((origin, links),) = origins.items()
    access = ACCESS_WORDS[context.nearest(links)]
    tail = f", {access}" if access else ""
    return f"The only origin named is {context.origin(origin)}{tail}."
