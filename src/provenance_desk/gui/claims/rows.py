"""What the list of claims shows: one row a claim, and its links by document."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from provenance_desk.domain.records import Claim, Link
from provenance_desk.domain.words import ClaimKind, Confidence, Naming, Stance, Status
from provenance_desk.gui.review.source import ReviewSource

_STATUSES = {status.value: status for status in Status}


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

    @property
    def is_gone(self) -> bool:
        """Whether nobody needs to see it: taken back, and nothing was built on it."""
        return self.withdrawn and not self.links


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
    clock: int


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The links of the chosen claim that are not listed until somebody asks for them."""

    number: int
    link: str = ""


def claim_rows(queries: ReviewSource) -> list[ClaimRow]:
    """A row for each claim or joined set, in the order the claims came in."""
    joins = queries.joins()
    counts: defaultdict[str, Counter[Status]] = defaultdict(Counter)
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for claim, document, status, number in queries.link_counts():
        group = joins.get(claim, claim)
        counts[group][_STATUSES[status]] += number
        documents[group].add(document)
    groups: dict[str, list[Claim]] = {}
    for claim_record in queries.claims():
        groups.setdefault(joins.get(claim_record.id, claim_record.id), []).append(claim_record)
    rows = [
        _row(group, members, counts[group], len(documents[group]))
        for group, members in groups.items()
    ]
    return [row for row in rows if not row.is_gone]


def fresh_rows(
    queries: ReviewSource, rows: Sequence[ClaimRow], claims: Collection[str]
) -> list[ClaimRow]:
    """The rows after some claims, or links on them, were changed: only those are read again."""
    joins = queries.joins()
    fresh: dict[str, ClaimRow] = {}
    for group in {joins.get(claim, claim) for claim in claims}:
        members = [found for name in members_of(joins, group) if (found := queries.claim(name))]
        counts, documents = Counter[Status](), set[str]()
        for _, document, status, number in chain(*(queries.link_counts(m.id) for m in members)):
            counts[_STATUSES[status]] += number
            documents.add(document)
        if members:
            fresh[group] = _row(group, members, counts, len(documents))
    known = {row.id for row in rows}
    added = sorted((r for r in fresh.values() if r.id not in known), key=lambda r: (r.clock, r.id))
    changed = (fresh.get(row.id, row) for row in rows)
    return [row for row in (*changed, *added) if not row.is_gone]


def members_of(joins: Mapping[str, str], group: str) -> list[str]:
    """The claims of a joined set; a claim that is not joined is alone in its own."""
    return [claim for claim, joined in joins.items() if joined == group] or [group]


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
    found = [row for row in rows if matches(row.wording, words)] if words.strip() else rows
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
    begins, initials = _folded(wording)
    typed = words.casefold().split()
    if all(f" {word}" in begins for word in typed):
        return True
    return len(typed) == 1 and typed[0] in initials


@lru_cache(maxsize=20_000)
def _folded(wording: str) -> tuple[str, str]:
    """The words of a claim, a space before each, and their first letters; asked at every key."""
    parts = [part.strip("“”‘’\"'(),.;:") for part in wording.casefold().split()]
    return "".join(f" {part}" for part in parts), "".join(part[:1] for part in parts)


def quote_rows(
    queries: ReviewSource,
    claim: str,
    author: str,
    documents: Sequence[str],
    most: int | None = None,
) -> list[QuoteRow]:
    """The links of a claim and of those joined with it: by document, in this order, then by place.

    Only the first of them where `most` is said.
    """
    members = members_of(joins := queries.joins(), joins.get(claim, claim))
    places = [place for member in members for place in queries.claim_places(member)]
    order = {name: number for number, name in enumerate(documents)}
    places.sort(key=lambda place: (order.get(place[1], len(order)), place[2:]))
    shown = [place[0] for place in places[:most]]
    return _quotes(queries, queries.links_by_id(shown), author)


def fresh_quotes(
    queries: ReviewSource,
    rows: Sequence[QuoteRow],
    claim: str,
    links: Collection[str],
    author: str,
) -> list[QuoteRow]:
    """The quotes of a claim after some links were changed: only those are read again."""
    members = members_of(joins := queries.joins(), joins.get(claim, claim))
    found = (queries.link(link) for link in links)
    current = [x for x in found if x is not None and not x.retracted and x.claim in members]
    kept = [row for row in rows if row.link not in links]
    return [*kept, *_quotes(queries, current, author)]


def in_order(rows: Sequence[QuoteRow], documents: Sequence[str]) -> list[QuoteRow]:
    """Quotes by document, then by place."""
    order = {name: place for place, name in enumerate(documents)}
    last = len(order)
    return sorted(rows, key=lambda r: (order.get(r.document, last), r.start, r.end, r.clock))


def _quotes(queries: ReviewSource, links: Iterable[Link], author: str) -> list[QuoteRow]:
    shown = list(links)
    quotes = queries.attachments_by_hash([link.quote for link in shown])
    names = queries.names()
    claims = {name: queries.claim(name) for name in {link.claim for link in shown}}
    versions = {name: found.version for name, found in claims.items() if found}
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
            earlier_wording=link.claim_version != versions.get(link.claim),
            clock=link.clock,
        )
        for link in shown
    ]


def speaker_words(link: Link) -> str:
    """Who says so, in two words: the nearest speaker, or that nobody is named."""
    speakers = link.judgement.speakers
    if speakers and speakers[0].naming is not Naming.UNNAMED:
        return f"says {speakers[0].name}"
    if speakers:
        return "speaker not named"
    return "nobody named" if link.judgement.origin is None else "origin named"
