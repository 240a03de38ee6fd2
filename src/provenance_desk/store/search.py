"""Full-text search over the sentences of all documents (SQLite FTS5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance_desk.store.rows import Rows

if TYPE_CHECKING:  # readers of the index must not import SQLAlchemy
    from sqlalchemy import Connection

WORD = re.compile(r"[^\W_]+")
MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words sought; offsets are code points of its document."""

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


def match_expression(words: str) -> str:
    """An FTS5 expression for words as people type them; nothing typed can break it."""
    found = WORD.findall(words)[:16]
    if not found:
        return ""
    quoted = [f'"{word}"' for word in found]
    if words[-1:].isalnum():
        quoted[-1] += "*"
    return " AND ".join(quoted)
