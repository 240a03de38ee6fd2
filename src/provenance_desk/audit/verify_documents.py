"""The documents that entries name: texts, originals and tables, each by its hash where it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import Added, Index
from provenance_desk.audit.verify_tables import TableFacts, check_table, read_table
from provenance_desk.audit.verify_texts import QuoteChecker, TextReading


class DocumentFiles(Protocol):
    """Where the documents of a bundle or of a project file are; None for what was left out."""

    def text(self, name: str) -> Iterable[bytes] | None:
        """The bytes of the text with that hash, in pieces."""

    def original(self, name: str) -> tuple[str, int] | None:
        """SHA-256 and number of bytes of the original that goes by that hash."""

    def table(self, name: str) -> bytes | None:
        """The base table with that hash."""

    def where(self, kind: str, name: str) -> str:
        """How to name a `text`, `original` or `table` in a finding."""


@dataclass(slots=True)
class DocumentReading:
    """Checks every document that an entry added; counts the texts that are here."""

    index: Index
    files: DocumentFiles
    quotes: QuoteChecker
    findings: Findings
    texts: int = 0
    _tables: dict[str, TableFacts | None] = field(default_factory=dict)

    def check_all(self) -> None:
        """Check documents in the order in which they were added."""
        for document, added in self.index.documents.items():
            self._check_text(document, added)
            for original, size in {(known.original, known.bytes) for known in added}:
                self._check_original(original, size)
            for known in {known.table: known for known in added}.values():
                self._check_table(known)
        self.quotes.count_rest()

    def _check_text(self, document: str, added: list[Added]) -> None:
        chunks = self.files.text(document)
        if chunks is None:
            self.quotes.count_unchecked(document)
            return
        self.texts += 1
        where = self.files.where("text", document)
        text, found = TextReading(chunks), Findings()
        try:
            self.quotes.check(document, text, found)
            text.finish()
        except Refused as problem:
            self.findings.add_refused(problem, where)
            return
        if text.hash != document:
            self.findings.add("Q-SOURCEHASH", "the text is not the one that was reviewed.", where)
            return
        self._check_form(text, added, where)
        self.findings.extend(found)

    def _check_form(self, text: TextReading, added: list[Added], where: str) -> None:
        if text.bad:
            self.findings.add("Q-TEXT", f"the text holds {text.bad}, which is never kept.", where)
        for known in added:
            if known.length != text.length:
                sentence = f"the text has {text.length} characters, not {known.length}."
                self.findings.add("Q-TEXT", sentence, self.index.line(known.at))

    def _check_original(self, original: str, size: int) -> None:
        found = self.files.original(original)
        if found is None:
            return
        where = self.files.where("original", original)
        if found[0] != original:
            self.findings.add("Q-SOURCEHASH", "the file is not the one that was added.", where)
        elif found[1] != size:
            sentence = f"the file has {found[1]} bytes, the entry that added it says {size}."
            self.findings.add("Q-SOURCEHASH", sentence, where)

    def _check_table(self, known: Added) -> None:
        """Compare a table with the entry; it is read once, however many entries name it."""
        where = self.files.where("table", known.table)
        try:
            if known.table not in self._tables:
                self._tables[known.table] = self._read_table(known.table)
            facts = self._tables[known.table]
            if facts is not None:
                check_table(facts, known.length, known.segmenter)
        except Refused as problem:
            self._tables.setdefault(known.table, None)
            self.findings.add_refused(problem, where)

    def _read_table(self, name: str) -> TableFacts | None:
        data = self.files.table(name)
        if data is None:
            return None
        if sha256(data).hexdigest() != name:
            raise Refused("Q-SOURCEHASH", "the table is not the one that was frozen.")
        return read_table(data)
