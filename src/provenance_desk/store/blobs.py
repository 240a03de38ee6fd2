"""Original bytes, texts and base tables inside the project file, named by their SHA-256."""

from enum import StrEnum

from sqlalchemy import Connection


class BlobKind(StrEnum):
    """What the bytes are."""

    ORIGINAL = "original"
    TEXT = "text"
    TABLE = "table"


def put(connection: Connection, kind: BlobKind, name: str, data: bytes) -> None:
    """Keep bytes under their hash; the same ones twice are kept once."""
    connection.exec_driver_sql(
        "INSERT INTO blob (kind, hash, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (kind.value, name, data),
    )


def get(connection: Connection, kind: BlobKind, name: str) -> bytes | None:
    """The bytes of that hash, or None where the file does not hold them."""
    query = "SELECT data FROM blob WHERE kind = ? AND hash = ?"
    row = connection.exec_driver_sql(query, (kind.value, name)).first()
    return None if row is None else bytes(row[0])
