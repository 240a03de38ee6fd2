"""A claim's standing: the rules of METHOD.md section 3, in order, the first that fits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance_desk.domain.families import Families, families_of
from provenance_desk.domain.independence import Origins, origins_of
from provenance_desk.domain.passages import Judged, JudgedPassage, judged, passages_of
from provenance_desk.domain.records import Claim
from provenance_desk.domain.records_of_review import Recorded, ReviewRecords
from provenance_desk.domain.replay import State
from provenance_desk.domain.review_events import ContradictionAnswered, StandingOverridden
from provenance_desk.domain.words import (
    Access,
    ClaimKind,
    Confidence,
    HouseRule,
    Stance,
    Standing,
    Status,
    Wording,
)

ORDER = (
    Standing.NOT_ASSESSED,
    Standing.ALLEGED,
    Standing.REPORTED,
    Standing.CONFIRMED_BY_RECORD,
    Standing.CONFIRMED,
)
"""From lower to higher; *disputed* stands apart."""


class Rule(StrEnum):
    """The rules by their number."""

    R1 = "R1"
    R2 = "R2"
    R3X = "R3x"
    R3 = "R3"
    R4 = "R4"
    R4B = "R4b"
    R6 = "R6"
    R5 = "R5"


RULES: Mapping[HouseRule, tuple[Rule, ...]] = {
    HouseRule.STRICT: (Rule.R1, Rule.R2, Rule.R3X, Rule.R3, Rule.R4, Rule.R5),
    HouseRule.NEWSROOM: (
        Rule.R1,
        Rule.R2,
        Rule.R3X,
        Rule.R3,
        Rule.R4,
        Rule.R4B,
        Rule.R6,
        Rule.R5,
    ),
}


@dataclass(frozen=True, slots=True)
class Override:
    """A standing that a reviewer put beside the computed one; `id` is its event."""

    id: str
    author: str
    standing: Standing
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim's computed standing, the rule and the judgements that made it.

    `claim` names a joined set by its lowest id. `because` holds ids of judgements. `origins` is the
    number of independent origins, `documents` of documents with a link that counts.
    """

    claim: str
    standing: Standing
    rule: Rule
    because: tuple[str, ...]
    origins: int
    documents: int
    families: int
    circular: bool
    contradicting: tuple[str, ...]
    answered: tuple[str, ...]
    overrides: tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the rules read about one claim or joined set."""

    claim: str
    kind: ClaimKind
    actor: str | None
    passages: tuple[JudgedPassage, ...]
    answers: Mapping[str, frozenset[str]]
    origins: Origins
    families: Families

    @property
    def supporting(self) -> list[Judged]:
        """The merged supporting side of each passage that has one."""
        return [p.merged for p in self.passages if p.merged is not None]

    @property
    def contradicting(self) -> list[Judged]:
        """Every judgement that contradicts."""
        return [one for passage in self.passages for one in passage.contradicting]

    def is_answered(self, one: Judged) -> bool:
        """Whether enough reviewers recorded why a contradiction is outweighed."""
        needed = 2 if self.kind is ClaimKind.RESPONSIBILITY else 1
        return len(self.answers.get(one.judgement, ())) >= needed


Fit = tuple[Standing, tuple[str, ...]]


def assess(state: State, records: ReviewRecords, rule: HouseRule) -> dict[str, Assessment]:
    """The standing of every claim or joined set, by its id."""
    return {
        claim: assess_case(case, rule, records.overrides, state.joins)
        for claim, case in cases_of(state, records).items()
    }


def cases_of(state: State, records: ReviewRecords) -> dict[str, Case]:
    """What the rules read about every claim or joined set, by its id."""
    origins = origins_of(state.origins.values(), records.origins)
    families = families_of(state.documents.values(), records.documents)
    answers = _answers(records.answers)
    return {case.claim: case for case in _cases(state, records, origins, families, answers)}


def assess_case(
    case: Case,
    rule: HouseRule,
    overrides: Sequence[Recorded] = (),
    joins: Mapping[str, str] | None = None,
) -> Assessment:
    """The first rule that fits; R5 fits always."""
    for number in RULES[rule]:
        fit = _FITS[number](case)
        if fit is not None:
            return _assessment(case, number, fit, _overrides(case.claim, overrides, joins or {}))
    raise AssertionError("R5 fits every claim")


def _cases(
    state: State,
    records: ReviewRecords,
    origins: Origins,
    families: Families,
    answers: Mapping[str, frozenset[str]],
) -> Iterable[Case]:
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(state.claims.values(), key=lambda claim: claim.id):
        groups.setdefault(state.joins.get(claim.id, claim.id), []).append(claim)
    links: dict[str, list[Judged]] = {}
    for link in state.links.values():
        if not link.retracted:
            group = state.joins.get(link.claim, link.claim)
            links.setdefault(group, []).append(judged(link, origins.named))
    for group, members in groups.items():
        yield Case(
            claim=group,
            kind=_kind(members),
            actor=next((origins.named(c.actor) for c in members if c.actor), None),
            passages=tuple(passages_of(links.get(group, ()), records.settlements, origins.named)),
            answers=answers,
            origins=origins,
            families=families,
        )


def _kind(members: Sequence[Claim]) -> ClaimKind:
    if any(claim.kind is ClaimKind.RESPONSIBILITY for claim in members):
        return ClaimKind.RESPONSIBILITY
    return members[0].kind


def _answers(records: Sequence[Recorded]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record.body, ContradictionAnswered):
            found.setdefault(record.body.judgement, set()).add(record.author)
    return {judgement: frozenset(authors) for judgement, authors in found.items()}


def _overrides(
    claim: str, records: Sequence[Recorded], joins: Mapping[str, str]
) -> tuple[Override, ...]:
    latest: dict[str, Override] = {}
    for record in records:
        body = record.body
        if isinstance(body, StandingOverridden) and joins.get(body.claim, body.claim) == claim:
            latest[record.author] = Override(record.id, record.author, body.standing, body.reason)
    return tuple(latest.values())


def _assessment(case: Case, rule: Rule, fit: Fit, overrides: tuple[Override, ...]) -> Assessment:
    named = {one.origin for one in case.supporting if one.origin is not None}
    counted = {p.document for p in case.passages if p.merged or p.contradicting}
    return Assessment(
        claim=case.claim,
        standing=fit[0],
        rule=rule,
        because=fit[1],
        origins=case.origins.count(named),
        documents=len(counted),
        families=case.families.count_once(counted),
        circular=case.origins.circular(named),
        contradicting=tuple(one.judgement for one in case.contradicting),
        answered=tuple(j.judgement for j in case.contradicting if case.is_answered(j)),
        overrides=overrides,
    )


def _r1(case: Case) -> Fit | None:
    if any(
        one.stance is not Stance.CONTEXT for passage in case.passages for one in passage.members
    ):
        return None
    return Standing.NOT_ASSESSED, ()


def _r2(case: Case) -> Fit | None:
    open_ = [one for one in case.contradicting if not case.is_answered(one)]
    disputed = [one for one in case.supporting if one.status is Status.DISPUTED]
    found = _ids([*open_, *disputed])
    return (Standing.DISPUTED, found) if found else None


def _r3x(case: Case) -> Fit | None:
    found = [one for passage in case.passages if passage.differs for one in passage.members]
    return (Standing.ALLEGED, _ids(found)) if found else None


def _r3(case: Case) -> Fit | None:
    wanted = (
        (Access.SEEN,) if case.kind is ClaimKind.RESPONSIBILITY else (Access.QUOTED, Access.SEEN)
    )
    found = [one for one in _confirmed(case) if one.origin is not None and one.access in wanted]
    largest = case.origins.largest(one.origin for one in found if one.origin is not None)
    if len(largest) < 2:
        return None
    return Standing.CONFIRMED, _ids(one for one in found if one.origin in largest)


def _r4(case: Case) -> Fit | None:
    found = [one for one in _own_act(case) if one.access is Access.SEEN]
    return (Standing.CONFIRMED_BY_RECORD, _ids(found)) if found else None


def _r4b(case: Case) -> Fit | None:
    own = [one for one in _own_act(case) if one.access in (Access.QUOTED, Access.SEEN)]
    for one in own:
        others = [
            other
            for other in _stated(case)
            if case.families.count_once((one.document, other.document)) == 2
        ]
        if others:
            return Standing.CONFIRMED, _ids([one, *others])
    return None


def _r6(case: Case) -> Fit | None:
    if case.kind is not ClaimKind.ACT or case.contradicting:
        return None
    stated = [one for one in _stated(case) if one.document not in case.families.reference]
    if _families_by_origin(case, stated) < 2:
        return None
    return Standing.REPORTED, _ids(stated)


def _r5(case: Case) -> Fit:
    return Standing.ALLEGED, _ids(case.supporting)


def _families_by_origin(case: Case, stated: Sequence[Judged]) -> int:
    """How many families, those that share a named origin other than the actor counted once."""
    documents = sorted({one.document for one in stated})
    groups: list[set[str]] = [{document} for document in documents]
    for origin in {one.origin for one in stated} - {None, case.actor}:
        sharing = {one.document for one in stated if one.origin == origin}
        groups = _united(groups, sharing)
    for first in documents:
        for second in documents:
            if case.families.count_once((first, second)) == 1:
                groups = _united(groups, {first, second})
    return len(groups)


def _united(groups: Sequence[set[str]], together: set[str]) -> list[set[str]]:
    touching = [group for group in groups if group & together]
    apart = [group for group in groups if not group & together]
    return [*apart, set().union(*touching)] if touching else list(groups)


def _confirmed(case: Case) -> list[Judged]:
    return [
        one
        for one in case.supporting
        if one.status is Status.CONFIRMED and one.confidence is not Confidence.LOW
    ]


def _own_act(case: Case) -> list[Judged]:
    if case.kind is not ClaimKind.ACT or case.actor is None:
        return []
    return [one for one in _confirmed(case) if one.origin == case.actor]


def _stated(case: Case) -> list[Judged]:
    """Passages that state the claim flat or attributed, with at least moderate confidence."""
    return [
        one
        for one in case.supporting
        if one.wording in (Wording.FLAT, Wording.ATTRIBUTED)
        and one.confidence is not Confidence.LOW
    ]


def _ids(judgements: Iterable[Judged]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.judgement for one in judgements))


_FITS: Mapping[Rule, Callable[[Case], Fit | None]] = {
    Rule.R1: _r1,
    Rule.R2: _r2,
    Rule.R3X: _r3x,
    Rule.R3: _r3,
    Rule.R4: _r4,
    Rule.R4B: _r4b,
    Rule.R6: _r6,
    Rule.R5: _r5,
}
