"""The dates that a passage gives: of the event, of the report, and the words they stand in."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.words import DateOf, Precision
from provenance_desk.gui.linking.choices import DATES_OF, PRECISIONS
from provenance_desk.gui.review.dialogs import Question
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_rows import GrowingRows, choice_box

DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
MOST: Final = 16
_WIDTH: Final = 760
_BY_LENGTH: Final = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


class DateRow:
    """One date: what of, which day, how exactly; unless plain, in which words, from when on."""

    def __init__(self, date: DateMention | None, *, plain: bool = False) -> None:
        self.widget = QWidget()
        self.of = choice_box(DATES_OF, "What the date is of", date.of if date else DateOf.EVENT)
        self.date = _line("Date", "2023-04-27", date.value if date else "")
        precision = date.precision if date else Precision.DAY
        self.precision = choice_box(PRECISIONS, "How exactly it is known", precision)
        words = date.expression if date else ""
        self.words = _line("The passage's words for it", "its words: today", words or "")
        anchor = date.anchor if date else ""
        self.anchor = _line("Counted from", "counted from", anchor or "")
        self.date.textEdited.connect(self._suggest_precision)
        self.fields: Sequence[QWidget] = (
            self.of,
            self.date,
            self.precision,
            self.words,
            self.anchor,
        )
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        for field, stretch in zip(self.fields, (0, 2, 0, 3, 2), strict=True):
            row.addWidget(field, stretch)
        if plain:  # what is hidden keeps what it says
            self.words.hide()
            self.anchor.hide()

    def value(self) -> DateMention | None:
        """The date; None while none is written."""
        value = self.date.text().strip()
        if not value:
            return None
        return DateMention(
            value=value,
            precision=Precision(self.precision.currentData()),
            of=DateOf(self.of.currentData()),
            expression=self.words.text().strip() or None,
            anchor=self.anchor.text().strip() or None,
        )

    def when_changed(self, tell: Callable[[], object]) -> None:
        """Tell when something is written."""
        for line in (self.date, self.words, self.anchor):
            line.textChanged.connect(lambda _: tell())

    def _suggest_precision(self, text: str) -> None:
        wanted = _BY_LENGTH.get(len(text.strip()))
        if wanted is not None and self.precision.currentData() in _BY_LENGTH.values():
            _choose(self.precision, wanted)


class DatesDialog(Question):
    """A row a date; a date is known as exactly as it is said."""

    def __init__(self, parent: QWidget, passage: str, dates: Sequence[DateMention]) -> None:
        words = (
            "When it happened and when it was reported are two things. For “today” or “last week”"
            " write the date it comes to, the words, and the date they are counted from."
        )
        super().__init__(parent, "Dates the passage gives", words)
        self._passage = passage
        self.setMinimumWidth(_WIDTH)
        self.rows = GrowingRows(DateRow, dates, MOST)
        self.doubt = wrapped("", "caution")
        self.column.addWidget(wrapped(f"“{passage}”", "mute"))
        self.column.addWidget(self.rows)
        self.column.addWidget(self.doubt)
        self.finish()
        self.rows.changed.connect(self._check)
        self._check()
        first = self.rows.rows[0]
        assert isinstance(first, DateRow)
        first.date.setFocus()

    def _check(self) -> None:
        dates = self.rows.values
        problem = dates_problem(dates)
        strange = [
            d.expression for d in dates if d.expression and d.expression not in self._passage
        ]
        doubt = f"“{strange[0]}” is not in the passage." if strange else ""
        self.doubt.setText(problem or doubt)
        self.doubt.setVisible(bool(problem or doubt))
        self.allow(allowed=not problem)

    @classmethod
    def ask(
        cls, parent: QWidget, passage: str, dates: Sequence[DateMention]
    ) -> tuple[DateMention, ...] | None:
        """The dates as edited, or None."""
        dialog = cls(parent, passage, dates)
        return dialog.rows.values if dialog.exec() else None


def dates_problem(dates: Sequence[DateMention]) -> str:
    """What is wrong with one of some dates; empty if nothing is."""
    written = [value for date in dates for value in (date.value, date.anchor) if value]
    if all(DATE.fullmatch(value) for value in written):
        return ""
    return "Write a date as 2023, 2023-04 or 2023-04-27."


def _choose(box: QComboBox, value: object) -> None:
    for place in range(box.count()):
        if box.itemData(place) == value:
            box.setCurrentIndex(place)


def _line(name: str, hint: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setPlaceholderText(hint)
    return line
