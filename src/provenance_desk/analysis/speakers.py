"""Who seems to speak in a sentence: the words that name them, as a proposal in grey."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance_desk.analysis.dates_in_text import dates_in
from provenance_desk.analysis.word_spans import same_signs
from provenance_desk.domain.words import Mode, Naming

FURTHEST = 1500
"""Signs of a sentence that are looked at; longer ones are tables, and take too long."""

_SAY = (
    r"(?:said|says?|told|tells|stated|states|announced|announces|indicated|indicates|reported|noted"
    r"|added|adds|wrote|writes|tweeted|posted|explained|explains|argued|argues|insisted|insists"
    r"|estimated|estimates?|confirmed|confirms|declared|declares|described|describes|asserts?"
    r"|asserted|claims|claimed|acknowledged|acknowledges|admitted|admits|warned|warns|warning"
    r"|suggested|suggests|revealed|reveals|commented|recalled|testified|concluded|predicted"
    r"|predicts|promised|vowed|pledged|urged|urges|called for|believes?|thinks?|alleges?|alleged"
    r"|accused|accuses|blamed|blames|denounced|condemned|denied|denies|deny|rejected|rejects"
    r"|refuted|disputed|disputes|contradicted|dismissed|replied|responded|answered|complained"
    r"|stressed|emphasi[sz]ed|criticised|criticized|praised|quoted|cited|found|maintained"
    r"|(?:did|does|do) not (?:mention|say|specify|comment|respond|elaborate|confirm)"
    r"|(?:declined|refused) to (?:comment|say|confirm|elaborate|discuss|give))"
)
_NOUN = r"[^\s,.;:\"()!?–—-][^\s,;:\"()!?]*"
_STOP = (
    r"(?:on|in|at|that|who|whom|which|whose|via|after|before|during|when|while|as|to|from|with|by"
    r"|has|have|had|was|is|were|are|but|because|although|if|said|says|told|last|this|late|early"
    r"|speaking|citing|yesterday|today|assert|claim|say)\b"
)
_AFTER = rf"(?P<who>(?!{_STOP}){_NOUN}(?: (?!{_STOP}|-){_NOUN}){{0,11}}(?:, including [^,.;]+)?)"
_INVERTED = re.compile(
    rf"[,?!]\"? {_SAY} (?!that\b|it\b|to\b|on\b|in\b|\")(?={_NOUN}){_AFTER}"
    r"(?=[.,;:!?\"]|$| (?:on|in|at|via|who|after|during|last|yesterday|today|late|early|from|as"
    r"|to|while|when|this|before)\b)"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to {_AFTER}")
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|also)(?: \w+ly)?"
    rf" {_SAY}(?: (?!by\b)[\w'-]+){{0,6}}? by {_AFTER}"
)
_ACTIVE = re.compile(rf"\b{_SAY}\b")
_HELPERS = re.compile(
    r"(?:,? (?:who|which|that|also|has|have|had|is|was|were|are|later|then|since|repeatedly"
    r"|previously|reportedly|publicly|earlier|again|still|now|and|strongly|flatly|always|once"
    r"|\w+ly|would|will|could|may|might|on|in|[A-Z]\w+day))+$"
)
_DONE_TO = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: not| also| \w+ly)? $")
_BEGINNINGS = re.compile(
    r"[;:\"()–—]|, |^(?:but|and|yet|so|however|meanwhile|still)\b|\b(?:but|because|although|while"
    r"|when|whether|if|that|as)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",? (?:speaking|talking|writing|citing|quoting|close to|familiar with|who|which|on behalf)"
    r"\b.*$"
)
_LEADING = re.compile(
    r"^(?:(?:on|in|at|since|by|after|before|during|late|earlier|last|this)\b[^,A-Z]*"
    r"(?:\b[A-Z]\w+day\b|\b\w+ (?:week|month|year|night)\b)?\s*)+",
    re.IGNORECASE,
)
_ARTICLES = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "some", "many", "several", "multiple"}
)
_VAGUE = re.compile(
    r"\b(?:sources?|people|observers|experts|analysts|critics|officials|reports|media|witnesses"
    r"|residents|insiders|many|some|others|locals|unnamed|anonymous|rumou?rs)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"(?:[^\"\s]+ ){2,120}[^\"\s]+\"|\"[^\"]+[,.?!]\"|^\"[^\"]+$")


@dataclass(frozen=True, slots=True)
class SpeakerFound:
    """The words that name a speaker, `[start, end)` in the text, and how."""

    start: int
    end: int
    naming: Naming
    mode: Mode


def find_speaker(text: str, start: int, end: int) -> SpeakerFound | None:
    """Who seems to say what the sentence says, nearest first; None where nobody seems to."""
    sentence = same_signs(text[start : min(end, start + FURTHEST)])
    for low, high in _spans(sentence):
        low, high = _trimmed(sentence, low, high)
        if low < high:
            mode = Mode.QUOTED if _QUOTED.search(sentence) else Mode.PARAPHRASED
            return SpeakerFound(start + low, start + high, _naming(sentence[low:high]), mode)
    return None


def _spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a speaker may be named, the surest place first."""
    inverted = _INVERTED.search(sentence)
    if inverted:
        yield inverted.span("who")
    others = [hit.span("who") for hit in _ACCORDING.finditer(sentence)]
    others += [hit.span("who") for hit in _PASSIVE.finditer(sentence)]
    for verb in _ACTIVE.finditer(sentence):
        span = (
            None if _DONE_TO.search(sentence[: verb.start()]) else _subject(sentence, verb.start())
        )
        others += [span] if span else []
    yield from sorted(others)


