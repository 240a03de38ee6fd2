"""A saved web page as a tree of elements, without a request for anything outside it."""

import html
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

_HEAD = 4096
_CHARSET = re.compile(
    rb"<meta[^>]{1,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Pictures and fonts that a browser put into the page itself: megabytes without a word.
_EMBEDDED = re.compile(r"data:[\w.+-]+/[\w.+;=-]*base64,[A-Za-z0-9+/=%]+")
# Numeric references to C1 controls mean windows-1252 (the rule of the web); libxml2 takes them
# at their word.
_OLD_REFERENCE = re.compile(r"&#(?:1(?:2[89]|[345][0-9])|x[89][0-9a-f]);", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*>")
_UNSEEN = re.compile(
    r"(?is)<!--.*?(?:-->|\Z)|<!doctype[^>]*>|<(script|style|head|template)\b.*?(?:</\1\s*>|\Z)"
)
_BREAK = re.compile(r"(?i)<(?:br|/?(?:p|div|li|tr|h[1-6]|ul|ol|table|section|article))\b[^>]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Page:
    """The page's source, and its tree; none where the source breaks the parser's limits."""

    source: str
    tree: Any


def declared_charset(data: bytes) -> str:
    """The encoding that the page says it is in; empty if it says nothing."""
    found = _CHARSET.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def parse_page(text: str) -> Page:
    """The tree of a page given as clean text."""
    source = _EMBEDDED.sub("data:,", _XML_HEAD.sub("", text))
    source = _OLD_REFERENCE.sub(lambda match: html.unescape(match[0]), source)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode(), parser=parser)
    except etree.LxmlError:
        return Page(source, None)
    # A fatal error means that libxml2 left out what comes after it.
    cut = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    return Page(source, None if cut else tree)


def words_of_source(source: str) -> str:
    """All words of a page that cannot be parsed: its tags taken out, in linear time."""
    broken = _BREAK.sub("\n", _UNSEEN.sub("", source))
    return html.unescape(_TAG.sub("", broken))
