"""One recent project on the start page."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from provenance_desk.domain.words import Status
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_cards import rule
from provenance_desk.gui.shared.widgets_labels import CutLabel, ReviewerMark, label
from provenance_desk.gui.shared.widgets_status import StatusGlyph
from provenance_desk.gui.start.recent import Recent, day_words
from provenance_desk.gui.start.trail import Seal


class RecentCard(QFrame):
    """Title and counts, then the newest entry and the trail; Enter or a click opens it."""

    chosen = Signal()
    removed = Signal()

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = recent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(str(recent.path))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 9)
        column.setSpacing(4)
        column.addLayout(self._first_line())
        column.addLayout(self._second_line())
        if recent.last is not None:
            column.addSpacing(2)
            column.addWidget(rule())
            column.addLayout(self._third_line())
        self.setAccessibleName(self._said())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def can_open(self) -> bool:
        """Whether choosing it makes sense."""
        return not self.recent.is_missing and not self.recent.problem

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(CutLabel(self.recent.title, "title"), 1)
        for status in Status:
            if number := self.recent.links.get(status):
                row.addWidget(StatusGlyph(status, number))
        if not self.can_open:
            remove = QToolButton()
            remove.setIcon(icon("close", "mute"))
            remove.setToolTip(self.tr("Take it off this list; no file is touched"))
            remove.setAccessibleName(
                self.tr("Take {title} off this list").format(title=self.recent.title)
            )
            remove.clicked.connect(self.removed)
            row.addWidget(remove)
        return row

    def _second_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        left = CutLabel(self._place(), "mute")
        row.addWidget(left, 1)
        if self.can_open:
            row.addWidget(label(self._counts(), "mute"))
        return row

    def _third_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(6)
        for name, is_own in self.recent.reviewers[:4]:
            mark = ReviewerMark(name, "filled" if is_own else "outlined")
            mark.setToolTip(name)
            row.addWidget(mark)
        row.addWidget(CutLabel(self._last_words(), "mute"), 1)
        words, look = self._trail_words()
        row.addWidget(label(words, look))
        return row

    def _place(self) -> str:
        if self.recent.is_missing:
            return self.tr("The file is not there any more: {path}").format(path=self.recent.path)
        return self.recent.problem or _short(self.recent.path.parent)

    def _counts(self) -> str:
        links = sum(self.recent.links.values())
        return self.tr("{documents} documents · {claims} claims · {links} links").format(
            documents=self.recent.documents, claims=self.recent.claims, links=links
        )

    def _last_words(self) -> str:
        last = self.recent.last
        if last is None:
            return ""
        day = day_words(last.time, datetime.now().astimezone())
        return self.tr("{day} · #{number} {words}").format(
            day=day, number=last.number, words=self.tr(last.words)
        )

    def _trail_words(self) -> tuple[str, str]:
        trail = self.recent.trail
        if trail is None:
            return "", "mute"
        match trail.seal:
            case Seal.SEALED:
                return self.tr("✓ trail sealed"), "good"
            case Seal.UNSEALED:
                return self.tr("✓ intact · {n} not sealed").format(n=trail.waiting), "mute"
            case Seal.DAMAGED:
                return self.tr("trail damaged · {words}").format(words=trail.problem), "error"

    def _said(self) -> str:
        parts = [self.recent.title, self._place()]
        if self.can_open:
            parts += [self._counts(), self._last_words(), self._trail_words()[0]]
        return ". ".join(part for part in parts if part)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the project."""
        if self.can_open and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the project; Del takes a missing one off the list."""
        pressed = event.key()
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.can_open:
            self.chosen.emit()
        elif pressed == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the card and its focus."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.line), width))
        hovered = self.underMouse() and self.can_open
        painter.setBrush(QColor(tokens.hover if hovered else tokens.card))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)


def _short(folder: Path) -> str:
    home = Path.home()
    if not folder.is_relative_to(home):
        return str(folder)
    return str(Path("~", folder.relative_to(home)))
