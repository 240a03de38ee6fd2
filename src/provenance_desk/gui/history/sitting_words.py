"""What a sitting is called, from a sample of its entries, and what it came to; no Qt."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from provenance_desk.domain.events import Event

SAMPLE: Final = 40
LONGEST: Final = 44
MOST_NOUNS: Final = 4

NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "link.made": ("link", "links"),
    "link.revised": ("change of mind", "changes of mind"),
    "link.retracted": ("change of mind", "changes of mind"),
    "event.undone": ("undo", "undos"),
    "claim.added": ("claim", "claims"),
    "claim.reworded": ("rewording", "rewordings"),
    "document.added": ("document", "documents"),
    "document.described": ("document card", "document cards"),
    "origin.added": ("origin", "origins"),
    "passage.zoned": ("zone", "zones"),
    "passage.same_as": ("same text", "same texts"),
    "passage.skipped": ("nothing to link", "nothing to link"),
    "note.added": ("note", "notes"),
    "disagreement.settled": ("disagreement settled", "disagreements settled"),
    "bundle.exported": ("export", "exports"),
    "bundle.merged": ("merge", "merges"),
}


def sitting_title(
    types: Sequence[str], sample: Sequence[Event], title_of: Callable[[str], str]
) -> str:
    """What a reviewer did in one sitting, in few words."""
    kinds = Counter(types)
    if "project.created" in kinds:
        return "Set up the project"
    read = Counter(document for event in sample if (document := _read(event)))
    if read:
        return _read_words(list(read), title_of)
    if "bundle.merged" in kinds:
        return "Merged a bundle"
    if number := kinds["document.added"]:
        return "Added a document" if number == 1 else f"Added {number:,} documents"
    if "bundle.exported" in kinds:
        return "Exported a bundle"
    if any(kind.startswith("claim") for kind in kinds):
        return "Worked on claims"
    return "Kept the project in order"


def _read(event: Event) -> str:
    """The document that an entry reads, if it reads one."""
    if not event.type.startswith(("link.", "passage.", "sentence")):
        return ""
    document = getattr(event.body, "document", "")
    return document if isinstance(document, str) else ""


def _read_words(documents: Sequence[str], title_of: Callable[[str], str]) -> str:
    if len(documents) > 2:
        return f"Read {len(documents)} documents"
    longest = LONGEST if len(documents) == 1 else LONGEST // 2
    return "Read " + " and ".join(f"“{_cut(title_of(d), longest)}”" for d in documents)


def _cut(title: str, longest: int) -> str:
    if len(title) <= longest:
        return title
    return title[:longest].rsplit(" ", 1)[0].rstrip(" ,;:‘“’") + "…"
