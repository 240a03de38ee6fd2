"""What verification is given: the feeds and documents of a bundle or of a project file."""

from collections.abc import Iterable
from typing import Protocol


class FeedMaterial(Protocol):
    """One feed, or one tail of a forked feed, as its holder gives it.

    The iterators may raise `Refused` where even the lines can't be told apart.
    """

    @property
    def feed(self) -> str:
        """The id that the feed goes by here."""

    @property
    def place(self) -> str:
        """How to name its entries in a finding."""

    @property
    def attachments_place(self) -> str:
        """How to name its attachments in a finding."""

    @property
    def checkpoint_place(self) -> str:
        """How to name its checkpoint in a finding."""

    @property
    def tail(self) -> str:
        """The head of a fork's tail; empty for a feed."""

    def lines(self) -> Iterable[bytes]:
        """The lines of its entries, without newlines."""

    def attachments(self) -> Iterable[bytes]:
        """The lines of its attachments, without newlines."""

    def checkpoint(self) -> bytes | None:
        """Its newest checkpoint, None where it has none."""
