"""Before a bundle is signed, everything is read from the disk again and verified.

A bit flip that was signed could never be repaired.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance_desk.audit.checkpoints import open_checkpoint
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Exit
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.verification import verify_log
from provenance_desk.exchange.errors import ExportError
from provenance_desk.exchange.export_source import BundleSource, FeedFacts
from provenance_desk.exchange.steps import Steps

CHUNK = 1 << 16


def check_before_signing(source: BundleSource, feeds: Sequence[FeedFacts], steps: Steps) -> None:
    """Return if the log verifies and every feed is sealed to its end; else ExportError."""
    for feed in feeds:
        _check_sealed(source, feed)
    materials = [_Material(source, feed.feed, steps) for feed in feeds]
    report = verify_log(materials, _Documents(source), project=source.project_id())
    if report.findings.exit in (Exit.VERIFIED, Exit.CONFLICT):
        return
    first = report.findings.first
    raise ExportError(
        f"Nothing was exported: the project file does not verify ({first}). "
        "Run `provenance-desk check` on it, and open a backup or an earlier bundle."
    )


def _check_sealed(source: BundleSource, feed: FeedFacts) -> None:
    note = source.checkpoint(feed.feed)
    try:
        sealed = open_checkpoint(note, feed.author).size if note else 0
    except Refused as problem:
        raise ExportError(
            f"Nothing was exported: the checkpoint of feed {feed.feed[:8]}… does not hold. "
            f"{problem.sentence}"
        ) from problem
    if sealed < feed.size:
        raise ExportError(
            f"Nothing was exported: {feed.size - sealed} entries of feed {feed.feed[:8]}… are not "
            "signed yet. Unlock the key that wrote them and export again."
        )


@dataclass(frozen=True, slots=True)
class _Material:
    """A feed of the project file as verification takes it."""

    source: BundleSource
    feed: str
    steps: Steps
    tail: str = ""

    @property
    def place(self) -> str:
        return f"feed {self.feed[:8]}…"

    @property
    def attachments_place(self) -> str:
        return f"attachments of feed {self.feed[:8]}…"

    @property
    def checkpoint_place(self) -> str:
        return f"checkpoint of feed {self.feed[:8]}…"

    def lines(self) -> Iterable[bytes]:
        yield from self.source.lines(self.feed)
        self.steps.next()

    def attachments(self) -> Iterable[bytes]:
        return (line for _, line in self.source.attachments(self.feed))

    def checkpoint(self) -> bytes | None:
        return self.source.checkpoint(self.feed)


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents of the project file as verification takes them."""

    source: BundleSource

    def text(self, name: str) -> Iterable[bytes] | None:
        text = self.source.text(name)
        if text is None:
            return None
        data = text.encode()
        return (data[at : at + CHUNK] for at in range(0, max(len(data), 1), CHUNK))

    def original(self, name: str) -> tuple[str, int] | None:
        data = self.source.original(name)
        return None if data is None else (sha256_hex(data), len(data))

    def table(self, name: str) -> bytes | None:
        return self.source.table(name)

    def where(self, kind: str, name: str) -> str:
        return f"{kind} {name[:8]}…"
