"""Bytes into characters: by byte order mark, as UTF-8, as declared, else by an open guess."""

import codecs
import re
from typing import NamedTuple

from provenance_desk.intake.encoding_names import CODECS, name_of
from provenance_desk.intake.errors import BinaryFile, EncodingUnclear

# A noncharacter stands for bytes that decode to nothing: cleaning then replaces and counts it.
_LOST = "\uffff"
_ON_ERROR = "provenance_desk.lost"
codecs.register_error(_ON_ERROR, lambda error: (_LOST, getattr(error, "end", 0)))

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_SAMPLE = 256 * 1024
_FEW = 40
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_STRANGE = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe{_LOST}]")
_HIGH = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """Text without its BOM, not yet cleaned; the encoding's name; what the reviewer should know."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode a whole file; raises BinaryFile or EncodingUnclear, never guesses silently."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding)
    if (wide := _wide_without_bom(data)) is not None:
        return _guessed(data, wide)
    try:
        return _valid_utf8(data, name, declared)
    except UnicodeDecodeError as error:
        return _not_utf8(data, name, declared, error.start)


def _valid_utf8(data: bytes, name: str, declared: str) -> Decoded:
    if b"\x1b$" in data and name_of(declared) == "iso-2022-jp":
        return _decoded(data, "iso-2022-jp")
    text = data.decode("utf-8")
    if len(_CONTROL.findall(data[:_SAMPLE])) * 3 > len(data[:_SAMPLE]):
        raise _binary(name)
    return Decoded(text, "utf-8")


def _not_utf8(data: bytes, name: str, declared: str, first: int) -> Decoded:
    sample = _sample(data, first)
    if _is_damaged_utf8(sample):
        return _decoded(data, "utf-8")
    if _looks_binary(data):
        raise _binary(name)
    encoding = name_of(declared)
    if encoding and (encoding != "utf-8" or _is_mostly_ascii(sample)):
        return _decoded(data, encoding)
    guess = _guess(sample)
    if guess is None:
        raise EncodingUnclear(
            name,
            "is text in an encoding that cannot be told from its bytes. "
            "Open it in the program it comes from, save it as UTF-8, and add it again.",
        )
    return _guessed(data, guess)


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(CODECS[encoding], _ON_ERROR)
    if _LOST not in text:
        return Decoded(text, encoding)
    lost = f"Parts of the file are damaged: bytes that are not {encoding} stand as � in the text."
    return Decoded(text, encoding, (lost,))


def _guessed(data: bytes, encoding: str) -> Decoded:
    text, _, notes = _decoded(data, encoding)
    weak = len(_HIGH.findall(data[:_SAMPLE])) < _FEW
    told = (
        f"Read as {encoding} (guessed): nothing in the file names its encoding. "
        + ("The file gives little to guess from. " if weak else "")
        + "Compare some words with the original before you quote from it."
    )
    return Decoded(text, encoding, (told, *notes))


def _binary(name: str) -> BinaryFile:
    return BinaryFile(
        name,
        "holds no text: its bytes are those of a picture, a program or another binary format. "
        "Add the document as .txt, .md, .pdf, .docx or .html.",
    )


def _looks_binary(data: bytes) -> bool:
    head = data[:_SAMPLE]
    return len(_CONTROL.findall(head)) * 50 > len(head)


def _sample(data: bytes, first: int) -> bytes:
    """A stretch from the line of the first byte beyond ASCII on, cut where an ASCII space is."""
    high = _HIGH.search(data, 0, first + 1)
    begin = data.rfind(b"\n", 0, high.start() if high else first) + 1
    begin = max(begin, first - _SAMPLE // 2)
    stretch = data[begin : begin + _SAMPLE]
    if len(stretch) < _SAMPLE:
        return stretch
    return stretch[: max(stretch.rfind(b" "), stretch.rfind(b"\n")) + 1] or stretch


def _is_damaged_utf8(sample: bytes) -> bool:
    """At least ten sound sequences for each broken one: nothing but UTF-8 looks like that."""
    text = sample.decode("utf-8", _ON_ERROR)
    lost = text.count(_LOST)
    return (len(_HIGH.findall(sample)) - lost) / 4 >= 10 * lost


def _is_mostly_ascii(sample: bytes) -> bool:
    return len(_HIGH.findall(sample)) * 100 < len(sample)


def _wide_without_bom(data: bytes) -> str | None:
    """UTF-16 shows by its spaces and line ends: zero bytes that always stand on the same side."""
    if len(data) % 2 or b"\x00" not in data[:_SAMPLE]:
        return None
    for encoding in ("utf-16le", "utf-16be"):
        text = data[:_SAMPLE].decode(CODECS[encoding], _ON_ERROR)
        spaces = text.count(" ") + text.count("\n")
        if spaces * 50 >= len(text) and not _STRANGE.search(text, 0, len(text) - 1):
            return encoding if _mostly_letters(text) else None
    return None


def _mostly_letters(text: str) -> bool:
    return sum(char.isalnum() or char.isspace() for char in text) * 10 >= len(text) * 7


def _guess(sample: bytes) -> str | None:
    """The encoding under which the sample reads like a language, or none."""
    from provenance_desk.intake.encoding_guess import guess_encoding

    return guess_encoding(sample)
