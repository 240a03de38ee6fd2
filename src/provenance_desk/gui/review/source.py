"""What the Review workspace reads: the first look at a file, or the reader of an open project."""

from collections.abc import Sequence
from typing import Any, Protocol

from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.intake.marks import Mark


class ReviewSource(Protocol):
    """Quick queries over a project."""

    def title(self) -> str:
        """The project's title."""

    def documents(self) -> list[Document]:
        """Every document, withdrawn ones among them."""

    def document(self, document: str, /) -> Document | None:
        """One document by its id."""

    def text(self, document: str, /) -> str | None:
        """A document's text, None where it was left out."""

    def marks(self, document: Document, /) -> Sequence[Mark]:
        """The pages and headings of a document."""

    def sentences(self, document: Document, /) -> SentenceTable:
        """The sentences of a document as the reviewers left them."""

    def claims(self) -> list[Claim]:
        """Every claim."""

    def claim(self, claim: str, /) -> Claim | None:
        """One claim by its id."""

    def link(self, link: str, /) -> Link | None:
        """One link by its id."""

    def joins(self) -> dict[str, str]:
        """Each joined claim's set."""

    def links(self, *, document: str | None = None, claim: str | None = None) -> list[Link]:
        """Links of a document or a claim."""

    def link_places(self, document: str, /) -> list[tuple[str, str, str, str, int, int]]:
        """`(link, claim, status, stance, start, end)` of a document's links by place."""

    def claim_places(self, claim: str, /) -> list[tuple[str, str, int, int, int]]:
        """`(link, document, start, end, clock)` of a claim's links."""

    def links_by_id(self, links: Sequence[str], /) -> list[Link]:
        """Those of the links that the file holds, in this order."""

    def link_counts(self, claim: str | None = None, /) -> list[tuple[str, str, str, int]]:
        """`(claim, document, status, count)` of links that are not retracted."""

    def origins(self) -> list[Origin]:
        """Every origin."""

    def attachments_by_hash(self, names: list[str], /) -> dict[str, Any]:
        """Those of the attachments that the file holds."""

    def names(self) -> dict[str, str]:
        """The reviewers' pseudonyms."""
