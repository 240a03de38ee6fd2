"""Signed heads: the checkpoint of one feed, and the note over a whole bundle.

A checkpoint is a signed note (see `notes`) over exactly these four lines:

    provdesk/1 checkpoint
    <project id, 32 hex>/<feed id, 32 hex>
    <size: number of events, decimal without leading zeros>
    <head: id of the last of them, 64 hex>

A bundle's `export.note` is a signed note over these lines, the feeds in ascending order:

    provdesk/1 bundle
    <project id, 32 hex>
    <scope: whole or quotes>
    <public key of the exporter, 64 hex>
    <SHA-256 of manifest-sha256.txt, 64 hex>
    <feed id> <size> <head>                       once per feed
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from provenance_desk.audit.errors import BadNote
from provenance_desk.audit.keys import SigningKey
from provenance_desk.audit.notes import open_note, parse_note, sign_note
from provenance_desk.audit.text_rules import HEX_32, HEX_64, shown
from provenance_desk.domain.errors import InvalidValue

SCOPES: Final = ("whole", "quotes")
"""What a bundle carries: documents as they are, or their quotes only."""

_CHECKPOINT: Final = "provdesk/1 checkpoint"
_BUNDLE: Final = "provdesk/1 bundle"
_SIZE: Final = re.compile("[1-9][0-9]{0,15}")
_NEWER: Final = re.compile("provdesk/([2-9]|[1-9][0-9]{1,3}) (checkpoint|bundle)")


@dataclass(frozen=True, slots=True)
class FeedHead:
    """How far a feed goes: its number of events and the id of the last."""

    feed: str
    size: int
    head: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a feed as its author signs it."""

    project: str
    feed: str
    size: int
    head: str

    @property
    def text(self) -> str:
        """The lines that are signed."""
        return f"{_CHECKPOINT}\n{self.project}/{self.feed}\n{self.size}\n{self.head}\n"


@dataclass(frozen=True, slots=True)
class BundleNote:
    """What the exporter of a bundle signs."""

    project: str
    scope: str
    exporter: str
    manifest: str
    feeds: tuple[FeedHead, ...]

    @property
    def text(self) -> str:
        """The lines that are signed."""
        top = (_BUNDLE, self.project, self.scope, self.exporter, self.manifest)
        feeds = (f"{known.feed} {known.size} {known.head}" for known in self.feeds)
        return "\n".join((*top, *feeds, ""))


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> bytes:
    """The signed note of a checkpoint; InvalidValue if its fields have the wrong form."""
    _check_own(parse_checkpoint, checkpoint.text)
    return sign_note(checkpoint.text, key)


def open_checkpoint(
    note: bytes, author: str, *, project: str | None = None, feed: str | None = None
) -> Checkpoint:
    """The checkpoint that this author signed, of this project and feed where they are given.

    BadNote otherwise: T-NOTE, T-NOKEY, T-SIGNATURE, then T-ORIGIN, T-SIZE, T-HEAD, V-NEWER.
    """
    checkpoint = parse_checkpoint(open_note(note, author))
    wanted = (project or checkpoint.project, feed or checkpoint.feed)
    if (checkpoint.project, checkpoint.feed) != wanted:
        raise BadNote("T-ORIGIN", f"The checkpoint is of feed {checkpoint.feed}, not of this one.")
    return checkpoint


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint of a note's text, whoever signed it; BadNote if it is none."""
    title, *lines = text.split("\n")
    _check_title(title, _CHECKPOINT)
    if len(lines) != 4 or lines[3]:
        raise BadNote("T-ORIGIN", "The checkpoint has more or fewer than its four lines.")
    project, slash, feed = lines[0].partition("/")
    if not (slash and HEX_32.fullmatch(project) and HEX_32.fullmatch(feed)):
        raise BadNote("T-ORIGIN", f"“{shown(lines[0], 70)}” names no project and feed.")
    return Checkpoint(project, feed, _size(lines[1]), _hash(lines[2], "T-HEAD", "a head"))


def sign_bundle(bundle: BundleNote, key: SigningKey) -> bytes:
    """The signed `export.note` of a bundle; InvalidValue if a field has the wrong form."""
    if bundle.exporter != key.public:
        raise InvalidValue("A bundle is signed by the key that it names as its exporter.")
    _check_own(parse_bundle, bundle.text)
    return sign_note(bundle.text, key)


def open_bundle(note: bytes) -> BundleNote:
    """What the exporter named in the note signed; BadNote if it does not hold.

    Whether that exporter is trusted, and the manifest is the one beside it, is for the caller.
    """
    bundle = parse_bundle(parse_note(note).text)
    open_note(note, bundle.exporter)
    return bundle


def parse_bundle(text: str) -> BundleNote:
    """The bundle note of a note's text, whoever signed it; BadNote if it is none."""
    title, *lines = text.split("\n")
    _check_title(title, _BUNDLE)
    if len(lines) < 5 or lines[-1]:
        raise BadNote("T-ORIGIN", "The bundle's note has too few lines.")
    project, scope, exporter, manifest, *heads = lines[:-1]
    if not HEX_32.fullmatch(project):
        raise BadNote("T-ORIGIN", f"“{shown(project, 40)}” is no project.")
    if scope not in SCOPES:
        raise BadNote("T-ORIGIN", f"“{shown(scope, 40)}” is no scope of a bundle.")
    exporter = _hash(exporter, "T-ORIGIN", "a public key")
    feeds = tuple(_feed_head(line) for line in heads)
    ids = [known.feed for known in feeds]
    if ids != sorted(set(ids)):
        raise BadNote("T-ORIGIN", "The feeds of the bundle's note are not in order.")
    return BundleNote(project, scope, exporter, _hash(manifest, "T-ORIGIN", "a hash"), feeds)


def _check_title(title: str, wanted: str) -> None:
    if _NEWER.fullmatch(title):
        raise BadNote("V-NEWER", f"“{title}” was made by a newer version of this program.")
    if title != wanted:
        raise BadNote("T-ORIGIN", f"The note says “{shown(title, 40)}”, not “{wanted}”.")


def _feed_head(line: str) -> FeedHead:
    feed, _, rest = line.partition(" ")
    size, _, head = rest.partition(" ")
    if not HEX_32.fullmatch(feed):
        raise BadNote("T-ORIGIN", f"“{shown(line, 40)}” names no feed.")
    return FeedHead(feed, _size(size), _hash(head, "T-HEAD", "a head"))


def _size(text: str) -> int:
    if not _SIZE.fullmatch(text):
        raise BadNote("T-SIZE", f"“{shown(text, 40)}” is not a number of events.")
    return int(text)


def _hash(text: str, code: str, what: str) -> str:
    if not HEX_64.fullmatch(text):
        raise BadNote(code, f"“{shown(text, 70)}” is not {what}.")
    return text


def _check_own(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except BadNote as problem:
        raise InvalidValue(f"This can't be signed: {problem.sentence}") from problem
