"""Files into documents: finds the format, reads it, and says what the reviewer should know."""

from dataclasses import replace
from typing import assert_never

from provenance_desk.intake.errors import EmptyFile, TooBig
from provenance_desk.intake.extracted import Extracted, Step
from provenance_desk.intake.files import require_size
from provenance_desk.intake.media_types import MediaType, named_type
from provenance_desk.intake.reader_text import read_pasted_text, read_text
from provenance_desk.intake.sniffing import media_type_of

MAX_TEXT = 50_000_000

_CALLED = {
    MediaType.TEXT: "plain text",
    MediaType.MARKDOWN: "Markdown",
    MediaType.HTML: "a web page",
    MediaType.PDF: "a PDF",
    MediaType.DOCX: "a Word document",
}


def read_document(data: bytes, name: str, step: Step = lambda done, total: None) -> Extracted:
    """The text of a file and its marks; raises an IntakeError that names the file."""
    require_size(len(data), name)
    media_type = media_type_of(data, name)
    found = _read(media_type, data, name, step)
    _require_text(found.text, name)
    return _with_notes(found, _note_on_name(name, media_type))


def read_pasted(text: str, name: str = "The pasted text") -> Extracted:
    """Pasted text, never taken for anything but text; `pasted_file` makes its original."""
    _require_text(text, name)
    return _with_notes(read_pasted_text(text), ())


def _read(media_type: MediaType, data: bytes, name: str, step: Step) -> Extracted:
    # Each reader is imported when its format comes: plain text must not wait for the PDF library.
    match media_type:
        case MediaType.TEXT:
            return read_text(data, name)
        case MediaType.MARKDOWN:
            from provenance_desk.intake.reader_markdown import read_markdown

            return read_markdown(data, name)
        case MediaType.HTML:
            from provenance_desk.intake.reader_html import read_html

            return read_html(data, name)
        case MediaType.PDF:
            from provenance_desk.intake.pdf_apart import read_pdf_apart

            return read_pdf_apart(data, name, step)
        case MediaType.DOCX:
            from provenance_desk.intake.reader_docx import read_docx

            return read_docx(data, name)
        case _:
            assert_never(media_type)


def _require_text(text: str, name: str) -> None:
    if not text.strip(" \t\r\n\ufeff") or text.isspace():
        raise EmptyFile(name, "holds no text, only white space. Choose another file.")
    if len(text) > MAX_TEXT:
        raise TooBig(
            name,
            f"holds more than {MAX_TEXT // 1_000_000} million characters of text. "
            "Split it into several files, and add those.",
        )


def _with_notes(found: Extracted, first: tuple[str, ...]) -> Extracted:
    last: tuple[str, ...] = ()
    if found.replaced:
        characters = "1 character" if found.replaced == 1 else f"{found.replaced} characters"
        last = (f"{characters} could not be kept and show as � in the text.",)
    notes = (*first, *found.notes, *last)
    return found if notes == found.notes else replace(found, notes=notes)


def _note_on_name(name: str, media_type: MediaType) -> tuple[str, ...]:
    promised = named_type(name)
    if promised is media_type:
        return ()
    if promised is None:
        return (f"The name does not say what kind of file it is; read as {_CALLED[media_type]}.",)
    return (f"Named like {_CALLED[promised]}, but its content is {_CALLED[media_type]}; read so.",)
