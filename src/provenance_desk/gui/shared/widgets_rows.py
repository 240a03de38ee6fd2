"""A few rows of fields: there is always an empty one to write the next thing into."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

Value = TypeVar("Value", covariant=True)


class FieldRow(Protocol[Value]):
    """One row: its widget, and what is in it."""

    widget: QWidget
    fields: Sequence[QWidget]
    """The fields from left to right."""

    def value(self) -> Value | None:
        """What the row says; None while it is empty."""

    def when_changed(self, tell: Callable[[], object]) -> None:
        """Tell whenever something in the row is changed."""


class GrowingRows(QWidget, Generic[Value]):
    """Rows of one kind, at most so many; empty ones are passed over."""

    changed = Signal()

    def __init__(
        self, make: Callable[[Any], FieldRow[Value]], values: Sequence[Any], most: int
    ) -> None:
        super().__init__()
        self._make, self._most = make, most
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.rows: list[FieldRow[Value]] = []
        for value in values:
            self._add(value)
        self._grow()

    @property
    def values(self) -> tuple[Value, ...]:
        """What the rows say, from top to bottom."""
        found = (row.value() for row in self.rows)
        return tuple(value for value in found if value is not None)

    def _grow(self) -> None:
        full = all(row.value() is not None for row in self.rows)
        if full and len(self.rows) < self._most:
            self._add(None)

    def _add(self, value: Any) -> None:
        row = self._make(value)
        row.when_changed(self._take)
        self._column.addWidget(row.widget, 0, Qt.AlignmentFlag.AlignTop)
        before = self.rows[-1].fields if self.rows else ()
        for first, second in pairwise((*before[-1:], *row.fields)):
            QWidget.setTabOrder(first, second)
        self.rows.append(row)

    def _take(self) -> None:
        self._grow()
        self.changed.emit()


def choice_box(rows: Sequence[tuple[Any, str]], name: str, value: object = None) -> QComboBox:
    """A combo box of values and their words, with a value chosen where one is given."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for place, (known, words) in enumerate(rows):
        box.addItem(words, known)
        if known == value:
            box.setCurrentIndex(place)
    return box
