"""Small reviews for the tests of standings, made of domain objects alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.events import Body
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.records_of_review import Recorded, ReviewRecords
from provenance_desk.domain.replay import State
from provenance_desk.domain.standing import Assessment, assess
from provenance_desk.domain.words import (
    Access,
    ClaimKind,
    Confidence,
    Handling,
    HouseRule,
    OriginKind,
    Reliability,
    Stance,
    Status,
    Wording,
    Zone,
)

CLAIM = "c" * 64


def name(text: str) -> str:
    return (text.encode().hex() * 64)[:64]


def judgement(
    status: Status = Status.ALLEGED,
    stance: Stance = Stance.SUPPORTS,
    confidence: Confidence = Confidence.HIGH,
    wording: Wording | None = Wording.FLAT,
    origin: str | None = None,
    access: Access | None = None,
) -> Judgement:
    return Judgement(stance, status, confidence, wording, (), origin, access)


def link(
    number: int, document: str, judged: Judgement, *, at: int | None = None, author: str = "a"
) -> Link:
    start = number * 100 if at is None else at
    own = name(f"link {number}")
    return Link(
        id=own,
        clock=number,
        author=author * 64,
        feed="f" * 32,
        time="2026-11-21T21:13:52.123Z",
        claim=CLAIM,
        claim_version=CLAIM,
        document=name(document),
        start=start,
        end=start + 50,
        quote="0" * 64,
        zone=Zone.BODY,
        judgement=judged,
        rationale=None,
        judged=own,
        judged_time="2026-11-21T21:13:52.123Z",
        blind=False,
        cue=None,
        retracted=False,
    )


def document(
    title: str, family: str = "", *, reference: bool = False, upstream: str = ""
) -> Document:
    own = name(title)
    card = DocumentDescribed(
        own,
        title,
        "",
        "en",
        False,
        family or title,
        reference,
        Reliability.F,
        upstream=upstream or None,
    )
    empty = "0" * 64
    return Document(
        own, empty, 1, "a" * 64, "", empty, title, "text/plain", 1, 1, "text/1", "utf-8", 0, empty,
        "s/1", card, Handling.SHARE, withdrawn=False,
    )  # fmt: skip


def origin(title: str) -> Origin:
    return Origin(name(title), 1, "a" * 64, title, OriginKind.PERSON, withdrawn=False)


@dataclass
class Review:
    """A claim with links, documents, origins and what was recorded beside them."""

    kind: ClaimKind = ClaimKind.FACT
    actor: str | None = None
    links: list[Link] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    records: ReviewRecords = field(default_factory=ReviewRecords)

    def state(self) -> State:
        claim = Claim(
            CLAIM, 1, "a" * 64, "", "It happened", self.kind, self.actor, (), CLAIM, 1,
            retired=False, withdrawn=False,
        )  # fmt: skip
        return State(
            undone=frozenset(),
            documents=_by_id(self.documents),
            passages={},
            claims={CLAIM: claim},
            joins={},
            links=_by_id(self.links),
            origins=_by_id(self.origins),
        )

    def assessed(self, rule: HouseRule = HouseRule.STRICT) -> Assessment:
        return assess(self.state(), self.records, rule)[CLAIM]


Thing = TypeVar("Thing", Document, Link, Origin)


def _by_id(things: Sequence[Thing]) -> Mapping[str, Thing]:
    return {thing.id: thing for thing in things}


def recorded(number: int, body: Body, author: str = "a") -> Recorded:
    return Recorded(name(f"record {number}"), author * 64, body)
