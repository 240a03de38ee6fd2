"""Small questions of the Review workspace; each has a classmethod `ask` that tests replace."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.domain.words import ChangeReason
from provenance_desk.gui.linking.choices import REASONS
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

WIDTH = 460
_BY_KEYS = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class Question(QDialog):
    """A title, an explanation, fields, and two buttons; OK waits until the answer is whole."""

    def __init__(self, parent: QWidget, title: str, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 14)
        self.column.setSpacing(10)
        self.column.addWidget(label(title, "headline"))
        self.explanation = wrapped(words, "mute")
        self.explanation.setVisible(bool(words))
        self.column.addWidget(self.explanation)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def finish(self) -> None:
        """Put the buttons under the fields."""
        self.column.addWidget(self.buttons)

    def allow(self, *, allowed: bool) -> None:
        """Let OK be pressed or not."""
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(allowed)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words, and what kind of change."""

    text: str
    kind: ChangeReason = ChangeReason.REREADING


class ReasonDialog(Question):
    """Asks why; needed for every retirement, join and retraction."""

    def __init__(self, parent: QWidget, title: str, words: str, *, with_kind: bool) -> None:
        super().__init__(parent, title, words)
        self._with_kind = with_kind
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of change"))
        for value, name in REASONS:
            self.kind.addItem(self.tr(name), value)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Reason"))
        self.text.setPlaceholderText(self.tr("Because …"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.textChanged.connect(self._check)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.text)
        self.kind.setVisible(with_kind)
        self.finish()
        self._check()
        self.text.setFocus()

    def _check(self) -> None:
        self.allow(allowed=self._with_kind or bool(self.text.toPlainText().strip()))

    @classmethod
    def ask(
        cls, parent: QWidget, title: str, words: str, *, with_kind: bool = False
    ) -> Reason | None:
        """The reason, or None where nobody wanted to give one."""
        dialog = cls(parent, title, words, with_kind=with_kind)
        if not dialog.exec():
            return None
        return Reason(dialog.text.toPlainText(), ChangeReason(dialog.kind.currentData()))


class SplitDialog(Question):
    """Shows a sentence; the caret says where the second one begins."""

    def __init__(self, parent: QWidget, sentence: str) -> None:
        words = "Put the caret where the second sentence begins."
        super().__init__(parent, "Split the sentence", words)
        self._sentence = sentence
        self.text = QPlainTextEdit(sentence)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(self.text.textInteractionFlags() | _BY_KEYS)
        self.text.setAccessibleName(self.tr("Sentence to split"))
        self.text.setTabChangesFocus(True)
        self.text.cursorPositionChanged.connect(self._check)
        self.column.addWidget(self.text)
        self.finish()
        self._check()
        self.text.setFocus()

    @property
    def offset(self) -> int:
        """Where the second sentence begins, in code points of the sentence."""
        units = self.text.textCursor().position()
        return len(self._sentence.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))

    def _check(self) -> None:
        before, after = self._sentence[: self.offset], self._sentence[self.offset :]
        self.allow(allowed=bool(before.strip() and after.strip()))

    @classmethod
    def ask(cls, parent: QWidget, sentence: str) -> int | None:
        """The offset in the sentence, or None."""
        dialog = cls(parent, sentence)
        return dialog.offset if dialog.exec() else None
