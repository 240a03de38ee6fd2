"""Rationales in a report: a small, safe part of Markdown; no HTML, no links, no pictures."""

import re
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt

ALLOWED = ["emphasis", "backticks", "escape", "newline", "list"]
PLAIN = re.compile(r"(?!\s|[-+][ \t]|[0-9]+[.)])[^*_`\\\n\t]*")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "breaks": True})
    return parser.enable(ALLOWED)


_MARKDOWN = _parser()


@lru_cache(maxsize=1024)
def rationale_html(text: str) -> str:
    """The rationale as HTML of p, em, strong, code, br, ol, ul and li alone."""
    if PLAIN.fullmatch(text):
        return f"<p>{escape(text, quote=False)}</p>"
    return str(_MARKDOWN.render(text)).strip()
