"""A document's flow behind a scroll bar: what is in view stands still while heights change."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from PySide6.QtWidgets import QAbstractScrollArea

from provenance_desk.gui.reading.blocks import BlockKind
from provenance_desk.gui.reading.flow import FormatsOf, TextFlow
from provenance_desk.gui.reading.text import DocumentText
from provenance_desk.gui.reading.typography import Typography

_BELOW: Final = 40
_MARGIN: Final = 28


class Anchor(NamedTuple):
    """A place of the text, and how far above the top of the view its line begins."""

    offset: int
    above: float


class Column:
    """The flow of the shown document, and where the view stands in it."""

    def __init__(
        self, area: QAbstractScrollArea, document: DocumentText, formats_of: FormatsOf
    ) -> None:
        self._area = area
        self._bar = area.verticalScrollBar
        self._formats_of = formats_of
        self._typography = Typography()
        self.is_folded = True
        self.is_settling = False
        self.flow = self._new_flow(document)

    @property
    def y(self) -> int:
        """How far the view is scrolled."""
        return self._bar().value()

    @property
    def height(self) -> int:
        """The height of the view."""
        return self._area.viewport().height()

    def show(self, document: DocumentText) -> None:
        """Shows a document from its top; the same one, cut anew, from where the reader was."""
        is_same = bool(document.id) and document.id == self.flow.document.id
        anchor = self.anchor() if is_same else Anchor(0, 0)
        self.flow = self._new_flow(document)
        self.restore(anchor)

    def fold(self, *, folded: bool) -> None:
        """Folds or opens all runs of references."""
        self.is_folded = folded
        anchor = self.anchor()
        self.flow = self._new_flow(self.flow.document)
        self.restore(anchor)

    def set_width(self, width: int) -> bool:
        """Lays out anew for a width; says whether it was another one."""
        if width == self.flow.width:
            self.update_range()
            return False
        with self._place_kept():
            self.flow.set_width(width, self._typography)
        return True

    def set_zoom(self, zoom: float) -> None:
        """Lays out anew at a zoom."""
        with self._place_kept():
            self._typography = Typography(zoom)
            self.flow.set_width(self.flow.width, self._typography)

    def anchor(self) -> Anchor:
        """The place at the top of the view."""
        if not len(self.flow):
            return Anchor(0, 0)
        offset = self.flow.offset_at(0, self.y)
        return Anchor(offset, self.y - self.flow.band(offset, offset + 1)[0])

    def restore(self, anchor: Anchor) -> None:
        """Brings a place back to the top of the view."""
        y = 0.0
        if len(self.flow) and anchor != (0, 0):
            self.flow.layout(self.flow.row_at(anchor.offset))
            y = self.flow.band(anchor.offset, anchor.offset + 1)[0] + anchor.above
        self.update_range()
        self.scroll_to(y)
        self.settle()

    def scroll_to(self, y: float) -> None:
        """Moves the view without telling it; whoever calls repaints."""
        self.is_settling = True
        self._bar().setValue(round(y))
        self.is_settling = False

    def settle(self) -> None:
        """Makes all heights in view exact; the view moves by what changed above it."""
        moved = self.flow.settle(self.y, self.height)
        self.update_range()
        if moved:
            self.scroll_to(self.y + moved)

    def update_range(self) -> None:
        """Fits the scroll bar to the height of everything."""
        bar, page = self._bar(), self.height
        self.is_settling = True
        bar.setPageStep(max(1, page - 30))
        bar.setSingleStep(round(24 * self._typography.zoom))
        bar.setRange(0, max(0, int(self.flow.total) + _BELOW - page))
        self.is_settling = False

    def target(self, start: int, end: int, *, centred: bool) -> int:
        """Where to scroll so that a passage is in view; lays it out."""
        self._lay_out_still(range(self.flow.row_at(start), self.flow.row_at(end - 1) + 1))
        top, bottom = self.flow.band(start, end)
        if centred:
            return round((top + bottom) / 2 - self.height * 0.4)
        if top < self.y + _MARGIN:
            return round(top - _MARGIN)
        if bottom > self.y + self.height - _MARGIN:
            return round(min(bottom + _MARGIN - self.height, top - _MARGIN))
        return self.y

    def is_hidden(self, start: int) -> bool:
        """Whether a place lies inside a folded run."""
        if not len(self.flow):
            return False
        return self.flow.table.kinds[self.flow.row_at(start)] == BlockKind.FOLDED

    def _lay_out_still(self, rows: range) -> None:
        anchor, _ = self.flow.heights.at(self.y)
        before = self.flow.heights.top(anchor)
        for row in rows:
            self.flow.layout(row)
        moved = self.flow.heights.top(anchor) - before
        self.update_range()
        if moved:
            self.scroll_to(self.y + moved)

    def _new_flow(self, document: DocumentText) -> TextFlow:
        width = self._area.viewport().width()
        return TextFlow(
            document,
            self._typography,
            width,
            folded=self.is_folded,
            formats_of=self._formats_of,
        )

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        anchor = self.anchor()
        yield
        self.restore(anchor)
