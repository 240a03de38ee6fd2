"""What would change a claim's standing: each rule tried on a review that is a step further."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from provenance_desk.domain.independence import pair
from provenance_desk.domain.passages import Judged, JudgedPassage
from provenance_desk.domain.standing import Assessment, Case, Rule, assess_case
from provenance_desk.domain.standing_words import rule_words
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

NEW_DOCUMENT: Final = "a document to come"
NEW_ORIGIN: Final = "an origin to come"
PAIRS: Final = 3
"""Of how many pairs of origins we speak; a reviewer reads them one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """A step a reviewer may take, and what the rules would say then."""

    do: str
    then: str
    standing: Standing
    rule: Rule


Tried = tuple[str, Case]


def what_would_change(
    case: Case, rule: HouseRule, name: Callable[[str], str]
) -> tuple[Change, ...]:
    """The steps that would give another standing or rule; `name` says an origin's class."""
    now = assess_case(case, rule)
    clear, once = _cleared(case), ""
    if clear != case and now.rule in (Rule.R2, Rule.R3X):
        once = ", once that is done"
    found = [_change(do, assess_case(tried, rule), "") for do, tried in _first_steps(case, now)]
    base = assess_case(clear, rule)
    for do, tried in _further_steps(clear, base, name):
        then = assess_case(tried, rule)
        if _differs(then, base):
            found.append(_change(do, then, once))
    if now.standing is not Standing.DISPUTED:
        found.append(_change("A passage that contradicts it.", _contradicted(case, rule), ""))
    return tuple(found)


def _change(do: str, then: Assessment, once: str) -> Change:
    said = rule_words(then).removesuffix(".")
    words = said if then.rule is Rule.R5 else f"{then.standing.capitalize()}: {_lower(said)}"
    return Change(do, f"{words}{once}.", then.standing, then.rule)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _differs(then: Assessment, now: Assessment) -> bool:
    return (then.standing, rule_words(then)) != (now.standing, rule_words(now))


def _first_steps(case: Case, now: Assessment) -> Iterable[Tried]:
    """What keeps the later rules from being asked."""
    if case.contradicting and _answered(case) != case:
        do = "Answer what contradicts it, with a reason."
        if case.kind is ClaimKind.RESPONSIBILITY:
            do = "Two reviewers answer what contradicts it, each with a reason."
        yield f"{do} It stays in every view.", _answered(case)
    if any(one.status is Status.DISPUTED for one in case.supporting):
        yield "Judge the supporting passage that is disputed anew.", _undisputed(case)
    if now.rule is Rule.R3X:
        yield "Settle what reviewers differ on.", _settled(case)


def _cleared(case: Case) -> Case:
    return _settled(_undisputed(_answered(case)))


def _answered(case: Case) -> Case:
    enough = frozenset({"one", "another"})
    open_ = [one for one in case.contradicting if not case.is_answered(one)]
    if not open_:
        return case
    return replace(case, answers={**case.answers, **{one.judgement: enough for one in open_}})


def _undisputed(case: Case) -> Case:
    return _with_supporting(
        case,
        lambda one: one.status is Status.DISPUTED,
        lambda one: replace(one, status=Status.ALLEGED),
    )


def _settled(case: Case) -> Case:
    return replace(case, passages=tuple(replace(p, differs=False) for p in case.passages))


def _with_supporting(
    case: Case, which: Callable[[Judged], bool], changed: Callable[[Judged], Judged]
) -> Case:
    passages = tuple(
        replace(p, merged=changed(p.merged)) if p.merged is not None and which(p.merged) else p
        for p in case.passages
    )
    return replace(case, passages=passages)


def _further_steps(case: Case, now: Assessment, name: Callable[[str], str]) -> Iterable[Tried]:
    """What could lift it, from what is in hand to what has to be found."""
    yield from _pairs(case, name)
    yield from _in_hand(case, name)
    if case.kind is ClaimKind.ACT:
        yield from _own_record(case, name)
    yield "Find a second document family that states it.", _with(case, _stated(case))
    needed = "record seen" if case.kind is ClaimKind.RESPONSIBILITY else "words or record"
    if now.rule is not Rule.R3:
        yield from _more_origins(case, needed, name)


