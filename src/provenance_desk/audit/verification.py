"""Verification of a log, whatever holds it: a bundle, a folder or a project file.

It reports findings and counts; it raises nothing because of what it reads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_attachments import AttachmentReading
from provenance_desk.audit.verify_documents import DocumentFiles, DocumentReading
from provenance_desk.audit.verify_feed import FeedReading
from provenance_desk.audit.verify_forks import check_forks
from provenance_desk.audit.verify_heads import check_heads, check_known, check_retired
from provenance_desk.audit.verify_index import FeedRead, Index, SeenHead
from provenance_desk.audit.verify_material import FeedMaterial
from provenance_desk.audit.verify_names import check_names
from provenance_desk.audit.verify_notes import notes_on
from provenance_desk.audit.verify_seals import check_seal
from provenance_desk.audit.verify_texts import QuoteChecker


@dataclass(frozen=True, slots=True)
class Head:
    """A feed of the log: its author, how long it is and where it ends."""

    feed: str
    author: str
    size: int
    head: str


@dataclass(slots=True)
class LogReport:
    """What the verification of a log found and counted.

    `names` are the authors' own pseudonyms, `files` the hashes of the documents' files.
    """

    findings: Findings
    project: str = ""
    heads: list[Head] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    @property
    def authors(self) -> tuple[str, ...]:
        """Every author, once, in the order of the feeds."""
        return tuple(dict.fromkeys(head.author for head in self.heads if head.author))


def verify_log(
    feeds: Sequence[FeedMaterial],
    documents: DocumentFiles,
    *,
    project: str = "",
    sealed: bool = True,
    known: Iterable[SeenHead] = (),
) -> LogReport:
    """Verify every feed, checkpoint, attachment and document, and what they say of each other.

    `sealed` wants a checkpoint over the whole of every feed, as bundles have; without it entries
    after the last checkpoint are allowed. `known` are heads that the feeds must reach and hold.
    """
    index, findings = Index(project=project), Findings()
    order = sorted(feeds, key=lambda material: (bool(material.tail), material.feed, material.tail))
    for material in order:
        _read_feed(material, index, findings, sealed=sealed)
    counts = _check_between(index, findings, known)
    attached = _read_attachments(order, documents, index, findings)
    quotes = QuoteChecker(index, attached.attached.salts)
    reading = DocumentReading(index, documents, quotes, findings)
    reading.check_all()
    counts |= _counts(index, reading, attached.attached.texts)
    return LogReport(
        findings=findings,
        project=index.project,
        heads=[Head(r.feed, r.author, r.size, r.head) for r in index.feeds if not r.tail],
        counts=counts,
        notes=notes_on(counts, index.continued),
        names=attached.pseudonyms(),
        files=_files(index),
    )


def _check_between(index: Index, findings: Findings, known: Iterable[SeenHead]) -> dict[str, int]:
    """What feeds say of each other, once all were read; what of it is only counted."""
    check_heads(index, findings)
    check_known(index, findings, known)
    check_retired(index, findings)
    resolved = check_forks(index, findings)
    return {"forks resolved": resolved, "waiting": check_names(index, findings)}


def _read_attachments(
    feeds: Iterable[FeedMaterial], documents: DocumentFiles, index: Index, findings: Findings
) -> AttachmentReading:
    here = frozenset(name for name in index.documents if documents.text(name) is not None)
    attached = AttachmentReading(index, findings, here)
    for material in feeds:
        attached.take_all(material.attachments(), material.attachments_place)
    return attached


def _files(index: Index) -> frozenset[str]:
    """The hashes of every text, original and table that an entry names."""
    added = (known for all_of_it in index.documents.values() for known in all_of_it)
    inner = (name for known in added for name in (known.original, known.table))
    return frozenset((*index.documents, *inner))


def _read_feed(material: FeedMaterial, index: Index, findings: Findings, *, sealed: bool) -> None:
    tail = bool(material.tail)
    read = FeedRead(len(index.feeds), material.feed, material.place, tail)
    index.feeds.append(read)
    if not tail:
        index.by_feed[material.feed] = read
    FeedReading(read, index, findings).take_all(material.lines())
    if not read.broken:
        check_seal(material, read, index, findings, sealed=sealed)


def _counts(index: Index, reading: DocumentReading, texts: set[bytes]) -> dict[str, int]:
    feeds = [read for read in index.feeds if not read.tail]
    quotes = reading.quotes
    return {
        "feeds": len(feeds),
        "events": sum(len(read.clocks) for read in feeds),
        "documents": len(index.documents),
        "texts": reading.texts,
        "quotes": len(index.quotes),
        "quotes checked": quotes.checked,
        "quotes unchecked": quotes.unchecked,
        "quotes withheld": quotes.withheld,
        "attachments withheld": quotes.withheld + len(index.texts - texts),
        "extensions": index.extensions,
        "times backwards": index.backwards,
    }
