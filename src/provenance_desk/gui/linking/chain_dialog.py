"""The whole speaker chain: who says that who says it, a row a hop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.words import Mode, Naming
from provenance_desk.gui.linking.chain import MOST_HOPS, chain_words
from provenance_desk.gui.linking.choices import MODES, NAMINGS
from provenance_desk.gui.review.dialogs import Question
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_rows import GrowingRows, choice_box

_WIDTH = 600


class HopRow:
    """A speaker: the name or role, how the passage names them, how it gives their words."""

    def __init__(self, speaker: Speaker | None, names: Sequence[str]) -> None:
        self.widget = QWidget()
        self.name = QLineEdit(speaker.name if speaker else "")
        self.name.setAccessibleName("Name or role of the speaker")
        self.name.setPlaceholderText("name or role; who is not named has none")
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        naming = speaker.naming if speaker else Naming.NAMED
        self.naming = choice_box(NAMINGS, "How the passage names the speaker", naming)
        mode = speaker.mode if speaker else Mode.PARAPHRASED
        self.mode = choice_box(MODES, "How the speaker's words are given", mode)
        self.fields: Sequence[QWidget] = (self.name, self.naming, self.mode)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self.fields:
            row.addWidget(field, 1 if field is self.name else 0)

    def value(self) -> Speaker | None:
        """The hop; None while nobody is written in the row."""
        name, naming = " ".join(self.name.text().split()), Naming(self.naming.currentData())
        if not name and naming is not Naming.UNNAMED:
            return None
        return Speaker(name, naming, Mode(self.mode.currentData()))

    def when_changed(self, tell: Callable[[], object]) -> None:
        """Tell when a name is written or a choice made."""
        self.name.textChanged.connect(lambda _: tell())
        for box in (self.naming, self.mode):
            box.currentIndexChanged.connect(lambda _: tell())


class ChainDialog(Question):
    """The nearest speaker comes first; a row that is emptied is taken out."""

    def __init__(self, parent: QWidget, speakers: Sequence[Speaker], names: Sequence[str]) -> None:
        words = (
            "From the page inwards: who says it here, whom they have it from, and so on. Empty a"
            " row to take it out; blank throughout: nobody is named."
        )
        super().__init__(parent, "Who says that who says so", words)
        self.setMinimumWidth(_WIDTH)
        self.rows = GrowingRows(lambda hop: HopRow(hop, names), speakers, MOST_HOPS)
        self.line = wrapped("", "title")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.line)
        self.finish()
        self.rows.changed.connect(self._show_line)
        self._show_line()
        first = self.rows.rows[0]
        assert isinstance(first, HopRow)
        first.name.setFocus()

    def _show_line(self) -> None:
        self.line.setText(chain_words(self.rows.values) or self.tr("Nobody is named."))

    @classmethod
    def ask(
        cls, parent: QWidget, speakers: Sequence[Speaker], names: Sequence[str]
    ) -> tuple[Speaker, ...] | None:
        """The chain as edited, or None."""
        dialog = cls(parent, speakers, names)
        return dialog.rows.values if dialog.exec() else None
