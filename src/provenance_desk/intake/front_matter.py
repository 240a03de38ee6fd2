"""The block between `---` lines at the top of a Markdown file: what the author says about it."""

import re
from typing import NamedTuple

from provenance_desk.intake.proposals import Proposals, day_of

_BLOCK = re.compile(
    r"---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*))?|[ \t]*#.*|[ \t]+.*|- .*|[ \t]*")
_FIELDS = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "published": ("date", "published", "pubdate"),
    "site": ("publisher", "site", "source"),
    "url": ("url", "link", "canonical_url", "source_url"),
    "language": ("lang", "language"),
}


class FrontMatter(NamedTuple):
    """The text after the block, and what the block proposes."""

    rest: str
    proposals: Proposals
    found: bool


def split_front_matter(text: str) -> FrontMatter:
    """Take the block off; a text that only begins with a line of dashes is left whole."""
    block = _BLOCK.match(text)
    lines = block[1].splitlines() if block else []
    matches = [_LINE.fullmatch(line) for line in lines]
    pairs = {m[1].lower(): _bare(m[2] or "") for m in matches if m and m[1]}
    if block is None or not pairs or not all(matches):
        return FrontMatter(text, Proposals(), found=False)
    return FrontMatter(text[block.end() :], _proposals(pairs), found=True)


def _proposals(pairs: dict[str, str]) -> Proposals:
    values = {
        field: next((pairs[key] for key in keys if pairs.get(key)), "")
        for field, keys in _FIELDS.items()
    }
    values["published"] = day_of(values["published"])
    return Proposals(**values)


def _bare(value: str) -> str:
    """A YAML scalar or flow list as plain words."""
    inner = value.strip()
    if inner.startswith("[") and inner.endswith("]"):
        return ", ".join(_bare(part) for part in inner[1:-1].split(","))
    if len(inner) > 1 and inner[0] in "\"'" and inner[-1] == inner[0]:
        return inner[1:-1]
    return "" if inner in ("|", ">", "null", "~") else inner
