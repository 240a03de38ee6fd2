"""What the styles of a Word document say about a paragraph: heading level and list."""

import re
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

_HEADING = re.compile(r"heading ([1-9])")
_VAL = qn("w:val")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list definition that a paragraph belongs to, and its depth in it."""

    number: str
    depth: int


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph takes from its style; level 0 is no heading."""

    level: int = 0
    place: ListPlace | None = None


class Styles:
    """The paragraph styles by id, each with what it inherits."""

    def __init__(self, document: Document) -> None:
        self._elements = {
            style.get(qn("w:styleId")): style
            for style in document.styles.element.iter(qn("w:style"))
        }
        self._known: dict[str | None, Style] = {}

    def of(self, paragraph: Any) -> Style:
        """The style of a `w:p`, with what the paragraph sets itself."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return Style()
        inherited = self._named(_value(properties, "w:pStyle"))
        return Style(
            _outline_level(properties) or inherited.level, _list_place(properties, inherited.place)
        )

    def _named(self, style_id: str | None) -> Style:
        if style_id not in self._known:
            self._known[style_id] = Style()  # a style that is based on itself ends here
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def _resolved(self, style_id: str | None) -> Style:
        element = self._elements.get(style_id)
        if element is None:
            return Style()
        base = self._named(_value(element, "w:basedOn"))
        properties = element.find(qn("w:pPr"))
        name = (_value(element, "w:name") or "").lower()
        level = _level_by_name(name) or _outline_level(properties) or base.level
        return Style(level, _list_place(properties, base.place))


def _level_by_name(name: str) -> int:
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else int(name == "title")


def _outline_level(properties: Any) -> int:
    value = _value(properties, "w:outlineLvl")
    return int(value) + 1 if value in set("012345678") else 0


def _list_place(properties: Any, inherited: ListPlace | None) -> ListPlace | None:
    numbering = None if properties is None else properties.find(qn("w:numPr"))
    if numbering is None:
        return inherited
    number = _value(numbering, "w:numId") or (inherited.number if inherited else "0")
    depth = _value(numbering, "w:ilvl") or ""
    if number == "0":
        return None
    return ListPlace(number, int(depth) if depth in set("012345678") else 0)


def _value(parent: Any, tag: str) -> str | None:
    child = None if parent is None else parent.find(qn(tag))
    return None if child is None else child.get(_VAL)
