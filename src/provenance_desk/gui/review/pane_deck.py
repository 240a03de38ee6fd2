"""The panes of the Review workspace: which documents they show, and where the reviewer is."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from provenance_desk.domain.records import Document
from provenance_desk.gui.linking.draft import Passage
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.reading.splitter import PaneSplitter
from provenance_desk.gui.review.contents import (
    changed_marks,
    document_links,
    mark_of,
    pane_contents,
    skipped_rows,
)
from provenance_desk.gui.review.places import first_row_of, passage_of
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.gui.shared.tokens import document_dot

FEWEST, MOST = 1, 4
_NO_TEXT = "The text of this document was left out of the project"
AT_FIRST = 3


class PaneDeck(QObject):
    """Loads documents into panes, follows claims, and knows the current pane."""

    passage_chosen = Signal(object)
    """The `Passage` that a link would quote, or None."""
    claim_chosen = Signal(str)
    link_requested = Signal()
    panes_changed = Signal()
    """Other documents are shown, or another pane has the keys."""

    def __init__(self, parent: QWidget, next_key: str = "") -> None:
        super().__init__(parent)
        self._next_key = next_key
        self.splitter = PaneSplitter()
        self.splitter.claim_chosen.connect(self.claim_chosen)
        self._panes: list[ReadingPane] = []
        self._current = 0
        self._zoom = 1.0
        self._told: object = None
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
    def place(self) -> int:
        """The place of the current pane, from the left."""
        return self._current

    @property
    def shown(self) -> list[str]:
        """The ids of the documents in the panes, from left to right."""
        return [pane.document.id for pane in self._panes]

    def prepare_with(self, prepare: Callable[[ReadingPane], None]) -> None:
        """What is done to every new pane before it is shown."""
        self._prepare = prepare

    def show_documents(self, source: ReviewSource) -> None:
        """Show as many of the project's first documents as fit."""
        documents = [document for document in self._number(source) if not document.withdrawn]
        chosen = documents[:AT_FIRST]
        self._set_count(max(FEWEST, len(chosen)))
        for pane, document in zip(self._panes, chosen, strict=False):
            self._fill(source, pane, document)
        for pane in self._panes:
            if len(pane.document) and pane.view.current < 0:
                pane.view.choose(0)
        self.panes_changed.emit()

    def show_document(self, source: ReviewSource, document: str, place: int | None = None) -> None:
        """Show a document in a pane; where it is shown already, go there."""
        if document in self.shown:
            self.make_current(self.shown.index(document))
            return
        found = source.document(document)
        if found is None:
            return
        self._number(source)
        target = self._free_place() if place is None else place
        self._fill(source, self._panes[target], found)
        self._panes[target].view.choose(0)
        self._current = -1
        self.make_current(target)

    def _free_place(self) -> int:
        """An empty pane, a new one while there are few, else the current one."""
        empty = next((n for n, pane in enumerate(self._panes) if not pane.document.id), None)
        if empty is None and len(self._panes) < AT_FIRST:
            self._set_count(len(self._panes) + 1)
            return len(self._panes) - 1
        return self._current if empty is None else empty

    def move_document(self, source: ReviewSource, document: str, place: int) -> None:
        """A document was dropped on a pane: swap with where it was, or show it there."""
        if document not in self.shown:
            self.show_document(source, document, place)
            return
        other = self.shown.index(document)
        if other != place:
            panes = self._panes
            panes[other], panes[place] = panes[place], panes[other]
            self.splitter.set_panes(panes)
        self._current = -1
        self.make_current(place)

    def move_current(self, source: ReviewSource, step: int) -> None:
        """Move the current pane to the left (-1) or right (1)."""
        place = self._current + step
        if 0 <= place < len(self._panes):
            self.move_document(source, self._panes[self._current].document.id, place)

    def change_count(self, source: ReviewSource, step: int) -> bool:
        """One pane more or fewer; a new one shows a document that no other pane shows.

        False where there are as many, or as few, as there can be.
        """
        count = min(MOST, max(FEWEST, len(self._panes) + step))
        if count == len(self._panes):
            return False
        self._set_count(count)
        if step > 0:
            free = [d for d in source.documents() if not d.withdrawn and d.id not in self.shown]
            if free:
                self._fill(source, self._panes[-1], free[0])
                self._panes[-1].view.choose(0)
        place, self._current = min(self._current, count - 1), -1
        self.make_current(place)
        return True

    def refresh(self, source: ReviewSource, documents: Collection[str]) -> None:
        """Show the sentences and marks of some documents anew; the reader stays in place."""
        self._number(source)
        for pane in self._panes:
            name = pane.document.id
            found = source.document(name) if name in documents else None
            if found is not None:
                start, _end = pane.view.passage()
                self._fill(source, pane, found)
                pane.view.choose(pane.document.sentence_at(start))

    def refresh_marks(self, source: ReviewSource) -> None:
        """Show all links anew; sentences stay as they are."""
        for pane in self._panes:
            found = source.document(pane.document.id) if pane.document.id else None
            if found is not None:
                pane.model.set_links(document_links(source, pane.document))
                pane.model.set_skipped(skipped_rows(source.sentences(found)))
                self._name(pane, found)

    def refresh_links(self, source: ReviewSource, links: Collection[str]) -> None:
        """Show some links anew, wherever they are or were; nothing else is read."""
        joins = source.joins()
        found = [link for name in links if (link := source.link(name)) and not link.retracted]
        for pane in self._panes:
            marks = {x.id: mark_of(x, joins) for x in found if x.document == pane.document.id}
            changed = dict.fromkeys(links) | marks
            rows = changed_marks(pane.document, pane.model.links, changed)
            document = source.document(pane.document.id) if rows else None
            if document is not None:
                pane.model.update_links(rows)
                self._name(pane, document)

    def show_claim(self, claim: str, *, keep: ReadingPane | None) -> None:
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
            changed, self._current = place != self._current, place
            self._panes[place].view.setFocus()
            self._tell_passage(self._panes[place])
            if changed:
                self.panes_changed.emit()

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

    def _number(self, source: ReviewSource) -> list[Document]:
        """Every document; its place in the project decides the colour of its dot."""
        documents = source.documents()
        self._positions = {document.id: n for n, document in enumerate(documents)}
        return documents

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
        self._name(pane, document)

    def _name(self, pane: ReadingPane, document: Document) -> None:
        claims = {mark.claim for marks in pane.model.links.values() for mark in marks}
        linked = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'} linked"
        kind = "reference work" if document.card and document.card.reference_work else ""
        parts = [linked, kind or f"next untouched {self._next_key}".rstrip()]
        detail = " · ".join(parts) if pane.document.text else _NO_TEXT
        dot = document_dot(self._positions.get(document.id, 0))
        pane.show_name(document.title, detail, dot, document.title)

    def _chosen(self, pane: ReadingPane) -> None:
        if pane in self._panes and pane is self.current:
            self._tell_passage(pane)

    def _tell_passage(self, pane: ReadingPane) -> None:
        """Tell what is chosen; the view says twice that another sentence is."""
        passage = passage_of(pane)
        told = passage and (passage, passage.links, passage.place)
        if told is None or told != self._told:
            self._told = told
            self.passage_chosen.emit(passage)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for place, pane in enumerate(self._panes):
            if now is not None and (now is pane.view or pane.isAncestorOf(now)):
                if place != self._current:
                    self._current = place
                    self._tell_passage(pane)
                    self.panes_changed.emit()
                return
