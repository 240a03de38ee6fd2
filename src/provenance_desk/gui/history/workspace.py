"""The Audit workspace: the history in words, the chosen entry, seal, verification, export."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.dispatch import give_keys
from provenance_desk.gui.history.arranging import Kind
from provenance_desk.gui.history.chips import ALL
from provenance_desk.gui.history.details_panel import DetailsPanel
from provenance_desk.gui.history.feeds import feed_facts
from provenance_desk.gui.history.feeds_panel import FeedsPanel
from provenance_desk.gui.history.ground import Ground
from provenance_desk.gui.history.groups import GROUP_NAMES, HOUSEKEEPING
from provenance_desk.gui.history.outline import Outline
from provenance_desk.gui.history.panel import HistoryPanel
from provenance_desk.gui.history.presenter import (
    AT_ONCE,
    NEWEST,
    Filter,
    counts_by_group,
    groups_of_types,
    outline_of_file,
    read_outline,
)
from provenance_desk.gui.history.searching import HistorySearch
from provenance_desk.gui.history.showing import Showing
from provenance_desk.gui.history.verifying import Verifying
from provenance_desk.gui.history.view import Hint

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.gui.desk.tasks import Task
    from provenance_desk.project.changes import Changes
    from provenance_desk.store.reader import Reader

LEFT_WIDTH: Final = 228
RIGHT_WIDTH: Final = 376


class AuditWorkspace:
    """Everything that happened in the project, and what proves it."""

    title = "Audit"

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        ground = Ground()
        ground.restyled.connect(self._show_colours)
        self.widget: QWidget = ground
        self.feeds = FeedsPanel()
        self.panel = HistoryPanel(desk.commands, GROUP_NAMES)
        self.details = DetailsPanel(desk.commands.action("entry.open"))
        self.verifying = Verifying(desk, self.panel)
        self.showing = Showing(self.panel, self.details)
        self.search = HistorySearch(desk, self.panel.filter.text, self._take_found)
        self._filter = Filter()
        self._stale = True
        self._wanted_entry = ""
        self._reading: Task | None = None
        self._lay_out()
        self._wire()

    @property
    def reader(self) -> "Reader":
        """Quick queries over the open project."""
        return self.desk.session.reader

    def first_look(self, look: "Reader") -> None:
        """The history is told from an open project only."""

    def project_opened(self) -> None:
        """Show the project's history."""
        self._stale = True
        if self.widget.isVisible():
            self._refresh()

    def project_changed(self, changes: "Changes", by: object) -> None:
        """Show what a step added; a hidden history waits until it is seen."""
        self._stale = True
        if self.widget.isVisible():
            self._refresh()

    def shown(self) -> None:
        """Put the focus on the list."""
        if self._stale and self.desk.session.is_open:
            self._refresh()
        self.panel.view.setFocus()

    def hidden(self) -> None:
        """Nothing lies over the list."""

    def show_entry(self, event: str) -> None:
        """Choose an entry, whatever is folded or filtered out."""
        self._wanted_entry = event
        if not self._stale and event not in self.panel.model.outline.ids:
            return
        if self._stale or not self._choose_entry(event, Hint.PositionAtCenter):
            self._show_everything()

    def _lay_out(self) -> None:
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.setChildrenCollapsible(False)
        for part in (self.feeds, self.panel, self.details):
            whole.addWidget(part)
        whole.setStretchFactor(1, 1)
        self.feeds.setMinimumWidth(170)
        self.details.setMinimumWidth(280)
        self.panel.setMinimumWidth(420)
        whole.setSizes([LEFT_WIDTH, 860, RIGHT_WIDTH])
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(whole)
        give_keys(self.widget, Scope.AUDIT)

    def _wire(self) -> None:
        panel, commands, session = self.panel, self.desk.commands, self.desk.session
        panel.view.row_chosen.connect(self._show_row)
        panel.view.row_opened.connect(self._open_row)
        panel.group_chosen.connect(self._choose_group)
        panel.words_typed.connect(lambda _: self.search.begin())
        panel.seal.seal_wanted.connect(session.seal)
        panel.seal.stop_wanted.connect(self.verifying.stop)
        panel.seal.findings_wanted.connect(self.verifying.show_findings)
        for name, slot in (
            ("audit.verify", self.verifying.start),
            ("audit.filter", self._begin_filter),
            ("entry.next", lambda: panel.view.step(1)),
            ("entry.previous", lambda: panel.view.step(-1)),
            ("entry.open", lambda: self._open_row(panel.view.currentIndex().row())),
        ):
            commands.connect(name, slot, owner=self.widget)
        panel.show_filter_keys(commands.printed("audit.filter"))
        session.state_changed.connect(self._show_state)
        session.sealed_changed.connect(self._show_sealed)
        self.desk.entry_wanted.connect(self.show_entry)

    def _refresh(self) -> None:
        """Read the history anew; a long one first by its newest entries."""
        self._stale = False
        self.search.forget()
        reader = self.reader
        groups = groups_of_types()
        self.panel.show_counts(counts_by_group(reader.type_counts(), groups, HOUSEKEEPING))
        self.panel.view.painter_of_rows.own = self.desk.session.author
        self.panel.view.painter_of_rows.names = reader.names()
        self._show_feeds()
        if reader.count_events() > AT_ONCE:
            self._show_outline(read_outline(reader, NEWEST))
            self._read_rest()
        else:
            self._show_outline(read_outline(reader))
        self._show_state()

    def _read_rest(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        path = self.desk.session.path
        task = self._reading = self.desk.run(lambda progress: outline_of_file(path, progress))
        task.succeeded.connect(lambda outline: self._take_outline(task, outline))
        self.desk.runner.start(task)

    def _take_outline(self, task: "Task", outline: Outline) -> None:
        if task is self._reading and self.desk.session.is_open:
            self._reading = None
            self._show_outline(outline)

    def _show_outline(self, outline: Outline) -> None:
        self.panel.model.telling.read(self.reader, outline)
        self._show_rows(outline)

    def _show_rows(self, outline: Outline) -> None:
        view = self.panel.view
        offset = view.verticalOffset()
        self.panel.model.show(outline, self._filter.wanted(outline, groups_of_types()))
        view.empty_words = self._empty_words()
        view.verticalScrollBar().setValue(offset)
        wanted = self._wanted_entry or self.showing.entry
        if wanted and self._choose_entry(wanted, Hint.EnsureVisible):
            return
        view.choose(self._first_entry())

    def _first_entry(self) -> int:
        rows = self.panel.model.arrangement.rows
        return next((n for n, (kind, _) in enumerate(rows) if kind is Kind.ENTRY), 0)

    def _choose_entry(self, event: str, hint: Hint) -> bool:
        outline = self.panel.model.outline
        if event not in outline.ids:
            return False
        place = len(outline) - 1 - list(reversed(outline.ids)).index(event)
        row = self.panel.model.row_of(place)
        if row < 0:
            return False
        if event == self._wanted_entry:
            self._wanted_entry, hint = "", Hint.PositionAtCenter
        self.panel.view.choose(row, hint)
        return True

    def _show_everything(self) -> None:
        """Take filters away, for an entry that they leave out."""
        self._filter = Filter()
        self.panel.chips.choose(ALL)
        self.panel.filter.clear()
        if not self._stale:
            self._show_rows(self.panel.model.outline)

    def _choose_group(self, group: str) -> None:
        self._filter.group = "" if group == ALL else group
        self._show_rows(self.panel.model.outline)

    def _begin_filter(self) -> None:
        self.panel.filter.setFocus()
        self.panel.filter.selectAll()

    def _take_found(self, words: str, found: Sequence[int]) -> None:
        if (words, found) != (self._filter.words, self._filter.found):
            self._filter.words, self._filter.found = words, found
            self._show_rows(self.panel.model.outline)

    def _empty_words(self) -> str:
        if self._filter.words:
            return self.panel.tr("No entry says this. Clear the filter to see all of them.")
        return self.panel.tr("No entries of this kind yet.")

    def _show_row(self, row: int) -> None:
        leads = self.showing.show_row(row, self.reader)
        self.desk.commands.enable("entry.open", leads, self.widget)

    def _open_row(self, row: int) -> None:
        """Fold or unfold a sitting; go to an entry's passage or document in Review."""
        model, view = self.panel.model, self.panel.view
        if model.toggle(row):
            return view.choose(min(row, model.rowCount() - 1))
        place = model.place_at(row)
        told = model.telling.told(place) if place >= 0 else None
        if told is None or not told.words.document:
            return None
        start, end = told.words.span or (0, 0)
        self.desk.show_place(told.words.document, start, end)
        return None

    def _show_state(self) -> None:
        session = self.desk.session
        if session.read_only is not None:
            self.panel.seal.show_read_only()
        else:
            self.panel.seal.show_state(session.state, self.verifying.sealed_at)

    def _show_colours(self) -> None:
        if self.desk.session.is_open and not self._stale:
            self._show_feeds()
            self._show_state()
            self._show_row(self.panel.view.currentIndex().row())

    def _show_feeds(self) -> None:
        author, home = self.desk.session.author, self.desk.home
        self.feeds.show_feeds(feed_facts(self.reader, author, home))

    def _show_sealed(self) -> None:
        self.verifying.note_seal()
        self._show_state()
        if self.widget.isVisible() and self.desk.session.is_open:
            self._show_feeds()
            self._show_row(self.panel.view.currentIndex().row())
        else:
            self._stale = True
