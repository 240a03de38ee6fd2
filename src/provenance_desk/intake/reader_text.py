"""Plain text: the characters as they are."""

from provenance_desk.intake.cleaning import clean
from provenance_desk.intake.encoding import decode
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.files import LoadedFile
from provenance_desk.intake.media_types import MediaType

READER = "text/1"


def read_text(data: bytes, name: str) -> Extracted:
    """The decoded and cleaned text of a plain text file."""
    decoded = decode(data, name)
    text, replaced = clean(decoded.text)
    return Extracted(text, MediaType.TEXT, READER, decoded.encoding, replaced, notes=decoded.notes)


def read_pasted_text(text: str) -> Extracted:
    """The cleaned text of what was pasted."""
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    cleaned, replaced = clean(joined.removeprefix("\ufeff"))
    return Extracted(cleaned, MediaType.TEXT, READER, "utf-8", replaced)


def pasted_file(text: str, name: str = "pasted.txt") -> LoadedFile:
    """The file that pasted text is kept as: UTF-8, line ends as they came, no lone surrogates."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return LoadedFile(whole.encode("utf-8"), name)
