"""What a bundle takes along of a project: documents, quotes and free texts, or fewer of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.records import Document
from provenance_desk.domain.review_events import LinkMade
from provenance_desk.domain.words import Handling
from provenance_desk.exchange.review import Review

ENDING = re.compile(r"[a-z0-9]{1,8}")


class Scope(StrEnum):
    """Whether documents go in whole, or their quotes alone."""

    WHOLE = "whole"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What a derived file says about the bundle it is in: name, scope and the exporter's key."""

    name: str
    scope: Scope
    exporter: str


def carried_documents(review: Review, scope: Scope) -> list[Document]:
    """The documents whose original, text and table go in, in the order they came."""
    if scope is Scope.QUOTES:
        return []
    return [d for d in known_documents(review) if not _is_private(d)]


def known_documents(review: Review) -> list[Document]:
    """The documents as they came; none that was taken back before anybody linked it."""
    documents = review.state.documents.values()
    return sorted(documents, key=lambda document: review.entries[document.added])


def original_files(review: Review, documents: Iterable[Document]) -> dict[str, str]:
    """The file name of each original that goes in, `<sha256>.<ending>`.

    Two readings share one original; it stays home where one of them is private.
    """
    private = {d.original for d in review.state.documents.values() if _is_private(d)}
    names: dict[str, str] = {}
    for document in documents:
        if document.original not in private:
            names.setdefault(document.original, f"{document.original}.{_ending(document.name)}")
    return names


def withheld_attachments(review: Review) -> frozenset[str]:
    """What stays home: how documents were obtained, quotes of private or taken back documents."""
    shared = {d.id for d in review.state.documents.values() if not _is_private(d)}
    withheld = set()
    for event in review.events:
        body = event.body
        if isinstance(body, LinkMade) and body.document not in shared:
            withheld.add(body.quote)
        elif isinstance(body, DocumentDescribed) and body.how_obtained:
            withheld.add(body.how_obtained)
    return frozenset(withheld)


def scoped(review: Review, scope: Scope) -> Review:
    """The review as the bundle's reader will have it: without what stays home."""
    withheld = withheld_attachments(review)
    carried = carried_documents(review, scope)
    texts, tables = {d.id for d in carried}, {d.table for d in carried}
    return replace(
        review,
        attachment=lambda digest: None if digest in withheld else review.attachment(digest),
        text=lambda document: review.text(document) if document in texts else None,
        table=lambda digest: review.table(digest) if digest in tables else None,
    )


def _is_private(document: Document) -> bool:
    return document.handling is Handling.PRIVATE


def _ending(name: str) -> str:
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending if ENDING.fullmatch(ending) else "bin"
