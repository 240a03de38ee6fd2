"""The right of the Audit workspace: the card of the chosen entry, and its chain."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from provenance_desk.gui.history.chain_card import ChainCard
from provenance_desk.gui.history.entry_card import EntryCard
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.widgets_labels import label, section_title


class DetailsPanel(QScrollArea):
    """Two cards under small titles."""

    def __init__(self, open_in_review: QAction) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen entry"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number = section_title(self.tr("Entry"))
        self._type = label("", "mute")
        self._type.setFont(mono_font(11.5))
        self.entry = EntryCard(open_in_review)
        self._chain_title = section_title(self.tr("Chain"))
        self.chain = ChainCard()
        self.setWidget(self._laid_out())

    def _laid_out(self) -> QFrame:
        inside = QFrame()
        inside.setObjectName("panel")
        inside.setProperty("rule", "left")
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._type)
        column = QVBoxLayout(inside)
        column.setContentsMargins(11, 14, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.entry)
        column.addSpacing(4)
        column.addWidget(self._chain_title)
        column.addWidget(self.chain)
        column.addStretch(1)
        return inside

    def show_title(self, number: str, kind: str, *, with_chain: bool) -> None:
        """Say which entry the cards are of."""
        self._number.setText(number)
        self._type.setText(kind)
        for part in (self._chain_title, self.chain):
            part.setVisible(with_chain)
        self.verticalScrollBar().setValue(0)
