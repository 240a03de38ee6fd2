"""Keys by name: `Ctrl+Shift+Z`, `J`, `.`, `Alt+PgDn`, `Z B` (one after the other); no Qt."""

from typing import Final

from provenance_desk.domain.errors import InvalidValue

MODIFIERS: Final = ("Ctrl", "Alt", "Shift", "Meta")
NAMED: Final = (
    "Enter",
    "Space",
    "Tab",
    "Esc",
    "Del",
    "Backspace",
    "Ins",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Left",
    "Right",
    "Up",
    "Down",
    *(f"F{number}" for number in range(1, 25)),
)
_ALSO: Final = {
    "return": "Enter",
    "delete": "Del",
    "escape": "Esc",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "pgdown": "PgDn",
    "control": "Ctrl",
    "cmd": "Ctrl",
    "command": "Ctrl",
    "option": "Alt",
    "plus": "+",
}
_KNOWN: Final = {name.lower(): name for name in (*MODIFIERS, *NAMED)} | _ALSO
_ARROWS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def normal_keys(text: str) -> str:
    """The one way to write a key or a row of keys; `InvalidValue` says what is not understood."""
    strokes = text.split()
    if not strokes:
        raise InvalidValue("A key is empty. Write it like “Ctrl+K”, “J” or “Z B”.")
    return " ".join(_normal_stroke(stroke) for stroke in strokes)


def _normal_stroke(text: str) -> str:
    *before, last = _parts(text)
    modifiers = {_KNOWN.get(part.lower(), part) for part in before}
    if unknown := modifiers - set(MODIFIERS):
        raise InvalidValue(f"“{min(unknown)}” in the key “{text}” is no modifier.")
    key = _KNOWN.get(last.lower(), last)
    if key in MODIFIERS or (len(key) > 1 and key not in NAMED):
        raise InvalidValue(f"“{last}” in the key “{text}” is no key.")
    return stroke(modifiers, key)


def stroke(modifiers: set[str], key: str) -> str:
    """One stroke by its name; which sign Shift makes of a key differs, so it is not named there."""
    if len(key) == 1 and not key.isalnum():
        modifiers = modifiers - {"Shift"}
    return "+".join([*(name for name in MODIFIERS if name in modifiers), _upper(key)])


def is_character(keys: str) -> bool:
    """Whether typing it into a text would write it: a bare letter, digit or sign."""
    first = keys.split()[0]
    return len(first) == 1 or (first.startswith("Shift+") and len(first) == 7)


def printed(keys: str) -> str:
    """The keys as buttons print them: `Ctrl K`, `Alt ↓`, `Z B`."""
    return " ".join(_ARROWS.get(part, part) for text in keys.split() for part in _parts(text))


def _parts(text: str) -> list[str]:
    if text.endswith("++"):
        return [*text[:-2].split("+"), "+"]
    return ["+"] if text == "+" else text.split("+")


def _upper(key: str) -> str:
    return key.upper() if len(key) == 1 and key.isascii() else key
