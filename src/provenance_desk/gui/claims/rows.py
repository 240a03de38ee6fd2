"""What the list of claims shows: one row a claim, and its links by document."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance_desk.domain.records import Claim, Link
from provenance_desk.domain.words import ClaimKind, Confidence, Stance, Status
from provenance_desk.gui.review.source import ReviewSource


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim (or a set of joined ones) with what its links count up to."""

    id: str
    wording: str
    kind: ClaimKind
    counts: Mapping[Status, int]
    documents: int
    joined: int
    retired: bool
    withdrawn: bool
    clock: int

    @property
    def links(self) -> int:
        """How many links the claim has."""
        return sum(self.counts.values())


class ClaimOrder(StrEnum):
    """How the list is sorted."""

    DISPUTED_FIRST = "Disputed first"
    AS_ADDED = "As added"
    MOST_LINKS = "Most links"
    UNTOUCHED_FIRST = "Untouched first"
    BY_WORDING = "By wording"


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One link under its claim: the quote, where it is, and how it was judged."""

    link: str
    document: str
    start: int
    end: int
    quote: str | None
    stance: Stance
    status: Status
    confidence: Confidence
    speaker: str
    reviewer: str
    own: bool
    earlier_wording: bool
    withdrawn_by: str


def claim_rows(queries: ReviewSource) -> list[ClaimRow]:
    """A row for each claim or joined set, in the order the claims came in."""
    joins = queries.joins()
    counts: dict[str, Counter[Status]] = {}
    documents: dict[str, set[str]] = {}
    for claim, document, status, number in queries.link_counts():
        group = joins.get(claim, claim)
        counts.setdefault(group, Counter())[Status(status)] += number
        documents.setdefault(group, set()).add(document)
    groups: dict[str, list[Claim]] = {}
    for claim_record in queries.claims():
        groups.setdefault(joins.get(claim_record.id, claim_record.id), []).append(claim_record)
    rows = [
        _row(group, members, counts.get(group, Counter()), len(documents.get(group, ())))
        for group, members in groups.items()
    ]
    return [row for row in rows if row.links or not row.withdrawn]


def _row(group: str, members: Sequence[Claim], counts: Counter[Status], documents: int) -> ClaimRow:
    lender = min(members, key=lambda claim: claim.id)
    responsible = any(claim.kind is ClaimKind.RESPONSIBILITY for claim in members)
    return ClaimRow(
        id=group,
        wording=lender.wording,
        kind=ClaimKind.RESPONSIBILITY if responsible else lender.kind,
        counts=counts,
        documents=documents,
        joined=len(members),
        retired=all(claim.retired for claim in members),
        withdrawn=all(claim.withdrawn for claim in members),
        clock=min(claim.clock for claim in members),
    )


def arranged(rows: Sequence[ClaimRow], order: ClaimOrder, words: str = "") -> list[ClaimRow]:
    """The rows whose wording holds the begin of every word, sorted; retired ones come last."""
    found = [row for row in rows if matches(row.wording, words)]
    return sorted(found, key=lambda row: (row.retired, *_key(row, order)))


def _key(row: ClaimRow, order: ClaimOrder) -> tuple[object, ...]:
    match order:
        case ClaimOrder.DISPUTED_FIRST:
            disputed, alleged = (
                row.counts.get(Status.DISPUTED, 0),
                row.counts.get(Status.ALLEGED, 0),
            )
            return (disputed == 0, row.links == 0, alleged == 0, row.clock)
        case ClaimOrder.MOST_LINKS:
            return (-row.links, row.clock)
        case ClaimOrder.UNTOUCHED_FIRST:
            return (row.links, row.clock)
        case ClaimOrder.BY_WORDING:
            return (row.wording.casefold(),)
        case ClaimOrder.AS_ADDED:
            return (row.clock,)


def matches(wording: str, words: str) -> bool:
    """Whether every typed word begins a word of the wording, or all letters begin its words."""
    parts = [part.strip("“”‘’\"'(),.;:") for part in wording.casefold().split()]
    typed = words.casefold().split()
    if all(any(part.startswith(word) for part in parts) for word in typed):
        return True
    initials = "".join(part[0] for part in parts if part)
    return len(typed) == 1 and typed[0] in initials


def quote_rows(queries: ReviewSource, claim: str, author: str) -> list[QuoteRow]:
    """The links of a claim and of those joined with it, by document and place."""
    joins = queries.joins()
    group = joins.get(claim, claim)
    members = [c for c in queries.claims() if joins.get(c.id, c.id) == group]
    links = [link for member in members for link in queries.links(claim=member.id)]
    current = {member.id: member.version for member in members}
    order = {d.id: n for n, d in enumerate(queries.documents())}
    shown = sorted(
        (link for link in links if not link.retracted),
        key=lambda link: (order.get(link.document, len(order)), link.start, link.end, link.clock),
    )
    quotes = queries.attachments_by_hash([link.quote for link in shown])
    names = queries.names()
    return [
        QuoteRow(
            link=link.id,
            document=link.document,
            start=link.start,
            end=link.end,
            quote=quotes[link.quote]["exact"] if link.quote in quotes else None,
            stance=link.judgement.stance,
            status=link.judgement.status,
            confidence=link.judgement.confidence,
            speaker=speaker_words(link),
            reviewer=names.get(link.author, f"Reviewer {link.author[:8]}"),
            own=link.author == author,
            earlier_wording=link.claim_version != current.get(link.claim),
            withdrawn_by="",
        )
        for link in shown
    ]


def speaker_words(link: Link) -> str:
    """Who says so, in two words: the nearest speaker, or that nobody is named."""
    speakers = link.judgement.speakers
    if speakers and speakers[0].name:
        return f"says {speakers[0].name}"
    if speakers:
        return f"speaker {speakers[0].naming.value}"
    return "nobody named" if link.judgement.origin is None else "origin named"
