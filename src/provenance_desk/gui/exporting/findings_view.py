"""What a verification came to: the first line, what it means, and every finding in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from provenance_desk.audit.findings import Exit, Findings
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import label

MEANINGS: Final[Mapping[Exit, str]] = {
    Exit.VERIFIED: "Nothing was changed since it was signed, and every key is known here.",
    Exit.FAILED: "It was altered or damaged after it was signed. Don’t build on it; ask for it "
    "again, over another way.",
    Exit.NOT_TRUSTED: "Nothing was changed since it was signed, but by keys that are not known "
    "here. Have their owners read you their words over a channel you trust.",
    Exit.CONFLICT: "One reviewer’s feed has two histories. Both are kept; somebody else must say "
    "which one counts.",
    Exit.CANNOT_JUDGE: "It was made by a newer version of this program. Get that version to check "
    "it; nothing is wrong with it as far as this one can see.",
    Exit.REFUSED: "It is not a bundle as this program writes them, and was not looked into, for "
    "safety.",
    Exit.USAGE: "There was nothing to check.",
}
_LOOKS: Final = {Exit.VERIFIED: ("check-circle", "confirmed", "good")}
_DOUBT: Final = ("alert", "alleged", "warning")
_BAD: Final = ("alert", "disputed", "error")
_DOUBTFUL: Final = (Exit.NOT_TRUSTED, Exit.CANNOT_JUDGE)
_SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Verified(Protocol):
    """What verifications of bundles and of project files have in common."""

    @property
    def findings(self) -> Findings:
        """What is not as it should be."""

    @property
    def notes(self) -> Sequence[str]:
        """What is worth knowing."""

    @property
    def counts(self) -> Mapping[str, int] | None:
        """What was looked at."""

    @property
    def exit(self) -> Exit:
        """The exit of the command line."""

    @property
    def first_line(self) -> str:
        """The outcome in one line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verification as it is shown: `findings` are `(code, where, sentence)`."""

    exit: Exit
    first_line: str
    findings: Sequence[tuple[str, str, str]] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: Sequence[str] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    time: str = ""

    @property
    def text(self) -> str:
        """Everything, to be copied."""
        lines = [self.first_line, MEANINGS[self.exit]]
        lines += [" ".join(filter(None, parts)) for parts in self.findings]
        lines += [f"{code}: {n:,} more" for code, n in self.left_out.items()]
        return "\n".join([*lines, *self.notes])


def outcome_of(verified: Verified) -> Outcome:
    """What to show of a verification that ended now."""
    return Outcome(
        exit=verified.exit,
        first_line=verified.first_line,
        findings=tuple((f.code, f.where, f.sentence) for f in verified.findings),
        left_out=verified.findings.left_out,
        notes=tuple(verified.notes),
        counts=dict(verified.counts or {}),
        time=f"{datetime.now(UTC):%H:%M}",
    )


class FindingsView(Card):
    """Shown in place; Esc or its button closes it."""

    closed = Signal()

    def __init__(self, outcome: Outcome, *, closable: bool = True) -> None:
        super().__init__()
        self.outcome = outcome
        self.setAccessibleName(outcome.first_line)
        self.setAccessibleDescription(MEANINGS[outcome.exit])
        self.column.setContentsMargins(14, 12, 12, 12)
        self.column.setSpacing(7)
        self._add_head(closable)
        meaning = wrapped(self.tr(MEANINGS[outcome.exit]))
        self.column.addWidget(meaning)
        if outcome.findings or outcome.notes:
            self.column.addWidget(self._list())

    def take_focus(self) -> None:
        """Give the keys to what one presses first."""
        self._first.setFocus()

    def _add_head(self, closable: bool) -> None:
        name, role, look = _look(self.outcome.exit)
        picture = label("")
        picture.setPixmap(icon(name, role).pixmap(18, 18))
        line = _told(self.outcome.first_line, look)
        row = QHBoxLayout()
        row.setSpacing(9)
        picture.setContentsMargins(0, 5, 0, 0)
        line.setContentsMargins(0, 6, 0, 0)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
        copy = QPushButton(self.tr("Copy"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.outcome.text))
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self._first = copy
        if closable:
            self._first = QPushButton(self.tr("Close"))
            self._first.clicked.connect(self.closed)
            row.addWidget(self._first, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for code, where, sentence in self.outcome.findings:
            column.addWidget(_finding(code, where, sentence))
        for code, number in self.outcome.left_out.items():
            words = self.tr("{code}: {n} more of the same kind.")
            column.addWidget(_told(words.format(code=code, n=f"{number:,}"), "mute"))
        for note in self.outcome.notes:
            column.addWidget(_told(note, "mute"))
        column.addStretch(1)
        area = _Scrolled(inside)
        area.setAccessibleName(self.tr("Findings"))
        return area

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _Scrolled(QScrollArea):
    """As high as what is in it, up to a third of a window."""

    _MOST: Final = 260

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Maximum)

    @override
    def sizeHint(self) -> QSize:
        """As high as its lines at this width."""
        inside = self._inside
        width = max(400, self.viewport().width())
        needed = inside.heightForWidth(width) if inside.hasHeightForWidth() else -1
        height = max(needed, inside.minimumSizeHint().height())
        return QSize(width, min(self._MOST, height + 4))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self.updateGeometry()


def _finding(code: str, where: str, sentence: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = _told(f"{code}   {where}".strip(), "mute")
    head.setFont(mono_font(11.5))
    column.addWidget(head)
    column.addWidget(_told(sentence))
    return made


def _told(words: str, look: str = "") -> QLabel:
    made = wrapped(words, look)
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def _look(exit_: Exit) -> tuple[str, str, str]:
    return _LOOKS.get(exit_, _DOUBT if exit_ in _DOUBTFUL else _BAD)
