"""Texts and sentence tables of the documents last used: a step must not read a book for a link."""

from collections import OrderedDict
from collections.abc import Iterable

from provenance_desk.domain.records import Document
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.store.reader import Queries

MOST_DOCUMENTS = 8
MOST_CHARACTERS = 20_000_000


class Shelf:
    """Answers for the file as it is committed; a text never changes, a table with its passages."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._tables: OrderedDict[str, SentenceTable] = OrderedDict()

    def text(self, document: str) -> str | None:
        """A document's text, or None where the file does not hold it."""
        text = self._texts.pop(document, None)
        if text is None:
            text = self._queries.text(document)
        if text is not None:
            self._texts[document] = text
            self._make_room()
        return text

    def sentences(self, document: Document) -> SentenceTable:
        """A document's sentences as the reviewers left them."""
        table = self._tables.pop(document.id, None)
        if table is None:
            table = self._queries.sentences(document)
        self._tables[document.id] = table
        if len(self._tables) > MOST_DOCUMENTS:
            self._tables.popitem(last=False)
        return table

    def forget(self, documents: Iterable[str]) -> None:
        """Read the tables of these documents again when they are asked for."""
        for document in documents:
            self._tables.pop(document, None)

    def _make_room(self) -> None:
        room = MOST_CHARACTERS - sum(len(text) for text in self._texts.values())
        while len(self._texts) > 1 and (len(self._texts) > MOST_DOCUMENTS or room < 0):
            room += len(self._texts.popitem(last=False)[1])
