"""The registry: one `QAction` per command, done by whoever connected to it and can be seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from provenance_desk.gui.commands.command import Command, Scope
from provenance_desk.gui.commands.key_events import sequence_of
from provenance_desk.gui.commands.key_names import is_character, printed
from provenance_desk.gui.commands.keymap import Keymap

Slot = Callable[..., Any]

OPENING: Final = "opening"
"""The property of a widget whose commands wait until its project is open."""


@dataclass(slots=True)
class _Doer:
    slot: Slot
    owner: QWidget | None
    enabled: bool


@dataclass(slots=True)
class _Entry:
    command: Command
    action: QAction
    doers: list[_Doer] = field(default_factory=list)


class Commands:
    """Every command of the window, by id."""

    def __init__(self, commands: Iterable[Command], keymap: Keymap, parent: QObject) -> None:
        self._entries = {c.id: _Entry(c, self._action(c, parent)) for c in commands}
        self.use_keys(keymap)
        self.refresh()

    def all(self) -> list[Command]:
        """Every command, in the order of the catalogue."""
        return [entry.command for entry in self._entries.values()]

    def action(self, name: str) -> QAction:
        """The action of a command, for menus and buttons."""
        return self._entries[name].action

    def connect(
        self, name: str, slot: Slot, owner: QWidget | None = None, *, enabled: bool = True
    ) -> None:
        """Do the command by calling `slot`, while `owner` can be seen; later ones come first.

        A checkable command calls `slot(checked)`, others call `slot()`. When the owner goes, so
        does the connection.
        """
        doer = _Doer(slot, owner, enabled)
        self._entries[name].doers.append(doer)
        if owner is not None:
            owner.destroyed.connect(partial(self._drop, name, doer))
        self._refresh(self._entries[name])

    def enable(self, name: str, on: bool, owner: QWidget | None = None) -> None:
        """Say whether the command can be done now, as far as `owner` is concerned."""
        for doer in self._entries[name].doers:
            if doer.owner is owner:
                doer.enabled = on
        self._refresh(self._entries[name])

    def rename(self, name: str, text: str | None = None) -> None:
        """Show another text in the menus: `Undo link to “…”`; None brings the own one back."""
        entry = self._entries[name]
        self._show(entry, text or self.text(name))

    def check(self, name: str, on: bool) -> None:
        """Show a checkable command as on or off, without doing it."""
        self.action(name).setChecked(on)

    def trigger(self, name: str) -> bool:
        """Do the command now; False where it can't be done."""
        action = self.action(name)
        if not action.isEnabled():
            return False
        action.trigger()
        return True

    def text(self, name: str) -> str:
        """The command's own text in the person's language."""
        return QCoreApplication.translate("Commands", self._entries[name].command.text)

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys that work for the command, as keymaps write them."""
        return self._keymap.of(name)

    def printed(self, name: str) -> str:
        """The command's first key as buttons print it: `Ctrl K`; empty where it has none."""
        keys = self.keys(name)
        return printed(keys[0]) if keys else ""

    def command_for(self, scope: Scope, keys: str) -> str | None:
        """The command that these keys mean in a scope."""
        return self._by_key.get((scope, keys))

    def begins(self, scope: Scope, keys: str) -> bool:
        """Whether longer rows of keys begin like this in a scope."""
        return any(s is scope and row.startswith(f"{keys} ") for s, row in self._by_key)

    def use_keys(self, keymap: Keymap) -> None:
        """Let other keys work from now on; menus and buttons print them at once."""
        self._keymap = keymap
        self._by_key = {
            (entry.command.scope, key): name
            for name, entry in self._entries.items()
            for key in keymap.of(name)
        }
        for name, entry in self._entries.items():
            if entry.command.scope is Scope.EVERYWHERE:
                keys = [sequence_of(key) for key in keymap.of(name) if not is_character(key)]
                entry.action.setShortcuts(keys)
            self._show(entry, entry.action.text().split("\t")[0])

    def refresh(self) -> None:
        """Ask again who can be seen; the window calls it when it shows another workspace."""
        for entry in self._entries.values():
            self._refresh(entry)

    def _action(self, command: Command, parent: QObject) -> QAction:
        action = QAction(QCoreApplication.translate("Commands", command.text), parent)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda checked=False: self._do(command.id, checked))
        return action

    def _show(self, entry: _Entry, text: str) -> None:
        # A shortcut of Qt would reach into lists and buttons: other scopes only print their key.
        key = self.printed(entry.command.id)
        entry.action.setText(f"{text}\t{key}" if key else text)
        entry.action.setIconText(text)

    def _do(self, name: str, checked: bool) -> None:
        entry = self._entries[name]
        doer = self._doer(entry)
        if doer is not None and doer.enabled:
            doer.slot(checked) if entry.command.checkable else doer.slot()

    def _doer(self, entry: _Entry) -> _Doer | None:
        return next((doer for doer in reversed(entry.doers) if _is_seen(doer.owner)), None)

    def _refresh(self, entry: _Entry) -> None:
        doer = self._doer(entry)
        entry.action.setEnabled(doer is not None and doer.enabled)

    def _drop(self, name: str, doer: _Doer) -> None:
        entry = self._entries[name]
        entry.doers = [other for other in entry.doers if other is not doer]
        if isValid(entry.action):  # at the end of the window the actions may go first
            self._refresh(entry)


def _is_seen(owner: QWidget | None) -> bool:
    if owner is None:
        return True
    return owner.isVisibleTo(owner.window()) and not owner.property(OPENING)
