"""Key events by the names that keymaps use; letters of other scripts by their place."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from provenance_desk.gui.commands.key_names import stroke

_Key: Final = Qt.Key
_NAMES: Final = {
    _Key.Key_Return: "Enter",
    _Key.Key_Enter: "Enter",
    _Key.Key_Space: "Space",
    _Key.Key_Tab: "Tab",
    _Key.Key_Backtab: "Tab",
    _Key.Key_Escape: "Esc",
    _Key.Key_Delete: "Del",
    _Key.Key_Backspace: "Backspace",
    _Key.Key_Insert: "Ins",
    _Key.Key_Home: "Home",
    _Key.Key_End: "End",
    _Key.Key_PageUp: "PgUp",
    _Key.Key_PageDown: "PgDn",
    _Key.Key_Left: "Left",
    _Key.Key_Right: "Right",
    _Key.Key_Up: "Up",
    _Key.Key_Down: "Down",
    **{_Key(_Key.Key_F1 + n): f"F{n + 1}" for n in range(24)},
}
_SEQUENCE_NAMES: Final = {"Enter": "Return", "PgDn": "PgDown"}
_MODIFIERS: Final = {
    Qt.KeyboardModifier.ControlModifier: "Ctrl",
    Qt.KeyboardModifier.AltModifier: "Alt",
    Qt.KeyboardModifier.ShiftModifier: "Shift",
    Qt.KeyboardModifier.MetaModifier: "Meta",
}
_ROWS: Final = "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"
_CYRILLIC: Final = dict(
    zip(
        "йцукенгшщзхъфывапролджэячсмитьбюёіїєґў",
        "qwertyuiop[]asdfghjkl;'zxcvbnm,.`s]'`o",
        strict=True,
    )
)
_FIRST_OF_ROW: Final = 0x10, 0x1E, 0x2C
"""The scan codes of Q, A and Z: of every PC keyboard, and of Linux as it counts them."""
_BY_PLACE: Final = {
    first + n: sign
    for first, row in zip(_FIRST_OF_ROW, _ROWS, strict=True)
    for n, sign in enumerate(row)
}
_OFFSET: Final = {"windows": 0, "xcb": 8, "wayland": 8}


def stroke_of(event: QKeyEvent) -> str | None:
    """The name of the stroke, or None for a modifier alone and for signs nobody has a name for."""
    key = _NAMES.get(_Key(event.key())) or _sign(event)
    if not key:
        return None
    held = event.modifiers()
    return stroke({name for flag, name in _MODIFIERS.items() if held & flag}, key)


def sequence_of(keys: str) -> QKeySequence:
    """Qt's way to write the keys."""
    strokes = keys.split()
    parts = [part for text in strokes for part in [_portable(text)]]
    return QKeySequence(", ".join(parts), QKeySequence.SequenceFormat.PortableText)


def _portable(text: str) -> str:
    before, plus, last = text.rpartition("+")
    return f"{before}{plus}{_SEQUENCE_NAMES.get(last, last)}" if last else text


def _sign(event: QKeyEvent) -> str:
    """The sign of a key as a Latin keyboard has it there."""
    key = event.key()
    if 0x20 < key < 0x7F:
        return chr(key).upper()
    if not 0x7F < key < 0x10000:
        return ""
    placed = _BY_PLACE.get(event.nativeScanCode() - _OFFSET.get(_platform(), 1 << 20))
    return (placed or _CYRILLIC.get(chr(key).lower(), "")).upper()


def _platform() -> str:
    return QGuiApplication.platformName()
