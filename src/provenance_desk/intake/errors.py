"""What can go wrong while a file is taken in: each error is a sentence that names the file."""

from provenance_desk.domain.errors import DeskError
from provenance_desk.intake.names import safe_name


class IntakeError(DeskError):
    """A file that was not taken in; the other files of the same drop still are."""

    def __init__(self, name: str, what: str) -> None:
        """`what` continues the sentence that the file's name begins."""
        self.name = safe_name(name)
        self.what = what
        super().__init__(f"“{self.name}” {what}")


class UnreadableFile(IntakeError):
    """Gone, forbidden, a folder, a device: there are no bytes to look at."""


class EmptyFile(IntakeError):
    """No bytes, or nothing but white space."""


class TooBig(IntakeError):
    """More bytes, text, pages or unpacked parts than the stated limit."""


class BinaryFile(IntakeError):
    """Bytes that are no text in any encoding, and no format that is known."""


class UnknownType(IntakeError):
    """A format that is recognised, and cannot be read here."""


class EncodingUnclear(IntakeError):
    """Text whose encoding is not named in the file and cannot be told from its bytes."""


class EncryptedFile(IntakeError):
    """Opens only with a password."""


class NoTextLayer(IntakeError):
    """Pages that are pictures of text."""


class DamagedFile(IntakeError):
    """Claims to be a format, and breaks its rules."""
