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

from provenance_desk.gui.claims.rows import ClaimRow, MoreRow, QuoteRow
from provenance_desk.gui.shared.overrides import override

AnyIndex = QModelIndex | QPersistentModelIndex
LinkRow = QuoteRow | MoreRow
Item = ClaimRow | LinkRow
ITEM_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_INDEX: Final = QModelIndex()
_SAID: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class ClaimListModel(QAbstractListModel):
    """Claims in the order given; the chosen claim's links follow it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims: list[ClaimRow] = []
        self._numbers: dict[str, int] = {}
        self._quotes: list[LinkRow] = []
        self.chosen = ""
        self.titles: dict[str, tuple[str, str]] = {}

    @property
    def quotes(self) -> Sequence[QuoteRow]:
        """The links that are listed under the chosen claim."""
        return [row for row in self._quotes if isinstance(row, QuoteRow)]

    @property
    def more(self) -> int:
        """How many links of the chosen claim are not listed."""
        last = self._quotes[-1] if self._quotes else None
        return last.number if isinstance(last, MoreRow) else 0

    def show_claims(self, claims: Sequence[ClaimRow]) -> None:
        """Show these claims; the chosen one stays chosen, with its links, if it is among them."""
        before = [claim.id for claim in self._claims]
        after = [claim.id for claim in claims]
        if before == after:
            self._change(claims)
        elif sorted(before) == sorted(after):
            self._move(claims)
        else:
            self.beginResetModel()
            self._keep(claims)
            if self.chosen not in self._numbers:
                self.chosen, self._quotes = "", []
            self.endResetModel()

    def choose(self, claim: str, listed: Sequence[QuoteRow], more: int = 0) -> None:
        """Show the links of a claim under it; of the chosen one only what differs is shown anew."""
        quotes: list[LinkRow] = [*listed, MoreRow(more)] if more > 0 else [*listed]
        if claim and claim == self.chosen:
            self._change_quotes(quotes)
            return
        self._fold()
        place = self.place_of(claim)
        if place < 0:
            return
        self.chosen = claim
        if quotes:
            self.beginInsertRows(_NO_INDEX, place + 1, place + len(quotes))
            self._quotes = quotes
            self.endInsertRows()
        self._announce(place)

    def _keep(self, claims: Sequence[ClaimRow]) -> None:
        self._claims = list(claims)
        self._numbers = {claim.id: number for number, claim in enumerate(claims)}

    def _change(self, claims: Sequence[ClaimRow]) -> None:
        changed = [new.id for old, new in zip(self._claims, claims, strict=True) if old != new]
        self._keep(claims)
        for claim in changed:
            self._announce(self.place_of(claim))

    def _move(self, claims: Sequence[ClaimRow]) -> None:
        """The same claims in another order: whoever points at one still points at it."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        items = [self.item(index.row()) for index in before]
        self._keep(claims)
        after = [self.index(self._row_of(item)) for item in items]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _row_of(self, item: Item | None) -> int:
        if isinstance(item, ClaimRow):
            return self.place_of(item.id)
        return self.place_of_link(item.link) if item else -1

    def _change_quotes(self, quotes: Sequence[LinkRow]) -> None:
        """Take the links out that are gone, put the new ones in, announce the changed ones."""
        first, wanted = self._chosen_number() + 1, {quote.link for quote in quotes}
        for number in range(len(self._quotes) - 1, -1, -1):
            if self._quotes[number].link not in wanted:
                self.beginRemoveRows(_NO_INDEX, first + number, first + number)
                del self._quotes[number]
                self.endRemoveRows()
        for number, quote in enumerate(quotes):
            known = self._quotes[number] if number < len(self._quotes) else None
            if known is None or known.link != quote.link:
                self.beginInsertRows(_NO_INDEX, first + number, first + number)
                self._quotes.insert(number, quote)
                self.endInsertRows()
            elif known != quote:
                self._quotes[number] = quote
                self._announce(first + number)

    def _fold(self) -> None:
        place = self.place_of(self.chosen)
        if self._quotes and place >= 0:
            self.beginRemoveRows(_NO_INDEX, place + 1, place + len(self._quotes))
            self._quotes = []
            self.endRemoveRows()
        self.chosen, self._quotes = "", []
        if place >= 0:
            self._announce(place)

    def _announce(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))

    def place_of(self, claim: str) -> int:
        """The row of a claim, -1 where it is not listed."""
        number = self._numbers.get(claim, -1)
        return number + (len(self._quotes) if number > self._chosen_number() >= 0 else 0)

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

    def opens(self, row: int) -> bool:
        """Whether the row is the chosen claim, with links under it."""
        return bool(self._quotes) and row == self._chosen_number()

    def is_last_quote(self, row: int) -> bool:
        """Whether the row ends the chosen claim's card."""
        return row == self._chosen_number() + len(self._quotes)

    def _chosen_number(self) -> int:
        return self._numbers.get(self.chosen, -1)

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
        if isinstance(item, MoreRow):
            return more_words(item) if role in _SAID else None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.wording if isinstance(item, ClaimRow) else item.quote or ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(item)
        return None

    def _said(self, item: ClaimRow | QuoteRow) -> str:
        if isinstance(item, ClaimRow):
            counts = ", ".join(f"{n} {status}" for status, n in item.counts.items() if n)
            return f"{item.wording}. {counts or 'No links'}. {' · '.join(claim_details(item))}"
        title = self.titles.get(item.document, ("", ""))[0]
        said = [item.quote or "Quote withheld", title, *quote_details(item)]
        return ". ".join((*said[:2], f"{item.status}, {', '.join(said[2:])}"))


def more_words(row: MoreRow) -> str:
    """What the last row under a claim says while some of its links are not listed."""
    return f"{row.number:,} more {'link' if row.number == 1 else 'links'} · Enter shows them all"


def claim_details(row: ClaimRow) -> tuple[str, ...]:
    """What is said of a claim under its wording, besides the counts."""
    said = [documents_words(row), row.kind.value]
    if row.joined > 1:
        said.append(f"{row.joined} joined")
    if row.retired:
        said.append("retired")
    if row.withdrawn:
        said.append("taken back by who added it")
    return tuple(said)


def quote_details(row: QuoteRow) -> tuple[str, ...]:
    """What is said of a link under its quote, besides its status."""
    said = [row.confidence.value]
    if not row.own:
        said.append(f"judged by {row.reviewer}")
    if row.stance != "supports":
        said.append(row.stance.value)
    said.append(row.speaker)
    return tuple(said)


def documents_words(row: ClaimRow) -> str:
    """How many documents a claim's links are in."""
    if not row.links:
        return "No links yet"
    return "1 document" if row.documents == 1 else f"{row.documents} documents"
