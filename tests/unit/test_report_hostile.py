"""No text of a review, however hostile, becomes markup of what is derived from it."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance_desk.audit.text_rules import FORBIDDEN
from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.words import Mode, Naming
from provenance_desk.exchange.report_html import report_html
from provenance_desk.exchange.report_md import report_md
from provenance_desk.exchange.report_paper import report_paper
from tests.pages import Page
from tests.trail import Trail

HOSTILE = st.one_of(
    st.sampled_from([
        "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><script>",
        "</mark></blockquote><h1>", "javascript:alert(1)", "&lt;b&gt; &amp;", "'; } body{",
        "<!--", "]]>", "\u202eevil\u202c", "[x](javascript:alert(1))", "![x](http://e.x/y)",
        "<http://example.com>", "```\n# x", "* a\n+ b\n1. c", "|a|b|", "http://example.com",
        "\\<b>", "`<b>`", "**<i>**", "a  \nb", "\ttab", "=1+1", "\u2028", "<a href=//e.x>",
    ]),
    st.text(
        st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cc", "Cs"]),
        min_size=1, max_size=40,
    ).filter(lambda text: not FORBIDDEN.search(text)),
)  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "aria-hidden",
    "aria-label", "aria-labelledby", "viewbox", "cx", "cy", "r", "d", "fill-rule", "dir",
    "data-start", "data-end", "datetime", "start",
}  # fmt: skip
PAPER_ATTRIBUTES = {
    "style", "class", "width", "cellpadding", "cellspacing", "bgcolor", "align", "dir", "start",
}  # fmt: skip
ALLOWED_TAGS = {
    "html", "head", "meta", "title", "style", "body", "svg", "symbol", "circle", "path", "use",
    "div", "span", "nav", "a", "header", "main", "section", "article", "h1", "h2", "h3", "h4",
    "p", "ul", "ol", "li", "dl", "dt", "dd", "b", "bdi", "i", "blockquote", "mark", "time",
    "code", "pre", "table", "tbody", "tr", "th", "td", "strong", "em", "br",
}  # fmt: skip


def hostile_trail(words: list[str]) -> Trail:
    """A review whose every free field is hostile."""
    given: Iterator[str] = iter(words)
    line = " ".join(next(given).split()) or "x"
    trail = Trail(line, next(given))
    text = f"{next(given)}\n{next(given)}\n"
    document = trail.document(
        f"{line}.txt", text, title=next(given), publisher=next(given), url=next(given),
        language=next(given),
    )  # fmt: skip
    claim = trail.claim(next(given))
    hop = Speaker(next(given), Naming.NAMED, Mode.QUOTED)
    origin = trail.origin(next(given))
    trail.link(
        claim, document, 0, len(text) - 1, stance="contradicts", status="disputed",
        origin=origin, access="quoted", speakers=(hop,), rationale=next(given),
    )  # fmt: skip
    return trail


@settings(max_examples=150, deadline=None)
@given(st.lists(HOSTILE, min_size=12, max_size=12))
def test_no_text_of_a_review_becomes_markup_of_the_page(words: list[str]) -> None:
    trail = hostile_trail(words)
    page = Page(report_html(trail.review()))
    assert set(page.tags) <= ALLOWED_TAGS
    assert {name for _, name, _ in page.attributes} <= ALLOWED_ATTRIBUTES
    hrefs = {value or "" for _, name, value in page.attributes if name == "href"}
    assert all(href.startswith("#") for href in hrefs)
    assert page.tags.count("h1") == page.tags.count("style") == page.tags.count("mark") == 1
    exact = f"{words[2]}\n{words[3]}\n"[:-1]
    assert page.marks == [exact]


@settings(max_examples=150, deadline=None)
@given(st.lists(HOSTILE, min_size=12, max_size=12))
def test_no_text_of_a_review_becomes_markup_of_the_markdown(words: list[str]) -> None:
    made = report_md(hostile_trail(words).review())
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = [t for token in parser.parse(made) for t in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "table_open"}
    assert f"{words[2]}\n{words[3]}\n"[:-1] in made
    assert sum(token.type == "fence" for token in tokens) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE, min_size=12, max_size=12))
def test_no_text_of_a_review_becomes_markup_on_paper(words: list[str]) -> None:
    page = Page(report_paper(hostile_trail(words).review()))
    assert set(page.tags) <= ALLOWED_TAGS
    assert {name for _, name, _ in page.attributes} <= PAPER_ATTRIBUTES
    assert "".join(words[2].split()) in "".join(page.text.split())
