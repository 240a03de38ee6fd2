"""Where files are dropped, or chosen, to begin a project."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import key_cap, label


class DropArea(QAbstractButton):
    """A dashed field; a click asks for files. The window itself takes what is dropped."""

    def __init__(self, action: QAction, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Drop documents here to start a project, or choose files"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(150)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)
        self._lay_out(key)

    def _lay_out(self, key: str) -> None:
        picture = label("")
        picture.setPixmap(icon("import", "mute").pixmap(22, 22))
        choose = QHBoxLayout()
        choose.setSpacing(6)
        choose.addStretch(1)
        choose.addWidget(label(self.tr("or choose files"), "mute"))
        choose.addWidget(key_cap(key))
        choose.addWidget(label(self.tr("· the original bytes are frozen"), "mute"))
        choose.addStretch(1)
        bundle = wrapped(
            self.tr("A bundle (.audit.zip) is verified, and what was found is shown"), "mute"
        )
        column = QVBoxLayout(self)
        column.setSpacing(5)
        column.addStretch(1)
        for part in (picture, label(self.tr("Drop documents here to start a project"), "title")):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addLayout(choose)
        bundle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bundle)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the dashed edge."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if self.hasFocus() or self.underMouse() else tokens.edge
        painter.setPen(QPen(QColor(edge), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
