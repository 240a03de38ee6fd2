"""Overlapping passages are one passage: their judgements merged to the most cautious values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from provenance_desk.domain.records import Link
from provenance_desk.domain.records_of_review import Recorded
from provenance_desk.domain.review_events import DisagreementSettled
from provenance_desk.domain.words import Access, Confidence, Outcome, Stance, Status, Wording

STATUSES = (Status.DISPUTED, Status.ALLEGED, Status.CONFIRMED)
CONFIDENCES = (Confidence.LOW, Confidence.MODERATE, Confidence.HIGH)
ACCESSES = (Access.NONE_NAMED, Access.RELAYED, Access.QUOTED, Access.SEEN)
WORDINGS = (Wording.DENIED, Wording.UNCLEAR, Wording.HEDGED, Wording.ATTRIBUTED, Wording.FLAT)


@dataclass(frozen=True, slots=True)
class Judged:
    """One reviewer's current judgement, its origin as a class and its blanks filled in."""

    link: str
    judgement: str
    author: str
    document: str
    start: int
    end: int
    stance: Stance
    status: Status
    confidence: Confidence
    wording: Wording
    access: Access
    origin: str | None


@dataclass(frozen=True, slots=True)
class JudgedPassage:
    """What reviewers judged of one passage; `merged` is its supporting side, None where none is."""

    document: str
    members: tuple[Judged, ...]
    merged: Judged | None
    settled: bool
    differs: bool

    @property
    def contradicting(self) -> tuple[Judged, ...]:
        """The judgements that contradict; no settlement takes one away."""
        return tuple(j for j in self.members if j.stance is Stance.CONTRADICTS)


def judged(link: Link, named: Callable[[str | None], str | None]) -> Judged:
    """A link's current judgement; `named` gives an origin's class."""
    j = link.judgement
    return Judged(
        link=link.id,
        judgement=link.judged,
        author=link.author,
        document=link.document,
        start=link.start,
        end=link.end,
        stance=j.stance,
        status=j.status,
        confidence=j.confidence,
        wording=j.wording or Wording.UNCLEAR,
        access=j.access or Access.NONE_NAMED,
        origin=named(j.origin),
    )


def passages_of(
    judgements: Iterable[Judged],
    settlements: Sequence[Recorded],
    named: Callable[[str | None], str | None],
) -> list[JudgedPassage]:
    """The passages of one claim, in the order of documents and text."""
    return [_passage(group, settlements, named) for group in _overlapping(judgements)]


def _overlapping(judgements: Iterable[Judged]) -> list[list[Judged]]:
    groups: list[list[Judged]] = []
    end = 0
    for one in sorted(judgements, key=lambda j: (j.document, j.start, j.end, j.judgement)):
        if groups and groups[-1][0].document == one.document and one.start < end:
            groups[-1].append(one)
            end = max(end, one.end)
        else:
            groups.append([one])
            end = one.end
    return groups


def _passage(
    group: list[Judged],
    settlements: Sequence[Recorded],
    named: Callable[[str | None], str | None],
) -> JudgedPassage:
    settled = settlement_of(group, settlements)
    members = tuple(_settled(one, settled, named) for one in group)
    supporting = [one for one in members if one.stance is Stance.SUPPORTS]
    if settled is not None and settled.outcome is Outcome.REJECTED:
        supporting = []
    return JudgedPassage(
        document=group[0].document,
        members=members,
        merged=_merged(supporting),
        settled=settled is not None,
        differs=settled is None and _differ(group),
    )


def settlement_of(
    group: Sequence[Judged], settlements: Sequence[Recorded]
) -> DisagreementSettled | None:
    """The settlement in force: it names exactly these judgements, and none rivals it."""
    current = {one.judgement for one in group}
    fitting = [
        record.body
        for record in settlements
        if isinstance(record.body, DisagreementSettled) and set(record.body.judgements) == current
    ]
    outcomes = {(s.outcome, s.status, s.confidence, s.access, s.origin) for s in fitting}
    return fitting[-1] if len(outcomes) == 1 else None


def _settled(
    one: Judged,
    settled: DisagreementSettled | None,
    named: Callable[[str | None], str | None],
) -> Judged:
    """A judgement as a settlement leaves it; the stance is never replaced."""
    if settled is None or settled.outcome is not Outcome.CHOSEN:
        return one
    return replace(
        one,
        status=settled.status or one.status,
        confidence=settled.confidence or one.confidence,
        access=settled.access or one.access,
        origin=named(settled.origin),
    )


def _differ(group: Sequence[Judged]) -> bool:
    """Whether reviewers differ in stance, status, origin or access."""
    views = {(one.stance, one.status, one.origin, one.access) for one in group}
    return len({one.author for one in group}) > 1 and len(views) > 1


def _merged(supporting: Sequence[Judged]) -> Judged | None:
    if not supporting:
        return None
    origins = {one.origin for one in supporting}
    return replace(
        supporting[0],
        start=min(one.start for one in supporting),
        end=max(one.end for one in supporting),
        status=min((one.status for one in supporting), key=STATUSES.index),
        confidence=min((one.confidence for one in supporting), key=CONFIDENCES.index),
        wording=min((one.wording for one in supporting), key=WORDINGS.index),
        access=min((one.access for one in supporting), key=ACCESSES.index),
        origin=origins.pop() if len(origins) == 1 else None,
    )
