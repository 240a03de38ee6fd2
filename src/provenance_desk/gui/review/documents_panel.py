"""The documents at the left: what each is, how far its review has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from provenance_desk.gui.reading.pane import document_mime
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import Card, ThinBar, wrapped
from provenance_desk.gui.shared.widgets_labels import Dot, label


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What the list says of a document."""

    id: str
    title: str
    detail: str
    dot: str
    done: int
    total: int
    shown: bool
    withdrawn: bool
    replaced: int


class DocumentsPanel(QFrame):
    """One card a document; a click shows it, a drag puts it into a pane."""

    document_chosen = Signal(str)
    card_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "right")
        self.setAccessibleName(self.tr("Documents"))
        self._title = label("", "section")
        self._cards: list[_Card] = []
        self._list = QWidget()
        self._list.setObjectName("panel")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._empty = wrapped(
            self.tr("No documents yet. Drop files here, or press Ctrl O to choose them."), "mute"
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot)

    def add_button(self, button: KeyButton) -> None:
        """Put a button under the list."""
        self._foot.addWidget(button)

    def add_notice(self, notice: QWidget) -> None:
        """Put something above the buttons."""
        self._foot.insertWidget(0, notice)

    def show_cards(self, cards: Sequence[DocumentCard]) -> None:
        """Show these documents; cards that are there already are changed, not made anew."""
        self._title.setText(self.tr("DOCUMENTS · {n}").format(n=len(cards)))
        self._empty.setVisible(not cards)
        while len(self._cards) > len(cards):
            self._cards.pop().deleteLater()
        while len(self._cards) < len(cards):
            made = _Card()
            made.chosen.connect(self.document_chosen)
            made.opened.connect(self.card_wanted)
            self._cards.append(made)
            self._column.insertWidget(len(self._cards) - 1, made)
        if self._column.count() == len(self._cards):
            self._column.addStretch(1)
        for widget, card in zip(self._cards, cards, strict=True):
            widget.show_card(card)


class _Card(Card):
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
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

    def show_card(self, card: DocumentCard) -> None:
        self._id = card.id
        self._dot.set_colour(card.dot)
        self._title.setText(card.title)
        detail = [card.detail]
        if card.withdrawn:
            detail.append(self.tr("withdrawn"))
        if card.replaced:
            detail.append(self.tr("{n} characters replaced").format(n=card.replaced))
        self._detail.setText(" · ".join(detail))
        self._bar.show_part(card.done, card.total)
        said = self.tr("{done} of {total} sentences reviewed")
        words = said.format(done=card.done, total=card.total)
        self.setAccessibleName(f"{card.title}. {' · '.join(detail)}. {words}")
        self.setToolTip(f"{card.title}\n{words}")
        self.set_chosen(chosen=card.shown)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag may begin."""
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begins to drag the document to a pane."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(document_mime(self._id))
            drag.exec(Qt.DropAction.MoveAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the document."""
        if self._pressed is not None:
            self._pressed = None
            self.chosen.emit(self._id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens its card."""
        self.opened.emit(self._id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the document."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._id)
        else:
            super().keyPressEvent(event)
