"""Elements of a page, or of the extractor's result, written out as readable text."""

import re
from typing import Any

from provenance_desk.intake.building import LINE, PARAGRAPH, TextBuilder
from provenance_desk.intake.html_prepare import AROUND, UNREAD

_BLOCKS = frozenset(
    """p div section article main header footer body html blockquote quote figure figcaption address
    details summary dl dt dd form fieldset caption center hgroup ab""".split()  # noqa: SIM905 (a line of words)
)
_LISTS = frozenset(("ul", "ol", "list", "menu", "dir"))
_ITEMS = frozenset(("li", "item"))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
_BREAKS = frozenset(("br", "lb"))
_TWO_BREAKS = re.compile(r"\n\s*\n")


class PageText:
    """Collects words until a block begins or ends, then writes them as a paragraph."""

    def __init__(self, *, whole_page: bool = False) -> None:
        self.builder = TextBuilder()
        self._words: list[str] = []
        self._lists: list[int | None] = []
        self._label = ""
        self._close = False
        self._skipped = UNREAD | AROUND if whole_page else UNREAD

    def add(self, element: Any) -> None:
        """Write an element and everything in it, but not its tail."""
        # libxml2 stops at a depth of 256 elements, so this cannot go deeper.
        tag = element.tag
        if not isinstance(tag, str) or (tag in self._skipped and not _is_extracted_head(element)):
            return
        if tag in _BREAKS:
            self._words.append("\n")
        elif tag in _HEADINGS:
            self._add_heading(element)
        elif tag in _LISTS:
            self._add_list(element)
        elif tag in _ROWS:
            self._add_row(element)
        elif tag == "pre" or (tag == "code" and "\n" in (element.text or "").strip()):
            self._add_as_is(element)
        elif tag in _ITEMS or tag in _BLOCKS or tag == "table":
            self._add_block(element)
        else:
            self._add_inside(element)

    def finish(self) -> TextBuilder:
        """Write what is left; the whole text."""
        self._flush()
        return self.builder

    def _add_inside(self, element: Any) -> None:
        self._say(element.text)
        for child in element:
            self.add(child)
            self._say(child.tail)

    def _add_block(self, element: Any) -> None:
        self._flush()
        if element.tag in _ITEMS:
            self._label = self._next_label()
        self._add_inside(element)
        self._flush()
        if element.tag == "table":
            self._close = False

    def _add_as_is(self, element: Any) -> None:
        self._flush()
        self._write("".join(element.itertext()).strip("\n"), close=False)

    def _add_heading(self, element: Any) -> None:
        self._flush()
        level = (element.get("rend") or "h2") if element.tag == "head" else element.tag
        self.builder.add_heading(_flat(element), int(level[1:]) if level[1:].isdigit() else 2)
        self._close = False

    def _add_list(self, element: Any) -> None:
        self._flush()
        ordered = element.tag == "ol" or element.get("rend") == "ol"
        start = element.get("start") or ""
        self._lists.append(
            (int(start) if re.fullmatch("[0-9]{1,6}", start) else 1) if ordered else None
        )
        self._close = self._close and len(self._lists) > 1
        self._add_inside(element)
        self._flush()
        self._lists.pop()
        self._close = bool(self._lists)

    def _add_row(self, element: Any) -> None:
        """A row of data on one line; a row that lays out a page as its parts."""
        cells = [cell for cell in element if cell.tag in _CELLS]
        if len(cells) > 1 and not any(_has_blocks(cell) for cell in cells):
            self._flush()
            self._write("\t".join(_flat(cell) for cell in cells), close=self._close)
            self._close = True
        else:
            self._close = False
            for cell in cells:
                self._flush()
                self._add_inside(cell)
                self._flush()

    def _next_label(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words.replace("\n", " "))

    def _flush(self) -> None:
        said, self._words = "".join(self._words), []
        for part in _TWO_BREAKS.split(said):
            lines = (" ".join(line.split()) for line in part.split("\n"))
            words = "\n".join(line for line in lines if line)
            if words:
                self._write(words, close=bool(self._label and self._close))
                self._close = bool(self._lists)

    def _write(self, words: str, *, close: bool) -> None:
        indent = "  " * (len(self._lists) - 1) if self._label else ""
        label, self._label = self._label, ""
        self.builder.add(label + words, apart=(LINE if close else PARAGRAPH) + indent)


def _is_extracted_head(element: Any) -> bool:
    """The extractor calls headings `head`, as the head of a page is called."""
    return element.tag == "head" and element.get("rend") is not None


def _has_blocks(cell: Any) -> bool:
    blocks = [part for part in cell.iter() if part.tag in _BLOCKS or part.tag in _LISTS]
    return len(blocks) > 1 or any(part.tag == "table" for part in cell.iter())


def _flat(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
