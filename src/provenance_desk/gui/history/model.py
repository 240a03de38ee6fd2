"""The history as rows: days, sittings, and entries told when they are looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from provenance_desk.gui.history.arranging import Arrangement, Folding, Kind, Row, arranged
from provenance_desk.gui.history.outline import Outline, Sitting, sittings
from provenance_desk.gui.history.telling import Telling
from provenance_desk.gui.shared.overrides import override

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Rows of the wanted entries; folding a sitting inserts or removes its rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.telling = Telling()
        self.arrangement = Arrangement()
        self._folding = Folding()
        self._outline = self.arrangement.outline
        self._sittings: Sequence[Sitting] = ()
        self._wanted: Sequence[int] | None = None

    @property
    def outline(self) -> Outline:
        """What is known of every entry."""
        return self._outline

    def show(self, outline: Outline, wanted: Sequence[int] | None) -> None:
        """Show these entries, or all of them; what was unfolded stays so."""
        self.beginResetModel()
        if outline is not self._outline:
            self._outline, self._sittings = outline, sittings(outline)
        self._wanted = wanted
        self.arrangement = arranged(outline, self._sittings, wanted, self._folding)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """What stands in a row."""
        rows = self.arrangement.rows
        return rows[number] if 0 <= number < len(rows) else None

    def place_at(self, number: int) -> int:
        """The place of the entry in a row, -1 where it holds none."""
        found = self.row(number)
        return found[1] if found is not None and found[0] is Kind.ENTRY else -1

    def row_of(self, place: int) -> int:
        """The row of an entry; its sitting is unfolded for it. -1 where it is filtered out."""
        stops = [sitting.stop for sitting in self._sittings]
        number = bisect_right(stops, place)
        listed = self.arrangement.places.get(number, ())
        return self._found_in(number, place) if place in listed else -1

    def toggle(self, number: int) -> bool:
        """Fold or unfold the sitting in a row, or list the rest of one; False elsewhere."""
        found = self.row(number)
        if found is None or found[0] in (Kind.DAY, Kind.ENTRY):
            return False
        kind, sitting = found
        key = self.arrangement.sittings[sitting].key
        if kind is Kind.MORE:
            self._folding.whole.add(key)
        else:
            self._folding.chosen[key] = sitting not in self.arrangement.unfolded
        self._rearrange()
        return True

    def is_unfolded(self, sitting: int) -> bool:
        """Whether a sitting's entries are listed."""
        return sitting in self.arrangement.unfolded

    def unlisted(self, sitting: int) -> Sequence[int]:
        """The places of a long sitting that have no rows yet, newest first."""
        places = self.arrangement.places[sitting]
        return places[len(self.arrangement.listed(sitting, whole=False)) :]

    def _found_in(self, sitting: int, place: int) -> int:
        key = self.arrangement.sittings[sitting].key
        if place in self.unlisted(sitting):
            self._folding.whole.add(key)
        self._folding.chosen[key] = True
        self._rearrange()
        return self.arrangement.rows.index((Kind.ENTRY, place))

    def _rearrange(self) -> None:
        """Insert or remove the rows in which the old and the new arrangement differ."""
        before = self.arrangement.rows
        made = arranged(self._outline, self._sittings, self._wanted, self._folding)
        after = made.rows
        same = _common(before, after)
        tail = _common(before[same:][::-1], after[same:][::-1])
        removed, added = len(before) - same - tail, len(after) - same - tail
        # A head says that it is folded once its rows are gone, or there: not in between.
        listed = replace(made, unfolded=self.arrangement.unfolded)
        if removed:
            self.beginRemoveRows(_NO_INDEX, same, same + removed - 1)
            kept = (*before[:same], *before[same + removed :])
            self.arrangement = replace(listed, rows=kept)
            self.endRemoveRows()
        if added:
            self.beginInsertRows(_NO_INDEX, same, same + added - 1)
            self.arrangement = listed
            self.endInsertRows()
        self.arrangement = made
        if same:
            self.dataChanged.emit(self.index(same - 1), self.index(same - 1))

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.arrangement.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row's words, for screen readers with everything that is painted."""
        found = self.row(index.row())
        if found is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(*found)
        return None

    def _said(self, kind: Kind, number: int) -> str:
        if kind is Kind.ENTRY:
            return self._entry_said(number)
        sitting = self.arrangement.sittings[number]
        if kind is Kind.DAY:
            entries = self.arrangement.entries_of_day(number)
            return self.tr("{day}, {n} entries").format(day=sitting.day, n=entries)
        if kind is Kind.MORE:
            return self.tr("{n} more entries").format(n=len(self.unlisted(number)))
        title, counts = self.telling.head(sitting, self.arrangement.places[number])
        state = self.tr("unfolded") if self.is_unfolded(number) else self.tr("folded")
        return f"{title}, {sitting.begun}–{sitting.ended}, {counts}, {state}"

    def _entry_said(self, place: int) -> str:
        told = self.telling.told(place)
        if told is None:
            number = self.outline.first + place
            return self.tr("{n}: this entry can’t be read").format(n=f"{number:,}")
        undone = self.tr(", taken back") if told.undone else ""
        quote = f" “{told.words.quote}”" if told.words.quote else ""
        return f"{told.number}, {told.time[11:16]}: {told.sentence}{quote}{undone}"


def _common(first: Sequence[Row], second: Sequence[Row]) -> int:
    """How many rows both begin with."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(first), len(second)))
