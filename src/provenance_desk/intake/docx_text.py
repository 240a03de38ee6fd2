"""The words of a Word paragraph as they are seen: insertions in, deletions and hidden words out."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_VAL = qn("w:val")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LOST = "\uffff"  # cleaned to U+FFFD, and counted

_UNSEEN = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:txbxContent"),
    f"{_COMPATIBILITY}Fallback",
}
_AS_IS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "",
    qn("w:sym"): _LOST,
}
_RUN = qn("w:r")
_TEXT = qn("w:t")
_RUBY_TEXT = qn("w:rt")
NOTE_REFERENCES = {
    qn("w:footnoteReference"): "footnotes",
    qn("w:endnoteReference"): "endnotes",
}


class ParagraphReader:
    """Reads paragraphs; remembers the notes referred to, and whether words were hidden."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        self.hidden = False
        self.tracked = False

    def words(self, paragraph: Any) -> str:
        """The words, with `[n]` where note n is referred to."""
        return "".join(self._pieces(paragraph)).strip()

    def _pieces(self, element: Any) -> Iterator[str]:
        # lxml stops at a depth of 256 elements, so this cannot go deeper.
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                yield child.text or ""
            elif tag in _AS_IS:
                yield _AS_IS[tag]
            elif tag in NOTE_REFERENCES:
                yield self._referred(NOTE_REFERENCES[tag], child.get(qn("w:id")) or "")
            elif not self._is_unseen(child):
                yield from self._pieces(child)

    def _is_unseen(self, element: Any) -> bool:
        self.tracked |= element.tag in (qn("w:del"), qn("w:moveFrom"), qn("w:ins"))
        if element.tag == _RUN and _is_hidden(element):
            self.hidden = True
            return True
        return element.tag in _UNSEEN or element.tag == _RUBY_TEXT

    def _referred(self, kind: str, number: str) -> str:
        self.notes.append((kind, number))
        return f"[{len(self.notes)}]"


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(_VAL) not in ("0", "false", "off")


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that are anchored in a paragraph, without the copies kept for old programs."""
    for box in paragraph.iter(qn("w:txbxContent")):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        if f"{_COMPATIBILITY}Fallback" not in above:
            yield box
