"""How far each own feed had come, kept beside the key and not in the project file.

If the mark is ahead of the project file, the file is an older copy (a restored backup, a copied
profile), and going on in the same feed would make two histories of one author.

One small file per feed, replaced after each commit and not flushed to the disk: the project file's
own commit, which is flushed, comes first, so a power cut can only leave the mark behind the file,
which does no harm; a flush would cost as much again as the commit.
"""

from dataclasses import dataclass
from pathlib import Path

from provenance_desk.audit import canonical
from provenance_desk.audit.errors import HomeError, NotCanonical
from provenance_desk.audit.home import write_private
from provenance_desk.audit.text_rules import HEX_32, HEX_64

_FOLDER = "high-water"


@dataclass(frozen=True, slots=True)
class Mark:
    """The longest a feed was seen on this computer: its number of events, its last event's id."""

    feed: str
    size: int
    head: str


class HighWater:
    """The marks of one home."""

    def __init__(self, home: Path) -> None:
        self._folder = home / _FOLDER

    def mark(self, project: str, feed: str) -> Mark | None:
        """The mark of a feed, or None if this computer never wrote one it can read."""
        return _read(self._path(project, feed))

    def marks(self, project: str) -> dict[str, Mark]:
        """Every mark of a project, by feed."""
        paths = (self._folder / _checked(project)).glob("*")
        found = (_read(path) for path in paths if HEX_32.fullmatch(path.name))
        return {mark.feed: mark for mark in found if mark}

    def raise_mark(self, project: str, feed: str, size: int, head: str) -> bool:
        """Remember that the feed has come this far; a mark is never lowered.

        False if the home can't be written. What was saved in the project is not in doubt then, so
        this does not raise; only an older copy of the file would not be noticed.
        """
        path = self._path(project, feed)
        before = _read(path)
        if before and before.size >= size:
            return True
        line = canonical.encode({"feed": feed, "head": head, "size": size})
        try:
            write_private(path, line + b"\n", durable=False)
        except HomeError:
            return False
        return True

    def _path(self, project: str, feed: str) -> Path:
        return self._folder / _checked(project) / _checked(feed)


def _checked(name: str) -> str:
    """An id that may stand in a path; ids come from files of others too."""
    if not HEX_32.fullmatch(name):
        raise ValueError(f"not a project or feed id: {name!r}")
    return name


def _read(path: Path) -> Mark | None:
    """A mark, or None if it is missing or was cut by a power failure."""
    try:
        value = canonical.parse(path.read_bytes().removesuffix(b"\n"))
    except (OSError, NotCanonical):
        return None
    match value:
        case {"feed": path.name, "head": str(head), "size": int(size)} if HEX_64.fullmatch(head):
            return Mark(path.name, size, head)
        case _:
            return None
