"""Attachment lines: canonical, named by an entry, of the form that the entry wants."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Exit, Findings
from provenance_desk.audit.verify_index import Index
from provenance_desk.audit.verify_lines import is_plain_text, read_attachment, salt_of_quote

AROUND = 40
"""Code points of the text that a quote keeps on each side."""


@dataclass(slots=True)
class Attached:
    """Which attachments are here: the texts, and the quotes by their salt."""

    texts: set[bytes] = field(default_factory=set)
    salts: dict[bytes, bytes] = field(default_factory=dict)


class AttachmentReading:
    """Takes the attachment lines of every feed, once all entries were read."""

    def __init__(self, index: Index, findings: Findings, here: Container[str]) -> None:
        """`here` are the documents whose texts every quote of theirs will be compared with."""
        self.attached = Attached()
        self._here = here
        self._where, self._line = "", 0
        self._index = index
        self._findings = findings
        # Of several links with one quote the first speaks; each is compared with the text later.
        self._rows = {name: row for row, name in reversed(list(enumerate(index.quotes.names)))}
        self._names = dict.fromkeys(index.profiles.values(), "")
        # Entries that were not read, or are not here, may name anything.
        gaps = any(finding.exit is Exit.CONFLICT for finding in findings)
        self._complete = not gaps and not any(read.broken for read in index.feeds)

    def take_all(self, lines: Iterable[bytes], where: str) -> None:
        """Read the attachment lines of one feed."""
        self._where, self._line = where, 0
        try:
            for line in lines:
                self._line += 1
                self._take(line)
        except Refused as problem:
            self._line += 1
            self._report(problem.code, problem.sentence)

    def pseudonyms(self) -> dict[str, str]:
        """The name that each author last gave to themselves, where it was not left out."""
        profiles = self._index.profiles.items()
        return {author: self._names[name] for author, name in profiles if self._names[name]}

    def _report(self, code: str, sentence: str) -> None:
        self._findings.add(code, sentence, f"{self._where} line {self._line}")

    def _take(self, line: bytes) -> None:
        name = sha256(line).digest()
        if self._is_taken_as_it_is(name, line):
            return
        try:
            fields = read_attachment(line)
        except Refused as problem:
            self._report(problem.code, problem.sentence)
            return
        if "text" in fields:
            self._take_text(name, fields["text"])
        else:
            self._take_quote(name, fields)

    def _is_taken_as_it_is(self, name: bytes, line: bytes) -> bool:
        """Take most lines without parsing them.

        A quote will be made again from the text and must then have this name, so that only its
        salt is needed; a text of plain letters is canonical by its look.
        """
        row = self._rows.get(name)
        if row is not None:
            salt = salt_of_quote(line)
            if salt is None or self._index.quotes.documents[row] not in self._here:
                return False
            self.attached.salts[name] = bytes.fromhex(salt.decode())
            return True
        if name not in self._index.texts or name in self._names or not is_plain_text(line):
            return False
        self.attached.texts.add(name)
        return True

    def _take_text(self, name: bytes, text: str) -> None:
        if name in self._rows:
            self._report("Q-QUOTE", "an entry names it as its quote; it is none.")
        elif name not in self._index.texts:
            self._check_named(name)
        self.attached.texts.add(name)
        if name in self._names:
            self._names[name] = text

    def _take_quote(self, name: bytes, fields: Mapping[str, str]) -> None:
        row = self._rows.get(name)
        if row is not None:
            self._check_lengths(row, fields)
        elif name in self._index.texts:
            self._report("E-BODY", "an entry names it as a text; it is a quote.")
        else:
            self._check_named(name)
        self.attached.salts[name] = bytes.fromhex(fields["salt"])

    def _check_named(self, name: bytes) -> None:
        if self._complete and name not in self._index.odd_names:
            sentence = f"no entry names an attachment with the hash {name.hex()}: it was altered."
            self._report("B-HASH", sentence)

    def _check_lengths(self, row: int, fields: Mapping[str, str]) -> None:
        """What can be said of a quote without the text: how long its three parts must be."""
        quotes = self._index.quotes
        start, end = quotes.starts[row], quotes.ends[row]
        length = self._length(quotes.documents[row])
        if (
            len(fields["exact"]) != end - start
            or len(fields["prefix"]) != min(AROUND, start)
            or (length is not None and len(fields["suffix"]) != min(AROUND, length - end))
        ):
            sentence = f"the quote has not the lengths of the passage {start} to {end}."
            self._report("Q-QUOTE", sentence)

    def _length(self, document: str) -> int | None:
        added = self._index.documents.get(document)
        return added[0].length if added else None
