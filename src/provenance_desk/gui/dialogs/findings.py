"""What the verification of a bundle came to, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import label

if TYPE_CHECKING:
    from provenance_desk.exchange.verification_result import Verification


class FindingsDialog(QDialog):
    """The outcome in one line, then every finding: where, and what it is."""

    def __init__(self, parent: QWidget | None, name: str, result: "Verification") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Checked: {name}").format(name=name))
        self.resize(720, 480)
        self.result_line = result.first_line
        self._plain = [result.first_line]
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(12)
        column.addWidget(label(name, "headline"))
        outcome = wrapped(result.first_line, "error" if result.exit else "good")
        outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(outcome)
        column.addWidget(self._list(result), 1)
        column.addWidget(wrapped(self._promise(), "mute"))
        column.addWidget(self._buttons())

    @property
    def text(self) -> str:
        """Everything shown, to be copied."""
        return "\n".join(self._plain)

    @classmethod
    def tell(cls, parent: QWidget | None, name: str, result: "Verification") -> None:
        """Show a result; the window stays usable."""
        dialog = cls(parent, name, result)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _list(self, result: "Verification") -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for finding in result.findings:
            column.addWidget(self._finding(finding.code, finding.where, finding.sentence))
        for note in result.notes:
            column.addWidget(self._finding("", "", note))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    def _finding(self, code: str, where: str, sentence: str) -> Card:
        self._plain.append(" ".join(part for part in (code, where, sentence) if part))
        card = Card()
        if code:
            head = wrapped(f"{code}  {where}".strip(), "mute")
            head.setFont(mono_font(12))
            card.column.addWidget(head)
        words = wrapped(sentence)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(words)
        return card

    def _promise(self) -> str:
        return self.tr(
            "A bundle that verifies is as its makers signed it. A key is not a person, times are"
            " claimed, and authentic is not true."
        )

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons
