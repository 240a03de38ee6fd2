"""Proves a project file: its log verifies, and what it shows is what the log adds up to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from provenance_desk.audit.findings import WORDS, Exit, Findings
from provenance_desk.audit.high_water import HighWater
from provenance_desk.audit.keys import fingerprint, short_words
from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.trust import Trust, TrustBook
from provenance_desk.audit.verification import LogReport, verify_log
from provenance_desk.audit.verify_index import SeenHead
from provenance_desk.audit.verify_lines import plural
from provenance_desk.project.check_projections import check_projections
from provenance_desk.project.progress import Progress
from provenance_desk.store.errors import ProjectDamaged, ProjectNewer
from provenance_desk.store.reader import Reader

Watch = Callable[[Iterable[bytes]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a project file came to; the exits are those of verification."""

    findings: Findings
    notes: Sequence[str] = ()
    counts: Mapping[str, int] | None = None
    project: str = ""
    authors: Sequence[str] = ()

    @property
    def exit(self) -> Exit:
        """The exit of the command line."""
        return self.findings.exit

    @property
    def first_line(self) -> str:
        """The outcome in one line, naming the first bad entry."""
        first = self.findings.first
        if first is None:
            return f"VERIFIED: {self._summary()}"
        if self.exit is Exit.NOT_TRUSTED:
            return f"{WORDS[self.exit]}: {self._summary()} {first.sentence}"
        return f"{WORDS[self.exit]} {first}"

    def _summary(self) -> str:
        counts = self.counts or {}
        feeds, events = plural(counts.get("feeds", 0), "feed"), counts.get("events", 0)
        return f"{feeds}, {plural(events, 'event')}; the log and what it adds up to agree."

    def to_json(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "exit": int(self.exit),
            "first_line": self.first_line,
            "findings": [
                {"code": f.code, "exit": int(f.exit), "where": f.where, "sentence": f.sentence}
                for f in self.findings
            ],
            "more_findings": self.findings.left_out,
            "notes": list(self.notes),
            "counts": dict(self.counts or {}),
            "project": self.project,
            "authors": [{"key": a, "fingerprint": fingerprint(a)} for a in self.authors],
        }


def check_project(path: Path, home: Path, progress: Progress | None = None) -> Checked:
    """Check a project file; raises only where there is no file to look at, or `Cancelled`."""
    findings = Findings()
    try:
        with Reader(path, check=True) as reader, reader.snapshot():
            return _checked(reader, home, findings, progress or Progress())
    except ProjectNewer as problem:
        findings.add("V-NEWER", str(problem), path.name)
    except ProjectDamaged as problem:
        findings.add("B-FILE", str(problem), path.name)
    return Checked(findings)


def _checked(reader: Reader, home: Path, findings: Findings, progress: Progress) -> Checked:
    project = reader.project_id()
    known, notes = _own_heads(reader, project, home)
    report = _verified(reader, project, known, progress)
    findings.extend(report.findings)
    if findings.exit is not Exit.FAILED:
        check_projections(reader, findings)
    for author, trust in TrustBook(home).states(report.authors).items():
        if trust is Trust.UNKNOWN:
            name = shown(report.names.get(author, "")) or short_words(author)
            findings.add("K-UNKNOWN", f"{name} ({fingerprint(author)}) is not known here.")
    notes = [*report.notes, *_unsealed(reader), *notes]
    return Checked(findings, notes, report.counts, project, report.authors)


def _verified(
    reader: Reader, project: str, known: Sequence[SeenHead], progress: Progress
) -> LogReport:
    states = reader.feeds()
    lines = _Lines(progress, sum(state.size for state in states))
    feeds = [ProjectFeed(reader, state.feed, lines.counted) for state in states]
    documents = ProjectDocuments(reader)
    return verify_log(feeds, documents, project=project, sealed=False, known=known)


def _own_heads(reader: Reader, project: str, home: Path) -> tuple[list[SeenHead], list[str]]:
    """Own feeds must reach the heads this computer remembers, unless the file is an older copy."""
    marks, known, notes = HighWater(home).marks(project), [], []
    sizes = {state.feed: state.size for state in reader.feeds()}
    for mark in marks.values():
        size = sizes.get(mark.feed, 0)
        if mark.size <= size:
            known.append(SeenHead(mark.feed, mark.size, mark.head))
        else:
            notes.append(
                f"This file is an older copy: your feed {mark.feed} had {mark.size} entries on"
                f" this computer, and has {size} here. The next entry begins a new feed."
            )
    return known, notes


def _unsealed(reader: Reader) -> Iterator[str]:
    for state in reader.feeds():
        if state.sealed < state.size:
            number = plural(state.size - state.sealed, "entry")
            yield f"Feed {state.feed} has {number} that no checkpoint covers yet."


class _Lines:
    """Counts what was read; every entry has about one attachment."""

    STRIDE = 256

    def __init__(self, progress: Progress, entries: int) -> None:
        self._progress, self._total = progress, 2 * entries + 1
        self._done = 0

    def counted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The same lines; tells how far they are, and asks whether they are still wanted."""
        self._progress.step(self._done, self._total)
        for line in lines:
            yield line
            self._done = min(self._done + 1, self._total)
            if self._done % self.STRIDE == 0:
                self._progress.step(self._done, self._total)


class ProjectFeed:
    """A feed of a project file, as verification reads it; `watch` sees its lines go by."""

    tail = ""

    def __init__(self, reader: Reader, feed: str, watch: Watch = iter) -> None:
        self.feed = feed
        self.place = f"feed {feed}"
        self.attachments_place = f"attachments of feed {feed}"
        self.checkpoint_place = f"checkpoint of feed {feed}"
        self._reader, self._watch = reader, watch

    def lines(self) -> Iterator[bytes]:
        """The stored lines."""
        return self._watch(self._reader.lines(self.feed))

    def attachments(self) -> Iterator[bytes]:
        """The lines of its attachments."""
        return self._watch(line for _, line in self._reader.attachments(self.feed))

    def checkpoint(self) -> bytes | None:
        """Its newest checkpoint."""
        return self._reader.checkpoint(self.feed)


class ProjectDocuments:
    """The documents of a project file, as verification reads them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def text(self, name: str) -> list[bytes] | None:
        """The bytes of the text with that hash."""
        data = self._reader.text_bytes(name)
        return None if data is None else [data]

    def original(self, name: str) -> tuple[str, int] | None:
        """SHA-256 and number of bytes of the original that goes by that hash."""
        data = self._reader.original(name)
        return None if data is None else (sha256(data).hexdigest(), len(data))

    def table(self, name: str) -> bytes | None:
        """The base table with that hash."""
        return self._reader.table(name)

    def where(self, kind: str, name: str) -> str:
        """How to name a `text`, `original` or `table` in a finding."""
        return f"{kind} {name}"
