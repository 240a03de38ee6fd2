"""What a file is: told by its first bytes, and only then by its name."""

import re

from provenance_desk.intake.errors import BinaryFile, DamagedFile, EncryptedFile, UnknownType
from provenance_desk.intake.media_types import MediaType, named_type

_SAVE_AS = "Save it as .docx, .pdf or .txt in the program it comes from, and add that."
_NO_TEXT = "It holds no text to link to: add the document as .txt, .md, .pdf, .docx or .html."

# Signatures long enough that no text begins like this.
_BINARY = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS\x00", "a sound or film"),
    (b"ID3\x03", "a sound"),
    (b"ID3\x04", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x00\x00\x00", "a film or another binary file"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"wOF2", "a font"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_MAIL = re.compile(rb"^(?:From:|MIME-Version:|Content-Type: multipart/related)", re.MULTILINE)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def media_type_of(data: bytes, name: str) -> MediaType:
    """The type by content, or by name where the content is plain text; raises for what has none."""
    found = _by_signature(data, name)
    if found:
        return found
    promised = named_type(name) or MediaType.TEXT
    if promised in (MediaType.PDF, MediaType.DOCX):
        ending = "PDF" if promised is MediaType.PDF else "Word document"
        raise DamagedFile(
            name,
            f"is named like a {ending}, but its bytes are not one. It may be damaged, or a failed "
            "download: get it again. If it is plain text, rename it to .txt and add it again.",
        )
    return promised


def _by_signature(data: bytes, name: str) -> MediaType | None:
    head = data[:1024].lstrip()
    if head.startswith(b"%PDF-") or (b"%PDF-" in head and b"startxref" in data[-2048:]):
        return MediaType.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _by_zip(data, name)
    _refuse_known(data, name)
    if _HTML.match(_narrow(data[:8192])):
        return MediaType.HTML
    return None


def _narrow(head: bytes) -> bytes:
    """The head of a UTF-16 file as ASCII, so that its first tag can be seen."""
    return head[2:].replace(b"\x00", b"") if head.startswith(_WIDE_BOMS) else head


def _by_zip(data: bytes, name: str) -> MediaType:
    """A Word document shows by the names that every zip also lists in the clear."""
    if b"word/" in data and b"[Content_Types].xml" in data:
        return MediaType.DOCX
    what = "a zip archive. Unpack it, and add the documents in it."
    for sign, kind in (
        (b"xl/", "an Excel workbook"),
        (b"ppt/", "a PowerPoint file"),
        (b"opendocument", "an OpenDocument file"),
        (b"application/epub", "an e-book (EPUB)"),
    ):
        if sign in data:
            what = f"{kind}. {_SAVE_AS}"
    raise UnknownType(name, f"is {what}")


def _refuse_known(data: bytes, name: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _refuse_old_office(data, name)
    if data.startswith(b"{\\rtf"):
        raise UnknownType(name, f"is a rich text file (RTF). {_SAVE_AS}")
    if data.startswith(b"bplist00") or _is_web_archive(data):
        raise UnknownType(
            name, "is a web archive. Save the page again as “HTML only”, and add that."
        )
    for signature, what in _BINARY:
        if data.startswith(signature) and b"\x00" in data[:4096]:
            raise BinaryFile(name, f"is {what}. {_NO_TEXT}")
    if data[4:8] == b"ftyp":
        raise BinaryFile(name, f"is a picture, sound or film. {_NO_TEXT}")


def _refuse_old_office(data: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            name, "is locked with a password. Save it without one in Word, and add that."
        )
    raise UnknownType(name, f"is a Word, Excel or PowerPoint file of before 2007. {_SAVE_AS}")


def _is_web_archive(data: bytes) -> bool:
    head = data[:4096]
    return bool(_SAVED_MAIL.match(head)) and b"multipart/related" in head
