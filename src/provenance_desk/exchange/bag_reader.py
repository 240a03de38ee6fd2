"""Reads a bag: every file is listed, every listed file is here, every hash and count holds."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.text_rules import shown
from provenance_desk.exchange import bag_layout
from provenance_desk.exchange.bag_files import BagFiles
from provenance_desk.exchange.zip_names import is_plain

MAX_TAG: Final = 8 * 2**20
"""Most bytes of a tag file."""

_LINE: Final = re.compile(rb"([0-9a-f]{64})  ([^\r\n]+)")
_OXUM: Final = re.compile(r"Payload-Oxum: ([0-9]{1,15})\.([0-9]{1,7})")
_RENDERER: Final = "Provenance-Desk-Renderer: "


@dataclass(slots=True)
class Bag:
    """A bag whose files were all read once: their hashes and sizes, and its small tag files."""

    files: BagFiles
    hashes: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    tags: dict[str, bytes] = field(default_factory=dict)
    renderer: str = ""

    def data(self, path: str) -> bytes:
        """The whole of a file."""
        return b"".join(self.files.chunks(path))


def read_bag(
    files: BagFiles, findings: Findings, step: Callable[[int, int], None] | None = None
) -> Bag:
    """Read every file once and report what is wrong with the bag; Z-codes are raised."""
    bag = Bag(files)
    for number, path in enumerate(files.paths):
        _hash(bag, path, findings)
        if step is not None:
            step(number + 1, len(files.paths))
    _check_declaration(bag, findings)
    payload = _manifest(bag, bag_layout.MANIFEST, findings)
    tags = _manifest(bag, bag_layout.TAG_MANIFEST, findings)
    for path in _missing(bag, payload, tags):
        findings.add("B-MISSING", "the file is not here.", shown(path, 200))
    for path in files.paths:
        _check_file(bag, path, payload, tags, findings)
    if not any(finding.code == "B-HASH" for finding in findings):
        _check_info(bag, findings)
    return bag


def _hash(bag: Bag, path: str, findings: Findings) -> None:
    digest, size = sha256(), 0
    kept: list[bytes] | None = [] if path in bag_layout.TAGS else None
    try:
        for block in bag.files.chunks(path):
            digest.update(block)
            size += len(block)
            if kept is not None and size <= MAX_TAG:
                kept.append(block)
    except Refused as problem:
        if problem.code.startswith("Z"):
            raise
        findings.add_refused(problem, path)
        return
    bag.hashes[path], bag.sizes[path] = digest.hexdigest(), size
    if kept is not None:
        bag.tags[path] = b"".join(kept)


def _check_declaration(bag: Bag, findings: Findings) -> None:
    declared = bag.tags.get(bag_layout.BAGIT)
    if declared is not None and declared != bag_layout.DECLARATION:
        findings.add("B-BAGIT", "the file is not the two lines of BagIt 1.0.", bag_layout.BAGIT)


def _manifest(bag: Bag, name: str, findings: Findings) -> dict[str, str]:
    """The hashes that a manifest lists by path; what is not a plain line of it is reported."""
    listed: dict[str, str] = {}
    data = bag.tags.get(name)
    if data is None:
        return listed
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        found = _LINE.fullmatch(line)
        if not found or not _may_list(name, found[2]) or found[2].decode() in listed:
            sentence = "not the SHA-256 and the path of a file, listed once."
            findings.add("B-MANIFEST", sentence, f"{name} line {number}")
        else:
            listed[found[2].decode()] = found[1].decode()
    if not data.endswith(b"\n"):
        findings.add("B-MANIFEST", "the last line has no end.", name)
    return listed


def _may_list(manifest: str, path: bytes) -> bool:
    in_payload = path.startswith(b"data/")
    return is_plain(path) and in_payload == (manifest == bag_layout.MANIFEST)


def _missing(bag: Bag, payload: Iterable[str], tags: Iterable[str]) -> list[str]:
    """The files that are listed or that every bundle has, and that are not here."""
    wanted = {*payload, *tags, *bag_layout.TAGS, *bag_layout.DERIVED}
    feeds = bag_layout.feeds_in(bag.files.paths)
    wanted |= {f"data/feeds/{feed}/events.jsonl" for feed in feeds}
    forks = bag_layout.forks_in(bag.files.paths)
    wanted |= {f"data/forks/{feed}-{head}/events.jsonl" for feed, head in forks}
    return sorted(wanted.difference(bag.files.paths))


def _check_file(
    bag: Bag, path: str, payload: dict[str, str], tags: dict[str, str], findings: Findings
) -> None:
    where = shown(path, 200)
    in_payload = path.startswith("data/")
    listed = (payload if in_payload else tags).get(path)
    if in_payload and listed is None:
        findings.add("B-UNLISTED", "the file is in no manifest.", where)
    elif not bag_layout.is_known(path):
        findings.add("B-UNEXPECTED", "a bundle has no such file.", where)
    elif listed is None and path != bag_layout.TAG_MANIFEST:
        findings.add("B-UNLISTED", "the file is in no manifest.", where)
    elif listed is not None and bag.hashes.get(path, listed) != listed:
        findings.add("B-HASH", "the file is not the one that the manifest lists.", where)


def _check_info(bag: Bag, findings: Findings) -> None:
    """The number of payload bytes and files, and which program rendered the derived files."""
    try:
        lines = bag.tags.get(bag_layout.BAG_INFO, b"").decode().split("\n")
    except UnicodeDecodeError:
        lines = []
    stated = [found for line in lines if (found := _OXUM.fullmatch(line))]
    sizes = [size for path, size in bag.sizes.items() if path.startswith("data/")]
    if len(stated) != 1 or (int(stated[0][1]), int(stated[0][2])) != (sum(sizes), len(sizes)):
        sentence = f"the payload has {sum(sizes)} bytes in {len(sizes)} files, not what it says."
        findings.add("B-OXUM", sentence, bag_layout.BAG_INFO)
    named = [line.removeprefix(_RENDERER) for line in lines if line.startswith(_RENDERER)]
    bag.renderer = named[0] if len(named) == 1 else ""
