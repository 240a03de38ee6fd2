"""What the exporter signed: the note over manifest and heads, and the SSH signature beside it."""

from collections.abc import Iterable

from provenance_desk.audit.checkpoints import BundleNote, open_bundle
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.keys import key_name
from provenance_desk.audit.sshsig import allowed_signers_line, check_ssh
from provenance_desk.audit.verification import Head
from provenance_desk.audit.verify_lines import plural
from provenance_desk.exchange import bag_layout
from provenance_desk.exchange.bag_reader import Bag


def check_note(bag: Bag, findings: Findings) -> BundleNote | None:
    """The signed note of the bundle; None, and a finding, where it does not hold."""
    data = bag.tags.get(bag_layout.NOTE)
    if data is None:
        return None
    try:
        note = open_bundle(data)
    except Refused as problem:
        findings.add_refused(problem, bag_layout.NOTE)
        return None
    if note.manifest != bag.hashes.get(bag_layout.MANIFEST):
        sentence = f"the exporter signed another {bag_layout.MANIFEST} than the one here."
        findings.add("B-MISMATCH", sentence, bag_layout.NOTE)
        return note
    _check_ssh(bag, note, findings)
    return note


def _check_ssh(bag: Bag, note: BundleNote, findings: Findings) -> None:
    """The signature for `ssh-keygen`, by the same key, and the line that lets it check."""
    signature, signers = bag.tags.get(bag_layout.SSHSIG), bag.tags.get(bag_layout.SIGNERS)
    manifest = bag.tags.get(bag_layout.MANIFEST, b"")
    try:
        if signature is not None:
            check_ssh(signature, manifest, note.exporter)
    except Refused as problem:
        findings.add_refused(problem, bag_layout.SSHSIG)
    right = allowed_signers_line(note.exporter, key_name(note.exporter)).encode()
    if signers is not None and signers != right:
        sentence = "the file does not name the exporter's key, and that alone."
        findings.add("B-SIGNERS", sentence, bag_layout.SIGNERS)


def check_note_heads(note: BundleNote, heads: Iterable[Head], findings: Findings) -> None:
    """Report feeds of the bundle that are not the ones the exporter signed for."""
    here = {head.feed: (head.size, head.head) for head in heads}
    signed = {head.feed: (head.size, head.head) for head in note.feeds}
    for feed in sorted(here.keys() | signed.keys()):
        if feed not in here:
            sentence = f"the exporter signed for feed {feed}, which is not here."
        elif feed not in signed:
            sentence = f"the exporter did not sign for feed {feed}."
        elif here[feed] != signed[feed]:
            size = plural(signed[feed][0], "entry")
            sentence = f"the exporter signed for another feed {feed}, with {size}."
        else:
            continue
        findings.add("B-MISMATCH", sentence, bag_layout.NOTE)
