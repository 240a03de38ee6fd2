"""Opens a Word document only after its zip was found to be bounded, and wraps what may go wrong."""

import io
import struct
import zipfile
import zlib

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from provenance_desk.intake.errors import DamagedFile, EncryptedFile, IntakeError, TooBig

MAX_PARTS = 5_000
MAX_XML_PART = 40_000_000
MAX_UNPACKED = 400_000_000

#: Everything that python-docx, lxml and zipfile raise for a file that breaks the rules.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    etree.LxmlError,
    OpcError,
    PythonDocxError,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    AssertionError,
)


def open_docx(data: bytes, name: str) -> Document:
    """The document; raises DamagedFile, EncryptedFile or TooBig."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _require_bounded(package, name)
        return docx.Document(io.BytesIO(data))
    except BROKEN as error:
        raise damaged(name) from error


def damaged(name: str) -> DamagedFile:
    """The error for a Word document that cannot be read."""
    return DamagedFile(
        name,
        "is a damaged Word document, or of a kind that is not read here (template, macros, strict "
        "format). Open it in Word, save it as an ordinary .docx, and add that.",
    )


def _require_bounded(package: zipfile.ZipFile, name: str) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedFile(name, "is locked with a password. Save it without one, and add that.")
    biggest = max((p.file_size for p in parts if _is_xml(p)), default=0)
    if (
        len(parts) > MAX_PARTS
        or biggest > MAX_XML_PART
        or sum(part.file_size for part in parts) > MAX_UNPACKED
    ):
        raise _bomb(name)
    for part in filter(_is_xml, parts):
        if b"<!DOCTYPE" in package.read(part):
            raise damaged(name)


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _bomb(name: str) -> IntakeError:
    return TooBig(
        name,
        f"unpacks to more than is read here ({MAX_XML_PART // 1_000_000} MB of text markup, "
        f"{MAX_UNPACKED // 1_000_000} MB in all). Split it in Word, and add the parts.",
    )
