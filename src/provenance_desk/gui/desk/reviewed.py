"""How many sentences were reviewed: linked, set aside, or only the same text; imports no Qt."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.project.progress import Progress

Counts = tuple[int, int]
Span = tuple[int, int]


def reviewed_rows(table: SentenceTable, links: Iterable[Span]) -> set[int]:
    """The sentences of a document that somebody is done with."""
    repeated = ((start, end) for start, end, _, _ in table.same_as)
    spans = (*links, *table.skipped, *repeated)
    return {row for start, end in spans for row in table.rows_of(start, end)}


def count_reviewed(path: Path, progress: Progress) -> Counts:
    """`(reviewed, all)` sentences of a project's documents, withdrawn ones left out."""
    from provenance_desk.store.reader import Reader

    done = total = 0
    with Reader(path) as reader:
        links: defaultdict[str, list[Span]] = defaultdict(list)
        for name, start, end in reader.link_spans():
            links[name].append((start, end))
        documents = [document for document in reader.documents() if not document.withdrawn]
        for number, document in enumerate(documents):
            progress.step(number, len(documents))
            table = reader.sentences(document)
            done += len(reviewed_rows(table, links[document.id]))
            total += len(table)
    return done, total
