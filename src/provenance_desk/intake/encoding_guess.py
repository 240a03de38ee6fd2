"""The guess of last resort: charset-normalizer, and a second look where look-alikes compete."""

import re

from charset_normalizer import from_bytes

from provenance_desk.intake.cyrillic import cyrillic_guess
from provenance_desk.intake.encoding_names import CODECS, name_of
from provenance_desk.intake.latin import LATIN, explained

# Rare ones are read where a page declares them; guessed, they would only take others' place.
_NEVER_GUESSED = ("utf", "iso2022", "iso8859_1", "iso8859_3", "iso8859_4", "cp1258")
_CANDIDATES = [codec for codec in CODECS.values() if not codec.startswith(_NEVER_GUESSED)]
_WORST_CHAOS = 0.15
_FEW_WORDS = 200
_EXPLAINED = 0.75
_WELL_EXPLAINED = 0.9
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")


def guess_encoding(sample: bytes) -> str | None:
    """The encoding under which the sample reads like a language; none if it never does."""
    share, latin = _latin_guess(sample)
    mostly_ascii = len(_HIGH.findall(sample)) * 5 < len(_ASCII_LETTER.findall(sample))
    few_words = len(sample) < _FEW_WORDS
    if (mostly_ascii and share >= _EXPLAINED) or (few_words and share >= _WELL_EXPLAINED):
        return latin
    if (few_words or mostly_ascii) and (cyrillic := cyrillic_guess(sample)):
        return cyrillic
    best = from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None or best.chaos > _WORST_CHAOS:
        return latin if mostly_ascii else None
    found = name_of(best.encoding)
    return latin if found in LATIN and share > 0 else found


def _latin_guess(sample: bytes) -> tuple[float, str]:
    """Among encodings that differ in accents only: the one whose accents fit one language."""
    shares = {name: explained(sample.decode(CODECS[name], "replace"), name) for name in LATIN}
    best = max(shares, key=lambda name: shares[name])
    return shares[best], best
