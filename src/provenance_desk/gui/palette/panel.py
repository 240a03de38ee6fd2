"""The palette over the window: a field, and what is found under it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from provenance_desk.gui.palette.model import PaletteDelegate, PaletteModel
from provenance_desk.gui.palette.presenter import PalettePresenter
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_labels import label

_WIDTH: Final = 720
_ROWS: Final = 13
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
}


class Palette(QFrame):
    """Stands over the window until something is chosen, or Esc, or a click beside it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Commands and search"))
        self._presenter: PalettePresenter | None = None
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a command, or words of a claim or a text"))
        self.field.setAccessibleName(self.tr("Search text, claims, commands"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._model = PaletteModel()
        self._list = self._made_list()
        self._nothing = label(self.tr("Nothing found."), "mute")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for part in (self.field, self._list, self._nothing):
            column.addWidget(part)
        self.hide()

    @property
    def found(self) -> int:
        """How many rows are shown."""
        return len(self._model.rows)

    def open(self, presenter: PalettePresenter) -> None:
        """Show the palette, empty, over what is there now."""
        self._presenter = presenter
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Hide the palette and put the focus back where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made_list(self) -> QListView:
        made = QListView()
        made.setModel(self._model)
        made.setItemDelegate(PaletteDelegate(made))
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(self.tr("Found"))
        made.clicked.connect(lambda index: self._choose(index.row()))
        return made

    def _search(self, typed: str) -> None:
        if self._presenter is None:
            return
        self._model.show_rows(self._presenter.rows(typed))
        found = bool(self._model.rows)
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        self._place()

    def _place(self) -> None:
        window = self.window()
        rows = min(_ROWS, max(1, len(self._model.rows)))
        self._list.setFixedHeight(rows * 34 + 4)
        width = min(_WIDTH, window.width() - 40)
        height = self.field.sizeHint().height() + 28 + (rows * 34 + 4 if self._model.rows else 24)
        self.setGeometry((window.width() - width) // 2, 72, width, height)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._model.rows):
            return
        chosen = self._model.rows[row]
        self.close_again()
        chosen.choose()

    def _step(self, by: int) -> None:
        last = len(self._model.rows) - 1
        row = max(0, min(last, self._list.currentIndex().row() + by))
        self._list.setCurrentIndex(self._model.index(row))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the field has the focus; leaving it closes."""
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(
            QApplication.focusWidget() or self
        ):
            self._before = None
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_again()
        else:
            return False
        return True
