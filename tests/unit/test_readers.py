"""What a file is found to be, and what the reviewer is told about its reading."""

import subprocess
import sys
from pathlib import Path

import pytest

from provenance_desk.intake import readers
from provenance_desk.intake.errors import (
    BinaryFile,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    IntakeError,
    TooBig,
    UnknownType,
)
from provenance_desk.intake.files import MAX_BYTES
from provenance_desk.intake.media_types import MediaType, extension_of
from provenance_desk.intake.reader_text import pasted_file
from provenance_desk.intake.readers import read_document, read_pasted
from tests.unit.pdf_files import column, pdf_of

PAGE = b"<!DOCTYPE html><html><body><p>One line of words.</p></body></html>"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_its_bytes_and_nothing_else(seed: Path) -> None:
    found = read_document(seed.read_bytes(), seed.name)
    assert found.text == seed.read_text("utf-8")
    assert (found.media_type, found.reader, found.encoding) == ("text/plain", "text/1", "utf-8")
    assert (found.replaced, found.marks, found.notes) == (0, (), ())
    assert not found.proposals


def test_all_seeds_are_there() -> None:
    assert len(SEEDS) == 3


def test_line_ends_and_controls_are_cleaned_and_counted() -> None:
    found = read_document(b"\xef\xbb\xbfOne\r\ntwo\rthree\x00\x0b\n", "a.txt")
    assert (found.text, found.replaced) == ("One\ntwo\nthree\ufffd\ufffd\n", 2)
    assert found.notes == ("2 characters could not be kept and show as � in the text.",)


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"# Title", "a.md", MediaType.MARKDOWN),
        (b"# Title", "a.MARKDOWN", MediaType.MARKDOWN),
        (b"# Title", "a.txt", MediaType.TEXT),
        (b"<p>Words</p>", "a.htm", MediaType.HTML),
        (PAGE, "a.html", MediaType.HTML),
        (PAGE, "a.txt", MediaType.HTML),
        (b"\n <!-- saved --> \n" + PAGE, "page", MediaType.HTML),
        (b'<?xml version="1.0"?>\n' + PAGE, "a.xhtml", MediaType.HTML),
        (PAGE.decode().encode("utf-16"), "a.html", MediaType.HTML),
        (pdf_of(column(["Words."])), "a.txt", MediaType.PDF),
        (b"junk before\n" + pdf_of(column(["Words."])), "a.pdf", MediaType.PDF),
        (b"I read that %PDF-1.7 is a magic word.", "a.txt", MediaType.TEXT),
        (b"Words, and words.", "report", MediaType.TEXT),
        (b"Words, and words.", "a.log", MediaType.TEXT),
    ],
)
def test_the_type_is_told_by_content_first_and_then_by_name(
    data: bytes, name: str, media_type: MediaType
) -> None:
    assert read_document(data, name).media_type is media_type


def test_a_wrong_extension_is_told() -> None:
    found = read_document(pdf_of(column(["Words."])), "a.txt")
    assert found.notes[0] == "Named like plain text, but its content is a PDF; read so."


def test_a_name_that_says_nothing_is_told() -> None:
    found = read_document(b"Words.", "a.log")
    assert found.notes == ("The name does not say what kind of file it is; read as plain text.",)


@pytest.mark.parametrize(
    ("data", "name", "error", "words"),
    [
        (b"", "a.txt", EmptyFile, "is empty"),
        (b" \r\n\t\n", "a.txt", EmptyFile, "only white space"),
        (b"\xef\xbb\xbf", "a.txt", EmptyFile, "only white space"),
        (b"<html><body></body></html>", "a.html", EmptyFile, "only white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt", BinaryFile, "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.pdf", BinaryFile, "a JPEG picture"),
        (b"\x7fELF\x02\x01\x01\x00", "a.txt", BinaryFile, "a program"),
        (bytes(range(256)) * 9, "a.txt", BinaryFile, "holds no text"),
        (bytes(range(256)) * 9, "a.pdf", DamagedFile, "named like a PDF"),
        (b"Not a PDF at all.", "a.pdf", DamagedFile, "rename it to .txt"),
        (b"Not a Word file.", "a.docx", DamagedFile, "named like a Word document"),
        (b"%PDF-1.7\nbroken", "a.pdf", DamagedFile, "damaged PDF"),
        (b"PK\x03\x04broken word/ [Content_Types].xml", "a.docx", DamagedFile, "damaged Word"),
        (b"PK\x03\x04 xl/workbook.xml", "a.xlsx", UnknownType, "Excel"),
        (b"PK\x03\x04 a.txt", "a.zip", UnknownType, "zip archive"),
        (b"{\\rtf1 Words}", "a.rtf", UnknownType, "RTF"),
        (b"{\\rtf1 Words}", "a.txt", UnknownType, "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "a.doc", UnknownType, "before 2007"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            EncryptedFile,
            "password",
        ),
        (
            b"From: <Saved by Blink>\nContent-Type: multipart/related;\n",
            "a.mht",
            UnknownType,
            "web archive",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_what_to_do(
    data: bytes, name: str, error: type[IntakeError], words: str
) -> None:
    with pytest.raises(error) as caught:
        read_document(data, name)
    assert str(caught.value).startswith(f"“{name}” ")
    assert words in str(caught.value)
    assert str(caught.value).endswith(".")


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(TooBig, match=r"“a\.txt” is too big: files of up to 100 MB"):
        read_document(bytes(MAX_BYTES + 1), "a.txt")


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_TEXT", 10)
    with pytest.raises(TooBig, match="million characters"):
        read_document(b"Words, and words.", "a.txt")


def test_pasted_text_is_never_taken_for_anything_else() -> None:
    found = read_pasted("\ufeff<html># Title\r\nwords\ud800")
    assert (found.text, found.replaced) == ("<html># Title\nwords\ufffd", 1)
    assert (found.media_type, found.reader, found.encoding) == ("text/plain", "text/1", "utf-8")


def test_pasting_nothing_is_refused() -> None:
    with pytest.raises(EmptyFile):
        read_pasted(" \n")


@pytest.mark.parametrize("text", ["a\r\nb", "ёж 😀", "\ud83d\ude00", "lone \ud800", "a\x00b"])
def test_the_original_of_pasted_text_reads_as_the_paste_did(text: str) -> None:
    original = pasted_file(text)
    assert original.name == "pasted.txt"
    assert read_document(original.data, original.name).text == read_pasted(text).text


def test_each_type_has_the_extension_of_its_original_in_a_bundle() -> None:
    endings = [extension_of(media_type) for media_type in MediaType]
    assert endings == ["txt", "md", "html", "pdf", "docx"]
    assert extension_of("image/png") == "bin"


def test_plain_text_waits_for_no_other_format() -> None:
    script = (
        "import sys; from provenance_desk.intake.readers import read_document;"
        "read_document(b'Words.', 'a.txt');"
        "print(*sorted({'docx', 'lxml', 'trafilatura', 'markdown_it', 'pypdfium2',"
        " 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
