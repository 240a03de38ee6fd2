"""How many sentences were reviewed: linked, set aside, or only the same text; imports no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provenance_desk.domain.records import Document
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.project.progress import Progress

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many sentences a reviewer is done with, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of each document has come, and of all that were not withdrawn."""

    documents: Mapping[str, Reviewed]
    whole: Reviewed


def reviewed_rows(table: SentenceTable, links: Iterable[Span]) -> set[int]:
    """The sentences of a document that somebody is done with."""
    repeated = ((start, end) for start, end, _, _ in table.same_as)
    spans = (*links, *table.skipped, *repeated)
    return {row for start, end in spans for row in table.rows_of(start, end)}


def count_documents(path: Path, known: Mapping[str, Reviewed], progress: Progress) -> Counts:
    """Count every document that is not known yet, and sum them up; a job."""
    from provenance_desk.store.reader import Reader

    counts: dict[str, Reviewed] = {}
    with Reader(path) as reader:
        documents = reader.documents()
        for number, document in enumerate(documents):
            progress.step(number, len(documents))
            counts[document.id] = known.get(document.id) or _counted(reader, document)
    live = [counts[document.id] for document in documents if not document.withdrawn]
    whole = Reviewed(sum(one.done for one in live), sum(one.total for one in live))
    return Counts(counts, whole)


def _counted(reader: "Reader", document: Document) -> Reviewed:
    table = reader.sentences(document)
    links = ((start, end) for *_, start, end in reader.link_places(document.id))
    return Reviewed(len(reviewed_rows(table, links)), len(table))
