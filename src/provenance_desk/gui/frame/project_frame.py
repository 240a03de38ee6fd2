"""Keeps the frame true to the open project: title, tabs, chips, ticker, undo and redo."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.open_project import OpenProject
from provenance_desk.gui.desk.session import Session
from provenance_desk.gui.desk.state import State
from provenance_desk.gui.desk.workspace import WorkspaceEntry
from provenance_desk.gui.frame.notices import NoticeBar
from provenance_desk.gui.frame.ticker import Ticker
from provenance_desk.gui.frame.top_bar import TopBar


class ProjectFrame(QObject):
    """The frame of the window; it shows the start page or follows one project."""

    def __init__(self, commands: Commands, entries: Sequence[WorkspaceEntry]) -> None:
        super().__init__()
        self._commands = commands
        self._session: Session | None = None
        self.top, self.notices, self.ticker = TopBar(), NoticeBar(), Ticker()
        self.top.tabs.show_tabs([(e.id, e.title, commands.action(e.command)) for e in entries])
        self.top.search.clicked.connect(lambda: commands.trigger("palette.open"))
        self.top.trail.clicked.connect(self._press_trail)
        self.top.reviewer.clicked.connect(lambda: commands.trigger("key.show"))

    def show_start(self) -> None:
        """Show that no project is open."""
        self._session = None
        self.top.show_title(self.tr("Provenance Desk"))
        self.top.tabs.choose(None)
        self.top.trail.show_words(
            self.tr("Offline"), tip=self.tr("Nothing leaves this computer unless you export it.")
        )
        self._say_what_is_searched(self.tr("Search projects, commands"))
        self.ticker.show_plain(
            self.tr("Offline · nothing leaves this computer"),
            self.tr("Every step is on disk when it is shown; there is no Save"),
            self.tr("Method 1 · audit format 1"),
        )
        self._show_undo(None)

    def follow(self, project: OpenProject) -> None:
        """Show a project from now on."""
        session = self._session = project.desk.session
        project.title_known.connect(self.top.show_title)
        project.front_changed.connect(self._show_front)
        project.reviewed_counted.connect(self.ticker.show_reviewed)
        project.desk.said.connect(self.notices.say)
        project.desk.refused.connect(self.notices.show_error)
        project.desk.job_started.connect(self.notices.follow)
        session.failed.connect(self.notices.show_error)
        session.opened.connect(self._show_opened)
        session.state_changed.connect(self._show_state)
        session.saving_changed.connect(self._show_saving)
        self.notices.clear()
        self.top.trail.show_words("")
        self._say_what_is_searched(self.tr("Search text, claims, commands"))
        self.ticker.show_opening()

    def show_reviewer(self, name: str, words: str, *, locked: bool) -> None:
        """Show who reviews: the name and the key's three words."""
        tip = self.tr("Your name and the short form of your key.")
        if locked:
            tip += " " + self.tr("The key is locked: steps are saved, but not sealed.")
        picture = "lock" if locked else ""
        self.top.reviewer.show_words(f"{name} ·", mono=words, picture=picture, tip=tip)

    def _show_front(self, name: str) -> None:
        self.top.tabs.choose(name)
        self._commands.refresh()

    def _show_opened(self) -> None:
        session = self._session
        if session is not None and session.read_only is not None:
            self.ticker.show_read_only()
            self.notices.keep(str(session.read_only))
            self.top.trail.show_words(self.tr("For reading only"), picture="lock", role="mute")

    def _show_saving(self, saving: bool) -> None:
        if self._session is not None and self._session.can_write:
            self.ticker.show_saving(saving=saving)

    def _show_state(self) -> None:
        state = self._session.state if self._session else None
        if state is None:
            return
        self.ticker.show_state(state)
        self._show_undo(state)
        self._show_trail(state)

    def _show_undo(self, state: State | None) -> None:
        for name, step in (
            ("edit.undo", state.undo if state else None),
            ("edit.redo", state.redo if state else None),
        ):
            own = self._commands.text(name)
            self._commands.rename(name, f"{own} {step}" if step else None)
            self._commands.enable(name, step is not None)

    def _show_trail(self, state: State) -> None:
        count = f"{state.entries:,}"
        if not state.unsealed:
            tip = self.tr("Every entry is covered by your signature.")
            words = self.tr("Audit trail sealed · {count}").format(count=count)
            return self.top.trail.show_words(words, picture="check", role="confirmed", tip=tip)
        words = self.tr("{n} not sealed yet · {count}").format(n=state.unsealed, count=count)
        if state.locked:
            tip = self.tr("Your key is locked. Unlock it to seal what you did.")
            return self.top.trail.show_words(words, picture="lock", role="alleged", tip=tip)
        tip = self.tr("Saved. Sealed after a minute without work, at an export and at the end.")
        return self.top.trail.show_words(words, picture="clock", role="mute", tip=tip)

    def _press_trail(self) -> None:
        state = self._session.state if self._session else None
        locked = state is not None and state.locked and state.unsealed > 0
        self._commands.trigger("key.unlock" if locked else "workspace.audit")

    def _say_what_is_searched(self, words: str) -> None:
        self.top.search.show_words(words, self._commands.printed("palette.open"))
