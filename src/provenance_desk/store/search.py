"""Full-text search over the sentences of all documents (SQLite FTS5)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance_desk.store.rows import Rows

if TYPE_CHECKING:  # readers of the index must not import SQLAlchemy
    from sqlalchemy import Connection

WORD = re.compile(r"[^\W_]+")
MOST_HITS = 200
MOST_CANDIDATES = 160
MOST_RANKED = 9_000
"""How many sentences a search for candidates ranks; words that more of them hold say little."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words sought; offsets are code points of its document."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence of the index under its number there; those of a document follow one another."""

    number: int
    document: str
    start: int
    end: int


def index_text(
    connection: "Connection", document: str, text: str, spans: Sequence[tuple[int, int]]
) -> None:
    """Put the sentences of a document into the index; once per document."""
    query = "SELECT coalesce(max(number), 0) + 1 FROM passage_text"
    first = int(connection.exec_driver_sql(query).scalar_one())
    if not spans:
        return
    connection.exec_driver_sql(
        "INSERT INTO passage_text (number, document, start, end) VALUES (?, ?, ?, ?)",
        [(n, document, start, end) for n, (start, end) in enumerate(spans, first)],
    )
    connection.exec_driver_sql(
        "INSERT INTO search (rowid, text) VALUES (?, ?)",
        [(n, text[start:end]) for n, (start, end) in enumerate(spans, first)],
    )


def is_indexed(rows: Rows, document: str) -> bool:
    """Whether the document's sentences are in the index."""
    return rows.one("SELECT 1 FROM passage_text WHERE document = ? LIMIT 1", document) is not None


def search_text(rows: Rows, words: str, limit: int = MOST_HITS) -> list[Hit]:
    """The best sentences that hold all the words; the last word may be only begun."""
    query = match_expression(words)
    if not query:
        return []
    found = rows.all(
        "SELECT p.document, p.start, p.end FROM search"
        " JOIN passage_text p ON p.number = search.rowid"
        " WHERE search MATCH ? ORDER BY rank LIMIT ?",
        query,
        limit,
    )
    return [Hit(*row) for row in found]


def indexed_number(rows: Rows) -> int:
    """How many sentences the index holds, those of withdrawn documents among them."""
    row = rows.one("SELECT coalesce(max(number), 0) FROM passage_text")
    return int(row[0]) if row else 0


def word_frequencies(rows: Rows, words: Iterable[str]) -> dict[str, int]:
    """How many sentences hold each word in any of its forms; `begun*` stands for all it begins."""
    query = "SELECT count(*) FROM search WHERE search MATCH ?"
    found = {}
    for word in dict.fromkeys(words):
        row = rows.one(query, _quoted(word)) if WORD.search(word) else None
        found[word] = int(row[0]) if row else 0
    return found


def candidates(
    rows: Rows, frequencies: Mapping[str, int], limit: int = MOST_CANDIDATES
) -> list[IndexedSentence]:
    """The best sentences that hold any of the words, as `word_frequencies` counted them."""
    chosen = _telling(frequencies)
    if not chosen:
        return []
    found = rows.all(
        "SELECT p.number, p.document, p.start, p.end FROM"
        " (SELECT rowid AS number, rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?) s"
        " JOIN passage_text p ON p.number = s.number ORDER BY s.rank",
        " OR ".join(map(_quoted, chosen)),
        limit,
    )
    return [IndexedSentence(*row) for row in found]


def sentences_before(
    rows: Rows, sentences: Sequence[IndexedSentence], number: int
) -> dict[int, list[IndexedSentence]]:
    """By its number, up to `number` sentences of its document before each of these, in order."""
    wanted = {n for one in sentences for n in range(one.number - number, one.number)}
    query = "SELECT number, document, start, end FROM passage_text WHERE number IN"
    known = {row[0]: IndexedSentence(*row) for row in rows.among(query, sorted(wanted))}
    return {
        one.number: [
            known[n]
            for n in range(one.number - number, one.number)
            if n in known and known[n].document == one.document
        ]
        for one in sentences
    }


def _telling(frequencies: Mapping[str, int]) -> list[str]:
    """The rarest words, as many as `MOST_RANKED` sentences hold; at least one."""
    chosen: list[str] = []
    left = MOST_RANKED
    for word, often in sorted(frequencies.items(), key=lambda item: item[1]):
        left -= often
        if often and (left >= 0 or not chosen):
            chosen.append(word)
    return chosen


def _quoted(word: str) -> str:
    """A word as FTS5 wants it; nothing typed can break it."""
    quoted = '"' + " ".join(WORD.findall(word)) + '"'
    return f"{quoted}*" if word.endswith("*") else quoted


def match_expression(words: str) -> str:
    """An FTS5 expression for words as people type them; nothing typed can break it."""
    found = WORD.findall(words)[:16]
    if not found:
        return ""
    quoted = [f'"{word}"' for word in found]
    if words[-1:].isalnum():
        quoted[-1] += "*"
    return " AND ".join(quoted)
