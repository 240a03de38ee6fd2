"""The document card (METHOD.md section 4): what is known about where a document comes from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from provenance_desk.domain.document_events import DocumentDescribed, Published
from provenance_desk.domain.records import Document
from provenance_desk.domain.words import Handling, Precision, Reliability
from provenance_desk.gui.linking.choices import PRECISIONS
from provenance_desk.gui.review.dialogs import Question
from provenance_desk.gui.shared.widgets_cards import wrapped

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
HANDLINGS = (
    (Handling.SHARE, "May be shared"),
    (Handling.CONDITIONS, "May be shared with conditions"),
    (Handling.PRIVATE, "Do not share: stays out of bundles"),
)
RELIABILITIES = (
    (Reliability.A, "A: completely reliable"),
    (Reliability.B, "B: usually reliable"),
    (Reliability.C, "C: fairly reliable"),
    (Reliability.D, "D: not usually reliable"),
    (Reliability.E, "E: unreliable"),
    (Reliability.F, "F: can't be judged"),
)
LINES = (
    ("title", "Title"),
    ("publisher", "Publisher"),
    ("author", "Author"),
    ("published", "Published (2023, 2023-04, 2023-04-27)"),
    ("retrieved", "Retrieved"),
    ("url", "Address"),
    ("archive_url", "Archived at"),
    ("language", "Language (en, ru, …)"),
    ("family", "Family: who publishes it together"),
    ("upstream", "Known upstream: wire, release, post"),
)


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A card as filled in, how the document was obtained, and how it may travel."""

    card: DocumentDescribed
    how_obtained: str
    handling: Handling

    def describing(self, document: Document) -> Callable[[Any], Any]:
        """The action that sets the card, and the handling where it changed, in one step."""

        def action(project: Any) -> None:
            from provenance_desk.project.actions import documents

            with project.step() as work:
                documents.describe_document(work, self.card, self.how_obtained)
                if self.handling is not document.handling:
                    documents.mark_document(work, document.id, self.handling)

        return action


class CardDialog(Question):
    """Everything about a document that a reader should know; only the title is needed."""

    def __init__(self, parent: QWidget, document: Document) -> None:
        words = "What the file said of itself is filled in; change what you know better."
        super().__init__(parent, "Document card", words)
        self._document = document
        self.lines = {name: QLineEdit() for name, _ in LINES}
        self.precision = _combo(PRECISIONS, "How exactly the date is known")
        self.handling = _combo(HANDLINGS, "How the document may travel")
        self.reliability = _combo(RELIABILITIES, "Reliability, A to F; no standing uses it")
        self.translated = QCheckBox(self.tr("This text is a translation"))
        self.reference = QCheckBox(self.tr("Reference work: a pointer, never an origin"))
        self.obtained = QPlainTextEdit()
        self.obtained.setAccessibleName(self.tr("How it was obtained, and by whom (stays private)"))
        self.obtained.setPlaceholderText(self.tr("How it was obtained, by whom: stays private"))
        self.obtained.setTabChangesFocus(True)
        self.obtained.setFixedHeight(52)
        self.problem = wrapped("", "warning")
        self._lay_out()
        self._fill(document.card)
        for line in self.lines.values():
            line.textChanged.connect(lambda _: self._check())
        self._check()
        title = self.lines["title"]
        title.setFocus()
        title.setSelection(len(title.text()), -len(title.text()))

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for name, words in LINES:
            line = self.lines[name]
            line.setAccessibleName(self.tr(words))
            field = self._dated(line) if name == "published" else line
            form.addRow(self.tr(words.partition(":")[0].partition(" (")[0]), field)
            line.setPlaceholderText(self.tr(words.partition("(")[2].rstrip(")")))
        form.addRow("", self.translated)
        form.addRow("", self.reference)
        form.addRow(self.tr("Reliability"), self.reliability)
        form.addRow(self.tr("Handling"), self.handling)
        form.addRow(self.tr("Obtained"), self.obtained)
        self.column.addLayout(form)
        self.column.addWidget(self.problem)
        self.finish()

    def _dated(self, line: QLineEdit) -> QWidget:
        """A date, and how exactly it is known, on one line."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(self.precision)
        return made

    def _fill(self, card: DocumentDescribed | None) -> None:
        self.lines["title"].setText(self._document.title)
        _choose(self.handling, self._document.handling)
        _choose(self.reliability, card.reliability if card else Reliability.F)
        if card is None:
            return
        for name, _ in LINES:
            value = getattr(card, name)
            if isinstance(value, Published):
                _choose(self.precision, value.precision)
                value = value.value
            self.lines[name].setText(value or "")
        self.translated.setChecked(card.translated)
        self.reference.setChecked(card.reference_work)

    def _text(self, name: str) -> str:
        return self.lines[name].text().strip()

    @property
    def answer(self) -> CardAnswer:
        """What is in the fields."""
        published = self._text("published")
        precision = Precision(self.precision.currentData())
        card = DocumentDescribed(
            document=self._document.id,
            title=self._text("title"),
            publisher=self._text("publisher"),
            language=self._text("language") or "und",
            translated=self.translated.isChecked(),
            family=self._text("family"),
            reference_work=self.reference.isChecked(),
            reliability=Reliability(self.reliability.currentData()),
            author=self._text("author") or None,
            published=Published(published, precision) if published else None,
            retrieved=self._text("retrieved") or None,
            url=self._text("url") or None,
            archive_url=self._text("archive_url") or None,
            upstream=self._text("upstream") or None,
        )
        handling = Handling(self.handling.currentData())
        return CardAnswer(card, self.obtained.toPlainText(), handling)

    def _check(self) -> None:
        said = ""
        for name in ("published", "retrieved"):
            value = self._text(name)
            if value and not DATE.fullmatch(value):
                said = self.tr("Write a date as 2023, 2023-04 or 2023-04-27.")
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self.allow(allowed=bool(self._text("title")) and not said)

    @classmethod
    def ask(cls, parent: QWidget, document: Document) -> CardAnswer | None:
        """The card as filled in, or None."""
        dialog = cls(parent, document)
        return dialog.answer if dialog.exec() else None


def _combo(rows: Any, name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for value, words in rows:
        combo.addItem(words, value)
    return combo


def _choose(combo: QComboBox, value: object) -> None:
    for place in range(combo.count()):
        if combo.itemData(place) == value:
            combo.setCurrentIndex(place)
