"""Documents: in, described, marked, withdrawn, related."""

from dataclasses import dataclass, replace

import orjson

from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.domain.document_events import (
    DocumentAdded,
    DocumentDescribed,
    DocumentMarked,
    DocumentsRelated,
    DocumentWithdrawn,
    PassagePair,
)
from provenance_desk.domain.records import Document
from provenance_desk.domain.words import DocumentRelation, Handling
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.table import base_table
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused, AlreadyHere
from provenance_desk.project.step import line_text
from provenance_desk.store.blobs import BlobKind


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document read and segmented, ready to be added; made outside the writer's transaction."""

    name: str
    original: bytes
    extracted: Extracted
    text: bytes
    table: bytes
    segmenter: str

    @property
    def id(self) -> str:
        """The document's id: the SHA-256 of its text."""
        return sha256_hex(self.text)


def prepare_document(name: str, original: bytes, extracted: Extracted) -> PreparedDocument:
    """Segment a text and freeze its base table."""
    table = base_table(extracted.text, marks=extracted.marks, language=extracted.proposals.language)
    return PreparedDocument(
        name=name,
        original=original,
        extracted=extracted,
        text=extracted.text.encode("utf-8"),
        table=orjson.dumps(table.to_json(), option=orjson.OPT_SORT_KEYS),
        segmenter=table.segmenter,
    )


def add_document(work: Work, prepared: PreparedDocument) -> str:
    """Add a document; its id. Raises `AlreadyHere` for the same bytes or the same text."""
    original = sha256_hex(prepared.original)
    for here in work.find.documents_of(original, prepared.id):
        _refuse_again(work, prepared.name, here)
    extracted = prepared.extracted
    work.step.keep_blob(BlobKind.ORIGINAL, prepared.original)
    work.step.keep_blob(BlobKind.TABLE, prepared.table)
    text = work.step.keep_blob(BlobKind.TEXT, prepared.text)
    work.add(
        DocumentAdded(
            text=text,
            original=original,
            name=prepared.name,
            media_type=extracted.media_type,
            bytes=len(prepared.original),
            length=len(extracted.text),
            reader=extracted.reader,
            encoding=extracted.encoding,
            replaced=extracted.replaced,
            table=sha256_hex(prepared.table),
            segmenter=prepared.segmenter,
        )
    )
    return text


def _refuse_again(work: Work, name: str, here: Document) -> None:
    if not here.withdrawn:
        raise AlreadyHere(f"{name} is already here, as “{here.title}”.", here.id)
    if not work.find.is_undone(here.added):
        raise ActionRefused(
            f"{name} was withdrawn from this review. Undo that, and it is here again."
        )


def describe_document(work: Work, card: DocumentDescribed, how_obtained: str = "") -> str:
    """Set the whole document card; `how_obtained` is a private text unless it is shared."""
    work.find.document(card.document)
    if not line_text(card.title):
        raise ActionRefused("A document card needs a title.")
    return work.add(
        replace(
            card,
            title=line_text(card.title),
            publisher=line_text(card.publisher),
            language=line_text(card.language),
            family=line_text(card.family),
            author=_named(card.author),
            url=_named(card.url),
            archive_url=_named(card.archive_url),
            upstream=_named(card.upstream),
            retrieved=_named(card.retrieved),
            how_obtained=work.optional(how_obtained),
        )
    )


def _named(text: str | None) -> str | None:
    return (line_text(text) or None) if text else None


def mark_document(work: Work, document: str, handling: Handling, conditions: str = "") -> str:
    """Say how a document may travel."""
    work.find.document(document)
    return work.add(DocumentMarked(document, handling, work.optional(conditions)))


def withdraw_document(work: Work, document: str, reason: str) -> str:
    """Take a document out of the review; its links stay and say so."""
    work.find.document(document)
    return work.add(DocumentWithdrawn(document, work.reason(reason, "the document is withdrawn")))


def relate_documents(
    work: Work,
    from_: str,
    to: str,
    relation: DocumentRelation,
    passages: tuple[PassagePair, ...] | None = None,
) -> str:
    """Record how one document hangs together with another."""
    if from_ == to:
        raise ActionRefused("A document can't be related to itself.")
    work.find.document(from_)
    work.find.document(to)
    return work.add(DocumentsRelated(from_, to, relation, passages))
