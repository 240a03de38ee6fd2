"""The bar that finds words in one document."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from provenance_desk.gui.reading.find import MOST_MATCHES
from provenance_desk.gui.reading.view import ReadingView
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_labels import label


class FindBar(QFrame):
    """Finds while typing; Enter and Shift+Enter go on, Esc leads to the sentence found."""

    closed = Signal()

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view = view
        self.setObjectName("panel")
        self.setProperty("rule", "top")
        self.field = QLineEdit(placeholderText=self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._count = label("", "mute")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("chevron-up", self.tr("Previous (Shift+F3)"), -1))
        row.addWidget(self._button("chevron-down", self.tr("Next (F3)"), 1))
        row.addWidget(self._button("close", self.tr("Close (Esc)"), 0))
        self.hide()

    def open(self, words: str = "") -> None:
        """Shows the bar, with words to find if some are given."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def step(self, direction: int) -> None:
        """Goes to the next (1) or previous (-1) match; opens the bar if it is closed."""
        if self.isVisible() and self.field.text():
            self._view.find_step(direction)
            self._show_count()
        else:
            self.open()

    def close_bar(self) -> None:
        """Hides the bar, takes the marks away, leads to the sentence found or the one left."""
        self.hide()
        match = self._view.finder.current
        if match:
            self._view.choose(self._view.document.sentence_at(match.start))
        self._view.clear_find()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _search(self) -> None:
        self._view.find_words(self.field.text())
        self._show_count()

    def _show_count(self) -> None:
        match = self._view.finder.current
        if match is None:
            self._count.setText(self.tr("not found") if self.field.text().strip() else "")
            return
        more = "+" if match.total >= MOST_MATCHES else ""
        words = self.tr("{n} of {total}").format(n=match.number, total=f"{match.total}{more}")
        self._count.setText(words)

    def _button(self, picture: str, words: str, direction: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(self.close_bar if not direction else lambda: self.step(direction))
        return button

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of the field that are not text."""
        if watched is self.field and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            return is_press and self._do_key(event)
        return super().eventFilter(watched, event)

    def _do_key(self, event: QKeyEvent) -> bool:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if is_back else 1)
        else:
            return False
        return True
