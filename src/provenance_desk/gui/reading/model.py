"""The sentences of a document as items: what they say, and the links on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from provenance_desk.domain.words import Zone
from provenance_desk.gui.reading.claim_passages import ClaimPassages
from provenance_desk.gui.reading.find import Spans
from provenance_desk.gui.reading.gutter import tallies
from provenance_desk.gui.reading.text import DocumentText, LinkMark
from provenance_desk.gui.shared.overrides import override

AnyIndex = QModelIndex | QPersistentModelIndex

_NO_TEXT: Final = DocumentText.of_table("", "", {"sentences": []})
_NO_INDEX: Final = QModelIndex()
_Role: Final = Qt.ItemDataRole


class SentenceModel(QAbstractListModel):
    """One item per sentence; it holds the frozen document and marks by sentence number."""

    document_shown = Signal()
    cues_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = _NO_TEXT
        self.links: dict[int, Sequence[LinkMark]] = {}
        self.passages = ClaimPassages()
        self.skipped: frozenset[int] = frozenset()
        self.cues = Spans()
        self._wordings: Mapping[str, str] = {}

    def show_document(
        self,
        document: DocumentText,
        links: Mapping[int, Sequence[LinkMark]] | None = None,
        skipped: Iterable[int] = (),
    ) -> None:
        """Shows another document, or the same one with other sentences, with its marks."""
        self.beginResetModel()
        self.document = document
        self.links = dict(links or {})
        self.passages = ClaimPassages(self.links)
        self.skipped = frozenset(skipped)
        self.cues = Spans()
        self.endResetModel()
        self.document_shown.emit()

    def set_links(self, links: Mapping[int, Sequence[LinkMark]]) -> None:
        """Replaces all links; only sentences whose links differ are announced."""
        touched = links.keys() | self.links.keys()
        changed = [n for n in touched if links.get(n, ()) != self.links.get(n, ())]
        self.update_links({number: links.get(number, ()) for number in changed})

    def update_links(self, links: Mapping[int, Sequence[LinkMark]]) -> None:
        """Replaces the links of some sentences; an empty sequence takes them away."""
        for number, marks in links.items():
            self.passages.replace(self.links.get(number, ()), marks)
            if marks:
                self.links[number] = marks
            else:
                self.links.pop(number, None)
        self._announce(links)

    def set_skipped(self, numbers: Iterable[int]) -> None:
        """Says which sentences were reviewed and have nothing to link."""
        before, self.skipped = self.skipped, frozenset(numbers)
        self._announce(before ^ self.skipped)

    def set_cues(self, spans: Iterable[tuple[int, int]]) -> None:
        """Says which words are underlined as cues; offsets of the document."""
        self.cues = Spans(spans)
        self.cues_changed.emit()

    def set_wordings(self, wordings: Mapping[str, str]) -> None:
        """Says how claims are worded, for tool tips; by claim id."""
        self._wordings = wordings

    def is_touched(self, number: int) -> bool:
        """Whether a sentence has a link, or was reviewed, or only repeats another one."""
        return (
            number in self.links
            or number in self.skipped
            or self.document.repeated(number) is not None
        )

    def is_waiting(self, number: int) -> bool:
        """Whether a sentence is untouched, or has a cue and no link yet."""
        if not self.is_touched(number):
            return True
        start, end = self.document.starts[number], self.document.ends[number]
        return number in self.skipped and bool(self.cues.between(start, end))

    def _announce(self, numbers: Iterable[int]) -> None:
        for first, last in _runs(sorted(numbers)):
            self.dataChanged.emit(self.index(first), self.index(last))

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many sentences there are."""
        return 0 if parent.isValid() else len(self.document)

    @override
    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """The words of a sentence; with its marks for screen readers and tool tips."""
        number = index.row()
        if not 0 <= number < len(self.document):
            return None
        if role == _Role.DisplayRole:
            return self.document.sentence(number)
        if role == _Role.AccessibleTextRole:
            return ". ".join((self.document.sentence(number), *self._said(number)))
        if role == _Role.ToolTipRole:
            return self._tip(number)
        return None

    def _said(self, number: int) -> Iterator[str]:
        """A sentence's marks in words."""
        if self.document.zone(number) is not Zone.BODY:
            yield self.tr(str(self.document.zone(number)).capitalize())
        for tally in tallies(self.links.get(number, ())):
            words = self.tr("{status} as context") if tally.is_context else "{status}"
            links = self.tr("{n} link") if tally.total == 1 else self.tr("{n} links")
            yield f"{words}, {links}".format(status=tally.status.capitalize(), n=tally.total)
        if number in self.skipped:
            yield self.tr("Reviewed, nothing to link")
        if same := self.document.repeated(number):
            said = self.tr("Cut off from") if same.is_cut_off else self.tr("Same text as")
            yield f"{said} {self.tr('sentence')} {self.document.sentence_at(same.other_start) + 1}"

    def _tip(self, number: int) -> str | None:
        marks = self.links.get(number, ())
        lines = [
            f"{mark.status.capitalize()}: {self._wordings[mark.claim]}"
            for mark in marks
            if mark.claim in self._wordings
        ]
        return "\n".join(lines) or None


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers as first and last of their run."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]
