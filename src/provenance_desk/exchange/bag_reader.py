"""Reads a bag: every file is listed, every listed file is here, every hash and count holds."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Exit, Findings, exit_of
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
    """A bag: hash and size of every file that was read to its end, and its small tag files."""

    files: BagFiles
    hashes: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    tags: dict[str, bytes] = field(default_factory=dict)
    renderer: str = ""
    _paths: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._paths = frozenset(self.files.paths)

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._paths

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file in pieces; hashed on the way when it is read for the first time."""
        digest, size = None if path in self.hashes else sha256(), 0
        for block in self.files.chunks(path):
            if digest is not None:
                digest.update(block)
                size += len(block)
            yield block
        if digest is not None:
            self.hashes[path], self.sizes[path] = digest.hexdigest(), size

    def data(self, path: str) -> bytes:
        """The whole of a file."""
        return b"".join(self.chunks(path))


def read_bag(files: BagFiles, step: Callable[[int, int], None] | None = None) -> Bag:
    """Read every file but the logs, which are hashed when they are verified; raises Z-codes."""
    bag = Bag(files)
    for number, path in enumerate(files.paths):
        if not bag_layout.is_log(path):
            _read(bag, path)
        if step is not None:
            step(number + 1, len(files.paths))
    return bag


def check_bag(bag: Bag, findings: Findings) -> None:
    """Read what was not read to its end before, and report what is wrong with the bag."""
    for path in bag.files.paths:
        if path not in bag.hashes:
            try:
                deque(bag.chunks(path), maxlen=0)
            except Refused as problem:
                _report_or_raise(problem, path, findings)
    _check_declaration(bag, findings)
    payload = _manifest(bag, bag_layout.MANIFEST, findings)
    tags = _manifest(bag, bag_layout.TAG_MANIFEST, findings)
    for path in _missing(bag, payload, tags):
        findings.add("B-MISSING", "the file is not here.", shown(path, 200))
    for path in bag.files.paths:
        _check_file(bag, path, payload, tags, findings)
    if not len(findings):
        _check_oxum(bag, findings)


def _report_or_raise(problem: Refused, path: str, findings: Findings) -> None:
    if exit_of(problem.code) is Exit.REFUSED:
        raise problem
    findings.add_refused(problem, path)


def _read(bag: Bag, path: str) -> None:
    """Hash a file; keep it if it is a tag file. Damage is left for `check_bag` to report."""
    try:
        if path not in bag_layout.TAGS:
            deque(bag.chunks(path), maxlen=0)
            return
        kept, size = [], 0
        for block in bag.chunks(path):
            size += len(block)
            if size <= MAX_TAG:
                kept.append(block)
    except Refused as problem:
        _report_or_raise(problem, path, Findings())
        return
    bag.tags[path] = b"".join(kept)
    if path == bag_layout.BAG_INFO:
        bag.renderer = _renderer(bag.tags[path])


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
    forks = bag_layout.forks_in(bag.files.paths)
    feeds = {*bag_layout.feeds_in(bag.files.paths), *(feed for feed, _ in forks)}
    wanted |= {f"data/feeds/{feed}/events.jsonl" for feed in feeds}
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


def _check_oxum(bag: Bag, findings: Findings) -> None:
    """The number of bytes and files of the payload."""
    stated = [found for line in _info(bag.tags) if (found := _OXUM.fullmatch(line))]
    sizes = [size for path, size in bag.sizes.items() if path.startswith("data/")]
    if len(stated) != 1 or (int(stated[0][1]), int(stated[0][2])) != (sum(sizes), len(sizes)):
        sentence = f"the payload has {sum(sizes)} bytes in {len(sizes)} files, not what it says."
        findings.add("B-OXUM", sentence, bag_layout.BAG_INFO)


def _renderer(info: bytes) -> str:
    """Which program rendered the derived files; nothing where that is not said once."""
    lines = _info({bag_layout.BAG_INFO: info})
    named = [line.removeprefix(_RENDERER) for line in lines if line.startswith(_RENDERER)]
    return named[0] if len(named) == 1 else ""


def _info(tags: Mapping[str, bytes]) -> list[str]:
    return tags.get(bag_layout.BAG_INFO, b"").decode(errors="replace").split("\n")
