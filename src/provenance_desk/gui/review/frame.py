"""How the parts of the Review workspace lie beside each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

LEFT_WIDTH, MIDDLE_WIDTH, RIGHT_WIDTH = 206, 902, 332


def lay_out(
    whole: QWidget, documents: QWidget, panes: QWidget, card: QWidget, claims: QWidget
) -> None:
    """Documents left, claims right, in the middle the panes over the link card."""
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(panes, 1)
    column.addWidget(card)
    parts = QSplitter(Qt.Orientation.Horizontal)
    parts.setHandleWidth(1)
    parts.setChildrenCollapsible(False)
    for place, part in enumerate((documents, middle, claims)):
        parts.addWidget(part)
        parts.setStretchFactor(place, 1 if part is middle else 0)
    parts.setSizes([LEFT_WIDTH, MIDDLE_WIDTH, RIGHT_WIDTH])
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(parts)
