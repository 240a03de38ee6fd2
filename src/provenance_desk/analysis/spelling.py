"""One spelling for words that are spelled in two ways, and one key for names in two scripts."""

import re
from functools import lru_cache

_WHOLE = {
    "programme": "program", "grey": "gray", "tyre": "tire", "kerb": "curb", "aluminium": "aluminum",
    "sceptic": "skeptic", "cheque": "check", "storey": "story", "plough": "plow", "mould": "mold",
    "jewellery": "jewelry", "aeroplane": "airplane", "ageing": "aging", "gaol": "jail",
    "programmes": "programs", "judgement": "judgment", "enquiry": "inquiry", "pyjamas": "pajamas",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "sulphur": "sulfur", "draught": "draft",
}  # fmt: skip
_ENDINGS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(theat|cent|calib|fib|spect|lit|somb|meag|lust|sab|reconnoit|met)re(s|d)?$", r"\1er\2"),
        (r"(def|off|pret)ence(s|less)?$", r"\1ense\2"),
        (r"licence(s|d)?$", r"license\1"),
        (r"(?<=[bcdfghlmnprtv])our(s|ed|ing|able|ful|less|ite|ites|hood|hoods)?$", r"or\1"),
        (r"([a-z]{3,}[a-z])is(e|es|ed|ing|er|ers|ation|ations)$", r"\1iz\2"),
        (r"yse(s|d)?$", r"yze\1"),
        (r"([a-z]{2,}[aeiou])ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"logue(s)?$", r"log\1"),
    )
)
_BRITISH = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"ter(s?)$", r"tre\1"), (r"or(s|ed|ing)?$", r"our\1"), (r"ense(s|less)?$", r"ence\1"),
        (r"iz(e|es|ed|ing|ation|ations)$", r"is\1"), (r"l(ed|ing|ers?)$", r"ll\1"),
        (r"gram(s)?$", r"gramme\1"), (r"^gray$", "grey"), (r"yz(e|ed)$", r"ys\1"),
    )
)  # fmt: skip
_NOT_OUR = frozenset(
    {"four", "hour", "hours", "tour", "tours", "pour", "sour", "toured", "touring"}
)
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_BACK = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"), ("yi", "ї"), ("a", "а"), ("b", "б"),
    ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "й"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"), ("y", "и"), ("z", "з"),
)  # fmt: skip
_CYRILLIC = re.compile("[а-яёіїєґў]")
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"shch", "sch"), (r"kh", "h"), (r"ts|tz", "c"), (r"ou|oo", "u"), (r"w", "v"), (r"ph", "f"),
        (r"q", "k"), (r"ck", "k"), (r"[yj]", "i"), (r"i+", "i"), (r"ie$|ii$", "i"),
        (r"(?<=[aeou])i(?=[aeou])", ""), (r"i(?=[aeou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=65_536)
def one_spelling(word: str) -> str:
    """A folded English word as Americans spell it; any other word as it is."""
    if len(word) < 4 or not word.isascii() or word in _NOT_OUR:
        return word
    if word in _WHOLE:
        return _WHOLE[word]
    for pattern, by in _ENDINGS:
        changed, hits = pattern.subn(by, word)
        if hits:
            return changed
    return word


def british(word: str) -> tuple[str, ...]:
    """How an American spelling of a folded word may be spelled in Britain; mostly not at all."""
    tried = (pattern.sub(by, word) for pattern, by in _BRITISH)
    return tuple(dict.fromkeys(one for one in tried if one != word and one_spelling(one) == word))


def is_cyrillic(word: str) -> bool:
    """Whether a folded word is written in Cyrillic letters."""
    return _CYRILLIC.search(word) is not None


def in_latin(word: str) -> str:
    """A folded word in Latin letters."""
    return "".join(_LETTERS.get(letter, letter) for letter in word)


def in_cyrillic(word: str) -> str:
    """What a folded Latin word may be in Cyrillic letters: a guess good enough to search by."""
    found, place = [], 0
    while place < len(word):
        step = next((pair for pair in _BACK if word.startswith(pair[0], place)), None)
        found.append(step[1] if step else word[place])
        place += len(step[0]) if step else 1
    return "".join(found)


@lru_cache(maxsize=65_536)
def name_key(word: str) -> str:
    """What the spellings of a name have in common: Zelensky, Zelenskiy and Зеленский have one."""
    key = in_latin(word)
    for pattern, by in _SOUNDS:
        key = pattern.sub(by, key)
    return key
