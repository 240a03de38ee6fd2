"""Ids that point into other feeds: there, seen before, of the right kind, of the right author."""

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_bodies import check_reference
from provenance_desk.audit.verify_heads import Sightings
from provenance_desk.audit.verify_index import FeedRead, Index, Reference, feed_at, seq_at
from provenance_desk.audit.verify_refs import DOCUMENTS, NAMED


def check_names(index: Index, findings: Findings) -> int:
    """Report ids that are not here or were used too early; how many wait for a missing feed."""
    sightings = Sightings(index)
    incomplete = any(read.broken for read in index.feeds)
    waiting = 0
    for read in index.feeds:
        for reference in read.waiting:
            places = _places(index, reference)
            if places:
                _check_seen(index, findings, sightings, read, reference, places)
            elif sightings.waits(read, reference.seq):
                waiting += 1
            elif not incomplete:
                sentence = f"{reference.name} is {NAMED[reference.want]} that is not here."
                findings.add("Q-DANGLING", sentence, read.line(reference.seq))
    return waiting


def _places(index: Index, reference: Reference) -> list[int]:
    """Where the named thing is: one event, or every entry that added the document."""
    if reference.want in DOCUMENTS and reference.name in index.documents:
        return list(index.first_added[reference.name].values())
    at = index.places.get(reference.name)
    return [] if at is None else [at]


def _check_seen(
    index: Index,
    findings: Findings,
    sightings: Sightings,
    read: FeedRead,
    reference: Reference,
    places: list[int],
) -> None:
    seen = any(
        sightings.covers(read, reference.seq, index.feeds[feed_at(at)], seq_at(at)) for at in places
    )
    if not seen:
        sentence = f"{reference.name} is used before a heads.seen names the feed it is in."
        findings.add("C-CLOCK", sentence, read.line(reference.seq))
    if reference.name in index.places:
        check_reference(index, findings, read, reference, index.places[reference.name])
