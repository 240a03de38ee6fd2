"""Markdown as its author meant it to be read: headings marked, bullets, links as their words."""

from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference

from provenance_desk.intake.cleaning import clean
from provenance_desk.intake.encoding import decode
from provenance_desk.intake.errors import TooBig
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.front_matter import split_front_matter
from provenance_desk.intake.markdown_text import MarkdownText
from provenance_desk.intake.marks import MarkKind
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.proposals import Proposals

READER = "markdown/1"
MAX_MARKDOWN = 5_000_000


def read_markdown(data: bytes, name: str) -> Extracted:
    """The rendered words of a Markdown file; the front matter becomes proposals."""
    if len(data) > MAX_MARKDOWN:
        raise TooBig(name, "is too big for Markdown (over 5 MB). Rename it to .txt, and add that.")
    decoded = decode(data, name)
    source, replaced = clean(decoded.text)
    front = split_front_matter(source)
    page = MarkdownText()
    page.render(_parser().parse(front.rest))
    found = Extracted(
        page.builder.text(),
        MediaType.MARKDOWN,
        READER,
        decoded.encoding,
        replaced,
        page.builder.sorted_marks(),
        front.proposals,
        (*decoded.notes, *_notes(page, front_matter=front.found)),
    )
    return replace(found, proposals=front.proposals.or_else(_title_of(found)))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference_but_no_footnote)
    return parser


def _reference_but_no_footnote(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A footnote is a source: it stays in the text, where CommonMark would swallow it."""
    begin = state.bMarks[first] + state.tShift[first]
    return not state.src.startswith("[^", begin) and reference(state, first, last, silent)


def _title_of(found: Extracted) -> Proposals:
    tops = (mark for mark in found.marks if mark.kind is MarkKind.HEADING and mark.level == 1)
    top = next(tops, None)
    return Proposals(title=found.text[top.start : top.end] if top else "")


def _notes(page: MarkdownText, *, front_matter: bool) -> tuple[str, ...]:
    notes = []
    if front_matter:
        notes.append("The lines about the document at its top were read as proposals, not as text.")
    if page.links:
        links = "1 link is" if page.links == 1 else f"{page.links} links are"
        notes.append(f"{links} in the text as words only; the addresses are in the original file.")
    return tuple(notes)
