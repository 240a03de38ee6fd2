"""Small changes to a page's tree that keep the extractor from dropping words of the article."""

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
_IN_SENTENCES = ("span", "time", "data", "output", "label")
_INLINE = frozenset((*_IN_SENTENCES, "a", "br", "img", "code"))
_SENTENCES = ("p", "li", "td", "th", "dd", "blockquote", "figcaption", "a")


def keep_words(tree: Any) -> None:
    """Rename or unwrap what the extractor would take out of sentences and articles."""
    for quote in tree.iter("q"):
        _put_in_quotes(quote)
    etree.strip_tags(tree, *_LOOKS)
    for division in tree.iter("div"):
        if _is_paragraph(division):
            division.tag = "p"
    for sentence in list(tree.iter(*_SENTENCES)):
        etree.strip_tags(sentence, *_IN_SENTENCES)
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
    for figure in tree.iter("figure"):
        figure.tag = "div"
    whole = len(tree.text_content())
    for form in tree.iter("form", "fieldset"):
        if 2 * len(form.text_content()) > whole:
            form.tag = "div"  # some sites put the whole page into a form


def _is_paragraph(division: Any) -> bool:
    """Words of its own, and nothing inside but what stands in a line."""
    said = [division.text, *(child.tail for child in division)]
    return any(words and not words.isspace() for words in said) and all(
        part.tag in _INLINE for part in division.iterdescendants()
    )


def _put_in_quotes(quote: Any) -> None:
    """A browser shows the quotation marks of a `q`, which are not in the source."""
    quote.text = "“" + (quote.text or "")
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "") + "”"
    else:
        quote.text += "”"
