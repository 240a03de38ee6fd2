"""Every key on one sheet, made from the registry."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.gui.commands.command import Command, Menu, Scope
from provenance_desk.gui.commands.key_names import printed
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import key_cap, label, section_title

_COLUMNS: Final = 3


class KeySheet(QDialog):
    """Read it, close it with Esc; changing keys is one button away."""

    def __init__(self, parent: QWidget | None, commands: Commands) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setWindowTitle(self.tr("Keys"))
        self.resize(1100, 700)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Keys"), "headline"))
        column.addWidget(wrapped(self._words(), "mute"))
        column.addWidget(self._sheet(), 1)
        column.addWidget(self._buttons())

    @classmethod
    def tell(cls, parent: QWidget | None, commands: Commands) -> None:
        """Show the sheet."""
        dialog = cls(parent, commands)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _words(self) -> str:
        return self.tr(
            "Letters work in the reading panes and the link card, by their place on the keyboard,"
            " and never in a text field. Esc goes back to the sentence you left."
        )

    def _sheet(self) -> QScrollArea:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 4, 8, 0)
        row.setSpacing(34)
        for parts in self._columns():
            column = QVBoxLayout()
            column.setSpacing(6)
            for title, commands in parts:
                column.addWidget(section_title(title))
                column.addLayout(self._grid(commands))
                column.addSpacing(12)
            column.addStretch(1)
            row.addLayout(column, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _columns(self) -> list[list[tuple[str, list[Command]]]]:
        """The parts of the sheet in columns of about the same length."""
        columns: list[list[tuple[str, list[Command]]]] = [[] for _ in range(_COLUMNS)]
        for title, scope, menus in self._parts():
            shown = [c for c in self._commands.all() if c.scope is scope and c.menu in menus]
            keyed = [command for command in shown if self._commands.keys(command.id)]
            if keyed:
                shortest = min(columns, key=lambda c: sum(len(found) + 3 for _, found in c))
                shortest.append((title, keyed))
        return columns

    def _parts(self) -> list[tuple[str, Scope, tuple[Menu, ...]]]:
        everywhere, every = Scope.EVERYWHERE, tuple(Menu)
        return [
            (self.tr("Link and judge"), Scope.READING, (Menu.LINK,)),
            (self.tr("Project"), everywhere, (Menu.PROJECT, Menu.HELP)),
            (self.tr("Read"), Scope.READING, (Menu.GO, Menu.EDIT)),
            (self.tr("Mark a passage"), Scope.READING, (Menu.DOCUMENT,)),
            (self.tr("Change and find"), everywhere, (Menu.EDIT, Menu.LINK)),
            (self.tr("In Provenance"), Scope.PROVENANCE, every),
            (self.tr("In Audit"), Scope.AUDIT, every),
            (self.tr("Go and view"), everywhere, (Menu.GO, Menu.VIEW)),
            (self.tr("Claims and documents"), everywhere, (Menu.CLAIM, Menu.DOCUMENT)),
            (self.tr("In Review"), Scope.REVIEW, every),
            (self.tr("On the start page"), Scope.START, every),
        ]

    def _grid(self, commands: Sequence[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, command in enumerate(commands):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for keys in self._commands.keys(command.id):
                caps.addWidget(key_cap(printed(keys)))
            caps.addStretch(1)
            grid.addLayout(caps, line, 0)
            grid.addWidget(label(self._commands.text(command.id).rstrip("…")), line, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        change = QPushButton(self._commands.text("keys.edit"))
        change.setAutoDefault(False)
        change.clicked.connect(self.reject)
        change.clicked.connect(lambda: self._commands.trigger("keys.edit"))
        buttons.addButton(change, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons
