"""Word documents: paragraphs, headings, lists, tables and notes, in the order of reading."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from provenance_desk.intake.building import LINE, PARAGRAPH, TextBuilder
from provenance_desk.intake.docx_lists import Lists
from provenance_desk.intake.docx_package import BROKEN, damaged, open_docx
from provenance_desk.intake.docx_styles import Styles
from provenance_desk.intake.docx_text import ParagraphReader, text_boxes
from provenance_desk.intake.extracted import NO_ENCODING, Extracted
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.proposals import Proposals

READER = "docx/1"

_PARAGRAPH = qn("w:p")
_TABLE = qn("w:tbl")
_NO_BLOCKS = {qn("w:sectPr"), qn("w:del"), qn("w:moveFrom"), qn("w:sdtPr"), qn("w:tcPr")}
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")}


def read_docx(data: bytes, name: str) -> Extracted:
    """The text of a Word document; its properties become proposals."""
    document = open_docx(data, name)
    try:
        body = _Body(document)
        body.add_blocks(document.element.body)
        body.add_notes(document)
        return _extracted(document, body)
    except BROKEN as error:
        raise damaged(name) from error


class _Body:
    """Writes the blocks of a document; knows its styles and counts its lists."""

    def __init__(self, document: Document) -> None:
        self.builder = TextBuilder()
        self.reader = ParagraphReader()
        self._styles = Styles(document)
        self._lists = Lists(document)
        self._in_list = False

    def add_blocks(self, container: Any) -> None:
        for child in container:
            if child.tag == _PARAGRAPH:
                self._add_paragraph(child)
            elif child.tag == _TABLE:
                self._add_table(child)
            elif child.tag not in _NO_BLOCKS:
                self.add_blocks(child)

    def add_notes(self, document: Document) -> None:
        """Footnotes and endnotes at the end, each with the number that stands in the text."""
        self._in_list = False
        known = {kind: _notes(document, kind) for kind in ("footnotes", "endnotes")}
        for number, (kind, note_id) in enumerate(self.reader.notes.copy(), 1):
            note = known[kind].get(note_id, ())
            words = "\n".join(filter(None, (self.reader.words(part) for part in note)))
            self._add(f"[{number}] {words}", listed=True)

    def _add_paragraph(self, paragraph: Any) -> None:
        words = self.reader.words(paragraph)
        style = self._styles.of(paragraph)
        if words and style.place is not None:
            words = self._lists.label(style.place) + words
        if words and style.level:
            self._in_list = False
            self.builder.add_heading(words, style.level)
        elif words:
            self._add(words, listed=style.place is not None)
        for box in text_boxes(paragraph):
            self.add_blocks(box)

    def _add(self, words: str, *, listed: bool) -> None:
        self.builder.add(words, apart=LINE if listed and self._in_list else PARAGRAPH)
        self._in_list = listed

    def _add_table(self, table: Any) -> None:
        self._in_list = False
        for row in _inside(table, qn("w:tr")):
            cells = list(_inside(row, qn("w:tc")))
            if len(cells) > 1 and all(map(_is_plain, cells)):
                words = (self.reader.words(cell.find(_PARAGRAPH)) for cell in cells)
                self._add("\t".join(" ".join(word.split()) for word in words), listed=True)
            else:
                self._in_list = False
                for cell in cells:
                    self.add_blocks(cell)
        self._in_list = False


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, the cells of a row, also those wrapped in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _is_plain(cell: Any) -> bool:
    """A cell of data, not of layout: one paragraph and nothing else."""
    blocks = [child.tag for child in cell if child.tag not in _NO_BLOCKS]
    return blocks == [_PARAGRAPH] and next(text_boxes(cell), None) is None


def _notes(document: Document, kind: str) -> dict[str, list[Any]]:
    wanted = RELATIONSHIP_TYPE.FOOTNOTES if kind == "footnotes" else RELATIONSHIP_TYPE.ENDNOTES
    for relation in document.part.rels.values():
        if relation.reltype == wanted and not relation.is_external:
            notes = parse_xml(relation.target_part.blob)
            return {note.get(qn("w:id")): list(note.iter(_PARAGRAPH)) for note in notes}
    return {}


def _extracted(document: Document, body: _Body) -> Extracted:
    builder, stated = body.builder, _stated(document)
    text = builder.text()
    heading = next((mark for mark in builder.sorted_marks() if mark.level == 1), None)
    shown = Proposals(title=text[heading.start : heading.end] if heading else "")
    return Extracted(
        text,
        MediaType.DOCX,
        READER,
        NO_ENCODING,
        builder.replaced,
        builder.sorted_marks(),
        stated.or_else(shown),
        _told(document, body),
    )


def _stated(document: Document) -> Proposals:
    relations = document.part.package.rels.values()
    if all(one.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES for one in relations):
        return Proposals()  # asked for them, the library would make some, with a title of its own
    properties = document.core_properties
    return Proposals(title=properties.title, author=properties.author, language=properties.language)


def _told(document: Document, body: _Body) -> tuple[str, ...]:
    created = document.core_properties.created
    told = (
        (body.reader.tracked, "Its tracked changes were read as if accepted."),
        (body.reader.hidden, "Words marked as hidden were left out."),
        (bool(body.reader.notes), "Its notes stand at the end, numbered as in the text."),
        (
            created is not None,
            f"The file says it was made on {created:%Y-%m-%d}; that is not when it was published."
            if created
            else "",
        ),
    )
    return tuple(sentence for applies, sentence in told if applies)
