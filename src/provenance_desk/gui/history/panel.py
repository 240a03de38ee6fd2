"""The middle of the Audit workspace: seal and verification, filters, and the list."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.history.chips import FilterChips
from provenance_desk.gui.history.model import HistoryModel
from provenance_desk.gui.history.seal_line import SealLine
from provenance_desk.gui.history.view import HistoryView
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_labels import label

_FILTER_WIDTH: Final = 168


class FilterField(QLineEdit):
    """Words to be found in the history; Esc clears them, then leaves."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Enter and Down go to the list."""
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape | Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """Title, seal, buttons, filters, findings when there are some, and the list."""

    group_chosen = Signal(str)
    words_typed = Signal(str)

    def __init__(self, commands: Commands, groups: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("History"))
        self.model = HistoryModel(self)
        self.view = HistoryView(self.model)
        self.chips = FilterChips(groups)
        self.chips.group_chosen.connect(self.group_chosen)
        self.seal = SealLine(commands)
        self.filter = self._make_filter(commands)
        self.findings_place = QVBoxLayout()
        self._lay_out(commands)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many entries there are of each group."""
        self.chips.show_counts(counts)

    def show_filter_keys(self, keys: str) -> None:
        """Say in the field which key leads to it."""
        words = self.tr("Filter")
        self.filter.setPlaceholderText(f"{words}   {keys}" if keys else words)

    def _make_filter(self, commands: Commands) -> FilterField:
        field = FilterField()
        field.setFixedWidth(_FILTER_WIDTH)
        field.setClearButtonEnabled(True)
        field.setAccessibleName(self.tr("Filter the history by words"))
        field.textChanged.connect(self.words_typed)
        field.left.connect(self.view.setFocus)
        return field

    def _lay_out(self, commands: Commands) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("History"), "headline"))
        head.addWidget(self.seal, 1)
        for name, picture in (("audit.verify", "shield"), ("bundle.export", "export")):
            commands.action(name).setIcon(icon(picture))
            head.addWidget(KeyButton.of_action(commands.action(name)))
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.chips, 1)
        filters.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(filters)
        column.addLayout(self.findings_place)
        column.addWidget(frame, 1)
