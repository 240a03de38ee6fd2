"""The feeds and documents of a bundle, as verification and merging read them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Final

from provenance_desk.audit.canonical import MAX_LINE
from provenance_desk.audit.errors import Refused
from provenance_desk.exchange import bag_layout
from provenance_desk.exchange.bag_reader import Bag

MAX_NOTE_PIECES: Final = 9
"""More pieces than the largest note that is read has; the rest is not needed to refuse it."""

_FOLDER: Final = {"original": "data/originals", "text": "data/texts", "table": "data/tables"}


class BundleFeed:
    """One feed of a bundle, or one tail of a forked feed."""

    def __init__(self, bag: Bag, feed: str, tail: str = "") -> None:
        self.feed, self.tail = feed, tail
        folder = f"data/forks/{feed}-{tail}" if tail else f"data/feeds/{feed}"
        self.place = f"{folder}/events.jsonl"
        self.attachments_place = f"{folder}/attachments.jsonl"
        self.checkpoint_place = f"{folder}/checkpoint.note"
        self._bag = bag

    def lines(self) -> Iterator[bytes]:
        """The lines of its entries; `Refused` E-LINES or E-TOOLONG where they are none."""
        return self._lines(self.place)

    def attachments(self) -> Iterator[bytes]:
        """The lines of its attachments."""
        return self._lines(self.attachments_place)

    def checkpoint(self) -> bytes | None:
        """Its checkpoint, None where there is none."""
        if not self._bag.holds(self.checkpoint_place):
            return None
        return b"".join(islice(self._bag.chunks(self.checkpoint_place), MAX_NOTE_PIECES))

    def _lines(self, path: str) -> Iterator[bytes]:
        if self._bag.holds(path):
            yield from lines_of(self._bag.chunks(path))


class BundleDocuments:
    """The documents of a bundle; what was left out is None."""

    def __init__(self, bag: Bag) -> None:
        self._bag = bag

    @cached_property
    def _originals(self) -> dict[str, str]:
        found = bag_layout.named_by_hash(self._bag.hashes)
        return {name: path for path, name in found if path.startswith(_FOLDER["original"])}

    def text(self, name: str) -> Iterable[bytes] | None:
        """The bytes of the text with that hash, in pieces."""
        path = self.where("text", name)
        return self._bag.chunks(path) if path in self._bag.hashes else None

    def original(self, name: str) -> tuple[str, int] | None:
        """SHA-256 and number of bytes of the original that goes by that hash."""
        path = self._originals.get(name)
        return (self._bag.hashes[path], self._bag.sizes[path]) if path else None

    def table(self, name: str) -> bytes | None:
        """The base table with that hash."""
        path = self.where("table", name)
        return self._bag.data(path) if path in self._bag.hashes else None

    def where(self, kind: str, name: str) -> str:
        """The path of a `text`, `original` or `table`."""
        if kind == "original":
            return self._originals.get(name, f"{_FOLDER[kind]}/{name}")
        return f"{_FOLDER[kind]}/{name}.{'txt' if kind == 'text' else 'json'}"


def bundle_feeds(bag: Bag) -> list[BundleFeed]:
    """Every feed of the bundle, then every tail of a fork whose feed is here."""
    feeds = bag_layout.feeds_in(bag.files.paths)
    forks = bag_layout.forks_in(bag.files.paths)
    return [BundleFeed(bag, feed) for feed in feeds] + [
        BundleFeed(bag, feed, tail) for feed, tail in forks if feed in feeds
    ]


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines that the pieces add up to; every line ends with one LF and nothing else."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            if line.endswith(b"\r"):
                raise Refused("E-LINES", "the line ends with a carriage return.")
            yield line
        if len(rest) > MAX_LINE + 1:
            raise Refused("E-TOOLONG", f"the line has more than {MAX_LINE} bytes.")
    if rest:
        raise Refused("E-LINES", "the last line has no end.")
