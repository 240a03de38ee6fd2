"""The tokens of a Markdown file, written out as readable text."""

import html
import re
from collections.abc import Sequence

from markdown_it.token import Token

from provenance_desk.intake.building import LINE, PARAGRAPH, TextBuilder

_UNSEEN = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^>]*>", re.IGNORECASE)
_NOTE = re.compile(r" (?=\[\^[^\]\s]{1,40}\]: )")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


class MarkdownText:
    """Builds the text token by token; lists are a stack of next numbers (none for bullets)."""

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self.links = 0
        self._lists: list[int | None] = []
        self._label = ""
        self._row: list[str] = []
        self._fresh = True

    def render(self, tokens: Sequence[Token]) -> None:
        """Write all tokens."""
        for place, token in enumerate(tokens):
            match token.type:
                case "inline":
                    self._write(self._words(token), tokens[place - 1])
                case "fence" | "code_block":
                    self._add(token.content.rstrip("\n"))
                case "html_block":
                    self._add(_without_tags(token.content).strip())
                case _:
                    self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._fresh = self._fresh or not self._lists
                ordered = token.type == "ordered_list_open"
                self._lists.append(int(token.attrGet("start") or 1) if ordered else None)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._label = self._next_label()
            case "table_open":
                self._fresh = True
            case "tr_close":
                self._add("\t".join(self._row), close=True)
                self._row = []
            case _:
                pass  # the other tags change nothing in the words

    def _write(self, words: str, opening: Token) -> None:
        if opening.type in ("th_open", "td_open"):
            self._row.append(" ".join(words.split()))
        elif opening.type == "heading_open":
            self.builder.add_heading(self._labelled(words), int(opening.tag[1:]))
        else:
            # The paragraphs of a tight list are hidden: its items follow line by line.
            self._add(words, close=opening.hidden)

    def _add(self, words: str, *, close: bool = False) -> None:
        """Write a paragraph; a close one goes on the next line, unless it begins its block."""
        if not words:
            return
        apart = LINE if close and not self._fresh else PARAGRAPH
        indent = "  " * (len(self._lists) - 1) if self._label else ""
        self.builder.add(self._labelled(words), apart=apart + indent)
        self._fresh = False

    def _labelled(self, words: str) -> str:
        label, self._label = self._label, ""
        return label + words

    def _next_label(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _words(self, inline: Token) -> str:
        words = "".join(self._word(token) for token in inline.children or ())
        return _NOTE.sub("\n", words).strip()

    def _word(self, token: Token) -> str:
        match token.type:
            case "softbreak":
                return " "
            case "hardbreak":
                return "\n"
            case "html_inline":
                return "\n" if _BREAK.match(token.content) else ""
            case "image":
                return self._words(token)
            case "link_open":
                self.links += token.info != "auto"
                return ""
            case _:
                return token.content


def _without_tags(source: str) -> str:
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", source))))
