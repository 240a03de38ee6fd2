"""The bullets and numbers that Word draws before list paragraphs and numbered headings."""

import re
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from provenance_desk.intake.docx_styles import ListPlace

_VAL = qn("w:val")
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is labelled."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * 9)


class Lists:
    """Counts the lists of a document as its paragraphs come by."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, _List] = {}
        numbering = _numbering(document)
        if numbering is None:
            return
        abstract = {
            element.get(qn("w:abstractNumId")): _List(_levels(element))
            for element in numbering.findall(qn("w:abstractNum"))
        }
        for element in numbering.findall(qn("w:num")):
            kind = element.find(qn("w:abstractNumId"))
            shared = abstract.get(None if kind is None else kind.get(_VAL))
            if shared is not None:
                self._lists[element.get(qn("w:numId"))] = _own(element, shared)

    def label(self, place: ListPlace) -> str:
        """The label of the next paragraph at this place, with a space; empty if it has none."""
        found = self._lists.get(place.number)
        if found is None:
            return "• "
        level = found.levels.get(place.depth, Level("bullet"))
        _count(found, place.depth, level)
        if level.form == "bullet":
            return "• "
        text = "" if level.form == "none" else _filled(level.text, found)
        return f"{text} " if text.strip() else ""


def _numbering(document: Document) -> Any:
    related = document.part.rels.values()
    wanted = (r for r in related if r.reltype == RELATIONSHIP_TYPE.NUMBERING and not r.is_external)
    relation = next(wanted, None)
    return None if relation is None else getattr(relation.target_part, "element", None)


def _own(number: Any, shared: _List) -> _List:
    """A list that restarts counts for itself; any other goes on counting where its kind stopped."""
    if number.find(f".//{qn('w:startOverride')}") is None:
        return shared
    levels = dict(shared.levels)
    for override in number.findall(qn("w:lvlOverride")):
        start, depth = override.find(qn("w:startOverride")), _number(override.get(qn("w:ilvl")), 0)
        old = levels.get(depth, Level())
        if start is not None:
            levels[depth] = Level(old.form, old.text, _number(start.get(_VAL), 1))
    return _List(levels)


def _levels(abstract: Any) -> dict[int, Level]:
    found = {}
    for element in abstract.findall(qn("w:lvl")):
        values = {
            tag: child.get(_VAL)
            for tag in ("numFmt", "lvlText", "start")
            if (child := element.find(qn(f"w:{tag}"))) is not None
        }
        found[_number(element.get(qn("w:ilvl")), 0)] = Level(
            values.get("numFmt") or "decimal",
            values.get("lvlText") or "",
            _number(values.get("start"), 1),
        )
    return found


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch("[0-9]{1,6}", value) else otherwise


def _count(found: _List, depth: int, level: Level) -> None:
    before = found.counts[depth]
    found.counts[depth] = level.start if before is None else before + 1
    found.counts[depth + 1 :] = [None] * (8 - depth)


def _filled(text: str, found: _List) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        level = found.levels.get(depth, Level())
        count = found.counts[depth]
        return _shown(level.start if count is None else count, level.form)

    return _PLACEHOLDER.sub(number, text)


def _shown(count: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter" if count > 0:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerRoman" | "upperRoman" if 0 < count < 4000:
            letter = _roman(count)
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)
    return letter.upper() if form.startswith("upper") else letter


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
