"""Which text may stand in the log: the forbidden code points, and showing foreign text safely."""

import re
import unicodedata

from provenance_desk.domain.errors import InvalidValue

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""C0 without newline and tab, DEL, C1."""

_PLANE_ENDS = "".join(chr((plane << 16) + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
NOT_TEXT = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
"""Lone surrogates and noncharacters."""

FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
"""Every code point that a text of the log may not hold."""

HEX_32 = re.compile("[0-9a-f]{32}")
"""A feed or project id, used with `fullmatch`."""

HEX_64 = re.compile("[0-9a-f]{64}")
"""A SHA-256 or a public key, used with `fullmatch`."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSHOWABLE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff{_BIDI}]|{NOT_TEXT.pattern}")


def bad_code_point(text: str) -> str | None:
    """The first forbidden code point of the text as `U+001B`, or None."""
    found = FORBIDDEN.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def check_text(text: str, what: str = "The text") -> str:
    """The text itself; InvalidValue if it holds a code point the log may not hold."""
    bad = bad_code_point(text)
    if bad is not None:
        raise InvalidValue(f"{what} holds {bad}, a character that can't be kept. Remove it.")
    return text


def typed(text: str, what: str = "The text") -> str:
    """Text that somebody typed, in the form the log keeps: allowed code points, NFC."""
    return unicodedata.normalize("NFC", check_text(text, what))


def shown(text: str, limit: int = 80) -> str:
    """Foreign text made safe to print: controls and bidi marks escaped, cut at the limit."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return _UNSHOWABLE.sub(lambda bad: f"\\u{{{ord(bad.group()):x}}}", cut)


def unshowable(text: str) -> bool:
    """Whether the text holds a control, a line break or a bidi mark that `shown` would escape."""
    return bool(_UNSHOWABLE.search(text))
