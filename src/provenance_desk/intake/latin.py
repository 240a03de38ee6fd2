"""Which of the look-alike Latin encodings explains the accented letters of a text best."""

import re
from collections import Counter

# Letters beyond ASCII that a language writes with; a text rarely needs more than one row.
_ALPHABETS = {
    "windows-1252": (
        "àâäæçéèêëïîôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúüçàèòïºª",  # Spanish, Catalan
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "åäöæøéü",  # Swedish, Danish, Norwegian, Finnish
        "áéëïíóöúèêàç",  # Dutch
        "áðéíóúýþæö",  # Icelandic
        "äöüõšž",  # Estonian
        "ëç",  # Albanian
    ),
    "windows-1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Bosnian, Serbian, Slovenian
    ),
    "windows-1254": ("çğıİöşüâîû",),
    "windows-1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöüõšž"),
}
_ROWS = {
    **_ALPHABETS,
    "iso-8859-2": _ALPHABETS["windows-1250"],
    "macintosh": _ALPHABETS["windows-1252"],
    "ibm850": _ALPHABETS["windows-1252"],
    "ibm437": _ALPHABETS["windows-1252"],
}
LATIN = tuple(_ROWS)

_SIGNS = frozenset("‘’“”„‚‹›«»–—…•·°§©®€£½¼¾×")
_SPANISH = re.compile(r"[¿¡](?=\s*[\"“«(]?\w)")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-zà-ÿ])[^\W\d_a-zA-Z]")


def explained(text: str, encoding: str) -> float:
    """The share of the text's characters beyond ASCII that one language's spelling accounts for."""
    beyond = Counter(char for char in text if char > "\x7f" and char != "\xa0")
    if not beyond:
        return 1.0
    signs = sum(count for char, count in beyond.items() if char in _SIGNS)
    signs += len(_SPANISH.findall(text))
    odd = sum(1 for match in _CAPITAL_INSIDE.finditer(text) if match[0].isupper())
    letters = max(_written_with(beyond, row) for row in _ROWS[encoding])
    return (signs + letters - odd) / beyond.total()


def _written_with(beyond: Counter[str], row: str) -> int:
    alphabet = frozenset(row + row.upper())
    return sum(count for char, count in beyond.items() if char in alphabet)
