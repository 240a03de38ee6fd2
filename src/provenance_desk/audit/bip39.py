"""Bytes as words to read aloud or to print: BIP-39, English list, with its checksum."""

import hashlib
import re
from difflib import get_close_matches
from functools import cache

from provenance_desk.audit.errors import WrongWords
from provenance_desk.audit.text_rules import shown
from provenance_desk.locations import packaged

_LIST = "wordlists/bip39-english.txt"
_LIST_SHA256 = "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"


@cache
def word_list() -> tuple[str, ...]:
    """The 2,048 English words of BIP-39, in order."""
    data = (packaged("resources") / _LIST).read_bytes().replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != _LIST_SHA256:
        raise WrongWords(f"The word list {_LIST} was changed. Install the program again.")
    return tuple(data.decode("ascii").split())


def to_words(data: bytes) -> tuple[str, ...]:
    """The BIP-39 words of 16 to 32 bytes: 12 words for 16, 24 for 32."""
    if len(data) not in (16, 20, 24, 28, 32):
        raise ValueError("BIP-39 knows 16, 20, 24, 28 or 32 bytes")
    checksum_bits = len(data) // 4
    number = int.from_bytes(data) << checksum_bits | _checksum(data, checksum_bits)
    count = (len(data) * 8 + checksum_bits) // 11
    words = word_list()
    return tuple(words[number >> 11 * place & 2047] for place in reversed(range(count)))


def from_words(text: str, count: int) -> bytes:
    """The bytes behind `count` typed words; WrongWords says which word to look at again."""
    typed = re.findall(r"[^\W\d_]+", text.casefold())
    if len(typed) != count:
        raise WrongWords(f"These are {len(typed)} words; {count} are needed.")
    number = 0
    for place, word in enumerate(typed, start=1):
        number = number << 11 | _index(word, place)
    checksum_bits = count * 11 // 33
    data = (number >> checksum_bits).to_bytes((count * 11 - checksum_bits) // 8)
    if number & (1 << checksum_bits) - 1 != _checksum(data, checksum_bits):
        raise WrongWords(
            "Every word is in the list, but they do not belong together: a word is wrong, or two "
            "changed places. Compare with the printed page."
        )
    return data


def _checksum(data: bytes, bits: int) -> int:
    return hashlib.sha256(data).digest()[0] >> 8 - bits


def _index(word: str, place: int) -> int:
    try:
        return _indices()[word]
    except KeyError:
        near = get_close_matches(word, word_list(), n=2)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise WrongWords(f"Word {place}, “{shown(word, 24)}”, is not in the list.{hint}") from None


@cache
def _indices() -> dict[str, int]:
    return {word: index for index, word in enumerate(word_list())}
