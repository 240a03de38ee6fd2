"""About the program: version, formats, licences."""

from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from provenance_desk import __version__
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

_WORDS: Final = (
    (
        "Open documents side by side, link sentences to claims, and hand over an audit trail that a"
        " stranger can check."
    ),
    "It says who said what and what that rests on; never what is true.",
    "Offline: nothing leaves this computer unless you export it.",
    (
        "MIT licence. Typefaces: Inter, Noto and JetBrains Mono, under the SIL Open Font License."
        " Qt under the LGPL."
    ),
)


class AboutDialog(QDialog):
    """A few lines to read."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Provenance Desk"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Provenance Desk"), "headline"))
        version = self.tr("Version {version} · method 1 · audit format 1 · Qt {qt}")
        column.addWidget(label(version.format(version=__version__, qt=qVersion()), "mute"))
        for words in _WORDS:
            column.addWidget(wrapped(self.tr(words)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @classmethod
    def tell(cls, parent: QWidget | None) -> None:
        """Show it."""
        dialog = cls(parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
