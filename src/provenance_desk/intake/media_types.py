"""The formats that can be read, by name."""

from enum import StrEnum


class MediaType(StrEnum):
    """The media types of the documents that come in."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_EXTENSIONS = {
    MediaType.TEXT: "txt",
    MediaType.MARKDOWN: "md",
    MediaType.HTML: "html",
    MediaType.PDF: "pdf",
    MediaType.DOCX: "docx",
}
_NAMES = {
    "txt": MediaType.TEXT,
    "text": MediaType.TEXT,
    "md": MediaType.MARKDOWN,
    "markdown": MediaType.MARKDOWN,
    "html": MediaType.HTML,
    "htm": MediaType.HTML,
    "xhtml": MediaType.HTML,
    "pdf": MediaType.PDF,
    "docx": MediaType.DOCX,
}

#: What a file dialog offers.
EXTENSIONS = tuple(_NAMES)


def extension_of(media_type: str) -> str:
    """The extension under which an original of this type lies in a bundle; `bin` if unknown."""
    return {str(known): ending for known, ending in _EXTENSIONS.items()}.get(media_type, "bin")


def named_type(name: str) -> MediaType | None:
    """The type that a file's name promises; none for a name that promises nothing known."""
    return _NAMES.get(name.rpartition(".")[2].lower()) if "." in name else None
