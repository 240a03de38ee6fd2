"""The menu bar, made from the catalogue of commands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from provenance_desk.gui.commands.command import Menu
from provenance_desk.gui.commands.registry import Commands


def fill_menus(bar: QMenuBar, commands: Commands) -> None:
    """Put every command into its menu, with a line between groups."""
    for menu in Menu:
        _fill(bar.addMenu(QCoreApplication.translate("Menus", menu.value)), menu, commands)


def _fill(shown: QMenu, menu: Menu, commands: Commands) -> None:
    found = sorted((c for c in commands.all() if c.menu is menu), key=lambda c: c.group)
    group = 0
    for command in found:
        if command.group != group:
            shown.addSeparator()
            group = command.group
        shown.addAction(commands.action(command.id))
