"""The shipped lists for matching: stop words, names of one thing, words that may say the same."""

import json
import re
from dataclasses import dataclass
from functools import cache

from provenance_desk.analysis.stems import stem
from provenance_desk.analysis.word_spans import words_of
from provenance_desk.locations import packaged


@dataclass(frozen=True, slots=True)
class SameWords:
    """`key_of` maps each name to the one key of its thing; `phrases` finds those of several words.

    `families` are numbers of near words by stem.
    """

    stop: frozenset[str]
    phrases: re.Pattern[str]
    key_of: dict[str, str]
    families: dict[str, frozenset[int]]
    light: frozenset[str]
    names_of: dict[str, tuple[str, ...]]
    near: tuple[tuple[str, ...], ...]

    def near_of(self, key: str) -> tuple[str, ...]:
        """The words of all families of a stem."""
        numbers = sorted(self.families.get(key, ()))
        return tuple(dict.fromkeys(word for n in numbers for word in self.near[n]))


@cache
def same_words() -> SameWords:
    """The lists of `resources/matching`."""
    path = packaged("resources") / "matching" / "en.json"
    lists = json.loads(path.read_text(encoding="utf-8"))
    key_of = {name.casefold(): group[0] for group in lists["same"] for name in group}
    longest = sorted((name for name in key_of if not name.isalpha()), key=len, reverse=True)
    any_phrase = "|".join(map(re.escape, longest))
    phrases = re.compile(rf"(?<!\w)(?:{any_phrase})(?!\w)", re.IGNORECASE)
    light = frozenset(stem(word) for word in lists["light"])
    return SameWords(
        stop=frozenset(lists["stop"]),
        phrases=phrases,
        key_of=key_of,
        families=_families(lists["near"], key_of),
        light=light,
        names_of={group[0]: tuple(map(str.casefold, group)) for group in lists["same"]},
        near=tuple(map(tuple, lists["near"])),
    )


def _families(groups: list[list[str]], key_of: dict[str, str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            key = f"={key_of[word]}" if word in key_of else stem(words_of(word)[0])
            found.setdefault(key, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
