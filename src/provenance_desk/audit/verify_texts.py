"""The text of a document, streamed: its hash, its clean form, and every quote at its place."""

import codecs
from collections.abc import Iterable
from hashlib import sha256

import orjson

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.text_rules import FORBIDDEN
from provenance_desk.audit.verify_attachments import AROUND
from provenance_desk.audit.verify_index import Index
from provenance_desk.audit.verify_lines import MOST_QUOTED


class TextReading:
    """Reads one text from its start to its end, keeping only what quotes still to come need."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.length = 0
        self.bad = ""
        self._chunks = iter(chunks)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._digest = sha256()
        self._kept = ""
        self._start = 0

    @property
    def hash(self) -> str:
        """SHA-256 of what was read so far."""
        return self._digest.hexdigest()

    def around(self, start: int, end: int) -> tuple[str, str, str]:
        """Prefix, exact and suffix of a passage; ask for passages in the order of their starts."""
        first = max(0, start - AROUND)
        while self.length < end + AROUND and self._read_on(first):
            pass
        before, at, behind = first - self._start, start - self._start, end - self._start
        kept = self._kept
        return kept[before:at], kept[at:behind], kept[behind : behind + AROUND]

    def finish(self) -> None:
        """Read what is left; `Refused` Q-TEXT where it is not UTF-8."""
        while self._read_on(self.length):
            pass
        self._decode(b"", last=True)

    def _read_on(self, first: int) -> bool:
        """Read one piece and forget what stands before `first`; False at the end."""
        piece = next(self._chunks, None)
        if piece is None:
            return False
        self._digest.update(piece)
        text = self._decode(piece)
        self._check(text)
        keep = max(0, min(first - self._start, len(self._kept)))
        self._kept = self._kept[keep:] + text
        self._start += keep
        self.length += len(text)
        return True

    def _decode(self, piece: bytes, *, last: bool = False) -> str:
        try:
            return self._decoder.decode(piece, last)
        except UnicodeDecodeError:
            raise Refused("Q-TEXT", "the text is not UTF-8.") from None

    def _check(self, text: str) -> None:
        bad = FORBIDDEN.search(text)
        if bad and not self.bad:
            self.bad = f"U+{ord(bad.group()):04X}"


class QuoteChecker:
    """Compares the quotes of links with the texts, document by document."""

    def __init__(self, index: Index, salts: dict[bytes, bytes]) -> None:
        self.checked = self.unchecked = self.withheld = 0
        self._index = index
        self._salts = salts
        self._rows: dict[str, list[int]] = {}
        for row, document in enumerate(index.quotes.documents):
            self._rows.setdefault(document, []).append(row)

    def count_unchecked(self, document: str) -> None:
        """The text is not here: its quotes can't be compared with it."""
        for row in self._rows.pop(document, ()):
            self._count_absent(row)

    def check(self, document: str, text: TextReading, findings: Findings) -> None:
        """Compare every quote of the document with its text."""
        starts = self._index.quotes.starts
        for row in sorted(self._rows.pop(document, ()), key=starts.__getitem__):
            salt = self._salts.get(self._index.quotes.names[row])
            if salt is None:
                self.withheld += 1
            else:
                self._check_row(row, salt.hex(), text, findings)

    def count_rest(self) -> None:
        """Quotes of documents that no entry added."""
        for document in list(self._rows):
            self.count_unchecked(document)

    def _count_absent(self, row: int) -> None:
        if self._index.quotes.names[row] in self._salts:
            self.unchecked += 1
        else:
            self.withheld += 1

    def _check_row(self, row: int, salt: str, text: TextReading, findings: Findings) -> None:
        quotes = self._index.quotes
        start, end, name = quotes.starts[row], quotes.ends[row], quotes.names[row]
        if not 0 < end - start <= MOST_QUOTED:
            return  # reported with the entry
        self.checked += 1
        prefix, exact, suffix = text.around(start, end)
        line = {"exact": exact, "prefix": prefix, "salt": salt, "suffix": suffix}
        if sha256(orjson.dumps(line)).digest() != name:
            sentence = f"the quote is not what stands at {start} to {end} of the document."
            findings.add("Q-QUOTE", sentence, self._index.line(quotes.at[row]))