def _pairs(case: Case, name: Callable[[str], str]) -> Iterable[Tried]:
    named = _named(case)
    unknown = [two for two in combinations(named, 2) if pair(*two) not in case.origins.independent]
    for first, second in unknown[:PAIRS]:
        recorded = replace(
            case.origins, independent=case.origins.independent | {pair(first, second)}
        )
        do = f"Record that {name(first)} and {name(second)} are independent, if they are."
        yield do, replace(case, origins=recorded)


def _in_hand(case: Case, name: Callable[[str], str]) -> Iterable[Tried]:
    """The record of an origin that is only relayed so far."""
    for origin in _named(case):
        if origin != case.actor:
            yield f"Add the record of {name(origin)}, and judge it.", _seen(case, origin)


def _named(case: Case) -> list[str]:
    return sorted({one.origin for one in case.supporting if one.origin is not None})


def _seen(case: Case, origin: str) -> Case:
    return _with_supporting(
        case,
        lambda one: one.origin == origin,
        lambda one: replace(
            one, status=Status.CONFIRMED, confidence=Confidence.HIGH, access=Access.SEEN
        ),
    )


def _own_record(case: Case, name: Callable[[str], str]) -> Iterable[Tried]:
    actor = case.actor or NEW_ORIGIN
    whose = name(actor) if case.actor else "the acting body, and say whose act it is"
    seen = _judged(Status.CONFIRMED, actor, Access.SEEN)
    yield f"Add the record of {whose}.", _with(replace(case, actor=actor), seen)


def _stated(case: Case) -> Judged:
    return _judged(Status.ALLEGED, None, Access.NONE_NAMED)


def _more_origins(case: Case, needed: str, name: Callable[[str], str]) -> Iterable[Tried]:
    """One more origin that could know; where none is confirmed, also a known one's own words."""
    one = _confirmed_by_new(case, 1)
    if assess_case(one, HouseRule.STRICT).rule is Rule.R3:
        yield f"Add one independent origin more that could know, its {needed}.", one
        return
    for origin in _named(case)[:PAIRS]:
        do = f"Add the {needed} of {name(origin)}, and of one independent origin more."
        yield do, _confirmed_by_new(_seen(case, origin), 1)
    if not _named(case):
        do = f"Add two independent origins that could know, their {needed}."
        yield do, _confirmed_by_new(case, 2)


def _confirmed_by_new(case: Case, number: int) -> Case:
    known = {one.origin for one in case.supporting if one.origin is not None}
    fresh = [f"{NEW_ORIGIN} {n}" for n in range(number)]
    pairs = {pair(new, old) for new in fresh for old in known}
    pairs |= {pair(*two) for two in combinations(fresh, 2)}
    origins = replace(case.origins, independent=case.origins.independent | pairs)
    added = [_judged(Status.CONFIRMED, origin, Access.SEEN) for origin in fresh]
    return _with(replace(case, origins=origins), *added)


def _contradicted(case: Case, rule: HouseRule) -> Assessment:
    against = replace(
        _judged(Status.DISPUTED, None, Access.NONE_NAMED),
        stance=Stance.CONTRADICTS,
        judgement="a contradiction to come",
    )
    passage = JudgedPassage(NEW_DOCUMENT, (against,), None, settled=False, differs=False)
    return assess_case(replace(case, passages=(*case.passages, passage)), rule)


def _with(case: Case, *added: Judged) -> Case:
    passages = tuple(JudgedPassage(o.document, (o,), o, False, False) for o in added)
    families = replace(
        case.families,
        of={**case.families.of, **{o.document: o.document for o in added}},
    )
    return replace(case, passages=(*case.passages, *passages), families=families)


def _judged(status: Status, origin: str | None, access: Access) -> Judged:
    return Judged(
        link="",
        judgement=f"a judgement to come on {origin}",
        author="",
        document=f"{NEW_DOCUMENT} of {origin}",
        start=0,
        end=1,
        stance=Stance.SUPPORTS,
        status=status,
        confidence=Confidence.HIGH,
        wording=Wording.FLAT,
        access=access,
        origin=origin,
    )
