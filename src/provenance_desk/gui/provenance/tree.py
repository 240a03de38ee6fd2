"""Documents, passages, origins and claims as cards, and what joins them; no Qt."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from provenance_desk.domain.families import Families
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.passages import Judged, JudgedPassage
from provenance_desk.domain.records import Document, Link, Origin
from provenance_desk.domain.standing import Assessment, Case
from provenance_desk.domain.words import Confidence, Naming, Stance, Status

CAUTION = (Status.DISPUTED, Status.ALLEGED, Status.CONFIRMED)
STANCES = (Stance.CONTRADICTS, Stance.SUPPORTS, Stance.CONTEXT)


class Look(StrEnum):
    """How an edge is drawn."""

    CARRIES = "carries"
    POINTS = "points"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"
    UNNAMED = "unnamed"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document; a reference work is a pointer."""

    id: str
    document: str
    title: str
    place: int
    details: str
    family: str
    is_pointer: bool


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One judgement on a passage: the claim it is about, and the card of its far end."""

    claim: str
    far: str
    judged: Judged
    access: str


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage as all who judged it left it: its most cautious status."""

    id: str
    document: str
    start: int
    end: int
    quote: str
    sentence: int
    status: Status
    confidence: Confidence
    stance: Stance
    chain: tuple[str, ...]
    lines: tuple[JudgedLine, ...]


@dataclass(frozen=True, slots=True)
class OriginCard:
    """A far end; without a name where nobody is named, and then it counts as none."""

    id: str
    name: str
    kind: str
    passages: int
    documents: int
    is_circular: bool = False

    @property
    def is_named(self) -> bool:
        """Whether somebody is named."""
        return bool(self.name)

    @property
    def is_shared(self) -> bool:
        """Whether several documents rest on it."""
        return self.is_named and self.documents > 1


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim or joined set, with how it stands and its passages by stance."""

    id: str
    claim: str
    wording: str
    standing: Assessment
    counts: Mapping[Stance, int]


Card = DocumentCard | PassageCard | OriginCard | ClaimCard


@dataclass(frozen=True, slots=True)
class Edge:
    """Two cards that hang together; `words` stand on the line."""

    start: str
    end: str
    look: Look
    words: str = ""
    number: int = 1
    place: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """What is shown: four layers of cards and their edges."""

    documents: tuple[DocumentCard, ...] = ()
    passages: tuple[PassageCard, ...] = ()
    origins: tuple[OriginCard, ...] = ()
    claims: tuple[ClaimCard, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def layers(self) -> tuple[Sequence[Card], ...]:
        """From left to right."""
        return (self.documents, self.passages, self.origins, self.claims)

    @property
    def cards(self) -> dict[str, Card]:
        """Every card by its id."""
        return {card.id: card for layer in self.layers for card in layer}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Everything a tree is made of, read once."""

    documents: Sequence[Document]
    links: Mapping[str, Link]
    origins: Mapping[str, Origin]
    wordings: Mapping[str, str]
    cases: Mapping[str, Case]
    standings: Mapping[str, Assessment]
    quotes: Mapping[str, str]
    sentences: Mapping[str, int]

    def name(self, origin: str) -> str:
        """What an origin is called."""
        found = self.origins.get(origin)
        return found.name if found else origin


@dataclass(slots=True)
class _Draft:
    claims: Collection[str]
    passages: dict[str, list[JudgedLine]] = field(default_factory=dict)
    spans: dict[str, JudgedPassage] = field(default_factory=dict)
    ends: dict[str, list[Judged]] = field(default_factory=dict)
    edges: dict[tuple[str, str, Look], Edge] = field(default_factory=dict)

    def join(self, edge: Edge) -> None:
        """Add an edge, or count it once more."""
        key = (edge.start, edge.end, edge.look)
        known = self.edges.get(key)
        number = 1 + known.number if known else 1
        words = known.words if known and known.words else edge.words
        self.edges[key] = Edge(edge.start, edge.end, edge.look, words, number, edge.place)


def tree_of(review: Reviewed, claims: Collection[str], *, context: bool = True) -> Tree:
    """The tree of these claims; without `context`, only passages that count."""
    draft = _Draft(claims)
    for claim in claims:
        for passage in review.cases[claim].passages:
            _draw_passage(draft, review, claim, passage, context=context)
    documents = {span.document for span in draft.spans.values()}
    _draw_derivations(draft, review)
    return Tree(
        documents=tuple(
            _document_card(document, place, review)
            for place, document in enumerate(review.documents)
            if document.id in documents
        ),
        passages=tuple(_passage_card(name, draft, review) for name in draft.spans),
        origins=tuple(_origin_card(name, draft, review) for name in draft.ends),
        claims=tuple(_claim_card(claim, review) for claim in claims),
        edges=tuple(draft.edges.values()),
    )


