"""The list of claims as items: a row a claim, and under the chosen one a row a link."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from provenance_desk.gui.claims.rows import ClaimRow, QuoteRow
from provenance_desk.gui.shared.overrides import override

AnyIndex = QModelIndex | QPersistentModelIndex
Item = ClaimRow | QuoteRow
ITEM_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_INDEX: Final = QModelIndex()


class ClaimListModel(QAbstractListModel):
    """Claims in the order given; the chosen claim's links follow it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims: list[ClaimRow] = []
        self._quotes: list[QuoteRow] = []
        self.chosen = ""
        self.titles: dict[str, tuple[str, str]] = {}

    def show_claims(
        self, claims: Sequence[ClaimRow], chosen: str, quotes: Sequence[QuoteRow]
    ) -> None:
        """Show these claims; rows that only changed are announced, others reset the list."""
        same = [c.id for c in claims] == [c.id for c in self._claims]
        if same and chosen == self.chosen and len(quotes) == len(self._quotes):
            self._claims, self._quotes = list(claims), list(quotes)
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        if same:
            self._claims = list(claims)
            self.choose(chosen, quotes)
            return
        self.beginResetModel()
        self._claims, self._quotes = list(claims), list(quotes)
        self.chosen = chosen if any(c.id == chosen for c in claims) else ""
        if not self.chosen:
            self._quotes = []
        self.endResetModel()

    def choose(self, claim: str, quotes: Sequence[QuoteRow]) -> None:
        """Show the links of another claim under it."""
        self._fold()
        place = self.place_of(claim)
        if place < 0:
            return
        self.chosen = claim
        if quotes:
            self.beginInsertRows(_NO_INDEX, place + 1, place + len(quotes))
            self._quotes = list(quotes)
            self.endInsertRows()
        self.dataChanged.emit(self.index(place), self.index(place))

    def _fold(self) -> None:
        place = self.place_of(self.chosen)
        if self._quotes and place >= 0:
            self.beginRemoveRows(_NO_INDEX, place + 1, place + len(self._quotes))
            self._quotes = []
            self.endRemoveRows()
        self.chosen, self._quotes = "", []
        if place >= 0:
            self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, claim: str) -> int:
        """The row of a claim, -1 where it is not listed."""
        for number, row in enumerate(self._claims):
            if row.id == claim:
                return number + (len(self._quotes) if number > self._chosen_number() >= 0 else 0)
        return -1

    def place_of_link(self, link: str) -> int:
        """The row of a link under the chosen claim, -1 where it is not listed."""
        for number, quote in enumerate(self._quotes):
            if quote.link == link:
                return self._chosen_number() + 1 + number
        return -1

    def item(self, row: int) -> Item | None:
        """What a row shows."""
        chosen = self._chosen_number()
        if chosen >= 0 and chosen < row <= chosen + len(self._quotes):
            return self._quotes[row - chosen - 1]
        number = row - len(self._quotes) if chosen >= 0 and row > chosen else row
        return self._claims[number] if 0 <= number < len(self._claims) else None

    def is_last_quote(self, row: int) -> bool:
        """Whether the row ends the chosen claim's card."""
        return row == self._chosen_number() + len(self._quotes)

    def _chosen_number(self) -> int:
        return next((n for n, row in enumerate(self._claims) if row.id == self.chosen), -1)

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many claims, and links under the chosen one."""
        return 0 if parent.isValid() else len(self._claims) + len(self._quotes)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The wording or quote; for screen readers with everything that is painted."""
        item = self.item(index.row())
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.wording if isinstance(item, ClaimRow) else item.quote or ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(item)
        return None

    def _said(self, item: Item) -> str:
        if isinstance(item, ClaimRow):
            counts = ", ".join(f"{n} {status}" for status, n in item.counts.items())
            return f"{item.wording}. {item.kind}. {counts or 'no links'}. {documents_words(item)}"
        title = self.titles.get(item.document, ("", ""))[0]
        return (
            f"{item.quote or 'Quote withheld'}. {title}. {item.status}, {item.confidence},"
            f" {item.stance}, {item.speaker}, judged by {item.reviewer}"
        )


def documents_words(row: ClaimRow) -> str:
    """How many documents a claim's links are in."""
    if not row.links:
        return "No links yet"
    return "1 document" if row.documents == 1 else f"{row.documents} documents"
