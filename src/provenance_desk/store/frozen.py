"""The frozen tables last read: one is named by its hash and never changes, so it is read once."""

from collections import OrderedDict
from dataclasses import dataclass

import orjson

from provenance_desk.domain.sentences import SentenceTable, stored_table, table_from
from provenance_desk.intake.marks import Mark
from provenance_desk.intake.table_rows import stored_marks
from provenance_desk.store import blobs
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.rows import Rows

_MOST_TABLES = 16


@dataclass(frozen=True, slots=True)
class FrozenTable:
    """Sentences and marks as proposed at intake; none where the table was left out."""

    sentences: SentenceTable
    marks: tuple[Mark, ...]


class FrozenTables:
    """The tables of a project file by their SHA-256; a window asks for the same ones again."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._read: OrderedDict[str, FrozenTable] = OrderedDict()

    def table(self, name: str) -> FrozenTable:
        """The table of that SHA-256."""
        found = self._read.pop(name, None) or self._read_table(name)
        self._read[name] = found
        if len(self._read) > _MOST_TABLES:
            self._read.popitem(last=False)
        return found

    def _read_table(self, name: str) -> FrozenTable:
        data = blobs.get(self._rows, BlobKind.TABLE, name)
        if data is None:
            return FrozenTable(table_from(()), ())
        with self._rows.understood("a sentence table that can't be read"):
            fields = orjson.loads(data)
            sentences = stored_table(fields["sentences"], fields["same_as"])
            return FrozenTable(sentences, stored_marks(fields["marks"]))
