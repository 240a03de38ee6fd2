"""The card of an entry's chain: its id, the entry before it, its seal, and the stored line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QToolButton, QWidget

from provenance_desk.gui.history.card_parts import emptied, hash_label, two_ended
from provenance_desk.gui.history.chain import Chain
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import CutLabel, label

_LINE_HEIGHT = 132


class ChainCard(Card):
    """Shows where an entry stands and what proves it."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(6)
        self.column.setContentsMargins(12, 10, 12, 11)
        self.setAccessibleName(self.tr("Chain"))
        self._line: QPlainTextEdit | None = None

    def show_chain(self, chain: Chain) -> None:
        """Show an entry's place in its feed."""
        emptied(self.column)
        place = self.tr("{n} of {size} in this feed").format(
            n=f"{chain.place:,}", size=f"{chain.size:,}"
        )
        self._add_row(self.tr("This entry"), label(place, "mute"))
        self.column.addWidget(hash_label(chain.id))
        if not chain.id_matches:
            said = self.tr("The stored line has another hash: it was altered. Verify the trail.")
            self.column.addWidget(wrapped(said, "error"))
        self._add_before(chain)
        self._add_seal(chain)
        self._add_line(chain.line)

    def _add_before(self, chain: Chain) -> None:
        if chain.place == 1:
            title, good = self.tr("The first entry of its feed"), self.tr("nothing before it")
        elif chain.prev_number is None:
            title, good = self.tr("Previous entry of this feed"), self.tr("matches")
        else:
            title = self.tr("Previous: entry {n}").format(n=f"{chain.prev_number:,}")
            good = self.tr("matches")
        self._add_row(title, _verdict(good, self.tr("differs"), holds=chain.prev_matches))
        if chain.place > 1:
            self.column.addWidget(hash_label(chain.prev))

    def _add_seal(self, chain: Chain) -> None:
        if chain.sealed_size is None:
            self._add_row(self.tr("Not sealed yet"), label(self.tr("saved, not signed"), "warning"))
            return
        words = self.tr("Sealed by the checkpoint at {n}").format(n=f"{chain.sealed_size:,}")
        verdict = _verdict(
            self.tr("signature holds"), self.tr("does not hold"), holds=chain.seal_holds
        )
        self._add_row(words, verdict)

    def _add_line(self, line: bytes) -> None:
        """The stored bytes, folded until somebody wants to see them."""
        text = line.decode("utf-8", "replace")
        switch = QToolButton()
        switch.setCheckable(True)
        switch.setProperty("look", "switch")
        switch.setIcon(icon("chevron-right", "mute"))
        switch.setAccessibleName(self.tr("Show the stored line"))
        cut = CutLabel(text, "mute")
        cut.setFont(mono_font(11.5))
        size = label(self.tr("{n} bytes").format(n=f"{len(line):,}"), "keycap")
        size.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(switch)
        row.addWidget(cut, 1)
        row.addWidget(size)
        self.column.addLayout(row)
        self._line = _bytes_box(text)
        self.column.addWidget(self._line)
        switch.toggled.connect(self._show_line)
        switch.toggled.connect(
            lambda on: switch.setIcon(icon("chevron-down" if on else "chevron-right", "mute"))
        )

    def _show_line(self, on: bool) -> None:
        if self._line is not None:
            self._line.setVisible(on)

    def _add_row(self, words: str, right: QWidget) -> None:
        self.column.addLayout(two_ended(CutLabel(words, "mute"), right))


def _bytes_box(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setReadOnly(True)
    made.setFont(mono_font(11))
    made.setFixedHeight(_LINE_HEIGHT)
    made.setTabChangesFocus(True)
    made.setAccessibleName("Stored line")
    made.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    made.setWordWrapMode(made.wordWrapMode().WrapAnywhere)
    made.hide()
    return made


def _verdict(good: str, bad: str, *, holds: bool | None) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    picture: QLabel = label("")
    picture.setPixmap(
        icon("check" if holds else "alert", "confirmed" if holds else "disputed").pixmap(13, 13)
    )
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(good if holds else bad, "good" if holds else "error"))
    return made
