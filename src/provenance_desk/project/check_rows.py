"""Compares how the rows of a project file are filed with what their own bytes say."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from provenance_desk.audit.findings import Findings
from provenance_desk.domain.events import Event
from provenance_desk.store.reader import Reader


def check_rows(reader: Reader, events: Sequence[Event], findings: Findings) -> None:
    """Report entries and attachments that do not go by their hash, or out of their place."""
    if list(events) != sorted(events, key=lambda event: event.order):
        findings.add(
            "C-CLOCK", "entries are filed in another order than their own.", "project file"
        )
    by_place = {(event.feed, event.seq): event for event in events}
    for feed in reader.feeds():
        _check_entries(reader, feed.feed, by_place, findings)
        _check_attachments(reader.attachments(feed.feed), feed.feed, findings)
    for event in by_place.values():
        _add(findings, "C-ID", "an entry is filed in a place that is not its own.", event)


def _check_entries(
    reader: Reader, feed: str, by_place: dict[tuple[str, int], Event], findings: Findings
) -> None:
    """Take each entry of a feed from its place; what is left there in the end has none."""
    entries = zip(reader.lines(feed), reader.feed_entries(feed), strict=True)
    for seq, (line, entry) in enumerate(entries):
        event = by_place.pop((feed, seq), None)
        if event is None:
            findings.add("C-ID", "there is an entry that is not listed.", f"feed {feed}, {seq + 1}")
        elif event.id != sha256(line).hexdigest():
            _add(findings, "C-ID", "the entry does not go by the hash of its line.", event)
        elif (entry.id, entry.step, entry.type) != (event.id, event.step, event.type):
            _add(findings, "C-ID", "the entry is filed with another step or type.", event)


def _check_attachments(
    attachments: Iterable[tuple[str, bytes]], feed: str, findings: Findings
) -> None:
    for name, line in attachments:
        if sha256(line).hexdigest() != name:
            where = f"attachments of feed {feed}"
            findings.add("B-HASH", f"{name[:64]} does not go by the hash of its line.", where)


def _add(findings: Findings, code: str, sentence: str, event: Event) -> None:
    findings.add(code, sentence, f"feed {event.feed}, entry {event.seq + 1}")
