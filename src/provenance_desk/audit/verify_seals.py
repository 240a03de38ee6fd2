"""Checkpoints: the author's signature over the end of a feed."""

from provenance_desk.audit.checkpoints import Checkpoint, open_checkpoint
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.verify_index import FeedRead, Index, place
from provenance_desk.audit.verify_lines import plural
from provenance_desk.audit.verify_material import FeedMaterial


def check_seal(
    material: FeedMaterial, read: FeedRead, index: Index, findings: Findings, *, sealed: bool
) -> None:
    """Report a checkpoint that is missing, not the author's, or not of this feed's end."""
    where, note = material.checkpoint_place, material.checkpoint()
    if material.tail not in ("", read.head):
        findings.add("T-HEAD", "the fork ends at another entry than its folder names.", where)
    if note is None:
        if sealed:
            findings.add("C-MISSING", f"feed {read.feed} has no checkpoint.", where)
        return
    try:
        checkpoint = open_checkpoint(note, read.author, project=index.project, feed=read.feed)
        _compare(checkpoint, read, index, sealed=sealed)
    except Refused as problem:
        findings.add_refused(problem, where)


def _compare(checkpoint: Checkpoint, read: FeedRead, index: Index, *, sealed: bool) -> None:
    size = checkpoint.size
    if size > read.size or (sealed and size != read.size) or size <= read.first:
        sentence = f"feed {read.feed} was signed with {plural(size, 'event')}"
        raise Refused("T-SIZE", f"{sentence}, this file has {read.size}.")
    at = index.places.get(checkpoint.head)
    if at != place(read.number, size - 1):
        raise Refused("T-HEAD", f"feed {read.feed} was signed with another event {size - 1}.")