def _subject(sentence: str, verb: int) -> tuple[int, int] | None:
    """The words before a verb that name who does it."""
    high = len(_HELPERS.sub("", sentence[:verb].rstrip()))
    if not sentence[:high].strip():
        return None
    beginnings = [hit.end() for hit in _BEGINNINGS.finditer(sentence[:high]) if hit.end() < high]
    low = max(beginnings, default=0)
    low += len(sentence[low:high]) - len(sentence[low:high].lstrip())
    for date in dates_in(sentence[low:high]):
        if sentence[low : low + date.start].strip().lower() in {"on", "in", "since", ""}:
            low += date.end
            break
    low += len((_LEADING.match(sentence[low:high].lstrip()) or [""])[0])
    cut = _CUT.search(sentence[low:high])
    high = low + cut.start() if cut else high
    low = max(low, sentence.rfind(" by ", low, high) + 4 if " by " in sentence[low:high] else low)
    words = sentence[low:high].split()
    return (low, high) if 0 < len(words) <= 12 and _can_speak(words) else None


def _can_speak(words: list[str]) -> bool:
    """Whether these words look like a name, a role or a pronoun."""
    first = words[0].lower()
    if len(words) == 1:
        return first not in _ARTICLES and (
            words[0][0].isupper()
            or first in {"he", "she", "they", "it", "officials"}
            or (first.endswith("s") and first not in {"was", "is", "has", "does", "as"})
        )
    return first in _ARTICLES or any(word[0].isupper() for word in words) or first.endswith("s")


def _trimmed(sentence: str, low: int, high: int) -> tuple[int, int]:
    """A span without the signs and spaces at its ends."""
    words = sentence[low:high]
    low += len(words) - len(words.lstrip(" ,.'\""))
    return low, low + len(sentence[low:high].rstrip(" ,.'\""))


def _naming(words: str) -> Naming:
    capitals = [word for word in words.split()[1:] if word[0].isupper()]
    first = words.split()[0]
    if capitals or (first[0].isupper() and first.lower() not in _ARTICLES and " " not in words):
        named = first.lower() not in {"he", "she", "they", "it", "who"}
        vague = _VAGUE.fullmatch(words) is not None
        return Naming.NAMED if named and not vague else Naming.UNNAMED if vague else Naming.ROLE
    return Naming.UNNAMED if _VAGUE.search(words) else Naming.ROLE
