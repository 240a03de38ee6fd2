"""Type to find a claim; the last row makes a new one from the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from provenance_desk.domain.words import Status
from provenance_desk.gui.claims.model import AnyIndex
from provenance_desk.gui.claims.rows import ClaimOrder, ClaimRow, arranged
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.widgets_labels import label

_NO_INDEX: Final = QModelIndex()
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: a claim that is there, or the wording of a new one."""

    words: str
    claim: str = ""
    detail: str = ""


class OfferModel(QAbstractListModel):
    """The claims that match, then what a new claim could be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """The offer of a row."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many offers."""
        return 0 if parent.isValid() else len(self._offers)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The wording; a plus before a new claim."""
        offer = self.offer(index.row())
        if offer is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if offer.claim:
                return f"{offer.words}   {offer.detail}"
            return self.tr("New claim: {words}").format(words=offer.words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return offer.words
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("claim" if offer.claim else "add", "mute")
        return None


class ClaimChooser(QFrame):
    """A sheet over the panes: a line to type in, and the claims that match."""

    claim_chosen = Signal(str)
    new_claim_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("chosen", True)
        self.setAccessibleName(self.tr("Choose a claim"))
        self._rows: Sequence[ClaimRow] = ()
        self._sentence = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type how its words begin, or their first letters"))
        self.line.setAccessibleName(self.tr("Find a claim"))
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.model = OfferModel(self)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        hint = self.tr("Enter chooses · ↑ from the first row goes to the new claim · Esc goes back")
        column.addWidget(label(hint, "mute"))
        self.hide()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setAccessibleName(self.tr("Claims that match"))
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setSpacing(2)
        made.setProperty("look", "card")
        made.setWordWrap(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._take)
        return made

    def open(self, rows: Sequence[ClaimRow], sentence: str, place: QRect) -> None:
        """Ask which claim a sentence is about."""
        self._rows, self._sentence = rows, " ".join(sentence.split())[:LONGEST]
        self.setGeometry(place)
        self.line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.line.setFocus()

    def _filter(self, words: str) -> None:
        live = [row for row in self._rows if not row.retired and not row.withdrawn]
        found = arranged(live, ClaimOrder.AS_ADDED, words)
        offers = [Offer(row.wording, row.id, counts_words(row)) for row in found]
        typed = " ".join(words.split())
        if len(typed.split()) > 1:
            offers.append(Offer(typed))
        offers.append(Offer(self._sentence))
        self.model.show_offers(offers)
        self.list.setCurrentIndex(self.model.index(0))

    def _take(self, index: QModelIndex) -> None:
        offer = self.model.offer(index.row())
        if offer is None:
            return
        self.hide()
        if offer.claim:
            self.claim_chosen.emit(offer.claim)
        else:
            self.new_claim_chosen.emit(offer.words)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the line keeps the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                count = self.model.rowCount()
                row = (self.list.currentIndex().row() + _STEPS[key]) % max(1, count)
                self.list.setCurrentIndex(self.model.index(row))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)


def counts_words(row: ClaimRow) -> str:
    """How a claim's links are judged, in glyphs and numbers."""
    glyphs = {Status.CONFIRMED: "●", Status.ALLEGED: "◐", Status.DISPUTED: "◆"}
    return "  ".join(f"{glyphs[s]} {row.counts[s]}" for s in glyphs if row.counts.get(s))
