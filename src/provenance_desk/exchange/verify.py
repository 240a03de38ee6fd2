"""Verifies a bundle, zipped or unpacked: from its first byte to the last decision in it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from provenance_desk.audit.checkpoints import BundleNote
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Exit, Findings
from provenance_desk.audit.high_water import Mark
from provenance_desk.audit.keys import fingerprint
from provenance_desk.audit.trust import Trust
from provenance_desk.audit.verification import LogReport, verify_log
from provenance_desk.audit.verify_index import SeenHead
from provenance_desk.audit.verify_lines import plural
from provenance_desk.domain.errors import DeskError
from provenance_desk.exchange import bag_layout
from provenance_desk.exchange.bag_files import FolderBag, ZipBag
from provenance_desk.exchange.bag_reader import Bag, check_bag, read_bag
from provenance_desk.exchange.bundle_reader import BundleDocuments, bundle_feeds
from provenance_desk.exchange.steps import StepWatcher
from provenance_desk.exchange.verification_result import Person, Verification
from provenance_desk.exchange.verify_derived import check_derived
from provenance_desk.exchange.verify_seal import check_note, check_note_heads
from provenance_desk.exchange.zip_reader import ZipReader


class NoBundle(DeskError):
    """There is nothing at that path that could be verified."""


class Acquaintances(Protocol):
    """What this computer knows of keys; `TrustBook` is one."""

    def states(self, publics: Iterable[str], /) -> Mapping[str, Trust]:
        """The trust in each key."""

    def petname(self, public: str, /) -> str:
        """The local name of a key, or nothing."""


class Marks(Protocol):
    """How far this computer's own feeds had come; `HighWater` is one."""

    def marks(self, project: str, /) -> Mapping[str, Mark]:
        """The marks of a project, by feed."""


def verify_bundle(
    path: Path,
    *,
    trust: Acquaintances,
    marks: Marks | None = None,
    known: Iterable[SeenHead] = (),
    signer: str = "",
    render: bool = True,
    progress: StepWatcher | None = None,
) -> Verification:
    """Verify a bundle zip or its unpacked folder; `NoBundle` only where neither can be opened.

    `known` are heads that the feeds must reach; `marks` are those of own feeds, of which a bundle
    may hold an earlier state. `signer` is the fingerprint or the key that must have exported it;
    it then counts as known. `render` makes the derived files again and compares them.
    """
    checking = _Checking(trust, marks, tuple(known), signer)
    try:
        with _opened(path) as files:
            bag = read_bag(files, progress.step if progress else None)
            return checking.check(bag, files.name, render=render)
    except Refused as problem:
        refused = Findings()
        refused.add_refused(problem)
        return Verification(refused)


@contextmanager
def _opened(path: Path) -> Iterator[ZipBag | FolderBag]:
    try:
        if path.is_dir():
            yield FolderBag(path)
            return
        with ZipReader(path) as reader:
            yield ZipBag(reader)
    except OSError as problem:
        raise NoBundle(
            f"“{path}” can't be opened ({problem.strerror}). Name a bundle, or the folder that one "
            "was unpacked into."
        ) from problem


class _Checking:
    """The checks of one bundle, in their order."""

    def __init__(
        self, trust: Acquaintances, marks: Marks | None, known: tuple[SeenHead, ...], signer: str
    ) -> None:
        self._findings = Findings()
        self._trust = trust
        self._marks = marks
        self._known = known
        self._signer = signer
        self._notes: list[str] = []

    def check(self, bag: Bag, name: str, *, render: bool) -> Verification:
        """Everything; what is wrong with the bag comes first, then the seal, then the log."""
        inner = Findings()
        note = check_note(bag, inner)
        if note is None and inner.exit is Exit.CANNOT_JUDGE:
            check_bag(bag, self._findings)
            self._findings.extend(inner)
            return Verification(self._findings)
        report = self._check_log(bag, note, inner)
        check_bag(bag, self._findings)
        if any(finding.code == "B-CRC" for finding in self._findings):
            return Verification(self._findings)
        self._findings.extend(inner)
        if note is None:
            return self._result(report, None, ())
        check_note_heads(note, report.heads, self._findings)
        if render and self._findings.exit is Exit.VERIFIED:
            self._notes += filter(None, [check_derived(bag, note, name, self._findings)])
        exporter, authors = self._check_people(note, report)
        return self._result(report, exporter, authors, note.scope)

    def _check_log(self, bag: Bag, note: BundleNote | None, findings: Findings) -> LogReport:
        for path, digest in bag_layout.named_by_hash(bag.hashes):
            if bag.hashes[path] != digest:
                sentence = "the file is not the one that its name says: it was altered."
                findings.add("Q-SOURCEHASH", sentence, path)
        feeds = bundle_feeds(bag)
        if not feeds:
            findings.add("B-NOFEEDS", "the bundle has no feed.", "data/feeds")
        known = (*self._known, *self._own_heads(note))
        project = note.project if note else ""
        report = verify_log(feeds, BundleDocuments(bag), project=project, known=known)
        findings.extend(report.findings)
        self._notes += report.notes
        self._notes += _unnamed(bag, report)
        return report

    def _own_heads(self, note: BundleNote | None) -> Iterator[SeenHead]:
        """Own marks that the bundle must hold; it may be of a time before them."""
        if note is None or self._marks is None:
            return
        marks = self._marks.marks(note.project)
        for head in note.feeds:
            mark = marks.get(head.feed)
            if mark is None:
                continue
            if mark.size <= head.size:
                yield SeenHead(mark.feed, mark.size, mark.head)
            elif mark.size > head.size + 1:  # the export itself is the one entry that comes after
                text = f"Feed {head.feed} is yours and has gone on since: {head.size} of its"
                self._notes.append(f"{text} {mark.size} entries are in here.")

    def _check_people(
        self, note: BundleNote, report: LogReport
    ) -> tuple[Person, tuple[Person, ...]]:
        keys = dict.fromkeys((note.exporter, *report.authors))
        states = dict(self._trust.states(keys))
        people = {
            key: Person(key, report.names.get(key, ""), self._trust.petname(key), states[key])
            for key in keys
        }
        exporter = people[note.exporter]
        expected = self._signer.removeprefix("SHA256:") in (
            fingerprint(exporter.public).removeprefix("SHA256:"),
            exporter.public,
        )
        if self._signer and not expected:
            sentence = f"It was exported by {exporter}, not by the signer you named."
            self._findings.add("K-SIGNER", sentence)
        for key, person in people.items():
            if states[key] is Trust.UNKNOWN and not (expected and key == exporter.public):
                self._findings.add("K-UNKNOWN", f"{person} is not known here.")
        return exporter, tuple(people[key] for key in report.authors)

    def _result(
        self,
        report: LogReport,
        exporter: Person | None,
        authors: tuple[Person, ...],
        scope: str = "",
    ) -> Verification:
        return Verification(
            self._findings,
            tuple(self._notes),
            report.counts,
            report.project,
            scope,
            exporter,
            authors,
        )


def _unnamed(bag: Bag, report: LogReport) -> Iterator[str]:
    """A note on files of documents that no entry names; nothing rests on them."""
    stored = bag_layout.named_by_hash(bag.hashes)
    number = sum(name not in report.files for _, name in stored)
    if number:
        yield f"{plural(number, 'file')} of documents in here, that no entry names."
