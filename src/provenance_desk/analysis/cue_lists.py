"""Lists of cues: data with a language, a version and a hash, checked before anything uses them."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any

from provenance_desk.domain.errors import DeskError
from provenance_desk.locations import packaged

LONGEST, MOST = 1000, 5000
_EXPLODES = re.compile(r"[+*]\)(?:[+*]|\{\d*,\})")
"""A repeated group that repeats inside: it may take for ever on a text made for that."""


class CueClass(StrEnum):
    """What a cue tells about the words around it."""

    HEDGE_REPORT = "hedge_report"
    HEDGE_EPISTEMIC = "hedge_epistemic"
    UNKNOWN = "unknown"
    ACCUSATION = "accusation"
    VAGUE_SOURCE = "vague_source"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    LOADED = "loaded"
    RELATIVE_TIME = "relative_time"
    CAPTION = "caption"


class BadCueList(DeskError):
    """A list of cues that can't be used."""


@dataclass(frozen=True, slots=True)
class CueList:
    """A list ready for use; `sha256` is that of the bytes it was read from."""

    name: str
    language: str
    version: str
    reviewed: bool
    sha256: str
    patterns: tuple[tuple[CueClass, re.Pattern[str]], ...]
    false_friends: re.Pattern[str] | None


@cache
def packaged_list(language: str) -> CueList | None:
    """The list that ships for a language such as `en` or `en-GB`, or None."""
    path = packaged("resources") / "cues" / f"{language.partition('-')[0].lower()}.json"
    return cue_list_from(path.read_bytes()) if path.is_file() else None


def packaged_languages() -> list[str]:
    """The languages a list ships for."""
    return sorted(path.stem for path in (packaged("resources") / "cues").glob("*.json"))


def cue_list_from(data: bytes) -> CueList:
    """The list in these bytes of JSON; raises `BadCueList` with a sentence."""
    try:
        fields = json.loads(data)
        return CueList(
            name=str(fields["name"]),
            language=str(fields["language"]),
            version=str(fields["version"]),
            reviewed=fields.get("reviewed") is True,
            sha256=sha256(data).hexdigest(),
            patterns=_patterns(fields["classes"]),
            false_friends=_joined(fields.get("false_friends", [])),
        )
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise BadCueList(f"This is no list of cues: {problem}. It was not taken.") from problem


def _patterns(classes: dict[str, Any]) -> tuple[tuple[CueClass, re.Pattern[str]], ...]:
    found = ((CueClass(name), _joined(words)) for name, words in classes.items())
    return tuple((name, pattern) for name, pattern in found if pattern is not None)


def _joined(words: list[str]) -> re.Pattern[str] | None:
    """One pattern for any of these, between words; longer ones are tried first."""
    if len(words) > MOST:
        raise BadCueList(f"This list has a class of more than {MOST:,} cues. It was not taken.")
    for word in words:
        _check(word)
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)
    any_of = "|".join(f"(?:{word})" for word in longest)
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE) if words else None


def _check(word: str) -> None:
    if len(word) > LONGEST or _EXPLODES.search(word):
        raise BadCueList(f"The cue “{word[:60]}” is too long or too slow. The list was not taken.")
    try:
        re.compile(word)
    except re.error as problem:
        raise BadCueList(
            f"The cue “{word[:60]}” is no pattern: {problem}. The list was not taken."
        ) from problem
