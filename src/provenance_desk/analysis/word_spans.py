"""The words of a text as analysis compares them: folded, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\W_]", re.UNICODE)
"""Letters and digits; an apostrophe or a hyphen between them belongs to the word."""

NUMBER = re.compile(r"\d+(?:[.,]\d{3})*(?:\.\d+)?")
_SAME_SIGNS = str.maketrans("‘’‚‛“”„‟«»–—‑\u00a0\u202f", '\'\'\'\'""""""---  ')


def same_signs(text: str) -> str:
    """The text with one kind of quotation mark, dash and space; offsets stay as they are."""
    return text.translate(_SAME_SIGNS)


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """A word without case, accents and possessive ending."""
    plain = word.casefold()
    if not plain.isascii():
        plain = _without_accents(same_signs(plain))
    return plain.removesuffix("'s").replace("'", "")


def words_of(text: str) -> list[str]:
    """The folded words of a text in order."""
    return [folded_word(word) for word in WORD.findall(text)]


def placed_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word with its `[start, end)` in the text."""
    for hit in WORD.finditer(text):
        yield folded_word(hit[0]), hit.start(), hit.end()


def _without_accents(word: str) -> str:
    """Combining marks go, but for Cyrillic й, which is a letter of its own."""
    kept = [
        sign if sign == "й" else "".join(c for c in _parts(sign) if not unicodedata.combining(c))
        for sign in unicodedata.normalize("NFC", word)
    ]
    return "".join(kept)


def _parts(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)
