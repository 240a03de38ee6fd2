"""Fills the cards at the right for whatever row is chosen."""

from typing import TYPE_CHECKING

from provenance_desk.gui.history.arranging import Kind
from provenance_desk.gui.history.details_panel import DetailsPanel
from provenance_desk.gui.history.entry_painting import unreadable
from provenance_desk.gui.history.marks import Mark
from provenance_desk.gui.history.panel import HistoryPanel
from provenance_desk.gui.history.presenter import EntryFacts, entry_facts
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.tokens import document_dot

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader


class Showing:
    """Shows an entry, a sitting, or that an entry can't be read."""

    def __init__(self, panel: HistoryPanel, details: DetailsPanel) -> None:
        self._panel, self._details = panel, details
        self.entry = ""
        """The id of the entry that is shown; empty where none is."""

    def show_row(self, row: int, reader: "Reader") -> bool:
        """Fill the cards; whether the row leads somewhere when it is opened."""
        found = self._panel.model.row(row)
        if found is None:
            return False
        kind, number = found
        if kind is not Kind.ENTRY:
            return self._show_sitting(number)
        told = self._panel.model.telling.told(number)
        facts = entry_facts(told, reader, self._panel.model.outline) if told else None
        return self._show_entry(facts) if facts else self._show_unreadable(number)

    def _show_entry(self, facts: EntryFacts) -> bool:
        told = facts.told
        self.entry = told.event
        title = self._panel.tr("ENTRY {n}").format(n=f"{told.number:,}")
        self._details.show_title(title, told.type, with_chain=True)
        place = self._panel.model.telling.places.get(told.words.document)
        dot = current_tokens().mute if place is None else document_dot(place)
        self._details.entry.show_entry(facts, self._mark(told.author), dot)
        self._details.chain.show_chain(facts.chain)
        return bool(told.words.document)

    def _show_unreadable(self, place: int) -> bool:
        outline = self._panel.model.outline
        self.entry = outline.ids[place]
        title = self._panel.tr("ENTRY {n}").format(n=f"{outline.first + place:,}")
        self._details.show_title(title, outline.types[place], with_chain=False)
        mark = self._mark(outline.authors[place])
        self._details.entry.show_words(unreadable(), outline.ids[place], mark)
        return False

    def _show_sitting(self, number: int) -> bool:
        model = self._panel.model
        sitting = model.arrangement.sittings[number]
        title, counts = model.telling.head(sitting, model.arrangement.places[number])
        self.entry = ""
        self._details.show_title(self._panel.tr("SITTING"), "", with_chain=False)
        when = f"{sitting.day}, {sitting.begun}–{sitting.ended} UTC"
        self._details.entry.show_words(title, f"{when}\n{counts}", self._mark(sitting.author))
        return True

    def _mark(self, author: str) -> Mark:
        return self._panel.view.painter_of_rows.mark(author)
