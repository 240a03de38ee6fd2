"""Saved web pages: the main text, and what the page says about itself as proposals."""

import copy
import logging
from dataclasses import dataclass
from typing import Any

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from provenance_desk.intake.building import TextBuilder
from provenance_desk.intake.cleaning import REPLACEMENT, clean
from provenance_desk.intake.encoding import decode
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.html_page import Page, declared_charset, parse_page, words_of_source
from provenance_desk.intake.html_prepare import keep_words, tell_repeats_apart, without_marks
from provenance_desk.intake.html_stated import stated_by
from provenance_desk.intake.html_text import PageText
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.proposals import NOTHING_PROPOSED, Proposals

READER = "html/1"

# Above this the extractor takes many seconds: a page of that size is a list, not an article.
_MOST_ELEMENTS = 20_000
_LONGEST_SOURCE = 3_000_000

_MAIN = "Only the main text of the page was taken; menus, comments and side columns were left out."
_WHOLE = "The whole page was taken, without menus: its main text could not be told from the rest."
_BROKEN = "The page's markup is broken: all of its words were taken, without headings."
_GUESSED_DATE = "The date was found by a guess in the page: check it."

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class _Main:
    """The text of a page with its proposals and notes."""

    builder: TextBuilder
    proposals: Proposals
    notes: tuple[str, ...]


def read_html(data: bytes, name: str) -> Extracted:
    """The main text of a saved page; nothing is fetched."""
    decoded = decode(data, name, declared_charset(data))
    source, replaced = clean(decoded.text)
    main = _main_of(parse_page(source))
    text = main.builder.text()
    return Extracted(
        text,
        MediaType.HTML,
        READER,
        decoded.encoding,
        min(replaced, text.count(REPLACEMENT)) + main.builder.replaced,
        main.builder.sorted_marks(),
        main.proposals,
        (*decoded.notes, *main.notes),
    )


def _main_of(page: Page) -> _Main:
    if page.tree is None:
        builder = TextBuilder()
        for part in words_of_source(page.source).split("\n"):
            builder.add(" ".join(part.split()))
        return _Main(builder, NOTHING_PROPOSED, (_BROKEN,))
    stated = stated_by(page.tree)
    keep_words(page.tree)
    headline = _headline(page.tree)
    found = _extract(page) if len(page.source) <= _LONGEST_SOURCE else None
    if found is None:
        return _whole(page.tree, stated)
    return _extracted(headline, found, stated)


def _extract(page: Page) -> Document | None:
    """What trafilatura takes for the main text; none where it tells no parts of a page apart."""
    if sum(1 for _ in page.tree.iter()) > _MOST_ELEMENTS:
        return None
    tree = copy.deepcopy(page.tree)
    tell_repeats_apart(tree)
    try:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
    if not isinstance(found, Document) or found.body is None or len(found.body) < 2:
        return None
    without_marks(found.body)
    return found


def _extracted(headline: str, found: Document, stated: Proposals) -> _Main:
    guessed = Proposals(
        title=found.title or "",
        author=(found.author or "").replace("; ", ", "),
        published=found.date or "",
        site=found.sitename or "",
    )
    proposals = stated.or_else(guessed)
    page = PageText()
    if headline and headline not in " ".join("".join(found.body.itertext()).split()):
        page.builder.add_heading(headline, 1)
    page.add(found.body)
    notes = (_MAIN, _GUESSED_DATE) if guessed.published and not stated.published else (_MAIN,)
    return _Main(page.finish(), proposals, notes)


def _headline(tree: Any) -> str:
    """The first `h1`, if the page is titled like it: elsewhere it is the name of the site."""
    shown = next((" ".join(h1.text_content().split()) for h1 in tree.iter("h1")), "")
    title = " ".join((tree.findtext(".//title") or "").split())
    return shown if shown and title and (shown in title or title in shown) else ""


def _whole(tree: Any, stated: Proposals) -> _Main:
    page = PageText(whole_page=True)
    page.add(tree)
    title = tree.findtext(".//title") or ""
    return _Main(page.finish(), stated.or_else(Proposals(title=title)), (_WHOLE,))
