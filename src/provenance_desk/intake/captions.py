"""Captions: lines under pictures that came along with the text."""

import re
from collections.abc import Sequence

from provenance_desk.intake.paragraphs import Paragraph
from provenance_desk.intake.repeats import Repeat

_LONGEST = 70
_SHORTEST = 8
_AGENCY = r"(?:AP|AP Photo|AFP|EPA|Reuters|Getty|Getty Images|UNIAN|TASS|dpa|УНИАН|УНІАН|ТАСС)"
_CUE = re.compile(
    r"\((?:pictured|left|right|above|below|centre|center|rear|front|far left|far right|top|bottom"
    r"|на фото|на снимке|на знімку|im Bild|links|rechts|à gauche|à droite|en la foto)\b"
    r"[^()]{0,120}\)"
    r"|(?<![^\W_])(?:Pictured|Above|Below|На фото|На снимке|На знімку|Im Bild)"
    r"(?: (?:above|below|left|right|here))?[:,]"
    r"|(?<![^\W_])(?:Photo|Photos|Image|Picture|Photograph|Caption|Graphic|Video grab|Handout"
    r"|File photo|File picture|Photo credit|Image credit|Image source|Фото|Фотография|Foto|Bild"
    r"|Archivbild|Symbolbild|Crédit|Crédit photo|Legende|Légende)(?: by\b|: ?| ?©|/)"
    rf"|\({_AGENCY}\b[^()]{{0,80}}\)\W*\Z"
    rf"|[/©] ?{_AGENCY}\W*\Z",
)
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя"
    r"|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|Jän|Mär|Mai|Okt|Dez)[^\W\d_]{0,7}\.?"
)
_DATED = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}\b|\d{{1,2}}\.? {_MONTH} (?:\d{{4}})?)")
_SIDE = re.compile(r", (?:second |third |far |top |bottom )?(?:left|right|centre|center)(?:,| )")


def caption_sentences(held: Sequence[Paragraph], repeats: Sequence[Repeat]) -> set[int]:
    """Return the numbers of the sentences that stand in captions."""
    again = {repeat.number for repeat in repeats} | {repeat.other for repeat in repeats}
    spoken = _stops_are_usual(held)
    captions = {
        number
        for paragraph in held
        if _is_caption(paragraph, repeated=not again.isdisjoint(_numbers(paragraph)), spoken=spoken)
        for number in _numbers(paragraph)
    }
    return captions | _cut_off(held, repeats, captions)


def _numbers(paragraph: Paragraph) -> range:
    return range(paragraph.first, paragraph.last)


def _stops_are_usual(held: Sequence[Paragraph]) -> bool:
    """Whether most long paragraphs stop properly, so that one that does not says something."""
    long = [paragraph for paragraph in held if paragraph.words >= _SHORTEST]
    return 2 * sum(paragraph.open for paragraph in long) <= len(long)


def _is_caption(paragraph: Paragraph, *, repeated: bool, spoken: bool) -> bool:
    if not paragraph.open or paragraph.words > _LONGEST:
        return False
    if _CUE.search(paragraph.text):
        return True
    if not spoken or paragraph.words < _SHORTEST or paragraph.first == 0:
        return False
    dated = _DATED.search(paragraph.text) or _SIDE.search(paragraph.text)
    return repeated or dated is not None


def _cut_off(held: Sequence[Paragraph], repeats: Sequence[Repeat], captions: set[int]) -> set[int]:
    """Open paragraphs that repeat a caption or are cut from one are captions too."""
    of_captions = {repeat.number for repeat in repeats if repeat.other in captions}
    return {
        number
        for paragraph in held
        for number in _numbers(paragraph)
        if number in of_captions and paragraph.last == paragraph.first + 1 and paragraph.open
    }
