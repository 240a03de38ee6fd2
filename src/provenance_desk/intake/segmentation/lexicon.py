"""What a language knows of abbreviations and of words that open a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import IntEnum
from types import MappingProxyType


class Kind(IntEnum):
    """What a word before a full stop is."""

    PLAIN = 0
    TITLE = 1
    LEADER = 2
    NUMBERED = 3
    DATE = 4
    ENDING = 5
    ENDER = 6
    UNIT = 7
    PLACE = 8
    TIME = 9
    INITIAL = 10
    ACRONYM = 11
    LISTED = 12


def words(block: str) -> frozenset[str]:
    """Read a block of words; one written with a capital is met with its capital only."""
    return frozenset(block.split())


_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Abbreviations by what may follow them, without their last full stop, and openers."""

    titles: frozenset[str] = _NOTHING
    """A name follows: Dr, Gen. Never an end."""
    leaders: frozenset[str] = _NOTHING
    """Something always follows: e.g, bzw, напр. Never an end."""
    numbered: frozenset[str] = _NOTHING
    """Not an end before a number: No, Fig, ст."""
    dates: frozenset[str] = _NOTHING
    """Short months and weekdays: an end only before a starter."""
    endings: frozenset[str] = _NOTHING
    """May end a sentence, and do before a starter: Inc, Jr, св."""
    enders: frozenset[str] = _NOTHING
    """End a sentence before any capital: etc, usw, т.д."""
    units: frozenset[str] = _NOTHING
    """After a number they end before any capital, otherwise before a starter: чел, млн."""
    places: frozenset[str] = _NOTHING
    """After a number a unit, otherwise in front of a name: г, р, ст."""
    times: frozenset[str] = _NOTHING
    """Hours of the day: a.m, p.m."""
    months: frozenset[str] = _NOTHING
    """Whole names after an ordinal: 12. Juni."""
    starters: frozenset[str] = _NOTHING
    """Words that open a sentence when they stand with a capital after an abbreviation."""
    openers: frozenset[str] = _NOTHING
    """Words that open a sentence with a phrase of time or place: at, on, в."""
    articles: frozenset[str] = _NOTHING
    """Words behind which a number with a full stop is an ordinal: am, der."""
    small_openers: frozenset[str] = _NOTHING
    """Words that hurried writers open a sentence with, in small letters."""
    ordinals: bool = False
    """Whether a number with a full stop is an ordinal: der 3. Mann."""

    def joined(self, other: "Lexicon") -> "Lexicon":
        """Hold what both know; the other's word on an abbreviation counts where they differ."""
        theirs = other.abbreviations()
        merged: dict[str, frozenset[str] | bool] = {}
        for field in fields(self):
            mine, new = getattr(self, field.name), getattr(other, field.name)
            if field.name in _KINDS:
                mine = frozenset(word for word in mine if word not in theirs)
            merged[field.name] = mine | new
        return Lexicon(**merged)  # type: ignore[arg-type]

    def abbreviations(self) -> Mapping[str, Kind]:
        """Map every abbreviation to its kind."""
        return MappingProxyType(
            {word: kind for name, kind in _KINDS.items() for word in getattr(self, name)}
        )


_KINDS = {
    "endings": Kind.ENDING,
    "enders": Kind.ENDER,
    "units": Kind.UNIT,
    "places": Kind.PLACE,
    "dates": Kind.DATE,
    "numbered": Kind.NUMBERED,
    "leaders": Kind.LEADER,
    "times": Kind.TIME,
    "titles": Kind.TITLE,
}


def all_joined(lexicons: Iterable[Lexicon]) -> Lexicon:
    """Join several, each counting over the ones before it."""
    whole = Lexicon()
    for lexicon in lexicons:
        whole = whole.joined(lexicon)
    return whole
