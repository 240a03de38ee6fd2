"""Renders the derived files again, from the bundle alone, and compares them byte for byte."""

import re
from collections.abc import Iterator
from typing import Final

import orjson

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.checkpoints import BundleNote
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.schemas import event_from
from provenance_desk.audit.text_rules import shown
from provenance_desk.domain.events import Event
from provenance_desk.exchange.bag_reader import Bag
from provenance_desk.exchange.bundle_reader import BundleDocuments, BundleFeed, bundle_feeds
from provenance_desk.exchange.derived import derived_files
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Attachment, Review, review_from_events
from provenance_desk.exchange.scope import BundleFacts, Scope, scoped

_NAME: Final = re.compile(rb"unzip -q ([A-Za-z0-9_-]{1,64})\.audit\.zip")
_README: Final = "data/README.txt"


def check_derived(bag: Bag, note: BundleNote, name: str, findings: Findings) -> str:
    """Report derived files that their own renderer makes otherwise; a note if it is not ours."""
    if bag.renderer != RENDERER:
        made_by = shown(bag.renderer) or "a program that it does not name"
        return (
            f"The report was made by {made_by} and was not rendered again. This program can make "
            "a fresh one from the bundle."
        )
    facts = BundleFacts(_name_in_readme(bag) or name, Scope(note.scope), note.exporter)
    for path, data in derived_files(scoped(bundle_review(bag), facts.scope), facts):
        if bag.hashes.get(f"data/{path}") != sha256_hex(data):
            sentence = "the file is not what its renderer makes of the entries."
            findings.add("R-DIFFERS", sentence, f"data/{path}")
    return ""


def _name_in_readme(bag: Bag) -> str:
    """The name that the bundle was exported under; files may be renamed, its text may not."""
    if _README not in bag.hashes:
        return ""
    found = _NAME.search(bag.data(_README))
    return found[1].decode() if found else ""


def bundle_review(bag: Bag) -> Review:
    """The review that a verified bundle holds; tails of forked feeds are no part of it."""
    feeds = [feed for feed in bundle_feeds(bag) if not feed.tail]
    documents = BundleDocuments(bag)
    lines = {sha256_hex(line): line for feed in feeds for line in feed.attachments()}

    def attachment(digest: str) -> Attachment | None:
        line = lines.get(digest)
        return None if line is None else orjson.loads(line)

    def text(document: str) -> str | None:
        chunks = documents.text(document)
        return None if chunks is None else b"".join(chunks).decode()

    return review_from_events(_events(feeds), attachment, text, documents.table)


def _events(feeds: list[BundleFeed]) -> Iterator[Event]:
    for feed in feeds:
        for line in feed.lines():
            yield event_from(parse(line), sha256_hex(line))
