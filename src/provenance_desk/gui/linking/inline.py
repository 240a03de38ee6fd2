"""Small parts of the card's fields: choices as words in a line, lines that Enter leaves."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_labels import key_cap, label

LABEL_HEIGHT: Final = 20
_ARROW: Final = 24
_BY_KEY: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class InlineChoice(QComboBox):
    """A choice that stands as small words in a line, with its list behind them."""

    value_chosen = Signal(object)

    def __init__(self, name: str, rows: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setProperty("look", "inline")
        self.setAccessibleName(name)
        self.setToolTip(name)
        for value, words in rows:
            self.addItem(self.tr(words), value)
        self.setFixedHeight(LABEL_HEIGHT)
        self.activated.connect(lambda _: self.value_chosen.emit(self.currentData()))
        self.currentIndexChanged.connect(lambda _: self.updateGeometry())

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)
                return

    @override
    def sizeHint(self) -> QSize:
        """As wide as the words that are chosen."""
        width = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(width + _ARROW, LABEL_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel above it decides nothing."""
        event.ignore()


class Line(QLineEdit):
    """A line of a card: Enter says that it is done, Esc goes back to the text."""

    done = Signal()
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(name)
        self.setFixedHeight(34)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is in the line is ready to be replaced, unless it is being written."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and not self.isModified():
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter leave the line; the key ends here and opens nothing where it leads."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self.done.emit()
                event.accept()


def head(name: str, keys: str, buddy: QWidget, *choices: InlineChoice) -> QWidget:
    """The line above a field: its name, small choices about it, its key."""
    made = QWidget()
    made.setFixedHeight(LABEL_HEIGHT)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    words = label(name, "mute")
    words.setBuddy(buddy)
    row.addWidget(words, 1)
    for choice in choices:
        row.addWidget(choice)
    row.addWidget(key_cap(keys))
    return made
