"""What the whole text shows of its writer's habits."""

import re
from functools import cached_property

_TRIMMED = "\"'“”‘’«»„(),.;:!?…[]"
_LOWER_AFTER_STOP = re.compile(r"[^\W\d_]{3}[.] (?=[a-zа-яіїєґ'’]{2})")
_UPPER_AFTER_STOP = re.compile(r"[^\W\d_]{3}[.] (?=[A-ZА-ЯІЇЄҐ])")
_SMALL_I = re.compile(r"(?:^|[ \n])i(?:['’]?m|['’]ve|['’]ll)? ")


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
        small = len(_LOWER_AFTER_STOP.findall(self._text))
        if small == 0 or small <= len(_UPPER_AFTER_STOP.findall(self._text)):
            return False
        return small >= 3 or self._text.lstrip()[:1].islower() or self.small_i

    @cached_property
    def small_i(self) -> bool:
        """Whether the writer says i for I."""
        return _SMALL_I.search(self._text) is not None
