"""Reading a project file: queries only, each reader on a connection of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import orjson

from provenance_desk.domain.events import Event
from provenance_desk.domain.names import folded
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import ThingKind
from provenance_desk.domain.sentences import SentenceTable, apply_passages
from provenance_desk.domain.words import OriginKind
from provenance_desk.intake.marks import Mark
from provenance_desk.intake.stored_table import BaseTable, from_json
from provenance_desk.store import blobs, log, search
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.frozen import FrozenTables
from provenance_desk.store.log_queries import DEFAULT_RULES, Attachment, LogQueries
from provenance_desk.store.records import claim_from, document_from, link_from, origin_from
from provenance_desk.store.rows import Rows, open_rows
from provenance_desk.store.search import MOST_CANDIDATES, IndexedSentence

__all__ = ["DEFAULT_RULES", "Attachment", "Queries", "Reader"]

Record = TypeVar("Record", Claim, Document, Link, Origin)

# A thing that its author undid stays, as withdrawn, only where something else was built on it.
_DOCUMENTS = (
    "WHERE EXISTS (SELECT 1 FROM event e WHERE e.event = added AND NOT e.undone)"
    " OR EXISTS (SELECT 1 FROM link l WHERE l.document = document.id)"
)
_CLAIMS = (
    "WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.event = claim.id AND e.undone)"
    " OR EXISTS (SELECT 1 FROM link l WHERE l.claim = claim.id)"
    " OR EXISTS (SELECT 1 FROM claim_join j WHERE j.claim = claim.id)"
    " OR version <> id"
)
_ORIGINS = (
    "WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.event = origin.id AND e.undone)"
    " OR EXISTS (SELECT 1 FROM link l WHERE l.origin = origin.id)"
    " OR EXISTS (SELECT 1 FROM claim c WHERE c.actor = origin.id)"
)


class Queries(LogQueries):
    """What a project file answers, over any connection to it."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._frozen = FrozenTables(rows)

    def documents(self) -> list[Document]:
        """Every document in the order they came in, withdrawn ones among them."""
        return self._records(document_from, "document", f"{_DOCUMENTS} ORDER BY clock, id")

    def document(self, document: str) -> Document | None:
        """One document by its id, even one that was undone."""
        return self._record(document_from, "document", document)

    def document_of_original(self, original: str) -> Document | None:
        """The document that was taken from these original bytes, if that was not undone."""
        row = self._rows.one(
            "SELECT e.event, e.line FROM about a JOIN event e ON e.number = a.event"
            " WHERE a.kind = ? AND a.thing = ? AND NOT e.undone",
            log.ORIGINAL,
            original,
        )
        if row is None:
            return None
        return self.document(getattr(log.event_of(self._rows, row).body, "text", ""))

    def text(self, document: str) -> str | None:
        """The text of a document, or None where it was left out."""
        data = self.text_bytes(document)
        with self._rows.understood("a text that is not UTF-8"):
            return None if data is None else data.decode("utf-8")

    def text_bytes(self, document: str) -> bytes | None:
        """A document's text as it was hashed, or None where it was left out."""
        return blobs.get(self._rows, BlobKind.TEXT, document)

    def original(self, name: str) -> bytes | None:
        """The original bytes of that SHA-256, or None where they were left out."""
        return blobs.get(self._rows, BlobKind.ORIGINAL, name)

    def table(self, name: str) -> bytes | None:
        """The base table of that SHA-256 in canonical JSON, or None where it was left out."""
        return blobs.get(self._rows, BlobKind.TABLE, name)

    def base_table(self, document: Document) -> BaseTable:
        """The frozen table of a document: sentences, marks and repeats as proposed at intake."""
        data = self.table(document.table)
        if data is None:
            return BaseTable(document.segmenter, (), (), ())
        with self._rows.understood("a sentence table that can't be read"):
            return from_json(orjson.loads(data))

    def sentences(self, document: Document) -> SentenceTable:
        """The sentences of a document as the reviewers left them."""
        table = self._frozen.table(document.table).sentences
        changes = self.passage_events(document.id)
        if not changes:
            return table
        return apply_passages(table, self.text(document.id) or "", (e.body for e in changes))

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """The pages and headings of a document, as they were found at intake."""
        return self._frozen.table(document.table).marks

    def passage_events(self, document: str) -> list[Event]:
        """The effective events about passages of a document, in merged order."""
        thing = (ThingKind.PASSAGES, document)
        about = log.about(self._rows, [thing])
        return [event for event in about.events[thing] if event.id not in about.undone]

    def claims(self) -> list[Claim]:
        """Every claim in the order they came in, retired and withdrawn ones among them."""
        return self._records(claim_from, "claim", f"{_CLAIMS} ORDER BY clock, id")

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id, even one that was undone."""
        return self._record(claim_from, "claim", claim)

    def joins(self) -> dict[str, str]:
        """Each joined claim's set, named by its lowest id."""
        return dict(self._rows.all("SELECT claim, joined FROM claim_join"))

    def links(self, *, document: str | None = None, claim: str | None = None) -> list[Link]:
        """Links with their current judgement, retracted ones among them, by place in the text."""
        if document is not None:
            tail = 'WHERE document = ? ORDER BY start, "end", clock, id'
            return self._records(link_from, "link", tail, document)
        if claim is not None:
            return self._records(link_from, "link", "WHERE claim = ? ORDER BY clock, id", claim)
        return self._records(link_from, "link", "ORDER BY clock, id")

    def link_ids(self, claim: str) -> list[str]:
        """The ids of a claim's links in the order they came, without reading them."""
        query = "SELECT id FROM link WHERE claim = ? ORDER BY clock, id"
        return [row[0] for row in self._rows.all(query, claim)]

    def claim_places(self, claim: str) -> list[tuple[str, str, int, int, int]]:
        """`(link, document, start, end, clock)` of a claim's links; no retracted ones."""
        rows = self._rows.all(
            'SELECT id, document, start, "end", clock FROM link WHERE claim = ? AND NOT retracted',
            claim,
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def links_by_id(self, links: Sequence[str]) -> list[Link]:
        """Those of the links that the file holds, in the order of their ids here."""
        rows = self._rows.among("SELECT record FROM link WHERE id IN", links)
        with self._rows.understood("a link that can't be read"):
            found = {link.id: link for link in (link_from(row[0]) for row in rows)}
        return [found[name] for name in links if name in found]

    def link(self, link: str) -> Link | None:
        """One link by its id."""
        return self._record(link_from, "link", link)

    def link_counts(self, claim: str | None = None) -> list[tuple[str, str, str, int]]:
        """`(claim, document, status, count)` of all links, or one claim's; no retracted ones."""
        which, values = ("claim = ? AND ", [claim]) if claim is not None else ("", [])
        rows = self._rows.all(
            f"SELECT claim, document, status, count(*) FROM link WHERE {which}NOT retracted"
            " GROUP BY claim, document, status",
            *values,
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def link_places(self, document: str) -> list[tuple[str, str, str, str, int, int]]:
        """`(link, claim, status, stance, start, end)` of a document's links by place.

        Retracted ones are left out. A window marks thousands of links before it needs one whole.
        """
        rows = self._rows.all(
            'SELECT id, claim, status, stance, start, "end" FROM link'
            ' WHERE document = ? AND NOT retracted ORDER BY start, "end", clock, id',
            document,
        )
        return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]

    def link_spans(self) -> list[tuple[str, int, int]]:
        """`(document, start, end)` of every link that is not retracted."""
        query = 'SELECT document, start, "end" FROM link WHERE NOT retracted'
        return [(row[0], row[1], row[2]) for row in self._rows.all(query)]

    def origins(self) -> list[Origin]:
        """Every origin in the order they came in, withdrawn ones among them."""
        return self._records(origin_from, "origin", f"{_ORIGINS} ORDER BY clock, id")

    def origin(self, origin: str) -> Origin | None:
        """One origin by its id, even one that was undone."""
        return self._record(origin_from, "origin", origin)

    def origins_named(self, kind: OriginKind, name: str) -> list[Origin]:
        """The origins of that kind and name in the order they came in, undone ones left out."""
        tail = "WHERE name = ? AND kind = ? ORDER BY clock, id"
        found = self._records(origin_from, "origin", tail, folded(name), kind.value)
        return [origin for origin in found if not origin.withdrawn]

    def search(self, words: str, limit: int = search.MOST_HITS) -> list[search.Hit]:
        """The sentences that hold all these words, best first."""
        return search.search_text(self._rows, words, limit)

    def word_frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many indexed sentences hold each word in any of its forms."""
        return search.word_frequencies(self._rows, words)

    def indexed_number(self) -> int:
        """How many sentences the full-text index holds."""
        return search.indexed_number(self._rows)

    def candidates(
        self, frequencies: Mapping[str, int], limit: int = MOST_CANDIDATES
    ) -> list[IndexedSentence]:
        """The sentences that hold any of the words counted by `word_frequencies`, best first."""
        return search.candidates(self._rows, frequencies, limit)

    def sentences_before(
        self, sentences: Sequence[IndexedSentence], number: int
    ) -> dict[int, list[IndexedSentence]]:
        """By its number, the few indexed sentences before each of these, in order."""
        return search.sentences_before(self._rows, sentences, number)

    def indexed_sentences(self) -> dict[str, int]:
        """How many sentences of each document the full-text index holds."""
        return dict(self._rows.all("SELECT document, count(*) FROM passage_text GROUP BY document"))

    def _record(self, read: Callable[[bytes], Record], table: str, name: str) -> Record | None:
        return next(iter(self._records(read, table, "WHERE id = ?", name)), None)

    def _records(
        self, read: Callable[[bytes], Record], table: str, tail: str, *values: str
    ) -> list[Record]:
        rows = self._rows.all(f"SELECT record FROM {table} {tail}", *values)
        with self._rows.understood(f"a {table} that can't be read"):
            return [read(row[0]) for row in rows]


class Reader(Queries):
    """Queries over a read-only connection of its own; close it, or use it as a context."""

    def __init__(self, path: Path, *, check: bool = False) -> None:
        """Open `path`; `check` reads the whole file for damage first."""
        self.path = path
        super().__init__(open_rows(path, check=check))

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """Every query inside sees the file as it was at the first one."""
        with self._rows.snapshot():
            yield self

    def close(self) -> None:
        """Give the file back."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
