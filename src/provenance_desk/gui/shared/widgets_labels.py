"""Small words on the desk: titles, key caps, cut lines, dots of documents, marks of reviewers."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens

_ELLIPSIS: Final = "…"


def label(words: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain label; looks: mute, section, title, headline, warning, error, good, keycap."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made


def section_title(words: str) -> QLabel:
    """The small capital line over a list."""
    made = label(words.upper(), "section")
    font = made.font()
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    made.setFont(font)
    made.setAccessibleName(words)
    return made


def key_cap(keys: str) -> QLabel:
    """A key as it is printed beside what it does; hidden where there is none."""
    made = label(keys, "keycap")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if not keys:  # showing one that has no parent yet would open a window
        made.hide()
    return made


class FieldLabel(QWidget):
    """The name of a field with its key at the right."""

    def __init__(self, words: str, keys: str = "", buddy: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        self._name = label(words, "mute")
        self._keys = key_cap(keys)
        if buddy is not None:
            self._name.setBuddy(buddy)
        row.addWidget(self._name, 1)
        row.addWidget(self._keys)

    def set_words(self, words: str) -> None:
        """Changes the name."""
        self._name.setText(words)

    def set_keys(self, keys: str) -> None:
        """Changes the key that is printed."""
        self._keys.setText(keys)
        self._keys.setVisible(bool(keys))


class CutLabel(QLabel):
    """Words on one or a few lines, cut with an ellipsis; the whole is in the tool tip."""

    def __init__(self, words: str = "", look: str = "", *, lines: int = 1) -> None:
        super().__init__(words)
        self._lines = lines
        self._known: dict[tuple[str, int, str], list[str]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """As high as the lines that the words need at this width."""
        used = max(1, len(self._broken()))
        return QSize(40, used * self.fontMetrics().lineSpacing())

    @override
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(20, self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        """The height depends on where lines break, unless it is fixed."""
        return self._lines > 1 and self.minimumHeight() < self.maximumHeight()

    @override
    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return max(1, len(self._broken(width))) * self.fontMetrics().lineSpacing()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for another height where the lines break otherwise at the new width."""
        if self._lines > 1 and self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines, the last one cut."""
        painter, lines = QPainter(self), self._broken()
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        self.setToolTip(self.text() if lines and lines[-1].endswith(_ELLIPSIS) else "")
        top = (self.height() - len(lines) * metrics.lineSpacing()) // 2
        for number, line in enumerate(lines):
            place = QRectF(0, top + number * metrics.lineSpacing(), self.width(), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | self.alignment(), line)

    def _broken(self, width: int | None = None) -> list[str]:
        width = max(20, self.width() if width is None else width)
        key = (self.text(), width, self.font().key())
        if key not in self._known:  # layouts ask for the same height many times
            self._known = {key: self._break(width)}
        return self._known[key]

    def _break(self, width: int) -> list[str]:
        text, start = self.text(), 0
        lines: list[str] = []
        for end in _line_ends(text, self.font(), width):
            if len(lines) == self._lines - 1:
                rest = text[start:]
                lines.append(
                    self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
                )
                break
            lines.append(text[start:end].rstrip())
            start = end
        return lines


class Dot(QWidget):
    """The round dot of a document."""

    def __init__(self, colour: str = "", size: int = 9) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(size, size)

    def set_colour(self, colour: str) -> None:
        """Changes its colour."""
        self._colour = colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour or current_tokens().mute))
        painter.drawEllipse(QRectF(self.rect()))


class ReviewerMark(QWidget):
    """The square of a reviewer: filled for you, outlined for others, dashed for the demo."""

    def __init__(self, letter: str, kind: str = "outlined", size: int = 18) -> None:
        super().__init__()
        self._letter, self._kind = letter[:1].upper(), kind
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the square and its letter."""
        tokens, painter = current_tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_mine, is_demo = self._kind == "filled", self._kind == "dashed"
        ink = tokens.mute if is_demo else tokens.accent
        pen = QPen(QColor(ink), 1.2, Qt.PenStyle.DashLine if is_demo else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ink) if is_mine else Qt.GlobalColor.transparent)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
        painter.setPen(QColor(tokens.on_accent if is_mine else ink))
        painter.setFont(frame_font(10, QFont.Weight.Bold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


def _line_ends(text: str, font: QFont, width: int) -> list[int]:
    """Where lines of a width end."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    ends = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return ends
