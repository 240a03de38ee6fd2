"""The text rule of the audit format: one way to line ends, no code point that it forbids."""

import re
from typing import NamedTuple

REPLACEMENT = "\ufffd"

NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
# C0 without TAB and LF, DEL and C1, lone surrogates (decoding joins the others), noncharacters.
FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")


class Cleaned(NamedTuple):
    """Text that the format allows, and how many code points were replaced to make it so."""

    text: str
    replaced: int


def clean(text: str) -> Cleaned:
    """CRLF and CR become LF, then each forbidden code point becomes U+FFFD, one for one."""
    return Cleaned(*FORBIDDEN.subn(REPLACEMENT, one_line_end(text)))


def one_line_end(text: str) -> str:
    """The text with LF for every CRLF and CR."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_clean(text: str) -> bool:
    """Whether nothing in the text is forbidden."""
    return FORBIDDEN.search(text) is None
