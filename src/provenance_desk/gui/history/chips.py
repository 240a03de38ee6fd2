"""The filters of the history: a row of chips that wraps, each with its count."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QWidget

from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton, chip

ALL: Final = "All"


class WrappingRow(QLayout):
    """Widgets side by side, in as many lines as they need."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Put a widget behind the others."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many widgets."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        """Narrow rows are higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), for_real=False)

    @override
    def sizeHint(self) -> QSize:
        """As small as may be; the width is given."""
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        """The widest widget."""
        hints = [item.sizeHint() for item in self._items]
        return QSize(
            max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0)
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, for_real=True)

    def _place(self, rect: QRect, *, for_real: bool) -> int:
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, height = rect.left(), top + height + self._gap, 0
            if for_real:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            height = max(height, size.height())
        return top + height - rect.top()


class FilterChips(QWidget):
    """One chip per group; exactly one is on."""

    group_chosen = Signal(str)

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Filters of the history"))
        row = WrappingRow()
        self.setLayout(row)
        self._chips: dict[str, KeyButton] = {}
        self._exclusive = QButtonGroup(self)
        for group in (ALL, *groups):
            made = self._chips[group] = chip(self.tr(group))
            made.clicked.connect(lambda _on=False, name=group: self.group_chosen.emit(name))
            self._exclusive.addButton(made)
            row.addWidget(made)
        self._chips[ALL].setChecked(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> str:
        """The group that is on."""
        return next(name for name, made in self._chips.items() if made.isChecked())

    def choose(self, group: str) -> None:
        """Turn a chip on; tells nobody."""
        self._chips[group].setChecked(True)
        self._chips[group].update()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many entries each group has; those of none can't be chosen."""
        for name, made in self._chips.items():
            number = sum(counts.values()) if name == ALL else counts.get(name, 0)
            made.setText(f"{self.tr(name)}  {number:,}")
            made.setAccessibleName(f"{self.tr(name)}: {number:,}")
            made.setEnabled(number > 0 or made.isChecked())
            made.updateGeometry()

    def chip(self, group: str) -> KeyButton:
        """The chip of a group."""
        return self._chips[group]
