"""Small changes to a page's tree that keep the extractor from dropping words of the article."""

from itertools import islice
from typing import Any

from lxml import etree

#: Elements whose words nobody reads as part of the page.
UNREAD = frozenset(
    """script style noscript template svg math object embed iframe canvas audio video head button
    select option textarea datalist dialog""".split()  # noqa: SIM905 (a line of words reads better)
)
#: Elements around an article, not of it.
AROUND = frozenset(("nav", "aside", "footer", "menu"))
# Tags that change the look of words; the extractor would tear some of them out of the sentence.
_LOOKS = """b i em strong u s strike del ins small big font tt kbd samp var dfn mark sub sup abbr
    acronym cite q bdi bdo nobr wbr ruby""".split()  # noqa: SIM905 (a line of words reads better)
_WITHIN = ("span", "time", "data", "output", "label")
_INLINE = frozenset((*_WITHIN, "a", "br", "img", "code"))
_SENTENCES = ("p", "li", "td", "th", "dd", "blockquote", "figcaption", "a")
_FORMS = 20
_REPEATED = "\U000f0d0d"  # private use: no page means anything by it


def keep_words(tree: Any) -> None:
    """Rename or unwrap what the extractor would take out of sentences and articles."""
    for quote in tree.iter("q"):
        _put_in_quotes(quote)
    etree.strip_tags(tree, *_LOOKS)
    for division in tree.iter("div"):
        if _is_paragraph(division):
            division.tag = "p"
    for sentence in list(tree.iter(*_SENTENCES)):
        etree.strip_tags(sentence, *_WITHIN)
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
    for figure in tree.iter("figure"):
        figure.tag = "div"
    whole = len(tree.text_content())
    for form in islice(tree.iter("form", "fieldset"), _FORMS):
        if 2 * len(form.text_content()) > whole:
            form.tag = "div"  # some sites put the whole page into a form


def tell_repeats_apart(tree: Any) -> None:
    """End a paragraph that repeats the one before with a mark: the extractor drops equal ones."""
    before, repeats = "", 0
    for paragraph in tree.iter("p", "li", "blockquote"):
        said = " ".join(paragraph.text_content().split())
        repeats = repeats + 1 if said == before else 0
        before = said
        _append(paragraph, _REPEATED * repeats)


def without_marks(body: Any) -> None:
    """Take the marks of repeated paragraphs off again."""
    for element in body.iter():
        element.text = element.text and element.text.replace(_REPEATED, "")
        element.tail = element.tail and element.tail.replace(_REPEATED, "")


def _is_paragraph(division: Any) -> bool:
    """Words of its own, and nothing inside but what stands in a line."""
    said = [division.text, *(child.tail for child in division)]
    return any(words and not words.isspace() for words in said) and all(
        part.tag in _INLINE for part in division.iterdescendants()
    )


def _put_in_quotes(quote: Any) -> None:
    """A browser shows the quotation marks of a `q`, which are not in the source."""
    quote.text = "“" + (quote.text or "")
    _append(quote, "”")


def _append(element: Any, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
