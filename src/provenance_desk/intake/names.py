"""File names as they are kept and shown: the base name alone, without invisible characters."""

import re
import unicodedata

from provenance_desk.intake.cleaning import NONCHARACTERS

MAX_NAME = 255

# Controls, line separators, marks that turn the reading direction round, and what is no character.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff"
    f"{NONCHARACTERS}]"
)


def safe_name(name: str) -> str:
    """The last part of a path, NFC, with unsafe characters written as escapes; never empty."""
    base = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    whole = unicodedata.normalize("NFC", _UNSAFE.sub(_escape, base)).strip()
    return _shortened(whole) or "unnamed"


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8 (PEP 383)
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _shortened(name: str) -> str:
    if len(name) <= MAX_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    keep = dot + ending if stem and len(ending) <= 8 else ""
    return name[: MAX_NAME - 1 - len(keep)] + "…" + keep
