"""What a field of an event body may hold; read by the closed schemas, by hand and by tests."""

from dataclasses import dataclass
from typing import Annotated

LARGEST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text of `shortest` to `longest` code points; line feeds and tabs only where `lines`.

    Texts that people type are NFC; `verbatim` ones were taken from a document as they stand there.
    """

    longest: int
    shortest: int = 0
    lines: bool = False
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Hexadecimal:
    """Exactly `digits` lower-case hexadecimal digits; `names` says what kind of thing."""

    digits: int
    names: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`, never a truth value."""

    least: int = 0
    most: int = LARGEST


@dataclass(frozen=True, slots=True)
class Items:
    """A list of `least` to `most` entries."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text that the regular expression `shape` matches in full; `says` puts it in words."""

    shape: str
    says: str


EventId = Annotated[str, Hexadecimal(64, "event")]
TextId = Annotated[str, Hexadecimal(64, "text")]
AttachmentId = Annotated[str, Hexadecimal(64, "attachment")]
Digest = Annotated[str, Hexadecimal(64, "digest")]
Thing = Annotated[str, Hexadecimal(64, "thing")]
PublicKey = Annotated[str, Hexadecimal(64, "key")]
FeedId = Annotated[str, Hexadecimal(32, "feed")]
ProjectId = Annotated[str, Hexadecimal(32, "project")]
Offset = Annotated[int, Whole()]
Count = Annotated[int, Whole()]
Name = Annotated[str, Text(longest=300, shortest=1)]
Label = Annotated[str, Text(longest=500)]
Expression = Annotated[str, Text(longest=500, verbatim=True)]
Address = Annotated[str, Text(longest=2048)]
Sentence = Annotated[str, Text(longest=2000, shortest=1)]
Code = Annotated[str, Text(longest=100, shortest=1)]
DateValue = Annotated[
    str,
    Pattern(
        r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
        r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z)?)?)?",
        "a date such as 2023, 2023-04, 2023-04-27 or 2023-04-27T10:00Z",
    ),
]
