"""The project's methods about documents and their passages."""

from provenance_desk.domain.document_events import DocumentDescribed, PassagePair
from provenance_desk.domain.words import DocumentRelation, Handling, Zone
from provenance_desk.project.acting import Acting
from provenance_desk.project.actions import documents, passages
from provenance_desk.project.actions.documents import PreparedDocument


class DocumentActions:
    """Documents in, their cards, and what reviewers mark in their text."""

    def add_document(self: Acting, prepared: PreparedDocument) -> str:
        """Add a document; its id. Raises `AlreadyHere` for the same bytes or the same text."""
        with self.step() as work:
            return documents.add_document(work, prepared)

    def describe_document(self: Acting, card: DocumentDescribed, how_obtained: str = "") -> str:
        """Set the whole document card."""
        with self.step() as work:
            return documents.describe_document(work, card, how_obtained)

    def mark_document(self: Acting, document: str, handling: Handling, conditions: str = "") -> str:
        """Say how a document may travel."""
        with self.step() as work:
            return documents.mark_document(work, document, handling, conditions)

    def withdraw_document(self: Acting, document: str, reason: str) -> str:
        """Take a document out of the review."""
        with self.step() as work:
            return documents.withdraw_document(work, document, reason)

    def relate_documents(
        self: Acting,
        from_: str,
        to: str,
        relation: DocumentRelation,
        pairs: tuple[PassagePair, ...] | None = None,
    ) -> str:
        """Record how one document hangs together with another."""
        with self.step() as work:
            return documents.relate_documents(work, from_, to, relation, pairs)

    def zone_passage(self: Acting, document: str, start: int, end: int, zone: Zone) -> str:
        """Say what kind of text the sentences in `[start, end)` are."""
        with self.step() as work:
            return passages.zone_passage(work, document, start, end, zone)

    def mark_same_as(
        self: Acting, document: str, span: tuple[int, int], other: tuple[int, int]
    ) -> str:
        """Say that a passage repeats, or is cut from, another one of the same document."""
        with self.step() as work:
            return passages.mark_same_as(work, document, span, other)

    def skip_passage(self: Acting, document: str, start: int, end: int) -> str:
        """Say that a passage was reviewed and there is nothing to link."""
        with self.step() as work:
            return passages.skip_passage(work, document, start, end)

    def split_sentence(self: Acting, document: str, at: int) -> str:
        """Make two sentences of the one around offset `at`."""
        with self.step() as work:
            return passages.split_sentence(work, document, at)

    def join_sentences(self: Acting, document: str, start: int, end: int) -> str:
        """Make one sentence of those that touch `[start, end)`."""
        with self.step() as work:
            return passages.join_sentences(work, document, start, end)
