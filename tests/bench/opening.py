"""Opening a large project for work, and finding words in it."""

import re
from collections.abc import Iterator
from pathlib import Path

from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader
from tests.bench.figures import Figure
from tests.bench.timing import median_seconds
from tests.bench.workshop import Workshop

_OPEN_TARGET, _SEARCH_TARGET = 0.5, 50.0
_SOUGHT = "brigades near the border"


def measure(workshop: Workshop) -> Iterator[Figure]:
    """Opening with the whole file checked, reading what a window shows, searching."""
    path = workshop.copy(workshop.project(), "opening")
    size = f"{len(workshop.workload.texts)} documents and {len(workshop.workload.links):,} links"
    opened = median_seconds(lambda: _open(workshop, path))
    plain = median_seconds(path.read_bytes)
    words = "reading the file's bytes"
    yield Figure(f"open a project of {size}", opened, "s", _OPEN_TARGET, False, plain, words)
    with Reader(path) as reader:
        found = median_seconds(lambda: reader.search(_SOUGHT), runs=15) * 1000
        plain = median_seconds(lambda: _scanned(reader)) * 1000
    what, words = "full-text search in it", "scanning every text for the words"
    yield Figure(what, found, "ms", _SEARCH_TARGET, plain=plain, plain_words=words)


def _open(workshop: Workshop, path: Path) -> None:
    with Project.open(path, workshop.identity, workshop.home), Reader(path) as reader:
        reader.title(), reader.documents(), reader.claims(), reader.link_counts()


def _scanned(reader: Reader) -> list[int]:
    patterns = [re.compile(rf"\b{word}", re.IGNORECASE) for word in _SOUGHT.split()]
    found = []
    for document in reader.documents():
        table, text = reader.sentences(document), reader.text(document.id) or ""
        sentences = (text[s:e] for s, e in zip(table.starts, table.ends, strict=True))
        found += [n for n, s in enumerate(sentences) if all(p.search(s) for p in patterns)]
    return found
