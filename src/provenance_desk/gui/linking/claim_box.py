"""The claim of a draft: its wording, or the field in which a new one is worded."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from provenance_desk.domain.words import ClaimKind
from provenance_desk.gui.linking.choices import CLAIM_KINDS
from provenance_desk.gui.linking.inline import InlineChoice
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import Card
from provenance_desk.gui.shared.widgets_labels import CutLabel

HEIGHT: Final = 72
_LINES: Final = 2
_FRAME: Final = 14
_QUOTE_HEIGHT: Final = 34


class ClaimBox(QStackedWidget):
    """A button while there is no claim, a card with one, a field and a kind for a new one."""

    wanted = Signal()
    changed = Signal(str)
    kind_chosen = Signal(object)
    done = Signal()
    left = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.button = KeyButton(self.tr("Link to a claim"), keys)
        self.button.clicked.connect(self.wanted)
        self._quote = CutLabel("", "mute", lines=2)
        self._quote.setFixedHeight(_QUOTE_HEIGHT)
        self.claim = _ClaimCard()
        self.claim.pressed.connect(self.wanted)
        self.wording = _Wording()
        self.wording.setAccessibleName(self.tr("Wording of the new claim"))
        self.wording.textChanged.connect(lambda: self.changed.emit(self.text))
        self.wording.done.connect(self.done)
        self.wording.left.connect(self.left)
        self.kind = InlineChoice(self.tr("Kind of the new claim"), CLAIM_KINDS)
        self.kind.value_chosen.connect(self.kind_chosen)
        self._empty = _page(self.button, self._quote)
        self._new = _page(self.wording, self.kind)
        for page in (self._empty, self.claim, self._new):
            self.addWidget(page)

    @property
    def text(self) -> str:
        """The wording of the new claim on one line."""
        return " ".join(self.wording.toPlainText().split())

    def show_empty(self, sentence: str) -> None:
        """No claim is chosen; the passage's words stand below the button."""
        self._quote.setText(" ".join(sentence.split()))
        self.button.setEnabled(bool(sentence))
        self.setCurrentWidget(self._empty)

    def show_claim(self, wording: str, tip: str) -> None:
        """Show the chosen claim."""
        self.claim.words.setText(wording)
        self.claim.setToolTip(tip)
        self.claim.setAccessibleName(wording)
        self.setCurrentWidget(self.claim)

    def show_new(self, wording: str, kind: ClaimKind) -> None:
        """Show the field of a new claim; what is being written stays."""
        if self.text != wording and not self.wording.hasFocus():
            self.wording.setPlainText(wording)
        self.kind.show_value(kind)
        self.setCurrentWidget(self._new)


class _ClaimCard(Card):
    """The wording of a claim in three lines; a click asks for another one."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = CutLabel("", "title", lines=3)
        self.words.setFixedHeight(HEIGHT - 14)
        self.column.setContentsMargins(10, 6, 10, 6)
        self.column.addWidget(self.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Asks which claim it is to be."""
        self.pressed.emit()


class _Wording(QPlainTextEdit):
    """A claim's wording: one sentence, so Enter says that it is done; Esc goes to the text."""

    done = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + _FRAME)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc leave the field; the key ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
        if isinstance(part, InlineChoice):
            column.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return page
