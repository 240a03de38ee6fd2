"""The panes of the Review workspace: which documents they show, and where the reviewer is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from provenance_desk.domain.records import Document
from provenance_desk.gui.linking.draft import Passage
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.reading.splitter import PaneSplitter
from provenance_desk.gui.review.contents import (
    PaneContents,
    describe,
    document_links,
    pane_contents,
    skipped_rows,
)
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.gui.shared.tokens import document_dot

FEWEST, MOST = 1, 4
AT_FIRST = 3


class PaneDeck(QObject):
    """Loads documents into panes, follows claims, and knows the current pane."""

    passage_chosen = Signal(object)
    """The `Passage` that a link would quote, or None."""
    claim_chosen = Signal(str)
    link_requested = Signal()
    panes_changed = Signal()
    contents_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.splitter = PaneSplitter()
        self.splitter.claim_chosen.connect(self.claim_chosen)
        self._panes: list[ReadingPane] = []
        self._current = 0
        self._zoom = 1.0
        self._positions: dict[str, int] = {}
        self._prepare: Callable[[ReadingPane], None] = lambda _pane: None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def panes(self) -> list[ReadingPane]:
        """The panes from left to right."""
        return self._panes

    @property
    def current(self) -> ReadingPane | None:
        """The pane that keys go to."""
        return self._panes[self._current] if self._panes else None

    @property
    def shown(self) -> list[str]:
        """The ids of the documents in the panes, from left to right."""
        return [pane.document.id for pane in self._panes]

    def prepare_with(self, prepare: Callable[[ReadingPane], None]) -> None:
        """What is done to every new pane before it is shown."""
        self._prepare = prepare

    def show_documents(self, source: ReviewSource, wanted: list[str] | None = None) -> None:
        """Show these documents, or as many of the project's first as fit."""
        documents = [d for d in source.documents() if not d.withdrawn]
        self._positions = {d.id: n for n, d in enumerate(source.documents())}
        known = {d.id: d for d in documents}
        chosen = [known[name] for name in wanted or () if name in known]
        chosen = (chosen or documents)[:MOST] if wanted else documents[:AT_FIRST]
        self._set_count(max(FEWEST, len(chosen)))
        for pane, document in zip(self._panes, chosen, strict=False):
            self._fill(source, pane, document)
        self._choose_first_sentences()
        self.panes_changed.emit()

    def show_document(self, source: ReviewSource, document: str, place: int | None = None) -> None:
        """Show a document in a pane; where it is shown already, go there."""
        if document in self.shown:
            self.make_current(self.shown.index(document))
            return
        found = source.document(document)
        if found is None:
            return
        self._positions = {d.id: n for n, d in enumerate(source.documents())}
        empty = next((n for n, pane in enumerate(self._panes) if not pane.document.id), None)
        if place is None and empty is None and len(self._panes) < AT_FIRST:
            self._set_count(len(self._panes) + 1)
            empty = len(self._panes) - 1
        target = place if place is not None else empty if empty is not None else self._current
        self._fill(source, self._panes[target], found)
        self._panes[target].view.choose(0)
        self.make_current(target)
        self.panes_changed.emit()

    def move_document(self, source: ReviewSource, document: str, place: int) -> None:
        """A document was dropped on a pane: swap with where it was, or show it there."""
        shown = self.shown
        if document in shown:
            other = shown.index(document)
            self._panes[other], self._panes[place] = self._panes[place], self._panes[other]
            self.splitter.set_panes(self._panes)
            self.make_current(place)
            self.panes_changed.emit()
        else:
            self.show_document(source, document, place)

    def change_count(self, source: ReviewSource, step: int) -> None:
        """One pane more or fewer; a new one shows a document that no other pane shows."""
        count = min(MOST, max(FEWEST, len(self._panes) + step))
        if count == len(self._panes):
            return
        self._set_count(count)
        self._current = min(self._current, count - 1)
        if step > 0:
            free = [d for d in source.documents() if not d.withdrawn and d.id not in self.shown]
            if free:
                self._fill(source, self._panes[-1], free[0])
                self._panes[-1].view.choose(0)
        self.panes_changed.emit()

    def refresh(self, source: ReviewSource, documents: set[str], *, sentences: set[str]) -> None:
        """Show anew the marks of some documents, and of some their sentences too."""
        for pane in self._panes:
            name = pane.document.id
            found = source.document(name) if name in documents | sentences else None
            if found is None:
                continue
            if name in sentences:
                self._refill(source, pane, found)
            else:
                pane.model.set_links(document_links(source, pane.document))
                pane.model.set_skipped(skipped_rows(source, found, pane.document))
            self._name(pane, found)
            self.contents_changed.emit(name)

    def show_claim(self, source: ReviewSource, claim: str, *, keep: ReadingPane | None) -> None:
        """Mark a claim everywhere and bring the panes that follow to its linked sentence."""
        self.splitter.show_claim(claim)
        start = self._panes.index(keep) if keep in self._panes else self._current
        for pane in self.splitter.synced_with(start) if claim and self._panes else ():
            if pane is keep:
                continue
            row = first_row_of(pane, claim)
            if row is not None:
                pane.view.choose(row, centred=True)

    def show_place(self, source: ReviewSource, document: str, start: int, end: int) -> None:
        """Go to a passage, in the pane of its document."""
        self.show_document(source, document)
        pane = self.current
        if pane is None or pane.document.id != document:
            return
        row = pane.document.sentence_at(start)
        pane.view.choose(row, centred=True)
        span = (pane.document.starts[row], pane.document.ends[row])
        if (start, end) != span and start < end:
            pane.view.choose_passage(start, end)
        pane.view.setFocus()

    def make_current(self, place: int) -> None:
        """Give the keys to a pane."""
        if 0 <= place < len(self._panes):
            self._current = place
            self._panes[place].view.setFocus()
            self._tell_passage(self._panes[place])

    def step_pane(self, direction: int) -> None:
        """Go to the next or previous pane."""
        if self._panes:
            self.make_current((self._current + direction) % len(self._panes))

    def passage(self) -> Passage | None:
        """What a link would quote in the current pane."""
        return passage_of(self.current) if self.current else None

    def zoom_to(self, zoom: float) -> None:
        """The same zoom for all panes."""
        self._zoom = zoom
        for pane in self._panes:
            if pane.view.zoom != zoom:
                pane.view.set_zoom(zoom)

    def _set_count(self, count: int) -> None:
        while len(self._panes) < count:
            self._panes.append(self._new_pane())
        for pane in self._panes[count:]:
            pane.deleteLater()
        self._panes = self._panes[:count]
        self.splitter.set_panes(self._panes)

    def _new_pane(self) -> ReadingPane:
        pane = ReadingPane()
        pane.view.set_zoom(self._zoom)
        pane.passage_chosen.connect(lambda *_: self._chosen(pane))
        pane.sentence_chosen.connect(lambda *_: self._chosen(pane))
        pane.link_requested.connect(self.link_requested)
        pane.zoom_changed.connect(self.zoom_to)
        self._prepare(pane)
        return pane

    def _fill(self, source: ReviewSource, pane: ReadingPane, document: Document) -> None:
        contents = pane_contents(source, document)
        pane.show_document(contents.text, contents.links, contents.skipped)
        self._name(pane, document, contents)

    def _refill(self, source: ReviewSource, pane: ReadingPane, document: Document) -> None:
        start, _end = pane.view.passage()
        contents = pane_contents(source, document)
        pane.show_document(contents.text, contents.links, contents.skipped)
        pane.view.choose(contents.text.sentence_at(start))

    def _name(
        self, pane: ReadingPane, document: Document, contents: PaneContents | None = None
    ) -> None:
        claims = {mark.claim for marks in pane.model.links.values() for mark in marks}
        linked = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'} linked"
        detail = f"{linked} · {describe(document, pane.document)}"
        if contents is not None and not contents.text.text:
            detail = "The text of this document was left out of the project"
        dot = document_dot(self._positions.get(document.id, 0))
        pane.show_name(document.title, detail, dot, document.title)

    def _choose_first_sentences(self) -> None:
        for pane in self._panes:
            if len(pane.document) and pane.view.current < 0:
                pane.view.choose(0)

    def _chosen(self, pane: ReadingPane) -> None:
        if pane in self._panes and pane is self.current:
            self._tell_passage(pane)

    def _tell_passage(self, pane: ReadingPane) -> None:
        self.passage_chosen.emit(passage_of(pane))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for place, pane in enumerate(self._panes):
            if now is not None and (now is pane.view or pane.isAncestorOf(now)):
                if place != self._current:
                    self._current = place
                    self._tell_passage(pane)
                return


def passage_of(pane: ReadingPane) -> Passage | None:
    """What a link would quote in a pane."""
    start, end = pane.view.passage()
    if start >= end:
        return None
    text = pane.document
    zone = text.zone(text.sentence_at(start))
    return Passage(text.id, start, end, text.text[start:end], zone)


def first_row_of(pane: ReadingPane, claim: str) -> int | None:
    """The sentence of a pane to go to for a claim: the current one if it is linked, else a first.

    Links that count come before context.
    """
    rows = {
        row: any(mark.claim == claim and not mark.is_context for mark in marks)
        for row, marks in pane.model.links.items()
        if any(mark.claim == claim for mark in marks)
    }
    if pane.view.current in rows:
        return pane.view.current
    counted = [row for row, counts in rows.items() if counts]
    return min(counted or rows, default=None)
