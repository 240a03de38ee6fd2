"""PDFs with a text layer: pages as marks, lines back into paragraphs."""

import re
import threading
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium

from provenance_desk.intake.errors import DamagedFile, EncryptedFile, NoTextLayer, TooBig
from provenance_desk.intake.extracted import NO_ENCODING, Extracted, Step
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.pdf_furniture import without_furniture
from provenance_desk.intake.pdf_lines import PrintedPage, lines_of
from provenance_desk.intake.pdf_text import PdfText
from provenance_desk.intake.proposals import Proposals

READER = "pdf/1"
MAX_PAGES = 10_000
_FILE_NAME = re.compile(
    r"^(?:microsoft word|untitled|print|document[0-9]*$)|\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|dvi)$",
    re.IGNORECASE,
)
_MADE = re.compile(r"D:([0-9]{4})([0-9]{2})([0-9]{2})")
_RECOGNISE = "Run text recognition (OCR) on it, check the result against the pages, and add that."
# Private use, and what stands for no character: print without a table that says what it means.
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]")
_PASSWORD_NEEDED = 4
_ONE_AT_A_TIME = threading.Lock()  # PDFium knows no threads


def read_pdf(data: bytes, name: str, step: Step) -> Extracted:
    """The text of a PDF's text layer; raises if there is none, or a password is needed."""
    with _ONE_AT_A_TIME:
        document = _open(data, name)
        try:
            pages = _pages(document, name, step)
            stated = document.get_metadata_dict(skip_empty=True)
        finally:
            document.close()
    unreadable = _require_text(pages, name)
    cleared, left_out = without_furniture(pages)
    text = PdfText(cleared)
    text.write()
    return _extracted(
        text, stated, (*unreadable, *_notes(pages, left_out, stated, text.joiner.rejoined))
    )


def _open(data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_NEEDED:
            raise EncryptedFile(
                name, "opens only with a password. Save it without one, and add that."
            ) from error
        raise _damaged(name) from error


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(
        name, "is a damaged PDF. Open it in a PDF program, save or print it as a new PDF, add that."
    )


def _pages(document: Any, name: str, step: Step) -> list[PrintedPage]:
    count = len(document)
    if count > MAX_PAGES:
        raise TooBig(name, f"has {count} pages; up to {MAX_PAGES} can be read. Split it.")
    pages = []
    for number in range(count):
        step(number, count)
        pages.append(_page(document, number, name))
    return pages


def _page(document: Any, number: int, name: str) -> PrintedPage:
    label = document.get_page_label(number) or str(number + 1)
    try:
        page = document[number]
        return PrintedPage(label, page.get_height(), lines_of(page))
    except pdfium.PdfiumError as error:
        raise _damaged(name) from error


def _require_text(pages: Sequence[PrintedPage], name: str) -> tuple[str, ...]:
    """Raise where there is no text, or none that means anything; a note where some does not."""
    shown = "".join(line.text for page in pages for line in page.lines)
    if not shown:
        raise NoTextLayer(name, f"has no text, only pictures of pages. {_RECOGNISE}")
    unreadable = len(_UNREADABLE.findall(shown))
    if 2 * unreadable > len(shown):
        raise NoTextLayer(name, f"does not say which characters its print means. {_RECOGNISE}")
    if 50 * unreadable > len(shown):
        return ("Its fonts do not say what all of the print means: compare it with the pages.",)
    return ()


def _extracted(text: PdfText, stated: dict[str, str], notes: tuple[str, ...]) -> Extracted:
    builder = text.builder
    said = Proposals(
        title=_sensible_title(stated.get("Title", "")), author=stated.get("Author", "")
    )
    return Extracted(
        builder.text(),
        MediaType.PDF,
        READER,
        NO_ENCODING,
        builder.replaced,
        builder.sorted_marks(),
        said.or_else(Proposals(title=text.title())),
        notes,
    )


def _sensible_title(title: str) -> str:
    """No title, where a program wrote the name of its file instead."""
    return "" if _FILE_NAME.search(title) else title


def _notes(
    pages: Sequence[PrintedPage], left_out: Sequence[str], stated: dict[str, str], joined: int
) -> tuple[str, ...]:
    empty = [page.label for page in pages if not page.lines]
    made = _MADE.match(stated.get("CreationDate", ""))
    date = "-".join(made.groups()) if made else ""
    told = (
        (empty, f"No text on {_listed('page', empty)}: a picture of text cannot be read."),
        (
            left_out,
            "Running heads and page numbers were left out: "
            + ", ".join(f"“{words}”" for words in left_out[:3])
            + (" …" if len(left_out) > 3 else ""),
        ),
        (joined, f"Words put together that were split at a line end: {joined}."),
        (date, f"The file says it was made on {date}; that is not when it was published."),
    )
    return tuple(sentence for applies, sentence in told if applies)


def _listed(what: str, labels: Sequence[str]) -> str:
    shown = ", ".join(labels[:10]) + (" …" if len(labels) > 10 else "")
    return f"{what} {shown}" if len(labels) == 1 else f"{what}s {shown}"
