"""The ground of a workspace; it tells when another theme is on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from provenance_desk.gui.shared.overrides import override


class Ground(QWidget):
    """Pictures in labels keep the colours they were made in: `restyled` says to make them anew."""

    restyled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Tell of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyled.emit()
