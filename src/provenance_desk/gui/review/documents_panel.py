"""The documents at the left: what each is, how far its review has come."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from provenance_desk.gui.reading.pane import document_mime
from provenance_desk.gui.review.document_cards import DocumentCard
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import Card, ThinBar, wrapped
from provenance_desk.gui.shared.widgets_labels import Dot, label

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DocumentsPanel(QFrame):
    """One card a document; a click shows it, a drag puts it into a pane."""

    document_chosen = Signal(str)
    card_wanted = Signal(str)
    left = Signal()

    def __init__(self, add_keys: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "right")
        self.setAccessibleName(self.tr("Documents"))
        self._title = label("", "section")
        self.cards: list[CardWidget] = []
        self._list = QWidget()
        self._list.setObjectName("panel")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._column.addStretch(1)
        words = self.tr("No documents yet. Drop files here, or press {keys} to choose them.")
        self.empty = wrapped(words.format(keys=add_keys), "mute")
        self._foot = QVBoxLayout()
        self._foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.empty)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._foot)
        self.setMinimumWidth(170)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def add_button(self, button: KeyButton) -> None:
        """Put a button under the list."""
        self._foot.addWidget(button)

    def add_notice(self, notice: QWidget) -> None:
        """Put something above the buttons."""
        self._foot.insertWidget(0, notice)

    def show_cards(self, cards: Sequence[DocumentCard]) -> None:
        """Show these documents; cards that are there already are changed, not made anew."""
        self._title.setText(self.tr("DOCUMENTS · {n}").format(n=len(cards)))
        self.empty.setVisible(not cards)
        while len(self.cards) > len(cards):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(cards):
            made = CardWidget()
            made.chosen.connect(self.document_chosen)
            made.opened.connect(self.card_wanted)
            made.left.connect(self.left)
            made.stepped.connect(self._step)
            self.cards.append(made)
            self._column.insertWidget(len(self.cards) - 1, made)
        for widget, card in zip(self.cards, cards, strict=True):
            widget.show_card(card)

    def take_focus(self) -> None:
        """Give the keys to the card of the current document."""
        if self.cards:
            current = next((card for card in self.cards if card.is_current), self.cards[0])
            current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        focus = QApplication.focusWidget()
        place = next((n for n, card in enumerate(self.cards) if card is focus), 0) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.ShortcutFocusReason)


class CardWidget(Card):
    """A document: its dot, title, what it is, and a bar of how far its review has come."""

    chosen = Signal(str)
    opened = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: DocumentCard | None = None
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dot, self._title = Dot(), wrapped("", "title")
        self._detail, self._bar = wrapped("", "mute"), ThinBar()
        name = QHBoxLayout()
        name.setSpacing(7)
        name.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        name.addWidget(self._title, 1)
        self.column.addLayout(name)
        self.column.addWidget(self._detail)
        self.column.addWidget(self._bar)

    @property
    def is_current(self) -> bool:
        """Whether the pane with the keys shows this document."""
        return self._shown is not None and self._shown.current

    def show_card(self, card: DocumentCard) -> None:
        """Show a document; nothing is done where nothing was changed."""
        if card == self._shown:
            return
        self._shown = card
        self._dot.set_colour(card.dot)
        self._title.setText(card.title)
        detail = [card.detail]
        if card.withdrawn:
            detail.append(self.tr("withdrawn"))
        if card.replaced:
            detail.append(self.tr("{n} characters replaced").format(n=card.replaced))
        self._detail.setText(" · ".join(part for part in detail if part))
        self._bar.show_part(card.done, card.total)
        said = self.tr("{done} of {total} sentences reviewed")
        words = said.format(done=card.done, total=card.total) if card.total else ""
        where = self.tr("In pane {n}").format(n=card.pane) if card.pane else ""
        parts = [part for part in (card.title, self._detail.text(), words, where) if part]
        self.setAccessibleName(". ".join(parts))
        keys = self.tr("Click or Enter shows it; a double click opens its card.")
        self.setToolTip("\n".join((card.title, *parts[2:], keys)))
        self.set_chosen(chosen=card.current)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag may begin."""
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begins to drag the document to a pane."""
        if self._pressed is None or self._shown is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(document_mime(self._shown.id))
            drag.exec(Qt.DropAction.MoveAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the document."""
        if self._pressed is not None and self._shown is not None:
            self._pressed = None
            self.chosen.emit(self._shown.id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens its card."""
        if self._shown is not None:
            self.opened.emit(self._shown.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the document, arrows go to the next card, Esc back to the text."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._shown is not None:
                self.chosen.emit(self._shown.id)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
