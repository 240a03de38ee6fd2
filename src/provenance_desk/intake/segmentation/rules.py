"""Whether a mark ends its sentence: one rule for each thing that can follow."""

import re

from provenance_desk.intake.segmentation.glued import ends_glued, ends_wide
from provenance_desk.intake.segmentation.lexicon import Kind
from provenance_desk.intake.segmentation.place import Place
from provenance_desk.intake.segmentation.stops import ends_at_stop

_GOES_ON = frozenset(",;:)]}/=%&|!?")
_DASHES = frozenset("—–-‒―")
_BRACKETS = frozenset(")]}")
_NAMES_WITH_MARK = frozenset({"Yahoo", "Jeopardy", "Wham", "Oklahoma", "Airplane", "Mia", "Joomla"})
_SAID = re.compile(
    r"(?!(?:He|She|They|We|It|You|The|This) )(?:[A-Z][\w.’'-]{0,30} ){1,3}"
    r"(?:said|says|asked|asks|replied|wrote|told|added|cried|shouted|answered|whispered|exclaimed"
    r"|yelled|muttered|called|wondered|demanded|continued)\b"
)
_LINK = re.compile(
    r"https?://|www\.|[\w.-]{1,60}@\w|[\w-]{3,40}(?:\.[\w-]{2,40}){0,3}\.[a-z]{2,6}\b"
)
_SPACED_DOTS = re.compile(r"(?:\.[ \u00a0]){2,8}\s?|\.{2,8}\s?|…\s?")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_BRACKET_WINDOW = 300


def ends_sentence(place: Place) -> bool:
    """Decide whether the mark at this place ends the sentence."""
    if place.mark.wide:
        return ends_wide(place)
    if place.mark.next == place.mark.stop:
        return ends_glued(place)
    if place.mark.start == place.start or _omission(place):
        return False
    first = place.right.first
    if not first:
        return True
    if first in _GOES_ON:
        return False
    if first == "." or first == "…":
        return _ends_before_dots(place)
    if first in _DASHES and not place.right.opened:
        return _ends_before_dash(place)
    if first.islower() and not _BRAND.match(place.right.word):
        return _ends_before_small(place)
    return _ends_before_capital(place)


def _omission(place: Place) -> bool:
    """[...] and (…) stand for words left out."""
    start = place.mark.start
    return place.text[start - 1 : start] in ("[", "(", "<") and place.tail[:1] in (")", "]")


def _ends_before_dots(place: Place) -> bool:
    """Dots behind a whole stop open the next sentence: raak. ...en toen."""
    if len(place.signs) > 1 or place.signs == "…":
        return False
    dots = _SPACED_DOTS.match(place.text, place.mark.next, place.end)
    if dots is None or dots.end() >= place.end:
        return False
    spaced = dots[0].startswith(". ")
    return place.text[dots.end()].isupper() if spaced else place.kind is Kind.PLAIN


def _ends_before_dash(place: Place) -> bool:
    """A dash and a small letter go on with who spoke; a dash and a capital begin anew."""
    after = place.text[place.mark.next + 1 : place.mark.next + 20].lstrip()
    if after[:1].islower():
        return False
    if "." in place.signs and place.left.token.isdecimal():
        return False
    return "." not in place.signs or place.kind is Kind.PLAIN


def _ends_before_small(place: Place) -> bool:
    """A small letter goes on, unless it opens a link, a bracket or an informal sentence."""
    right = place.right
    if right.word == "i" or right.word.startswith(("i'", "i’")):
        return _plain_stop(place) and place.around.language.startswith("en")
    if _LINK.match(place.text, place.mark.next + len(right.opened)):
        return _plain_stop(place)
    if place.closed:
        return False
    if right.opened:
        return right.opened[-1] in "([" and _plain_stop(place)
    if place.strong:
        return not _named_with_mark(place) and place.around.small_after_strong
    return place.signs == "." and _ends_informally(place) and place.kind is Kind.PLAIN


def _ends_informally(place: Place) -> bool:
    """Whether a small letter can open a sentence: by this writer's habit, or by the word."""
    word, before = place.right.word, place.left.token
    if place.around.evidence.informal:
        return len(word) > 1
    return word in place.lexicon.small_openers and len(before) > 2 and before.islower()


def _plain_stop(place: Place) -> bool:
    return place.strong or place.kind is Kind.PLAIN


def _ends_before_capital(place: Place) -> bool:
    if place.signs != ".":
        return _ends_strongly(place) if place.strong else _ends_after_dots(place)
    if not place.tail:
        return ends_at_stop(place)
    if place.tail[0].isdecimal():
        return place.kind is Kind.PLAIN
    return _ends_closed(place) if place.closed else ends_at_stop(place)


def _ends_strongly(place: Place) -> bool:
    """`!` and `?` end, but not within a name, in a bracket, or before who asked."""
    if not place.tail and _named_with_mark(place):
        return place.starter
    if not _BRACKETS.isdisjoint(place.tail) and _bracket_within(place):
        return place.starter
    return not (place.tail and _SAID.match(place.text, place.mark.next))


def _named_with_mark(place: Place) -> bool:
    return place.signs == "!" and place.left.token in _NAMES_WITH_MARK


def _bracket_within(place: Place) -> bool:
    """Whether the bracket closed here was opened after the sentence had begun."""
    begin = max(place.start + 1, place.mark.start - _BRACKET_WINDOW)
    return any(place.text.rfind(sign, begin, place.mark.start) >= 0 for sign in "([{")


def _ends_after_dots(place: Place) -> bool:
    """Dots end before a capital; three spaced ones stand for words left out."""
    if place.signs.startswith(". ") and place.signs.count(".") == 3:
        return place.starter and place.right.word != "I"
    return True


def _ends_closed(place: Place) -> bool:
    """Behind a closed quotation or bracket, an abbreviation counts only in a bracket."""
    if place.kind in (Kind.PLAIN, Kind.LISTED) or place.tail[0] not in _BRACKETS:
        return place.kind is not Kind.LISTED
    return place.starter
