"""Whether a full stop after an abbreviation, an initial or a number also ends the sentence."""

import re

from provenance_desk.intake.segmentation.lexicon import Kind, Lexicon, words
from provenance_desk.intake.segmentation.place import Place

_ZONES = words(
    """
    est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest eet msk eastern central
    mountain pacific monday tuesday wednesday thursday friday saturday sunday
    """
)
_ROMAN = re.compile(r"[IVXLC]+")
_NUMERIC = re.compile(r"[(„\"«]?(?:[\d–—−,./-]*\d[\d–—−,./%-]*(?:-[а-яіїєґ]{1,3})?|[IVXLCІХ–-]+)")
_NUMBERISH = re.compile(
    r"[(+]{0,2}\d|[IVXLCІХ]+\b|[A-Z]{0,3}[-.]?\d|[№§#]|[A-Za-z]\)|[^\W\d_](?=[.,;:)]|$)"
)
_OPENER_LENGTH = 45
_OPENER_WORDS = 6


def ends_at_stop(place: Place) -> bool:
    """Decide at a full stop before a capital, a figure or a sign."""
    if _spelled(place) or place.kind in (Kind.LEADER, Kind.LISTED):
        return False
    match place.kind:
        case Kind.PLAIN:
            return not _ordinal(place)
        case Kind.TITLE:
            return place.starter and place.left.token[0].islower()
        case Kind.NUMBERED:
            return not _numberish(place)
        case Kind.ENDER:
            return not _opener(place)
        case Kind.TIME:
            return _ends_hour(place)
        case Kind.UNIT:
            return _ends_unit(place)
        case Kind.PLACE:
            return _ends_place(place)
        case Kind.ENDING:
            return place.starter or _also_small(place)
        case _:
            return place.starter


def _spelled(place: Place) -> bool:
    """The first letter of an abbreviation in two: z. B., т. Е."""
    right = place.right
    return len(place.left.token) == 1 and len(right.word) == 1 and right.stopped


def _ordinal(place: Place) -> bool:
    """A number with a full stop that counts: 12. Juni, der 3. Mann."""
    token, word = place.left.token.lstrip("-"), place.right.word
    if not (token.isdecimal() and len(token) <= 2) and not _ROMAN.fullmatch(token):
        return False
    if word.lower() in place.lexicon.months or word in place.lexicon.dates:
        return True
    counted = place.lexicon.ordinals and word.isalpha() and not place.starter
    return counted and (place.left.opened or _counts(place))


def _counts(place: Place) -> bool:
    """A number counts what follows behind an article or another ordinal: am 3. und 4. Tag."""
    before = place.left.before
    if not before or before[-1].lower() in place.lexicon.articles:
        return True
    if not place.left.token[-1].isdecimal():
        return before[-1].islower()
    return any(word[:-1].isdecimal() and word[-1] == "." for word in before)


def _numberish(place: Place) -> bool:
    return _NUMBERISH.match(place.text, place.mark.next) is not None


def _after_number(place: Place) -> bool:
    before = place.left.before
    return bool(before) and _NUMERIC.fullmatch(before[-1]) is not None


def _ends_hour(place: Place) -> bool:
    word = place.right.word
    if not word[:1].isupper():
        return False
    if word.lower() in _ZONES or word.lower() in place.lexicon.dates:
        return False
    return not _opener(place)


def _ends_unit(place: Place) -> bool:
    word = place.right.word
    if not _after_number(place) and not _after_unit(place):
        return place.starter or _also_small(place)
    if not word[:1].isupper():
        return not word
    return place.starter or not (word.isupper() and len(word) > 1)


def _after_unit(place: Place) -> bool:
    """A unit of a unit: 5 тыс. чел."""
    before = place.left.before
    return bool(before) and place.around.abbreviations.is_unit(before[-1])


def _ends_place(place: Place) -> bool:
    """Behind a number a unit, behind a name a street: 1962 г., Main St."""
    if not _after_number(place):
        return place.starter and place.left.token[0].isupper()
    return place.right.word[:1].isupper() and not _opener(place)


def _opener(place: Place) -> bool:
    """Whether the sentence so far is but a phrase of time: At 5 a.m., В 2014 г."""
    length = place.mark.start - place.start
    if length > _OPENER_LENGTH:
        return False
    tokens = place.text[place.start : place.mark.start].split()
    first = tokens[0].strip("\"'“«(").lower()
    if first not in place.lexicon.openers and not first[:1].isdecimal():
        return False
    return len(tokens) <= _OPENER_WORDS or all(_of_time(word, place.lexicon) for word in tokens[1:])


def _of_time(word: str, lexicon: Lexicon) -> bool:
    """A figure, a month, or another small word like at: Jan. 6, 2021, at 2 p.m."""
    bare = word.strip(".,")
    return bare[:1].isdecimal() or bare in lexicon.dates or bare in lexicon.openers or "." in bare


def _also_small(place: Place) -> bool:
    """The next word is elsewhere written small: its capital shows that a sentence begins."""
    word = place.right.word
    if place.right.opened or not word.istitle():
        return False
    return word.lower() in place.around.evidence.small_words
