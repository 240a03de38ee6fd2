"""Names that a report does not say: persons flagged private, victim or minor (METHOD.md 6)."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from provenance_desk.domain.project_events import PersonFlagged
from provenance_desk.domain.words import PersonFlag
from provenance_desk.exchange.review import Review

WITHHELD = "[name withheld]"
BETWEEN = r"(?:[\s_+.\-]|%20)+"
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


class Veil:
    """Replaces the flagged names in any text; without names it changes nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(set(names)))
        forms = {_pattern(unicodedata.normalize(form, n)) for n in self.names for form in FORMS}
        shapes = sorted(forms - {""}, key=lambda shape: (-len(shape), shape))
        found = rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)"
        self._found = re.compile(found, re.IGNORECASE) if shapes else None

    def __call__(self, text: str) -> str:
        """The text with every flagged name withheld."""
        return self._found.sub(WITHHELD, text) if self._found else text


def veil_of(review: Review) -> Veil:
    """The veil of a review: each reviewer's latest flag counts, the stricter one where they differ.

    A flag whose name is not here can't be applied; bundles always carry these names.
    """
    flags: dict[tuple[str, str], tuple[PersonFlag, str]] = {}
    for event in review.events:
        if isinstance(event.body, PersonFlagged) and event.id not in review.state.undone:
            name = review.words(event.body.name)
            if name:
                flags[event.author, name.casefold()] = (event.body.flag, name)
    return Veil(name for flag, name in flags.values() if flag is not PersonFlag.PUBLIC)


def _pattern(name: str) -> str:
    return BETWEEN.join(re.escape(part) for part in name.split())
