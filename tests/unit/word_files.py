"""Word documents made for the tests, with the parts that python-docx reads but does not write."""

import io
import zipfile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_W = nsdecls("w")


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_xml(document: docx.document.Document, paragraph: str) -> None:
    """Append a paragraph given as the inside of a `w:p`."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {_W}>{paragraph}</w:p>"))


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def add_footnotes(document: docx.document.Document, notes: dict[int, str]) -> None:
    """Give the document a footnotes part."""
    inside = "".join(
        f'<w:footnote w:id="{number}"><w:p>{run(words)}</w:p></w:footnote>'
        for number, words in notes.items()
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {_W}>{inside}</w:footnotes>".encode(),
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same package with one part replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()
