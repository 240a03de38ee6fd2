"""Names that may stand in a bundle: plain ASCII, safe on every system, never out of the folder."""

import re
from typing import Final

from provenance_desk.audit.errors import Refused
from provenance_desk.audit.text_rules import shown

MAX_PATH: Final = 200
MAX_PART: Final = 100
_PART = re.compile(rb"[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)")
_DEVICE = re.compile(rb"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def is_plain(name: bytes) -> bool:
    """Whether a path with forward slashes may stand in a bundle."""
    return len(name) <= MAX_PATH and all(map(_is_plain_part, name.split(b"/")))


def check_name(name: bytes) -> None:
    """Raise `Refused` Z-NAME unless the name may stand in a bundle."""
    if not is_plain(name):
        raise Refused("Z-NAME", f"“{shown(name.decode('ascii', 'backslashreplace'))}” {_WHY}")


_WHY = "is no name for a file of a bundle: folders, links out of it and odd characters are refused."


def _is_plain_part(part: bytes) -> bool:
    if len(part) > MAX_PART or not _PART.fullmatch(part):
        return False
    return not _DEVICE.fullmatch(part)
