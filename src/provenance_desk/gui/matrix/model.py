"""The matrix as a table of items: claim, a column a document, standing, origins, when."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from provenance_desk.domain.records import Document
from provenance_desk.domain.standing_words import rule_words, source_words
from provenance_desk.gui.matrix.rows import Matrix, MatrixRow, cell_words, origin_words
from provenance_desk.gui.shared.overrides import override

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
DOCUMENT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_INDEX: Final = QModelIndex()
_Role: Final = Qt.ItemDataRole


class MatrixModel(QAbstractTableModel):
    """Read-only; the delegate paints from the rows themselves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents: tuple[Document, ...] = ()
        self.rows: tuple[MatrixRow, ...] = ()

    def show_rows(self, matrix: Matrix, rows: Sequence[MatrixRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.documents, self.rows = matrix.documents, tuple(rows)
        self.endResetModel()

    @property
    def standing_column(self) -> int:
        """The column after the documents."""
        return 1 + len(self.documents)

    def document_of(self, column: int) -> Document | None:
        """The document of a column; None for the others."""
        return self.documents[column - 1] if 1 <= column <= len(self.documents) else None

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many claims."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """The claim, the documents, standing, origins, when."""
        return 0 if parent.isValid() else len(self.documents) + 4

    @override
    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """A cell in words; the row itself for the delegate."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._words(row, index.column())
        if role == _Role.ToolTipRole:
            return self._tip(row, index.column())
        return None

    def _words(self, row: MatrixRow, column: int) -> str:
        document = self.document_of(column)
        if document is not None:
            return cell_words(row.cells.get(document.id, {})) or self.tr("no link")
        after = column - self.standing_column
        found = row.standing
        words = (found.standing.value, origin_words(found), row.when)
        return row.wording if column == 0 else words[after]

    def _tip(self, row: MatrixRow, column: int) -> str:
        document = self.document_of(column)
        if document is not None:
            return f"{document.title}\n{self._words(row, column)}"
        if column == 0:
            return row.wording
        return f"{row.standing.rule}. {rule_words(row.standing)}\n{source_words(row.standing)}"

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The names of the columns; documents by their title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        document = self.document_of(section)
        if role == DOCUMENT_ROLE:
            return section - 1 if document is not None else None
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        if document is not None:
            return document.title
        if section == 0:
            return self.tr("Canonical claim")
        names = (self.tr("Standing"), self.tr("Documents · origins"), self.tr("When"))
        after = section - self.standing_column
        return names[after] if 0 <= after < len(names) else None
