"""What an export reads from: a project file's reader has all of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import orjson

from provenance_desk.exchange.review import Attachment, Review, ReviewSource, review_from_events


class FeedFacts(Protocol):
    """A feed, whose it is, and where it ends."""

    @property
    def feed(self) -> str:
        """The feed's id."""

    @property
    def author(self) -> str:
        """The public key that wrote it."""

    @property
    def size(self) -> int:
        """How many entries it has."""

    @property
    def head(self) -> str:
        """The id of its last entry."""


class BundleSource(ReviewSource, Protocol):
    """A review with the lines, checkpoints and originals behind it."""

    def snapshot(self) -> AbstractContextManager[object]:
        """Inside, every answer is of one moment."""

    def project_id(self) -> str:
        """The project's id."""

    def feeds(self) -> Sequence[FeedFacts]:
        """Every feed."""

    def lines(self, feed: str, /) -> Iterator[bytes]:
        """The stored lines of a feed, without newlines."""

    def attachments(self, feed: str, /) -> Iterable[tuple[str, bytes]]:
        """`(hash, line)` of the attachments that came with a feed."""

    def checkpoint(self, feed: str, /) -> bytes | None:
        """The newest signed head of a feed."""

    def original(self, digest: str, /) -> bytes | None:
        """The original bytes of that SHA-256, None where they are not here."""


def exported_review(source: BundleSource, feeds: Iterable[FeedFacts]) -> Review:
    """The review of a source, its attachments read in one go instead of one by one."""
    lines = {digest: line for feed in feeds for digest, line in source.attachments(feed.feed)}

    def attachment(digest: str) -> Attachment | None:
        line = lines.get(digest)
        return None if line is None else orjson.loads(line)

    return review_from_events(source.events(), attachment, source.text, source.table)
