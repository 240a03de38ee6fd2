"""The bar on top: the project's title, workspaces, search, reviewer, audit trail."""

from typing import Final

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from provenance_desk.gui.frame.chips import Chip
from provenance_desk.gui.frame.search_box import SearchBox
from provenance_desk.gui.frame.tabs import WorkspaceTabs
from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.widgets_labels import CutLabel

_WIDEST_TITLE: Final = 360


class TopBar(QFrame):
    """Shows what it is told; its parts are connected by the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setProperty("rule", "bottom")
        self.setFixedHeight(44)
        self.title = CutLabel("", "title")
        self.title.setMinimumWidth(90)
        expanding = QSizePolicy.Policy.Expanding
        self.title.setSizePolicy(expanding, QSizePolicy.Policy.Fixed)
        self.tabs = WorkspaceTabs()
        self.search = SearchBox()
        self.reviewer = Chip()
        self.trail = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(12)
        row.addWidget(self.title, 1000)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.reviewer)
        row.addWidget(self.trail)

    def show_title(self, title: str) -> None:
        """Show the project's title."""
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.title.setMaximumWidth(min(_WIDEST_TITLE, _width_of(title)))


def _width_of(title: str) -> int:
    font = frame_font(13, QFont.Weight.DemiBold)
    return max(90, QFontMetrics(font).horizontalAdvance(title) + 12)
