"""What a page states about itself in so many words: tags for machines, not phrases in the text."""

import json
import re
from collections.abc import Iterator
from typing import Any

from provenance_desk.intake.proposals import Proposals, day_of

_ARTICLE = re.compile(r"(?:News|Blog|Report|Opinion|Analysis|Liveblog|Social|Tech|Scholarly)?\w*"
                      r"(?:Article|Posting|WebPage|Review)$")  # fmt: skip
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "og:published_time",
)
_SAVED_FROM = re.compile(r"saved from url=\([0-9]+\)(https?://\S+)")
_SINGLE_FILE = re.compile(r"SingleFile\s+url:\s*(https?://\S+)")
_MAX_JSON = 200_000


def stated_by(page: Any) -> Proposals:
    """The proposals of a page's meta tags and its JSON-LD."""
    meta = _meta(page)
    article: dict[str, Any] = next(_articles(page), {})
    dates = [str(article.get("datePublished") or "")]
    dates += [meta.get(name, "") for name in _PUBLISHED] + list(_publication_times(page))
    return Proposals(
        title=_text(article.get("headline")) or meta.get("og:title", ""),
        author=_names(article.get("author")) or _no_address(meta.get("author", "")),
        published=next(filter(None, map(day_of, dates)), ""),
        site=meta.get("og:site_name", "") or _names(article.get("publisher")),
        url=_address(page) or meta.get("og:url", ""),
        language=page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
    )


def _meta(page: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.strip().lower(), element.get("content"))
    return found


def _publication_times(page: Any) -> Iterator[str]:
    for element in page.iter("time", "span"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            yield element.get("datetime") or element.get("content") or ""


def _address(page: Any) -> str:
    for element in page.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href"))
    for comment in page.getroottree().xpath("//comment()"):
        saved = _SAVED_FROM.search(comment.text or "") or _SINGLE_FILE.search(comment.text or "")
        if saved:
            return saved[1]
    return ""


def _articles(page: Any) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                kind = thing.get("@type")
                kinds = kind if isinstance(kind, list) else [kind]
                if any(isinstance(one, str) and _ARTICLE.fullmatch(one) for one in kinds):
                    yield thing


def _things(source: str) -> Iterator[dict[str, Any]]:
    try:
        parsed = json.loads(source[:_MAX_JSON], strict=False)
    except (ValueError, RecursionError):
        return
    for thing in parsed if isinstance(parsed, list) else [parsed]:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            yield thing
            yield from (node for node in graph or () if isinstance(node, dict))


def _names(value: object) -> str:
    match value:
        case str():
            return _no_address(value)
        case dict():
            return _text(value.get("name"))
        case list():
            return ", ".join(filter(None, map(_names, value)))
        case _:
            return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _no_address(value: str) -> str:
    """A name; some sites put the address of the author's page there."""
    return "" if value.lower().startswith(("http://", "https://")) else value
