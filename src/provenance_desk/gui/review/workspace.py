"""The Review workspace: documents, panes, claims and the link card, wired together."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from provenance_desk.domain.records import Claim, Document
from provenance_desk.gui.claims.panel import ClaimsPanel
from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.dispatch import give_keys
from provenance_desk.gui.desk.reviewed import Reviewed
from provenance_desk.gui.linking.card import LinkCardWidget
from provenance_desk.gui.linking.chooser import ClaimChooser
from provenance_desk.gui.linking.draft import Passage
from provenance_desk.gui.linking.presenter import LinkingPresenter
from provenance_desk.gui.linking.saving import Saved
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.claim_commands import ClaimCommands
from provenance_desk.gui.review.contents import reviewed
from provenance_desk.gui.review.document_cards import DocumentCards
from provenance_desk.gui.review.document_commands import DocumentCommands
from provenance_desk.gui.review.documents_panel import DocumentsPanel
from provenance_desk.gui.review.frame import lay_out, sheet_box
from provenance_desk.gui.review.link_commands import LinkCommands
from provenance_desk.gui.review.pane_deck import PaneDeck
from provenance_desk.gui.review.passage_commands import PassageCommands
from provenance_desk.gui.review.reading_commands import ReadingCommands
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.gui.shared.widgets_buttons import KeyButton

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.project.changes import Changes
    from provenance_desk.store.reader import Reader

_MOST_LINKS = 200
"""More changed links than this are shown by reading everything again."""


class ReviewWorkspace:
    """Everything a reviewer does with sentences, links and claims."""

    title = "Review"

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.widget = QWidget()
        self.widget.setObjectName("desk")
        self.documents = DocumentsPanel(desk.commands.printed("documents.add"))
        self.claims = ClaimsPanel()
        self.deck = PaneDeck(self.widget, desk.commands.printed("untouched.next"))
        self.card = LinkCardWidget(desk.commands)
        self.chooser = ClaimChooser(self.widget)
        self.linking = LinkingPresenter(self.card, desk.session, self._saved)
        self._documents: list[Document] = []
        self._cards = DocumentCards()
        self._is_stale = self._is_hidden = False
        lay_out(self.widget, self.documents, self.deck.splitter, self.card, self.claims)
        give_keys(self.widget, Scope.REVIEW)
        give_keys(self.card, Scope.READING)
        self.deck.prepare_with(self._prepare_pane)
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
        if any(self.deck.shown):
            self._show_lists(self.reader)
        else:
            self._show_all(self.reader)
        self.card.fields.offer_names(self.origin_names())
        self.show_passage()

    def project_changed(self, changes: "Changes", by: object) -> None:
        """Show anew what a step touched; out of sight, only remember that there was one."""
        self._is_stale = self._is_stale or self._is_hidden
        if self._is_stale:
            return
        if changes.joins or len(changes.links) > _MOST_LINKS:
            self._show_again()
        else:
            self._show_touched(changes)
        if changes.origins:
            self.card.fields.offer_names(self.origin_names())
        if by is not self.linking:  # what it saved leads on to another sentence
            self.linking.refresh(self.deck.passage())

    def shown(self) -> None:
        """Put the focus where reading goes on; show what was missed meanwhile."""
        self._is_hidden = False
        if self._is_stale and self.desk.session.is_open:
            self._is_stale = False
            self._show_again()
            self.card.fields.offer_names(self.origin_names())
            self.linking.refresh(self.deck.passage())
        self.go_back()

    def hidden(self) -> None:
        """Close what lies over the panes."""
        self._is_hidden = True
        self.chooser.hide()

    def add_files(self, paths: list[Path]) -> None:
        """Take files in as documents."""
        self.document_commands.add_files(paths)

    def reader_claim(self, claim: str) -> Claim | None:
        """A claim of the project; None where there is none of that id."""
        return self.desk.session.reader.claim(claim) if claim else None

    def group_of(self, claim: str) -> str:
        """The set that a joined claim belongs to; a claim that is not joined is its own."""
        return self.reader.joins().get(claim, claim)

    def origin_names(self) -> list[str]:
        """The names of the project's origins."""
        return sorted({origin.name for origin in self.reader.origins() if not origin.withdrawn})

    def origin_name(self, origin: str | None) -> str:
        """The name of one origin; empty where there is none."""
        found = self.desk.session.reader.origin(origin) if origin else None
        return found.name if found else ""

    def show_passage(self) -> None:
        """Let the card be about what is chosen in the current pane."""
        self._take_passage(self.deck.passage())

    def ask_claim(self) -> None:
        """Open the sheet in which a claim is found by typing."""
        passage = self.deck.passage()
        if passage is None or not self.desk.session.is_open:
            return
        self.show_passage()
        box = sheet_box(self.widget, self.deck.splitter, self.deck.current)
        self.chooser.open(self.claims.rows, passage.exact, box)

    def open_link(self, link: str) -> None:
        """Take an own link into the card, to judge it anew."""
        self.show_passage()
        if self.linking.change_link(link):
            self.card.setFocus()

    def choose_claim(self, claim: str, *, keep: ReadingPane | None = None) -> None:
        """Choose a claim everywhere: list, panes, ribbons."""
        group = self.group_of(claim)
        self.claims.choose(group)
        self.deck.show_claim(group, keep=keep)

    def go_back(self) -> None:
        """Give the keys back to the exact sentence that was left."""
        if self.deck.current is not None:
            self.deck.current.view.setFocus()

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
        deck, claims, chooser, card = self.deck, self.claims, self.chooser, self.card
        deck.passage_chosen.connect(self._take_passage)
        deck.claim_chosen.connect(self.choose_claim)
        deck.link_requested.connect(self.ask_claim)
        deck.panes_changed.connect(self._show_cards)
        self.documents.document_chosen.connect(lambda d: deck.show_document(self.reader, d))
        self.documents.card_wanted.connect(lambda d: self.document_commands.edit_card(d))
        self.documents.add_button(KeyButton.of_action(self.desk.commands.action("documents.add")))
        claims.claim_chosen.connect(lambda claim: deck.show_claim(claim, keep=None))
        claims.place_chosen.connect(self._show_place)
        chooser.claim_chosen.connect(self._take_claim)
        chooser.new_claim_chosen.connect(self._take_new_claim)
        card.claim_wanted.connect(self.ask_claim)
        card.link_opened.connect(self.open_link)
        for part in (self.documents, claims, chooser, card):
            part.left.connect(self.go_back)
        self.desk.place_wanted.connect(self._show_place)
        self.desk.claim_wanted.connect(self.choose_claim)
        self.desk.documents_counted.connect(self._take_counts)

    def _show_place(self, document: str, start: int, end: int) -> None:
        self.deck.show_place(self.reader, document, start, end)

    def _show_all(self, source: ReviewSource) -> None:
        self.deck.show_documents(source)
        self._show_lists(source)

    def _show_again(self) -> None:
        """Everything, read anew; panes and places stay."""
        self.deck.refresh(self.reader, set(self.deck.shown))
        self._show_lists(self.reader)

    def _show_touched(self, changes: "Changes") -> None:
        if changes.documents or changes.passages:
            self._show_documents_again(changes)
        if changes.links:
            self.deck.refresh_links(self.reader, changes.links)
        if changes.claims or changes.links:
            self.claims.refresh(changes.claims | changes.linked_claims, changes.links)
        if changes.claims:
            self._tell_wordings()
        self._show_cards()

    def _show_documents_again(self, changes: "Changes") -> None:
        """Cards, sentences or zones of some documents; the first ones fill the empty panes."""
        self._documents = self.reader.documents()
        if any(self.deck.shown):
            self.deck.refresh(self.reader, changes.documents | changes.passages)
        elif self._documents:
            self.deck.show_documents(self.reader)
        self.claims.show_titles(self._documents)

    def _show_lists(self, source: ReviewSource) -> None:
        self._documents = source.documents()
        self.claims.show_source(source, self.desk.session.author, self._documents)
        self._tell_wordings()
        self._show_cards()

    def _tell_wordings(self) -> None:
        wordings = {row.id: row.wording for row in self.claims.rows}
        for pane in self.deck.panes:
            pane.model.set_wordings(wordings)

    def _show_cards(self) -> None:
        current = self.deck.current.document.id if self.deck.current else ""
        cards = self._cards.cards(self._documents, self.deck.shown, current, self._count)
        self.documents.show_cards(cards)

    def _count(self, document: str) -> Reviewed | None:
        pane = next((pane for pane in self.deck.panes if pane.document.id == document), None)
        model = pane.model if pane and len(pane.document) else None
        return reviewed(model.document, model.links, model.skipped) if model else None

    def _take_counts(self, counts: dict[str, Reviewed]) -> None:
        self._cards.take(counts)
        self._show_cards()

    def _take_passage(self, passage: Passage | None) -> None:
        if self.desk.session.is_open and self.linking.show_passage(passage):
            self.desk.say("The judgement you began waits on its sentence; it is not saved yet.")

    def _take_claim(self, claim: str) -> None:
        self.linking.choose_claim(claim)
        self.choose_claim(claim, keep=self.deck.current)
        self.card.setFocus()

    def _take_new_claim(self, wording: str) -> None:
        self.linking.choose_new_claim(wording)
        self.card.setFocus()

    def _saved(self, saved: Saved) -> None:
        self.choose_claim(saved.claim, keep=self.deck.current)
        pane = self.deck.current
        if pane is None:
            return
        pane.view.setFocus()
        left = pane.view.current
        if saved.was_new and not pane.view.choose_waiting(1):
            pane.view.choose_next()
        if pane.view.current == left:
            self.linking.refresh(self.deck.passage())
