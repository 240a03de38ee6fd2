"""The speaker chain as one line of text: nearest first, `Sladkov ← (a spokesman) ← ?`; no Qt."""

import re
from collections.abc import Sequence
from typing import Final

from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.words import Mode, Naming

ARROW: Final = " ← "
MOST_HOPS: Final = 8
_BETWEEN: Final = re.compile(r"\s*(?:←|<-+|<)\s*")
_UNNAMED: Final = "?"


def chain_words(speakers: Sequence[Speaker]) -> str:
    """The chain in one line; a role stands in brackets, who is not named is a question mark."""
    return ARROW.join(map(hop_words, speakers))


def hop_words(speaker: Speaker) -> str:
    """One hop of the chain as it is written."""
    match speaker.naming:
        case Naming.ROLE:
            return f"({speaker.name})"
        case Naming.UNNAMED:
            return speaker.name or _UNNAMED
        case _:
            return speaker.name


def chain_from(text: str, before: Sequence[Speaker] = ()) -> tuple[Speaker, ...]:
    """The chain that a line says; a hop that was there before keeps how its words are given."""
    parts = [" ".join(part.split()) for part in _BETWEEN.split(text.strip())]
    written = [part for part in parts if part]
    known = {hop_words(speaker): speaker for speaker in before}
    modes = [speaker.mode for speaker in before] if len(before) == len(written) else []
    hops = []
    for place, part in enumerate(written[:MOST_HOPS]):
        mode = modes[place] if modes else Mode.PARAPHRASED
        hops.append(known.get(part) or _hop(part, mode))
    return tuple(hops)


def _hop(part: str, mode: Mode) -> Speaker:
    if part == _UNNAMED:
        return Speaker("", Naming.UNNAMED, mode)
    if part.startswith("(") and part.endswith(")"):
        return Speaker(part[1:-1].strip(), Naming.ROLE, mode)
    return Speaker(part, Naming.NAMED, mode)