def _draw_passage(
    draft: _Draft, review: Reviewed, claim: str, passage: JudgedPassage, *, context: bool
) -> None:
    shown = [one for one in passage.members if context or one.stance is not Stance.CONTEXT]
    if not shown:
        return
    start, end = min(one.start for one in shown), max(one.end for one in shown)
    name = f"p:{passage.document}:{start}:{end}"
    if name not in draft.spans:
        draft.spans[name] = passage
        place = next(n for n, d in enumerate(review.documents) if d.id == passage.document)
        points = passage.document in review.cases[claim].families.reference
        look = Look.POINTS if points else Look.CARRIES
        draft.join(Edge(f"d:{passage.document}", name, look, place=place))
    for one in shown:
        _draw_line(draft, review, name, claim, one)


def _draw_line(draft: _Draft, review: Reviewed, name: str, claim: str, one: Judged) -> None:
    far = f"o:{one.origin}" if one.origin is not None else f"n:{claim}"
    access = access_words(one, review.links[one.link].judgement)
    draft.passages.setdefault(name, []).append(JudgedLine(claim, far, one, access))
    draft.ends.setdefault(far, []).append(one)
    is_unnamed = one.origin is None and one.stance is Stance.SUPPORTS
    look = Look.UNNAMED if is_unnamed else Look(one.stance.value)
    draft.join(Edge(name, far, look, access))
    draft.join(Edge(far, f"c:{claim}", look))


def _draw_derivations(draft: _Draft, review: Reviewed) -> None:
    case = next(iter(review.cases.values()), None)
    for start, end in sorted(case.origins.derived) if case else ():
        if f"o:{start}" in draft.ends and f"o:{end}" in draft.ends:
            draft.join(Edge(f"o:{start}", f"o:{end}", Look.DERIVED, "derived from"))


def _document_card(document: Document, place: int, review: Reviewed) -> DocumentCard:
    card = document.card
    families = next((case.families for case in review.cases.values()), None)
    is_pointer = families is not None and document.id in families.reference
    published = card.published.value if card and card.published else ""
    publisher = card.publisher if card else ""
    about = [publisher, "a pointer, no origin" if is_pointer else "", published]
    return DocumentCard(
        id=f"d:{document.id}",
        document=document.id,
        title=document.title,
        place=place,
        details="\n".join(part for part in about if part),
        family=_family(document, families),
        is_pointer=is_pointer,
    )


def _family(document: Document, families: Families | None) -> str:
    named = document.card.family if document.card else ""
    upstream = families.upstream.get(document.id, "") if families else ""
    said = f"family: {named}" if named else "family not recorded"
    return f"{said}, from {document.card.upstream}" if upstream and document.card else said


def _passage_card(name: str, draft: _Draft, review: Reviewed) -> PassageCard:
    judged = [line.judged for line in draft.passages[name]]
    first = min(judged, key=lambda one: (STANCES.index(one.stance), CAUTION.index(one.status)))
    _, document, start, end = name.split(":")
    widest = max(judged, key=lambda one: one.end - one.start)
    return PassageCard(
        id=name,
        document=document,
        start=int(start),
        end=int(end),
        quote=review.quotes.get(widest.link, ""),
        sentence=review.sentences.get(widest.link, 0),
        status=min((one.status for one in judged), key=CAUTION.index),
        confidence=first.confidence,
        stance=first.stance,
        chain=chain_words(review, first),
        lines=tuple(draft.passages[name]),
    )


def _origin_card(name: str, draft: _Draft, review: Reviewed) -> OriginCard:
    kind, _, origin = name.partition(":")
    judged = draft.ends[name]
    found = review.origins.get(origin)
    case = next(iter(review.cases.values()))
    is_named = kind == "o"
    return OriginCard(
        id=name,
        name=(found.name if found else origin) if is_named else "",
        kind=found.kind.value if is_named and found else "",
        passages=len({(one.document, one.start, one.end) for one in judged}),
        documents=len({one.document for one in judged}),
        is_circular=is_named and case.origins.circular([origin]),
    )


def _claim_card(claim: str, review: Reviewed) -> ClaimCard:
    case = review.cases[claim]
    counts = Counter(one.stance for passage in case.passages for one in passage.members)
    return ClaimCard(f"c:{claim}", claim, review.wordings[claim], review.standings[claim], counts)


def access_words(one: Judged, judgement: Judgement) -> str:
    """How a passage leads to its origin: `relayed`, `quoted, via a tweet`, `own voice`."""
    speakers = [s for s in judgement.speakers if s.naming is not Naming.UNNAMED and s.name]
    if one.origin is None:
        if speakers:
            return speakers[0].name
        return "speaker not named" if judgement.speakers else "own voice"
    said = one.access.value
    return f"{said}, via {speakers[0].name}" if len(speakers) > 1 else said


def chain_words(review: Reviewed, one: Judged) -> tuple[str, ...]:
    """Who says that who says it, nearest first, the far end last."""
    hops = [
        f"{s.name or 'Somebody unnamed'} · {s.mode.value}"
        for s in review.links[one.link].judgement.speakers
    ]
    far = f"{review.name(one.origin)} · the far end" if one.origin else "No one named"
    return (*hops, far)


def counted(case: Case) -> Iterable[Judged]:
    """Every judgement of a case that supports or contradicts."""
    return (
        one
        for passage in case.passages
        for one in passage.members
        if one.stance is not Stance.CONTEXT
    )
