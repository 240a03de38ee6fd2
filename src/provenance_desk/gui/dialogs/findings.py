"""What the verification of a bundle came to, in a window of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from provenance_desk.gui.exporting.findings_view import FindingsView, outcome_of
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

if TYPE_CHECKING:
    from provenance_desk.exchange.verification_result import Verification


class FindingsDialog(QDialog):
    """The outcome, what it means, every finding, and what no verification promises."""

    def __init__(self, parent: QWidget | None, name: str, result: "Verification") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Checked: {name}").format(name=name))
        self.resize(720, 300 if not result.findings else 480)
        self.result_line = result.first_line
        self._view = FindingsView(outcome_of(result), closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(12)
        column.addWidget(label(name, "headline"))
        column.addWidget(self._view)
        column.addStretch(1)
        column.addWidget(wrapped(self._promise(), "mute"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._view.closed.connect(self.reject)

    @property
    def text(self) -> str:
        """Everything shown, to be copied."""
        return self._view.outcome.text

    @classmethod
    def tell(cls, parent: QWidget | None, name: str, result: "Verification") -> None:
        """Show a result; the window stays usable."""
        dialog = cls(parent, name, result)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _promise(self) -> str:
        return self.tr(
            "A bundle that verifies is as its makers signed it. A key is not a person, times are"
            " claimed, and authentic is not true."
        )
