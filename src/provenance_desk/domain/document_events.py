"""Events about documents, their passages and sentences."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from provenance_desk.domain.events import Body
from provenance_desk.domain.fields import (
    Address,
    AttachmentId,
    Code,
    Count,
    DateValue,
    Digest,
    Items,
    Label,
    Name,
    Offset,
    TextId,
)
from provenance_desk.domain.words import (
    DocumentRelation,
    Handling,
    Precision,
    Reliability,
    Zone,
)


@dataclass(frozen=True, slots=True)
class DocumentAdded(Body):
    """A document came in; `text` is its id, `table` the hash of its base sentence table."""

    type: ClassVar[str] = "document.added"
    text: TextId
    original: Digest
    name: Name
    media_type: Code
    bytes: Count
    length: Count
    reader: Code
    encoding: Code
    replaced: Count
    table: Digest
    segmenter: Code


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how exactly that is known."""

    value: DateValue
    precision: Precision


@dataclass(frozen=True, slots=True)
class DocumentDescribed(Body):
    """The whole document card; the latest one stands."""

    type: ClassVar[str] = "document.described"
    document: TextId
    title: Label
    publisher: Label
    language: Label
    translated: bool
    family: Label
    reference_work: bool
    reliability: Reliability
    author: Label | None = None
    published: Published | None = None
    retrieved: DateValue | None = None
    url: Address | None = None
    archive_url: Address | None = None
    upstream: Label | None = None
    how_obtained: AttachmentId | None = None


@dataclass(frozen=True, slots=True)
class DocumentMarked(Body):
    """How the document may travel."""

    type: ClassVar[str] = "document.marked"
    document: TextId
    handling: Handling
    conditions: AttachmentId | None = None


@dataclass(frozen=True, slots=True)
class DocumentWithdrawn(Body):
    """The document no longer takes part in the review."""

    type: ClassVar[str] = "document.withdrawn"
    document: TextId
    reason: AttachmentId


@dataclass(frozen=True, slots=True)
class PassagePair:
    """A span of one document and the span of the other that it matches."""

    start: Offset
    end: Offset
    other_start: Offset
    other_end: Offset


@dataclass(frozen=True, slots=True)
class DocumentsRelated(Body):
    """How one document hangs together with another."""

    type: ClassVar[str] = "documents.related"
    from_: TextId
    to: TextId
    relation: DocumentRelation
    passages: Annotated[tuple[PassagePair, ...], Items(0, 400)] | None = None


@dataclass(frozen=True, slots=True)
class PassageZoned(Body):
    """The sentences in `[start, end)` are of this zone."""

    type: ClassVar[str] = "passage.zoned"
    document: TextId
    start: Offset
    end: Offset
    zone: Zone


@dataclass(frozen=True, slots=True)
class PassageSameAs(Body):
    """A passage repeats, or is cut from, another passage of the same document."""

    type: ClassVar[str] = "passage.same_as"
    document: TextId
    start: Offset
    end: Offset
    other_start: Offset
    other_end: Offset


@dataclass(frozen=True, slots=True)
class PassageSkipped(Body):
    """Reviewed: there is nothing to link in this passage."""

    type: ClassVar[str] = "passage.skipped"
    document: TextId
    start: Offset
    end: Offset


@dataclass(frozen=True, slots=True)
class SentenceSplit(Body):
    """The sentence around offset `at` is two sentences, the second beginning there."""

    type: ClassVar[str] = "sentence.split"
    document: TextId
    at: Offset


@dataclass(frozen=True, slots=True)
class SentencesJoined(Body):
    """The sentences that touch `[start, end)` are one."""

    type: ClassVar[str] = "sentences.joined"
    document: TextId
    start: Offset
    end: Offset
