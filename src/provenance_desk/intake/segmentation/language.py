"""The lexicon for a language code, or for the language a text seems to be in."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from provenance_desk.intake.segmentation import (
    words_de,
    words_en,
    words_germanic,
    words_other,
    words_romance,
    words_ru,
    words_slavic,
    words_uk,
)
from provenance_desk.intake.segmentation.lexicon import Kind, Lexicon, all_joined
from provenance_desk.intake.segmentation.words_common import LATIN

_SAMPLE = 20_000
_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщьюя")
_GREEK = frozenset("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ")
_ARABIC = frozenset("ابتثجحخدرزسشصعغفقكلمنهويىةأإ")
_UKRAINIAN = frozenset("іїєґ")
_RUSSIAN = frozenset("ыэёъ")

_CYRILLIC_LEXICONS: Mapping[str, Lexicon] = MappingProxyType(
    {
        "ru": words_ru.RUSSIAN,
        "uk": words_uk.UKRAINIAN,
        "bg": words_slavic.BULGARIAN,
        "mk": words_slavic.BULGARIAN,
        "be": words_slavic.BELARUSIAN,
        "kk": words_ru.RUSSIAN.joined(words_other.KAZAKH),
    }
)
_LATIN_LEXICONS: Mapping[str, Lexicon] = MappingProxyType(
    {
        "en": words_en.ENGLISH,
        "de": words_de.GERMAN,
        "fr": words_romance.FRENCH,
        "es": words_romance.SPANISH,
        "it": words_romance.ITALIAN,
        "pt": words_romance.PORTUGUESE,
        "ro": words_romance.ROMANIAN,
        "nl": words_germanic.DUTCH,
        "sv": words_germanic.SWEDISH,
        "da": words_germanic.DANISH,
        "nb": words_germanic.DANISH,
        "no": words_germanic.DANISH,
        "nn": words_germanic.DANISH,
        "pl": words_slavic.POLISH,
        "cs": words_slavic.CZECHOSLOVAK,
        "sk": words_slavic.CZECHOSLOVAK,
        "hr": words_slavic.SOUTH_SLAVIC,
        "sr": words_slavic.SOUTH_SLAVIC,
        "bs": words_slavic.SOUTH_SLAVIC,
        "sl": words_slavic.SOUTH_SLAVIC,
        "fi": words_other.FINNISH,
        "et": words_other.FINNISH,
        "hu": words_other.HUNGARIAN,
        "tr": words_other.TURKISH,
    }
)
_OTHER_LEXICONS: Mapping[str, Lexicon] = MappingProxyType(
    {"el": words_other.GREEK, "ar": words_other.ARABIC, "fa": words_other.ARABIC}
)
_LETTERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "de": frozenset("äöüß„"),
        "fr": frozenset("çèêëîïœù"),
        "es": frozenset("ñ¿¡"),
        "pt": frozenset("ãõ"),
        "it": frozenset("ìò"),
        "pl": frozenset("ąęłśżź"),
        "cs": frozenset("ěřůťďčž"),
        "ro": frozenset("șțăşţ"),
        "sv": frozenset("åäö"),
        "da": frozenset("øæå"),
        "fi": frozenset("äö"),
        "hr": frozenset("čćđ"),
    }
)
_DETECTED = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs", "ro", "hr", "fi")


@lru_cache(maxsize=64)
def lexicon_for(code: str) -> tuple[Lexicon, Mapping[str, Kind]]:
    """Return what is known of a language; of an unknown one, what its neighbours share."""
    short = code.lower().replace("_", "-").partition("-")[0]
    lexicon = all_joined(_parts(short))
    return lexicon, lexicon.abbreviations()


def _parts(code: str) -> tuple[Lexicon, Lexicon]:
    if code in _CYRILLIC_LEXICONS:
        return words_en.ENGLISH, _CYRILLIC_LEXICONS[code]
    if code in _OTHER_LEXICONS:
        return LATIN, _OTHER_LEXICONS[code]
    return LATIN, _LATIN_LEXICONS.get(code, words_en.ENGLISH)


def detect_language(text: str) -> str:
    """Guess the language of a text from its letters and its commonest words."""
    sample = text[:_SAMPLE].lower()
    if sample.isascii():
        return _by_starters(sample)
    half = sum(map(str.isalpha, sample)) / 2
    if _count(sample, _CYRILLIC) > half:
        return "uk" if _count(sample, _UKRAINIAN) > _count(sample, _RUSSIAN) else "ru"
    if _count(sample, _GREEK) > half:
        return "el"
    return "ar" if _count(sample, _ARABIC) > half else _by_starters(sample)


def _count(sample: str, letters: frozenset[str]) -> int:
    return sum(map(sample.count, letters))


def _by_starters(sample: str) -> str:
    seen = [word.strip("\"'“”‘’«»„(),.;:!?…") for word in sample.split()]
    counts = {code: _hits(seen, _LATIN_LEXICONS[code].starters) for code in _DETECTED}
    for code, letters in _LETTERS.items():
        counts[code] += _count(sample, letters)
    best = max(_DETECTED, key=lambda code: counts[code])
    return best if counts[best] > 1.25 * counts["en"] + 1 else "en"


def _hits(seen: list[str], known: frozenset[str]) -> int:
    return sum(word in known for word in seen)
