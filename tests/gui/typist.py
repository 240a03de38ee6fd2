"""Drives the desk as a person at the keyboard does: every press goes where the focus is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

_HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Typist:
    """Presses keys and counts them; a held modifier counts as a key of its own."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.pressed = 0

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys by their names, one after the other: `Ctrl+Return`, `Z C`."""
        for stroke in keys.split() * times:
            wanted = QKeySequence(stroke)[0]  # type: ignore[index]
            held = wanted.keyboardModifiers()
            self.pressed += 1 + sum(1 for modifier in _HELD if held & modifier)
            QTest.keyClick(self._focus(), wanted.key(), held)

    def write(self, text: str) -> None:
        """Type a text into the field that has the focus."""
        for letter in text:
            self.pressed += 1
            QTest.keyClicks(self._focus(), letter)

    def answer(self, keys: str, then: Callable[[], None]) -> None:
        """Press keys that open a dialog, do `then` inside it, and see it close."""
        looking, found = QTimer(), list[QDialog]()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            focus = QApplication.focusWidget()
            if isinstance(dialog, QDialog) and focus is not None and dialog.isAncestorOf(focus):
                looking.stop()
                found.append(dialog)
                then()

        looking.timeout.connect(look)
        looking.start(0)
        self.press(keys)
        self._qtbot.waitUntil(lambda: bool(found) and not found[0].isVisible())

    def _focus(self) -> QWidget:
        QApplication.processEvents()  # nobody presses a key before the last one was shown
        if QApplication.focusWidget() is None:
            # Offscreen, no window manager gives the window the keys back after a dialog or list.
            self._window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus
