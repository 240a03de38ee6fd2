"""Text that documents of a project seem to have taken over from one another, or say twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from provenance_desk.analysis.copied import Likeness, Pair, Step, find_copies
from provenance_desk.analysis.copied_words import sentence_key
from provenance_desk.domain.words import Zone
from provenance_desk.store.reader import Queries


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence as the reviewers left it; `row` is its row in the document's table."""

    document: str
    row: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two sentences that share so many words that one may come from the other."""

    first: Place
    second: Place
    words: int
    share: float
    likeness: Likeness


def find_reuse(
    queries: Queries,
    *,
    possible: bool = False,
    ignored: Iterable[str] = (),
    step: Step = lambda done, total: None,
) -> list[Reuse]:
    """The pairs found in all documents not withdrawn; `ignored` are sentences of boilerplate."""
    rows = list(chain.from_iterable(_sentences(queries)))
    pairs = find_copies(
        [text for _, _, text in rows],
        possible=possible,
        ignored=frozenset(map(sentence_key, ignored)),
        formal={n for n, (_, zone, _) in enumerate(rows) if zone is Zone.REFERENCE},
        step=step,
    )
    return [_reuse(pair, rows[pair.first][0], rows[pair.second][0]) for pair in pairs]


def _sentences(queries: Queries) -> Iterator[Iterator[tuple[Place, Zone, str]]]:
    for document in queries.documents():
        if not document.withdrawn:
            text, table = queries.text(document.id) or "", queries.sentences(document)
            places = zip(table.starts, table.ends, strict=True)
            yield (
                (Place(document.id, row, start, end), table.zone(row), text[start:end])
                for row, (start, end) in enumerate(places)
            )


def _reuse(pair: Pair, first: Place, second: Place) -> Reuse:
    return Reuse(first, second, pair.words, pair.share, pair.likeness)
