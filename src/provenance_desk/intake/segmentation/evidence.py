"""What the whole text shows of its writer's habits."""

import re
from functools import cached_property

_TRIMMED = "\"'“”‘’«»„(),.;:!?…[]"
_SMALL_AFTER_STOP = re.compile(r"[^\W\d_]{3}\. (?=[a-zа-яіїєґ]{2})")
_CAPITAL_AFTER_STOP = re.compile(r"[^\W\d_]{3}\. (?=[A-ZА-ЯІЇЄҐ])")
_CARELESS = re.compile(
    r"(?:^|[ \n])i(?:['’]?m|['’]ve|['’]ll)? |[!?] [a-zа-яіїєґ]{2}|[!?]{2}|[:;]-?[)D(]"
    r"|\b(?:dont|cant|im|ive|didnt|doesnt|wont|isnt|u|ur|pls|plz|lol|thx)\b"
)


class Evidence:
    """Facts about one text, each found once and only when a rule asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Every word that the text also writes with a small first letter."""
        return frozenset(
            word.strip(_TRIMMED) for word in set(self._text.split()) if word[0].islower()
        )

    @cached_property
    def informal(self) -> bool:
        """Whether the writer opens sentences with small letters."""
        small = len(_SMALL_AFTER_STOP.findall(self._text))
        capital = len(_CAPITAL_AFTER_STOP.findall(self._text))
        if small == 0 or 3 * small < capital:
            return False
        return (small >= 3 and small > capital) or self._careless

    @cached_property
    def _careless(self) -> bool:
        begins_small = self._text.lstrip()[:1].islower()
        return begins_small or _CARELESS.search(self._text) is not None
