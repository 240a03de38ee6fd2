"""Original bytes, texts and base tables inside the project file, named by their SHA-256."""

from enum import StrEnum

from provenance_desk.store.rows import Rows


class BlobKind(StrEnum):
    """What the bytes are."""

    ORIGINAL = "original"
    TEXT = "text"
    TABLE = "table"


def get(rows: Rows, kind: BlobKind, name: str) -> bytes | None:
    """The bytes of that hash, or None where the file does not hold them."""
    query = "SELECT CAST(data AS BLOB) FROM blob WHERE kind = ? AND hash = ?"
    row = rows.one(query, kind.value, name)
    return None if row is None else bytes(row[0])
