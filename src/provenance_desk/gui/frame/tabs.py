"""The tabs of the workspaces in the top bar."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_HEIGHT: Final = 34
_SIDE: Final = 14


class WorkspaceTabs(QWidget):
    """One tab per workspace; the chosen one is a white card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, _Tab] = {}
        self.setAccessibleName(self.tr("Workspaces"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)

    def show_tabs(self, tabs: Sequence[tuple[str, str, QAction]]) -> None:
        """Show these tabs: `(id, title, action)`."""
        for name, title, action in tabs:
            tab = self._tabs[name] = _Tab(title, action.shortcut().toString())
            tab.clicked.connect(action.trigger)
            self._row.addWidget(tab)

    def choose(self, name: str | None) -> None:
        """Show which workspace is in front; none is on the start page."""
        for other, tab in self._tabs.items():
            tab.setEnabled(name is not None)
            tab.setChecked(other == name)


class _Tab(QAbstractButton):
    """A tab that knows its key for the tool tip."""

    def __init__(self, title: str, key: str) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        """As wide as the title is when chosen, so that tabs never move."""
        return QSize(
            QFontMetrics(_font(chosen=True)).horizontalAdvance(self.text()) + 2 * _SIDE, 34
        )

    @override
    def nextCheckState(self) -> None:
        """The window checks the tab of the workspace that it shows."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints card, title and focus."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus() or (self.isEnabled() and self.underMouse()):
            edge = tokens.accent if self.hasFocus() else tokens.line
            painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(tokens.card if self.isChecked() else tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        ink = tokens.ink if self.isChecked() else tokens.mute if self.isEnabled() else tokens.edge
        painter.setPen(QColor(ink))
        painter.setFont(_font(chosen=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _font(*, chosen: bool) -> QFont:
    return frame_font(13, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
