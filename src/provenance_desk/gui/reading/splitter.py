"""Panes side by side, with ribbons in the gaps between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QWidget

from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.reading.ribbons import WIDTH, Ribbons
from provenance_desk.gui.shared.overrides import override


class PaneSplitter(QSplitter):
    """Two to four reading panes; a claim's passages are joined across every gap."""

    claim_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(WIDTH)
        self.setChildrenCollapsible(False)
        self._claim = ""

    @property
    def panes(self) -> list[ReadingPane]:
        """The panes from left to right."""
        parts = (self.widget(place) for place in range(self.count()))
        return [part for part in parts if isinstance(part, ReadingPane)]

    def set_panes(self, panes: Sequence[ReadingPane]) -> None:
        """Shows these panes, in this order, equally wide; others leave the splitter."""
        for pane in self.panes:
            if pane not in panes:
                pane.setParent(None)
        for place, pane in enumerate(panes):
            self.insertWidget(place, pane)
        self.setSizes([1000] * len(panes))
        self._join_gaps()

    def show_claim(self, claim: str) -> None:
        """Marks a claim in all panes and fills its ribbons."""
        self._claim = claim
        for pane in self.panes:
            pane.view.show_claim(claim)
        for gap in self.gaps:
            gap.show_claim(claim)

    @property
    def gaps(self) -> list[Ribbons]:
        """The ribbons from left to right."""
        handles = (self.handle(place) for place in range(1, self.count()))
        found = (h.ribbons for h in handles if isinstance(h, _RibbonHandle))
        return [ribbons for ribbons in found if ribbons is not None]

    def is_synced(self, gap: int) -> bool:
        """Whether the panes left and right of a gap follow a chosen claim."""
        return self.gaps[gap].sync.isChecked()

    def synced_with(self, pane: int) -> list[ReadingPane]:
        """The panes that follow a claim chosen in one pane: its neighbours over closed switches."""
        panes, gaps = self.panes, self.gaps
        first = last = pane
        while first > 0 and gaps[first - 1].sync.isChecked():
            first -= 1
        while last < len(gaps) and gaps[last].sync.isChecked():
            last += 1
        return panes[first : last + 1]

    def _join_gaps(self) -> None:
        panes = self.panes
        for place in range(1, len(panes)):
            handle = self.handle(place)
            if isinstance(handle, _RibbonHandle):
                ribbons = handle.join(panes[place - 1], panes[place])
                ribbons.claim_chosen.connect(self.claim_chosen)
                ribbons.show_claim(self._claim)

    @override
    def createHandle(self) -> QSplitterHandle:
        """A handle that holds ribbons."""
        return _RibbonHandle(self.orientation(), self)


class _RibbonHandle(QSplitterHandle):
    """The gap between two panes: drags them apart, shows what joins them."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.ribbons: Ribbons | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def join(self, left: ReadingPane, right: ReadingPane) -> Ribbons:
        """Shows the ribbons of two panes, in place of those before."""
        is_synced = True
        if self.ribbons is not None:
            is_synced = self.ribbons.sync.isChecked()
            self._row.removeWidget(self.ribbons)
            self.ribbons.deleteLater()
        self.ribbons = Ribbons(left.view, right.view)
        self.ribbons.sync.setChecked(is_synced)
        self._row.addWidget(self.ribbons)
        return self.ribbons
