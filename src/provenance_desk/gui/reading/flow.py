"""A whole document in a column of some width: rows laid out when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import QTextCharFormat

from provenance_desk.gui.reading.blocks import Block, BlockKind, blocks_of
from provenance_desk.gui.reading.heights import HeightIndex
from provenance_desk.gui.reading.layout import RowLayout
from provenance_desk.gui.reading.text import DocumentText
from provenance_desk.gui.reading.typography import RowStyle, Typography

_CACHED: Final = 300
_LEAST_WIDTH: Final = 120.0
_FILL: Final = 0.87  # words break before the edge, but most letters are narrow
_MOST: Final = 1 << 40

Formats = Sequence[tuple[int, int, QTextCharFormat]]
FormatsOf = Callable[[Block], Formats]


class PlacedRow(NamedTuple):
    """A row with its place in the column; `x`, `y` is where its text begins."""

    row: int
    block: Block
    top: float
    height: float
    x: float
    y: float
    width: float
    layout: RowLayout


class TextFlow:
    """Where every row of a document lies; heights are estimates until a row was laid out."""

    def __init__(
        self,
        document: DocumentText,
        typography: Typography,
        width: float,
        *,
        folded: bool = True,
        formats_of: FormatsOf = lambda _block: (),
    ) -> None:
        self.document = document
        self.table = blocks_of(document, folded=folded)
        self._formats_of = formats_of
        self._cache: OrderedDict[int, RowLayout] = OrderedDict()
        self.set_width(width, typography)

    def __len__(self) -> int:
        return len(self.table)

    @property
    def laid_out(self) -> int:
        """How many rows are laid out at the moment."""
        return len(self._cache)

    @property
    def total(self) -> float:
        """The height of everything."""
        return self.heights.total

    def set_width(self, width: float, typography: Typography) -> None:
        """Forgets all layouts and estimates the heights anew."""
        self.width = width
        self.typography = typography
        self._cache.clear()
        self.heights = HeightIndex(self._estimates())

    def forget(self, rows: Sequence[int] | None = None) -> None:
        """Drops the layouts of some rows, or of all, because their look has changed."""
        if rows is None:
            self._cache.clear()
            return
        for row in rows:
            self._cache.pop(row, None)

    def row_at(self, offset: int) -> int:
        """The row that holds this offset of the document."""
        return self.table.row_at(offset)

    def layout(self, row: int) -> RowLayout:
        """The row laid out; its height is exact from now on."""
        found = self._cache.get(row)
        if found is not None:
            self._cache.move_to_end(row)
            return found
        block = self.table[row]
        found = self._cache[row] = self._lay_out(block)
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)
        if not self.typography.fixed_height(block.kind):
            self.heights.correct(row, self._head(row, block) + found.height + self._foot(block))
        return found

    def placed(self, row: int, top: float | None = None) -> PlacedRow:
        """The row laid out, with its place."""
        layout = self.layout(row)
        block = self.table[row]
        top = self.heights.top(row) if top is None else top
        x = self.typography.gutter + self.typography.style(block.kind, block.level).indent
        y = top + self._head(row, block)
        return PlacedRow(row, block, top, self.heights.height(row), x, y, self.width, layout)

    def rows_between(self, y: float, bottom: float) -> Iterator[PlacedRow]:
        """The rows in a stretch of the column, laid out."""
        if not len(self):
            return
        row, top = self.heights.at(y)
        while row < len(self) and top < bottom:
            placed = self.placed(row, top)
            yield placed
            top += self.heights.height(row)
            row += 1

    def settle(self, y: float, height: float) -> float:
        """Lays out what is in view; returns by how much the view must move to stand still."""
        moved = 0.0
        for _ in range(4):
            change = self._settle_once(y + moved, height) if len(self) else 0.0
            moved += change
            if abs(change) < 1:
                break
        return moved

    def _settle_once(self, y: float, height: float) -> float:
        row, top = self.heights.at(y)
        rows = []
        while row < len(self) and top < y + height:
            rows.append(row)
            top += self.heights.height(row)
            row += 1
        anchor = next((known for known in rows if known in self._cache), rows[0])
        before = self.heights.top(anchor)
        for _ in self.rows_between(self.heights.top(rows[0]), y + height):
            pass
        return self.heights.top(anchor) - before

    def offset_at(self, x: float, y: float) -> int:
        """The offset of the document nearest to a place in the column."""
        placed = self.placed(self.heights.at(y)[0])
        if self.typography.fixed_height(placed.block.kind):
            return placed.block.start
        return placed.block.start + placed.layout.point_at(x - placed.x, y - placed.y)

    def band(self, start: int, end: int) -> tuple[float, float]:
        """From where to where a passage reaches; estimated, without laying out anything."""
        top = self._line_y(start, bottom=False)
        return top, max(top + 1, self._line_y(max(start, end - 1), bottom=True))

    def _line_y(self, offset: int, *, bottom: bool) -> float:
        row = self.row_at(offset)
        block, top = self.table[row], self.heights.top(row)
        layout = self._cache.get(row)
        if layout is None:
            part = (offset - block.start) / max(1, block.end - block.start)
            return top + min(1.0, part) * self.heights.height(row)
        line = layout.line_of(offset - block.start) + bottom
        return top + self._head(row, block) + layout.line_top(line)

    def _lay_out(self, block: Block) -> RowLayout:
        style = self.typography.style(block.kind, block.level)
        margins = self.typography.gutter + self.typography.right + style.indent
        is_text = not self.typography.fixed_height(block.kind)
        return RowLayout(
            self.document.text[block.start : block.end] if is_text else "",
            style,
            max(_LEAST_WIDTH, self.width - margins),
            self.document.direction,
            self._formats_of(block) if is_text else (),
        )

    def _head(self, row: int, block: Block) -> float:
        """The space between a row's top and its text."""
        space = self.typography.space_before(block.gap) + self.typography.pad
        return space + (self.typography.label_height if self.has_label(row, block) else 0)

    def _foot(self, block: Block) -> float:
        """The space below a row's text."""
        has_note = self.repeated_in(block) is not None
        return self.typography.pad + (self.typography.label_height if has_note else 0)

    def has_label(self, row: int, block: Block) -> bool:
        """Whether a row bears a label above: the first of a run of captions does."""
        if block.kind != BlockKind.CAPTION:
            return False
        return row == 0 or self.table.kinds[row - 1] != BlockKind.CAPTION

    def repeated_in(self, block: Block) -> int | None:
        """The last sentence that ends in this row and repeats another passage."""
        if not self.document.same_as or block.start == block.end:
            return None
        numbers = self.document.sentences_in(block.start, block.end)
        return next((n for n in reversed(numbers) if self.document.repeated(n)), None)

    def _estimates(self) -> list[float]:
        table, typography = self.table, self.typography
        settings = [(typography.style(k), typography.fixed_height(k), k) for k in BlockKind]
        per_line = [_MOST if fixed else self._per_line(style) for style, fixed, _ in settings]
        line_heights = [fixed or style.line_height for style, fixed, _ in settings]
        spaces = [typography.space_before(gap) + 2 * typography.pad for gap in range(3)]
        rows = zip(table.starts, table.ends, table.kinds, table.gaps, strict=True)
        return [
            ((end - start) // per_line[kind] + 1) * line_heights[kind] + spaces[gap]
            for start, end, kind, gap in rows
        ]

    def _per_line(self, style: RowStyle) -> int:
        """About how many characters fit into a line."""
        margins = self.typography.gutter + self.typography.right + style.indent
        return max(8, int((self.width - margins) / (style.average * _FILL)))
