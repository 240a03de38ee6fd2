"""A project becomes a bundle: a BagIt bag in a zip that a stranger can check (AUDIT-FORMAT 4)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from provenance_desk.audit.checkpoints import BundleNote, FeedHead, sign_bundle
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.keys import SigningKey, key_name
from provenance_desk.audit.sshsig import allowed_signers_line, sign_ssh
from provenance_desk.exchange.bag_writer import BagWriter
from provenance_desk.exchange.derived import DERIVED, derived_files
from provenance_desk.exchange.errors import ExportError
from provenance_desk.exchange.export_check import check_before_signing
from provenance_desk.exchange.export_source import BundleSource, FeedFacts, exported_review
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.safe_file import written_whole
from provenance_desk.exchange.scope import (
    BundleFacts,
    Scope,
    carried_documents,
    original_files,
    scoped,
    withheld_attachments,
)
from provenance_desk.exchange.steps import Steps, StepWatcher
from provenance_desk.exchange.zip_writer import ZipWriter

SUFFIX: Final = ".audit.zip"
NAME: Final = re.compile("[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Where the bundle is, the SHA-256 of its signed manifest, and what went in."""

    path: Path
    manifest: str
    scope: Scope
    counts: Mapping[str, int]


def export_bundle(
    source: BundleSource,
    path: Path,
    *,
    key: SigningKey,
    scope: Scope = Scope.WHOLE,
    progress: StepWatcher | None = None,
) -> ExportResult:
    """Write the bundle of a sealed project; ExportError, and nothing left, where it can't.

    Everything is verified again before it is signed. The same project gives the same bytes.
    """
    facts = BundleFacts(bundle_name(path), scope, key.public)
    with source.snapshot():
        feeds = sorted(source.feeds(), key=lambda feed: feed.feed)
        steps = Steps(progress, 2 * len(feeds) + len(DERIVED) + 2)
        check_before_signing(source, feeds, steps)
        review = exported_review(source, feeds)
        with written_whole(path) as stream:
            bag = BagWriter(ZipWriter(stream), facts.name)
            counts = _write_payload(bag, source, feeds, review, facts, steps)
            manifest = bag.close_payload(review.project, RENDERER)
            _sign(bag, manifest, review, facts, feeds, key)
            bag.close()
            steps.done()
    return ExportResult(path, sha256_hex(manifest), scope, counts)


def bundle_name(path: Path) -> str:
    """The name of the bundle at that path; ExportError where it is not one that is allowed."""
    name = path.name.removesuffix(SUFFIX)
    if name == path.name or not NAME.fullmatch(name):
        raise ExportError(
            f"A bundle can't be called “{path.name}”. Its name is 1 to 64 of A-Z, a-z, 0-9, - and "
            f"_, and then {SUFFIX}."
        )
    return name


def _write_payload(
    bag: BagWriter,
    source: BundleSource,
    feeds: list[FeedFacts],
    review: Review,
    facts: BundleFacts,
    steps: Steps,
) -> dict[str, int]:
    withheld = withheld_attachments(review)
    left_out = sum(_write_feed(bag, source, feed, withheld) for feed in feeds)
    steps.next(len(feeds))
    documents = _write_documents(bag, source, review, facts.scope)
    steps.next()
    for path, data in derived_files(scoped(review, facts.scope), facts):
        bag.add(path, data)
        steps.next()
    return {
        "feeds": len(feeds),
        "entries": len(review.events),
        "documents": documents,
        "attachments left out": left_out,
        "files": bag.files,
        "bytes": bag.octets,
    }


def _write_feed(
    bag: BagWriter, source: BundleSource, feed: FeedFacts, withheld: frozenset[str]
) -> int:
    """Write a feed's entries, attachments and checkpoint; how many attachments stayed home."""
    folder = f"feeds/{feed.feed}"
    bag.add(f"{folder}/events.jsonl", _joined(source.lines(feed.feed)))
    attachments = sorted(source.attachments(feed.feed))
    kept = [line for digest, line in attachments if digest not in withheld]
    bag.add(f"{folder}/attachments.jsonl", _joined(iter(kept)))
    bag.add(f"{folder}/checkpoint.note", source.checkpoint(feed.feed) or b"")
    return len(attachments) - len(kept)


def _joined(lines: Iterator[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _write_documents(bag: BagWriter, source: BundleSource, review: Review, scope: Scope) -> int:
    """Write originals, texts and tables that go in; how many texts did."""
    documents = carried_documents(review, scope)
    for original, name in original_files(review, documents).items():
        data = source.original(original)
        if data is not None:
            bag.add(f"originals/{name}", data)
    texts = 0
    for document in documents:
        text = source.text(document.id)
        if text is not None:
            bag.add(f"texts/{document.id}.txt", text.encode())
            texts += 1
    for digest in dict.fromkeys(document.table for document in documents):
        table = source.table(digest)
        if table is not None:
            bag.add(f"tables/{digest}.json", table)
    return texts


def _sign(
    bag: BagWriter,
    manifest: bytes,
    review: Review,
    facts: BundleFacts,
    feeds: list[FeedFacts],
    key: SigningKey,
) -> None:
    note = BundleNote(
        project=review.project,
        scope=facts.scope,
        exporter=key.public,
        manifest=sha256_hex(manifest),
        feeds=tuple(FeedHead(feed.feed, feed.size, feed.head) for feed in feeds),
    )
    signer = allowed_signers_line(key.public, key_name(key.public))
    bag.add_tag("export.note", sign_bundle(note, key))
    bag.add_tag("export.sshsig", sign_ssh(manifest, key))
    bag.add_tag("allowed_signers", f"{signer.strip()}\n".encode())
