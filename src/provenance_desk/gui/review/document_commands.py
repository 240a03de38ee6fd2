"""Documents in, their cards, and withdrawn, from the desk."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.review.import_bar import ImportBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance_desk.gui.review.workspace import ReviewWorkspace
    from provenance_desk.project.importing import Imported

FILES = "Documents (*.txt *.md *.pdf *.docx *.html *.htm);;All files (*)"


class DocumentCommands:
    """Connects what is done with documents."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        self._bar = ImportBar()
        review.documents.add_notice(self._bar)
        connect = partial(review.desk.commands.connect, owner=review.widget)
        connect("documents.add", self._choose_files)
        connect("documents.paste", self._paste)
        connect("document.card", self._edit_current)
        connect("document.withdraw", self._withdraw)

    def add_files(self, paths: list[Path]) -> None:
        """Take files in; what can't come in is said, the others still do."""
        from provenance_desk.project.importing import import_files

        progress = self._bar.begin(len(paths))
        self._review.desk.session.do(
            lambda project: import_files(project, paths, progress),
            then=self._tell,
            failed=self._stop,
            by=self,
        )

    def add_text(self, text: str, name: str) -> None:
        """Add pasted text as a document."""
        from provenance_desk.project.pasting import import_text

        self._review.desk.session.do(
            lambda project: [import_text(project, text, name)], then=self._tell, by=self
        )

    def edit_card(self, document: str) -> None:
        """Open a document's card."""
        from provenance_desk.gui.review.card_dialog import CardDialog

        found = self._review.desk.session.reader.document(document)
        if found is None:
            return
        answer = CardDialog.ask(self._review.desk.window, found)
        if answer is not None:
            self._review.desk.session.do(answer.describing(found))

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self._review.desk.window, "Add documents", "", FILES
        )
        if names:
            self.add_files([Path(name) for name in names])

    def _paste(self) -> None:
        from provenance_desk.gui.review.paste_dialog import PasteDialog

        answer = PasteDialog.ask(self._review.desk.window)
        if answer is not None:
            self.add_text(*answer)

    def _stop(self, problem: DeskError) -> None:
        self._bar.end()
        self._review.desk.show_error(problem)

    def _tell(self, imported: "Sequence[Imported]") -> None:
        """Show what came in, the first one with the keys; say what did not, and what is to know."""
        self._bar.end()
        desk, deck = self._review.desk, self._review.deck
        refused = [item.error for item in imported if item.error]
        if refused:
            desk.show_error(DeskError("\n".join(refused)))
        elif words := _words(imported):
            desk.say(words)
        found = [item.document for item in imported if item.document]
        for document in (*found, *found[:1]):
            deck.show_document(self._review.reader, document)

    def _current(self) -> str:
        pane = self._review.deck.current
        return pane.document.id if pane else ""

    def _edit_current(self) -> None:
        if self._current():
            self.edit_card(self._current())

    def _withdraw(self) -> None:
        from provenance_desk.gui.review.dialogs import ReasonDialog

        document = self._current()
        if not document:
            return
        words = "Its links stay and say so; the file keeps everything. Undo brings it back."
        answer = ReasonDialog.ask(self._review.desk.window, "Withdraw the document", words)
        if answer is not None:
            self._review.desk.session.do(lambda p: p.withdraw_document(document, answer.text))


def _note(item: "Imported", note: str, imported: "Sequence[Imported]") -> str:
    """A remark on a file; of several files it names the one that it is about."""
    is_named = len(imported) == 1 or item.path.name in note
    return note if is_named else f"{item.path.name}: {note}"


def _words(imported: "Sequence[Imported]") -> str:
    """What to know of files that came in."""
    notes = [note for item in imported for note in item.notes]
    added = sum(1 for item in imported if item.added)
    if notes or not added:
        return "\n".join(dict.fromkeys(notes))
    what = "1 document" if added == 1 else f"{added} documents"
    return f"{what} added. The original bytes are frozen and named by their SHA-256."
