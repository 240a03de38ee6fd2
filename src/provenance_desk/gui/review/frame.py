"""How the parts of the Review workspace lie beside each other."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from provenance_desk.gui.reading.pane import ReadingPane

LEFT_WIDTH, MIDDLE_WIDTH, RIGHT_WIDTH = 206, 902, 332
SHEET_WIDTH, SHEET_HEIGHT = 640, 380


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


def sheet_box(whole: QWidget, panes: QWidget, current: ReadingPane | None) -> QRect:
    """Where a sheet lies over the panes: above or below, so that the current sentence is seen."""
    corner = panes.mapTo(whole, QPoint(0, 0))
    width = min(SHEET_WIDTH, panes.width() - 40)
    height = min(SHEET_HEIGHT, panes.height() - 24)
    left = corner.x() + (panes.width() - width) // 2
    low = corner.y() + panes.height() - height - 8
    high = corner.y() + 8
    if current is None:
        return QRect(left, low, width, height)
    view = current.view
    sentence = view.visualRect(view.currentIndex())
    middle = view.viewport().mapTo(panes, sentence.center()).y()
    return QRect(left, low if middle < panes.height() // 2 else high, width, height)
