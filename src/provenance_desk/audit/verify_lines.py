"""One line of a feed or of its attachments: accepted fast, or refused with its code."""

import re
from collections.abc import Mapping
from typing import Any

import orjson

from provenance_desk.audit import quick_schemas
from provenance_desk.audit.canonical import MAX_LINE, parse
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.schema_faults import is_normal
from provenance_desk.audit.schemas import event_from
from provenance_desk.audit.text_rules import FORBIDDEN, HEX_32

# In a canonical line only these escapes stand for allowed code points.
_escaped_plainly = re.compile(rb'(?:[^\\]++|\\["\\nt])*+').fullmatch
# Inside a JSON text every quotation mark has a backslash before it, so this stands in none.
_quote_salt = re.compile(rb',"salt":"([0-9a-f]{32})","suffix":"').search
_plain_text = re.compile(rb'\{"salt":"[0-9a-f]{32}","text":"[ !#-\[\]-~]*"\}').fullmatch
_TEXT = {"salt", "text"}
_QUOTE = {"exact", "prefix", "salt", "suffix"}
MOST_QUOTED = 8192
"""Most code points of the exact words of a quote."""


def read_event(line: bytes) -> dict[str, Any]:
    """The fields of an event line; `NotCanonical` or `Misfit` where it is none.

    The slow way gives every reason; the fast way accepts only what the slow one would.
    """
    fields = quick_line(line)
    if fields is None or not quick_schemas.fits(fields):
        fields = parse(line)
        event_from(fields, "")
    return fields


def read_attachment(line: bytes) -> Mapping[str, str]:
    """The texts of an attachment line, `salt` among them; `Refused` where it is none."""
    fields: dict[str, Any] = quick_line(line) or parse(line)
    if fields.keys() != (_TEXT if len(fields) == 2 else _QUOTE):
        raise Refused("E-FIELDS", "An attachment has other fields than a text or a quote has.")
    for value in fields.values():
        if type(value) is not str:
            raise Refused("E-FIELD", "A field of an attachment is not a text.")
    if not HEX_32.fullmatch(fields["salt"]):
        raise Refused("E-FIELD", "salt is not 32 lower-case hexadecimal digits.")
    if not is_normal(fields.get("text", "")):
        raise Refused("E-VALUE", "The text is not in Unicode's normal form NFC.")
    if len(fields.get("exact", "")) > MOST_QUOTED:
        raise Refused("E-VALUE", f"A quote has more than {MOST_QUOTED} characters.")
    return fields


def is_plain_text(line: bytes) -> bool:
    """Whether a line is a text attachment of ASCII without escapes, written canonically."""
    return _plain_text(line) is not None


def salt_of_quote(line: bytes) -> bytes | None:
    """The salt that a quote attachment must have, if it is one; nothing else of it is looked at."""
    found = _quote_salt(line)
    return found[1] if found else None


def quick_line(line: bytes) -> dict[str, Any] | None:
    """The object of a line that is certainly written canonically, None in any doubt.

    Numbers, null and nesting are left to whoever knows the fields.
    """
    if len(line) > MAX_LINE:
        return None
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    if type(value) is not dict or orjson.dumps(value, option=orjson.OPT_SORT_KEYS) != line:
        return None
    return value if _holds_text(line) else None


def _holds_text(line: bytes) -> bool:
    """Whether no text of a canonical line can hold a forbidden code point."""
    escaped = b"\\" in line
    if not escaped and line.isascii():
        return b"\x7f" not in line
    if escaped and not _escaped_plainly(line):
        return False
    text = line.decode()
    return text.isprintable() or not FORBIDDEN.search(text)


def plural(count: int, word: str) -> str:
    """A number with its word: 1 entry, 2 entries."""
    if count == 1:
        return f"1 {word}"
    return f"{count} {word[:-1]}ies" if word.endswith("y") else f"{count} {word}s"
