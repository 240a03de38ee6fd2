"""Buttons that print their key: plain ones, chips, and rows of choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Self

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

Look = Literal["plain", "primary", "chip", "choice"]

_HEIGHT: Final = {"plain": 32, "primary": 34, "chip": 26, "choice": 34}
_SIDE: Final = 12
_GAP: Final = 8
_ICON: Final = 16


class KeyButton(QAbstractButton):
    """A button with an icon, words, and its key printed at the right."""

    def __init__(
        self, words: str, keys: str = "", picture: QIcon | None = None, look: Look = "plain"
    ) -> None:
        super().__init__()
        self.keys, self._look = keys, look
        self._action: QAction | None = None
        self.setText(words)
        self.setAccessibleName(words)
        self.setIcon(picture or QIcon())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @classmethod
    def of_action(cls, action: QAction, look: Look = "plain") -> Self:
        """A button that shows an action, does it, and follows its changes."""
        made = cls("", look=look)
        made._action = action
        made._follow()
        action.changed.connect(made._follow)
        made.clicked.connect(action.trigger)
        return made

    def _follow(self) -> None:
        action = self._action
        assert action is not None, "only a button of an action follows one"
        words, _, key = action.text().replace("&", "").partition("\t")
        self.setText(words)
        self.setAccessibleName(words)
        self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        self.set_keys(key or shown_keys(action.shortcut()))

    def set_keys(self, keys: str) -> None:
        """Changes the key that is printed."""
        self.keys = keys
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as icon, words and key."""
        width = 2 * _SIDE + QFontMetrics(self._font()).horizontalAdvance(self.text())
        width += 0 if self.icon().isNull() else _ICON + _GAP
        return QSize(width + (_GAP + 4 + self._cap_width() if self.keys else 0), self._height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, icon, words, key and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        left = _SIDE
        if not self.icon().isNull():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            top = (self.height() - _ICON) // 2
            self.icon().paint(painter, left, top, _ICON, _ICON, mode=mode)
            left += _ICON + _GAP
        room = self.rect().adjusted(left, 0, -_SIDE, 0)
        if self.keys:
            self._paint_cap(painter, ink)
            room.setRight(room.right() - self._cap_width() - _GAP)
        painter.setPen(ink)
        painter.setFont(self._font())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> QColor:
        tokens = current_tokens()
        is_primary, is_on = self._look == "primary" and self.isEnabled(), self.isChecked()
        ground = tokens.accent if is_primary else tokens.card
        if self.isEnabled() and not is_primary and (self.isDown() or self.underMouse()):
            ground = tokens.hover
        is_marked = self.hasFocus() or is_on
        edge = tokens.accent if is_marked or is_primary else tokens.line
        width = 2 if is_marked else 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        radius = self.height() / 2 if self._look == "chip" else 8
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, radius, radius)
        if is_primary and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.on_accent), 1))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)
        if not self.isEnabled():
            return QColor(tokens.edge)
        return QColor(tokens.on_accent if is_primary else tokens.ink)

    def _paint_cap(self, painter: QPainter, ink: QColor) -> None:
        tokens, width = current_tokens(), self._cap_width()
        is_primary = self._look == "primary" and self.isEnabled()
        left, top = self.width() - _SIDE + 2 - width, (self.height() - 18) / 2
        box = QRectF(left + 0.5, top + 0.5, width - 1, 17)
        painter.setPen(QPen(ink if is_primary else QColor(tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink if is_primary else QColor(tokens.mute))
        painter.setFont(frame_font(11))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.keys)

    def _cap_width(self) -> int:
        return QFontMetrics(frame_font(11)).horizontalAdvance(self.keys) + 10

    def _font(self) -> QFont:
        is_strong = self._look in ("primary", "plain") or self.isChecked()
        weight = QFont.Weight.Medium if is_strong else QFont.Weight.Normal
        return frame_font(13 if self._look != "chip" else 12, weight)

    def _height(self) -> int:
        return _HEIGHT[self._look]


def chip(words: str, count: int | None = None, *, checkable: bool = True) -> KeyButton:
    """A round filter button."""
    made = KeyButton(words if count is None else f"{words}  {count}", look="chip")
    made.setCheckable(checkable)
    return made


def shown_keys(sequence: QKeySequence) -> str:
    """A shortcut as it is printed on a button: `Ctrl E`."""
    words = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", "Enter").replace("+", " ")


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: its stored value, its word, the status whose glyph and tint it wears."""

    value: str
    words: str
    status: str = ""


class Segments(QWidget):
    """A row of choices of which one or none is on; arrow keys move, a second click keeps it."""

    value_chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, choice in enumerate(choices):
            button = _Segment(choice, is_first=place == 0, is_last=place == len(choices) - 1)
            button.setAccessibleName(f"{name}: {choice.words}")
            button.clicked.connect(lambda _on, value=choice.value: self.value_chosen.emit(value))
            self._group.addButton(button)
            self._buttons[choice.value] = button
            row.addWidget(button, 1)

    @property
    def value(self) -> str:
        """The value that is on; empty if none is."""
        return next((v for v, button in self._buttons.items() if button.isChecked()), "")

    def button(self, value: str) -> QAbstractButton:
        """The segment of a value."""
        return self._buttons[value]

    def show_value(self, value: str) -> None:
        """Turns one choice on, or all off; tells nobody."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == value)
        self._group.setExclusive(True)

    def set_enabled(self, value: str, *, enabled: bool, tip: str = "") -> None:
        """Lets a choice be made or not, and says why."""
        self._buttons[value].setEnabled(enabled)
        self._buttons[value].setToolTip(tip)


class _Segment(QRadioButton):
    """One choice of a row; a radio button for screen readers."""

    def __init__(self, choice: Choice, *, is_first: bool, is_last: bool) -> None:
        super().__init__(choice.words)
        self._choice, self._is_first, self._is_last = choice, is_first, is_last
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """As wide as glyph and word when chosen."""
        metrics = QFontMetrics(frame_font(12, QFont.Weight.Bold))
        glyph = 15 if self._choice.status else 0
        return QSize(metrics.horizontalAdvance(self.text()) + glyph + 16, _HEIGHT["choice"])

    @override
    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    @override
    def hitButton(self, place: object) -> bool:
        """All of the segment can be clicked."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the segment's share of the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        is_on, status, tokens = self.isChecked(), self._choice.status, current_tokens()
        ink = QColor(tokens.status(status) if is_on and status else tokens.ink)
        ink = ink if self.isEnabled() else QColor(tokens.edge)
        font = frame_font(12, QFont.Weight.Bold if is_on else QFont.Weight.Normal)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        left = (self.width() - width - (15 if status else 0)) / 2
        if status:
            square = QRectF(left, self.height() / 2 - 5, 10, 10)
            paint_status_glyph(painter, square, status, ink)
            left += 15
        painter.setPen(ink)
        painter.setFont(font)
        room = QRectF(left, 0, width + 4, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, status = current_tokens(), self._choice.status
        ground = tokens.card
        if self.isChecked():
            ground = tokens.status_bg(status) if status else tokens.hover
        elif self.underMouse() and self.isEnabled():
            ground = tokens.hover
        box = QRectF(self.rect())
        painter.save()
        painter.setClipRect(box)
        wide = box.adjusted(0 if self._is_first else -20, 0, 0 if self._is_last else 20, 0)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(wide.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()
