"""What the body of an event says to the verifier: what it names, quotes, brings in and ends."""

import re
from typing import Any, Final

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import (
    Added,
    FeedRead,
    Index,
    Reference,
    Resolution,
    SeenHead,
    Sight,
    feed_at,
    place,
    seq_at,
)
from provenance_desk.audit.verify_lines import MOST_QUOTED
from provenance_desk.audit.verify_refs import (
    ALLOWED,
    ATTACHED,
    DOCUMENTS,
    NAMED,
    OWN,
    Kind,
    Want,
    references,
)
from provenance_desk.domain.events import FORMAT

_HASH: Final = re.compile("[0-9a-f]{64}")


class Bodies:
    """Takes the bodies of one feed in order; what it learns goes into the feed and the index."""

    def __init__(self, read: FeedRead, index: Index, findings: Findings) -> None:
        self._read = read
        self._index = index
        self._findings = findings
        self._documents: set[str] = set()
        self._named: dict[Want, set[str]] = {want: set() for want in Want}
        self._special: Final = {
            "project.created": self._create,
            "feed.opened": self._open,
            "profile.set": self._name,
            "document.added": self._add_document,
            "link.made": self._quote,
            "fork.resolved": self._resolve,
            "key.retired": self._retire,
        }

    def take(self, name: str, body: dict[str, Any], seq: int) -> None:
        """Learn from the body of the entry with this seq."""
        for want, known in references(name, body):
            if known not in self._named[want]:
                self._refer(Reference(seq, want, known))
        for key in ATTACHED.get(name, ()):
            if key in body and key != "quote":
                self._index.texts.add(bytes.fromhex(body[key]))
        special = self._special.get(name)
        if special is not None:
            special(body, seq)
        elif name.startswith("x."):
            self._extend(body)

    def see(self, body: dict[str, Any], seq: int, before: int, clock: int) -> None:
        """Remember the heads that a `heads.seen` names, and the clock it jumped from and to."""
        seen = tuple(SeenHead(h["feed"], h["size"], h["head"]) for h in body["heads"])
        self._read.sights.append(Sight(seq, before, clock, seen))

    def _refer(self, reference: Reference) -> None:
        """Settle what is in this feed at once; leave the rest until every feed was read.

        What holds for the first use of an id holds for the later ones of the same kind.
        """
        self._named[reference.want].add(reference.name)
        at = self._index.places.get(reference.name)
        if at is not None and feed_at(at) == self._read.number:
            check_reference(self._index, self._findings, self._read, reference, at)
        elif not (reference.want in DOCUMENTS and reference.name in self._documents):
            self._read.waiting.append(reference)

    def _quote(self, body: dict[str, Any], seq: int) -> None:
        start, end = body["start"], body["end"]
        quotes = self._index.quotes
        quotes.names.append(bytes.fromhex(body["quote"]))
        quotes.documents.append(body["document"])
        quotes.starts.append(start)
        quotes.ends.append(end)
        quotes.at.append(place(self._read.number, seq))
        if not 0 < end - start <= MOST_QUOTED:
            sentence = f"a passage has 1 to {MOST_QUOTED} characters, not {end - start}."
            self._findings.add("Q-QUOTE", sentence, self._read.line(seq))

    def _add_document(self, body: dict[str, Any], seq: int) -> None:
        added = Added(
            at=place(self._read.number, seq),
            length=body["length"],
            original=body["original"],
            bytes=body["bytes"],
            table=body["table"],
            segmenter=body["segmenter"],
        )
        self._index.documents.setdefault(body["text"], []).append(added)
        first = self._index.first_added.setdefault(body["text"], {})
        first.setdefault(self._read.number, added.at)
        self._documents.add(body["text"])

    def _retire(self, _: dict[str, Any], seq: int) -> None:
        self._read.retired = seq

    def _resolve(self, body: dict[str, Any], seq: int) -> None:
        self._read.resolutions.append(Resolution(seq, body["feed"], body["keep"]))

    def _open(self, body: dict[str, Any], _: int) -> None:
        if "previous" in body:
            before = body["previous"]
            self._index.continued.append((self._read.feed, before["feed"], before["reason"]))

    def _name(self, body: dict[str, Any], _: int) -> None:
        self._index.profiles[self._read.author] = bytes.fromhex(body["name"])

    def _create(self, body: dict[str, Any], seq: int) -> None:
        where = self._read.line(seq)
        if self._index.created and not self._read.tail:
            sentence = f"the project was created before, at {self._index.created}."
            self._findings.add("C-OPEN", sentence, where)
        self._index.created = self._index.created or where
        if body["format"] != FORMAT:
            sentence = "the project was raised to a format that this program does not know."
            self._findings.add("V-NEWER", sentence, where)

    def _extend(self, body: dict[str, Any]) -> None:
        """An extension may name attachments too; any hash in it counts as such a name."""
        self._index.extensions += 1
        names = _HASH.findall(repr(body))
        self._index.odd_names.update(bytes.fromhex(name) for name in names)


def check_reference(
    index: Index, findings: Findings, source: FeedRead, reference: Reference, at: int
) -> None:
    """Report an id that is not of the kind its field wants, or that its author may not change."""
    holder, want, name = index.feeds[feed_at(at)], reference.want, reference.name
    kind = holder.kind(seq_at(at))
    if kind not in ALLOWED[want]:
        code, sentence = "Q-DANGLING", f"{name} is not {NAMED[want]}."
    elif want in OWN and holder.author != source.author:
        code, sentence = "A-FOREIGN", f"{name} is another author's; only they may change it."
    elif want is Want.OWN_EVENT and kind is Kind.FIXED:
        code, sentence = "A-UNDO", f"{name} is of a kind that can't be undone."
    else:
        return
    findings.add(code, sentence, source.line(reference.seq))
