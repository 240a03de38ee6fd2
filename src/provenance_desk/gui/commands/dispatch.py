"""From keys to commands where Qt's shortcuts would reach too far: letters, Enter, arrows."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.key_events import stroke_of
from provenance_desk.gui.commands.registry import Commands

_PROPERTY: Final = "provdesk_keys"
_PRESSED: Final = frozenset({"Space", "Enter", "Up", "Down", "Left", "Right"})


def give_keys(widget: QWidget, scope: Scope) -> None:
    """Let the keys of a scope work while the focus is in this widget or inside it."""
    widget.setProperty(_PROPERTY, scope.value)


class KeyDispatcher(QObject):
    """Sees every key before the focused widget does; install it on the application."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._row = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do the command that a pressed key means here, and keep the key from the widget."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        assert isinstance(event, QKeyEvent)
        focus = _focus_in(watched)
        if focus.window() is not self._window or QApplication.activePopupWidget() is not None:
            return False
        stroke = stroke_of(event)
        return stroke is not None and self._take(stroke, focus)

    def _take(self, stroke: str, focus: QWidget) -> bool:
        begun, self._row = self._row, ""
        if is_text_field(focus):
            return False
        if stroke in _PRESSED and isinstance(focus, QAbstractButton | QComboBox):
            return False
        if begun:
            return any(self._do(scope, f"{begun} {stroke}") for scope in scopes_of(focus)) or True
        return any(self._do(scope, stroke) for scope in scopes_of(focus))

    def _do(self, scope: Scope, keys: str) -> bool:
        name = self._commands.command_for(scope, keys)
        if name is not None:
            return self._commands.trigger(name)
        if self._commands.begins(scope, keys):
            self._row = keys
            return True
        return False


def scopes_of(widget: QWidget | None) -> list[Scope]:
    """The scopes whose keys work in a widget, the nearest first."""
    found: list[Scope] = []
    while widget is not None:
        if named := widget.property(_PROPERTY):
            found.append(Scope(named))
        widget = widget.parentWidget()
    return [*found, Scope.EVERYWHERE]


def is_text_field(widget: QWidget) -> bool:
    """Whether letters typed here are typing."""
    match widget:
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            return not widget.isReadOnly()
        case QAbstractSpinBox():
            return True
        case QComboBox():
            return widget.isEditable()
        case _:
            return False


def _focus_in(widget: QWidget) -> QWidget:
    """Where the key was typed: an ignored key comes to the parents of the focused widget too."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else widget
