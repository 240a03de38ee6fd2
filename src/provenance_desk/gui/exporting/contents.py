"""What an export takes along and what stays here, in words; no Qt."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from provenance_desk.domain.records import Document
from provenance_desk.domain.words import Handling
from provenance_desk.exchange.bundle_out import SUFFIX
from provenance_desk.exchange.scope import Scope

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader

_LONGEST_SLUG: Final = 48
_NOT_IN_SLUGS: Final = re.compile("[^A-Za-z0-9_]+")
_TITLES: Final = 3
_LONGEST_TITLE: Final = 34


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines of what goes in, of what stays, and of what to think of before."""

    goes: Sequence[str]
    stays: Sequence[str]
    minds: Sequence[str]


def slug(title: str, otherwise: str = "project") -> str:
    """A title as the name of a bundle: plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = _NOT_IN_SLUGS.sub("-", plain.replace("'", "")).strip("-").lower()
    cut = words if len(words) <= _LONGEST_SLUG else words[:_LONGEST_SLUG].rpartition("-")[0]
    return cut or words[:_LONGEST_SLUG] or otherwise


def free_place(folder: Path, title: str, suffix: str = SUFFIX) -> Path:
    """A name made from the title that nothing in the folder has yet."""
    name = slug(title)
    path, number = folder / f"{name}{suffix}", 2
    while path.exists():
        path, number = folder / f"{name}-{number}{suffix}", number + 1
    return path


def contents(reader: "Reader", scope: Scope) -> Contents:
    """What an export of that scope would hold now."""
    documents = reader.documents()
    private = [d for d in documents if d.handling is Handling.PRIVATE]
    shared = [d for d in documents if d.handling is not Handling.PRIVATE]
    hidden = {d.id for d in private}
    links = [(d, n) for _, d, _, n in reader.link_counts()]
    quotes = sum(n for d, n in links if d not in hidden)
    withheld = sum(n for d, n in links if d in hidden)
    return Contents(
        tuple(_goes(reader, scope, shared, quotes)),
        tuple(_stays(scope, documents, shared, private, withheld)),
        tuple(_minds(shared)),
    )


def _goes(reader: "Reader", scope: Scope, shared: Sequence[Document], quotes: int) -> Iterable[str]:
    feeds, entries = reader.feeds(), reader.count_events()
    yield f"{_count(entries, 'entry', 'entries')} in {_count(len(feeds), 'feed')}, never fewer"
    yield f"{_count(quotes, 'link')} with quotes, reasons and notes"
    if scope is Scope.WHOLE and shared:
        yield f"{_count(len(shared), 'document')}, original and text: {_titles(shared)}"
    yield "the report, tables for other programs, and how to check all of it"
    yield "your signature, name and public key"


def _stays(
    scope: Scope,
    documents: Sequence[Document],
    shared: Sequence[Document],
    private: Sequence[Document],
    withheld: int,
) -> Iterable[str]:
    if scope is Scope.QUOTES and shared:
        yield f"original and text of {_count(len(shared), 'document')}"
    if private:
        said = f"marked “do not share”: {_titles(private)}"
        yield said + (f", with {_count(withheld, 'quote')}" if withheld else "")
    if obtained := sum(bool(d.card and d.card.how_obtained) for d in documents):
        yield f"how {_count(obtained, 'document')} {'was' if obtained == 1 else 'were'} obtained"
    yield "your private key; the names of this computer and its folders"


def _minds(shared: Sequence[Document]) -> Iterable[str]:
    with_conditions = [d for d in shared if d.handling is Handling.CONDITIONS]
    if with_conditions:
        yield f"May be shared with conditions only: {_titles(with_conditions)}."


def _titles(documents: Sequence[Document]) -> str:
    named = ", ".join(f"“{_cut(d.title)}”" for d in documents[:_TITLES])
    more = len(documents) - _TITLES
    return f"{named} and {more:,} more" if more > 0 else named


def _cut(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:‘“’") + "…"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
