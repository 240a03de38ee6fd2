"""What a reviewer sees: documents, claims, links and origins as the log leaves them."""

from dataclasses import dataclass

from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.judgements import DateMention, Judgement
from provenance_desk.domain.review_events import CueOffer
from provenance_desk.domain.words import ClaimKind, Handling, OriginKind, Zone


@dataclass(frozen=True, slots=True)
class Document:
    """An imported document; `id` is the SHA-256 of its text, `added` its counting event."""

    id: str
    added: str
    clock: int
    author: str
    time: str
    original: str
    name: str
    media_type: str
    bytes: int
    length: int
    reader: str
    encoding: str
    replaced: int
    table: str
    segmenter: str
    card: DocumentDescribed | None
    handling: Handling
    withdrawn: bool

    @property
    def title(self) -> str:
        """The card's title, or the file's name while there is none."""
        return self.card.title if self.card and self.card.title else self.name


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in its current wording; `version` is the id of the event that gave it."""

    id: str
    clock: int
    author: str
    time: str
    wording: str
    kind: ClaimKind
    actor: str | None
    dates: tuple[DateMention, ...]
    version: str
    versions: int
    retired: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its current judgement; `judged` is the id of the event that holds it."""

    id: str
    clock: int
    author: str
    feed: str
    time: str
    claim: str
    claim_version: str
    document: str
    start: int
    end: int
    quote: str
    zone: Zone
    judgement: Judgement
    rationale: str | None
    judged: str
    judged_time: str
    blind: bool
    cue: CueOffer | None
    retracted: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """A person, body or record that could know first-hand."""

    id: str
    clock: int
    author: str
    name: str
    kind: OriginKind
    withdrawn: bool
