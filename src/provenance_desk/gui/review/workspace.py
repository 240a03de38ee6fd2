"""The Review workspace: documents, panes, claims and the link card, wired together."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from provenance_desk.domain.records import Claim, Document
from provenance_desk.gui.claims.panel import ClaimsPanel
from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.dispatch import give_keys
from provenance_desk.gui.linking.card import LinkCardWidget
from provenance_desk.gui.linking.chooser import ClaimChooser
from provenance_desk.gui.linking.draft import Passage
from provenance_desk.gui.linking.presenter import LinkingPresenter
from provenance_desk.gui.linking.saving import Saved
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.claim_commands import ClaimCommands
from provenance_desk.gui.review.contents import describe, pane_contents, reviewed
from provenance_desk.gui.review.document_commands import DocumentCommands
from provenance_desk.gui.review.documents_panel import DocumentCard, DocumentsPanel
from provenance_desk.gui.review.link_commands import LinkCommands
from provenance_desk.gui.review.pane_deck import PaneDeck
from provenance_desk.gui.review.passage_commands import PassageCommands
from provenance_desk.gui.review.reading_commands import ReadingCommands
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.gui.shared.tokens import document_dot
from provenance_desk.gui.shared.widgets_buttons import KeyButton

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.project.changes import Changes
    from provenance_desk.store.reader import Reader

LEFT_WIDTH, RIGHT_WIDTH = 214, 336


class ReviewWorkspace:
    """Everything a reviewer does with sentences, links and claims."""

    title = "Review"

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.widget = QWidget()
        self.widget.setObjectName("desk")
        self.documents = DocumentsPanel()
        self.claims = ClaimsPanel()
        self.deck = PaneDeck(self.widget)
        self.card = LinkCardWidget(desk.commands)
        self.chooser = ClaimChooser(self.widget)
        self.linking = LinkingPresenter(self.card, desk.session, self._saved)
        self._stale = False
        self._progress: dict[str, tuple[int, int]] = {}
        self._lay_out()
        self._wire()
        self._commands = (
            ReadingCommands(self),
            LinkCommands(self),
            PassageCommands(self),
            ClaimCommands(self),
        )
        self.document_commands = DocumentCommands(self)

    @property
    def reader(self) -> ReviewSource:
        """Quick queries over the open project."""
        return cast(ReviewSource, self.desk.session.reader)

    def first_look(self, look: "Reader") -> None:
        """Paint the text before the project is open."""
        self._show_all(cast(ReviewSource, look))

    def project_opened(self) -> None:
        """Show the project."""
        if not self.deck.shown or not any(self.deck.shown):
            self._show_all(self.reader)
        else:
            self._show_lists(self.reader)
        self.card.offer_names(self.origin_names())
        self.linking.show_passage(self.deck.passage())
        if self.widget.isVisible():
            self.go_back()

    def project_changed(self, changes: "Changes", by: object) -> None:
        """Show anew what a step touched."""
        if not self.widget.isVisible():
            self._stale = True
        touched = set(changes.documents | changes.passages) | self._documents_of(changes)
        joined = changes.joins or bool(changes.claims)
        marks = set(self.deck.shown) if changes.joins else touched
        if changes.documents and not any(self.deck.shown):
            self.deck.show_documents(self.reader)
        self.deck.refresh(self.reader, marks, sentences=set(changes.passages))
        for name in touched:
            self._progress.pop(name, None)
        if touched or joined or changes.links:
            self._show_lists(self.reader)
        if changes.origins or changes.links:
            self.card.offer_names(self.origin_names())
        if by is not self.linking:
            self.linking.refresh()

    def shown(self) -> None:
        """Put the focus where reading goes on."""
        if self._stale and self.desk.session.is_open:
            self._stale = False
            self._show_lists(self.reader)
        if self.deck.current is not None:
            self.deck.current.view.setFocus()

    def hidden(self) -> None:
        """Close what lies over the panes."""
        self.chooser.hide()

    def add_files(self, paths: list[Path]) -> None:
        """Take files in as documents."""
        self.document_commands.add_files(paths)

    def reader_claim(self, claim: str) -> Claim | None:
        """A claim of the project; None where there is none of that id."""
        return self.desk.session.reader.claim(claim) if claim else None

    def origin_names(self) -> list[str]:
        """The names of the project's origins."""
        return sorted({origin.name for origin in self.reader.origins() if not origin.withdrawn})

    def origin_name(self, origin: str | None) -> str:
        """The name of one origin; empty where there is none."""
        return next((o.name for o in self.reader.origins() if o.id == origin), "")

    def ask_claim(self) -> None:
        """Open the sheet in which a claim is found by typing."""
        passage = self.deck.passage()
        if passage is None or not self.desk.session.is_open:
            return
        self.linking.show_passage(passage)
        place = self.deck.splitter.geometry()
        top_left = self.deck.splitter.mapTo(self.widget, place.topLeft() - place.topLeft())
        width = min(640, place.width() - 40)
        height = min(380, place.height() - 24)
        left = top_left.x() + (place.width() - width) // 2
        box = QRect(left, top_left.y() + place.height() - height - 8, width, height)
        self.chooser.open(self.claims.rows, passage.exact, box)

    def choose_claim(self, claim: str, *, keep: ReadingPane | None = None) -> None:
        """Choose a claim everywhere: list, panes, ribbons."""
        self.claims.choose(claim)
        self.deck.show_claim(self.reader, claim, keep=keep)

    def go_back(self) -> None:
        """Give the keys back to the exact sentence that was left."""
        if self.deck.current is not None:
            self.deck.current.view.setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.deck.splitter, 1)
        column.addWidget(self.card)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.setChildrenCollapsible(False)
        for part in (self.documents, middle, self.claims):
            whole.addWidget(part)
        whole.setStretchFactor(1, 1)
        whole.setSizes([LEFT_WIDTH, 890, RIGHT_WIDTH])
        whole.setStretchFactor(0, 0)
        whole.setStretchFactor(2, 0)
        self.documents.setMinimumWidth(170)
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(whole)
        give_keys(self.widget, Scope.REVIEW)
        give_keys(self.card, Scope.READING)
        self.deck.prepare_with(self._prepare_pane)

    def _prepare_pane(self, pane: ReadingPane) -> None:
        give_keys(pane, Scope.READING)
        pane.view.letters_walk = False
        pane.document_dropped.connect(
            lambda document: self.deck.move_document(
                self.reader, document, self.deck.panes.index(pane)
            )
        )
        pane.model.set_wordings({row.id: row.wording for row in self.claims.rows})

    def _wire(self) -> None:
        self.deck.passage_chosen.connect(self._take_passage)
        self.deck.claim_chosen.connect(lambda claim: self.choose_claim(claim))
        self.deck.link_requested.connect(self.ask_claim)
        self.deck.panes_changed.connect(self._panes_changed)
        self.documents.document_chosen.connect(
            lambda document: self.deck.show_document(self.reader, document)
        )
        self.documents.card_wanted.connect(
            lambda document: self.document_commands.edit_card(document)
        )
        self.documents.add_button(KeyButton.of_action(self.desk.commands.action("documents.add")))
        self.claims.claim_chosen.connect(
            lambda claim: self.deck.show_claim(self.reader, claim, keep=None)
        )
        self.claims.place_chosen.connect(lambda *place: self.deck.show_place(self.reader, *place))
        self.claims.link_opened.connect(self.linking.change_link)
        self.claims.left.connect(self.go_back)
        self.chooser.claim_chosen.connect(self._take_claim)
        self.chooser.new_claim_chosen.connect(self._take_new_claim)
        self.chooser.left.connect(self.go_back)
        self.card.claim_wanted.connect(self.ask_claim)
        self.card.link_opened.connect(self.linking.change_link)
        self.card.left.connect(self.go_back)
        self.desk.place_wanted.connect(lambda *place: self.deck.show_place(self.reader, *place))
        self.desk.claim_wanted.connect(lambda claim: self.choose_claim(claim))

    def _show_all(self, source: ReviewSource) -> None:
        self.deck.show_documents(source)
        self._show_lists(source)

    def _show_lists(self, source: ReviewSource) -> None:
        documents = source.documents()
        self.claims.show_source(source, self.desk.session.author, documents)
        wordings = {row.id: row.wording for row in self.claims.rows}
        for pane in self.deck.panes:
            pane.model.set_wordings(wordings)
        self.documents.show_cards(
            [self._document_card(source, n, d) for n, d in enumerate(documents)]
        )

    def _document_card(self, source: ReviewSource, place: int, document: Document) -> DocumentCard:
        if document.id not in self._progress:
            contents = pane_contents(source, document)
            done = reviewed(contents)
            self._progress[document.id] = (done.done, done.total)
        done_, total = self._progress[document.id]
        return DocumentCard(
            id=document.id,
            title=document.title,
            detail=describe(document, source.sentences(document)),
            dot=document_dot(place),
            done=done_,
            total=total,
            shown=document.id in self.deck.shown,
            withdrawn=document.withdrawn,
            replaced=document.replaced,
        )

    def _panes_changed(self) -> None:
        if self.desk.session.is_open:
            self._show_lists(self.reader)

    def _take_passage(self, passage: Passage | None) -> None:
        if self.desk.session.is_open:
            self.linking.show_passage(passage)

    def _take_claim(self, claim: str) -> None:
        self.linking.choose_claim(claim)
        self.claims.choose(claim)
        self.deck.show_claim(self.reader, claim, keep=self.deck.current)
        self.card.setFocus()

    def _take_new_claim(self, wording: str) -> None:
        self.linking.choose_new_claim(wording)
        self.card.setFocus()

    def _saved(self, saved: Saved) -> None:
        self.choose_claim(saved.claim, keep=self.deck.current)
        pane = self.deck.current
        if pane is not None:
            pane.view.setFocus()
            if saved.was_new and not pane.view.choose_waiting(1):
                pane.view.choose_next()

    def _documents_of(self, changes: "Changes") -> set[str]:
        if len(changes.links) > 50:
            return set(self.deck.shown)
        reader = self.desk.session.reader
        found = (reader.link(link) for link in changes.links)
        touched = {link.document for link in found if link is not None}
        undone = changes.links and len(touched) < len(changes.links)
        return (
            touched | set(self.deck.shown) if undone or (not touched and changes.links) else touched
        )
