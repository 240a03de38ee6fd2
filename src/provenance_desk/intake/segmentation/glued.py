"""Ends without a space behind them: a slip of the writer, or the habit of a script."""

import re

from provenance_desk.intake.segmentation.lexicon import Kind
from provenance_desk.intake.segmentation.place import Place
from provenance_desk.intake.segmentation.stops import ends_at_stop

_NEXT_WORD = re.compile(r"[\"“«‘„(]?([^\W\d_]{1,40}+)(?=[\s,;:!?'’.-]|$)")
_ROMAN = re.compile(r"[IVXLC]+")
_IN_LINK = frozenset("@/_")
_GOES_ON = frozenset(",;:)]}!?、，：；")
_PARTICLES = frozenset("とっはがをのにでも")
_SAID_IN_CHINESE = re.compile(r"[^\W\d_A-Za-z]{1,6}?[说說问問道喊叫答][。：，]")
_TITLE_WINDOW = 300


def ends_glued(place: Place) -> bool:
    """Decide at a mark that a capital follows at once: an end between words, not in a link."""
    if place.signs in ("…", "...") or not _joins_words(place):
        return False
    token = place.left.token
    if not _IN_LINK.isdisjoint(token) or ("." in token and not token[-1].isdigit()):
        return False
    following = place.text[place.mark.stop : place.mark.stop + 60].split(None, 1)[0]
    if "@" in following or "." in following.rstrip(".,;:!?”\"'’)"):
        return False
    return place.kind is Kind.PLAIN and ends_at_stop(place)


def _joins_words(place: Place) -> bool:
    """A small word or a figure before the mark, a whole word with a capital behind it."""
    found = _NEXT_WORD.match(place.text, place.mark.stop, place.end)
    if not found or not (found[1].istitle() or _ROMAN.fullmatch(found[1])):
        return False
    before = place.text[max(0, place.mark.start - 2) : place.mark.start]
    return before.isdigit() or (before.isalpha() and before.islower())


def ends_wide(place: Place) -> bool:
    """Decide at a mark of a script that needs no space behind it."""
    text, mark = place.text, place.mark
    following = text[mark.next]
    if following in _GOES_ON:
        return False
    if place.signs == "．" and text[mark.start - 1].isdigit() and following.isdigit():
        return False
    if place.signs == ":" and mark.next == mark.stop:
        return False
    if place.tail and (following in _PARTICLES or _SAID_IN_CHINESE.match(text, mark.next)):
        return False
    return not _in_title(text, mark.start)


def _in_title(text: str, at: int) -> bool:
    """Inside the marks of a book's title 《》 nothing ends."""
    begin = max(0, at - _TITLE_WINDOW)
    return text.rfind("《", begin, at) > text.rfind("》", begin, at)
