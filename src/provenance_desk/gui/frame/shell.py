"""What the window does itself, whichever workspace is in front."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.keymap import FILE_NAME, template
from provenance_desk.gui.desk.tasks import Runner
from provenance_desk.gui.frame.openings import Openings
from provenance_desk.gui.frame.reviewer import Reviewer
from provenance_desk.gui.shared.theme import apply_theme, system_theme

if TYPE_CHECKING:
    from provenance_desk.gui.main_window import MainWindow
    from provenance_desk.gui.palette.panel import Palette
    from provenance_desk.gui.palette.presenter import CommandChoice

_THEMES: Final = ("light", "dark", "system")


class Shell(QObject):
    """Connects the window's own commands and does them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.reviewer = Reviewer(window.home, window)
        self.reviewer.known.connect(self._show_reviewer)
        self.reviewer.refused.connect(window.show_error)
        self.runner = Runner(self)
        self.runner.crashed.connect(self.show_crash)
        self.openings = Openings(window, self.reviewer, self.runner)
        self._palette: Palette | None = None
        for name, slot in self._slots().items():
            window.commands.connect(name, slot)
        for theme in _THEMES:
            window.commands.connect(f"theme.{theme}", partial(self.choose_theme, theme))
        self._check_theme()
        window.commands.check("keys.letters", window.preferences.single_letters)

    def _slots(self) -> dict[str, Callable[..., object]]:
        window = self._window
        return {
            "project.close": window.show_start,
            "desk.quit": window.close,
            "palette.open": self.open_palette,
            "edit.undo": lambda: self._session_does("undo"),
            "edit.redo": lambda: self._session_does("redo"),
            "key.unlock": self.unlock,
            "key.show": self.show_key,
            "bundle.export": self.export_bundle,
            "report.save": self.save_report,
            "project.rules": self.choose_rules,
            "keys.letters": self.use_letters,
            "keys.edit": self.edit_keys,
            "help.method": self.show_help,
            "help.keys": self.show_keys,
            "help.about": self.show_about,
        }

    def open_palette(self) -> None:
        """Show commands, and what the open project holds, to be searched."""
        from provenance_desk.gui.palette.panel import Palette
        from provenance_desk.gui.palette.presenter import PalettePresenter

        project = self._window.project
        desk = project.desk if project is not None and project.desk.session.is_open else None
        if self._palette is None:
            self._palette = Palette(self._window)
        self._palette.open(
            PalettePresenter(
                [*self._command_choices(), *self._recent_choices()],
                desk.session.reader if desk else None,
                desk.show_place if desk else _nowhere,
                desk.show_claim if desk else _nowhere,
            )
        )

    def show_help(self) -> None:
        """Show the method and the help."""
        from provenance_desk.gui.dialogs.help import HelpWindow

        HelpWindow.tell(self._window)

    def show_keys(self) -> None:
        """Show every key."""
        from provenance_desk.gui.dialogs.key_sheet import KeySheet

        KeySheet.tell(self._window, self._window.commands)

    def show_about(self) -> None:
        """Show what this program is."""
        from provenance_desk.gui.dialogs.about import AboutDialog

        AboutDialog.tell(self._window)

    def unlock(self) -> None:
        """Ask for the passphrase of the key."""
        if project := self._window.project:
            self.reviewer.unlock(project.desk.session)

    def show_key(self) -> None:
        """Show the reviewer and the key."""
        from provenance_desk.gui.dialogs.key import KeyDialog

        if self.reviewer.is_there():
            KeyDialog.tell(self._window, self.reviewer.identity())

    def export_bundle(self) -> None:
        """Ask how the open project is to be exported, and do it."""
        from provenance_desk.gui.exporting.export_dialog import ExportDialog

        if (project := self._window.project) is not None and project.desk.session.is_open:
            ExportDialog.tell(project.desk)

    def save_report(self) -> None:
        """Ask where the report of the open project is to be, and write it."""
        from provenance_desk.gui.report.saving import ask_report

        if (project := self._window.project) is not None and project.desk.session.is_open:
            ask_report(project.desk)

    def choose_rules(self) -> None:
        """Choose the rules of the open project."""
        from provenance_desk.gui.dialogs.rules import RulesDialog

        if (project := self._window.project) is None:
            return
        session = project.desk.session
        chosen = RulesDialog.ask(self._window, session.reader.rules())
        if chosen is not None:
            session.do(lambda project: project.choose_rules(chosen))

    def choose_theme(self, name: str, _on: bool = True) -> None:
        """Show the desk light, dark, or as the system is; remember it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._window.preferences.theme = "" if name == "system" else name
        apply_theme(app, system_theme(app) if name == "system" else name)
        self._check_theme()
        self._window.show_theme()

    def use_letters(self, on: bool) -> None:
        """Let single letters be commands, or not."""
        self._window.preferences.single_letters = on
        self._window.load_keys()

    def edit_keys(self) -> None:
        """Open the file of keys in the person's editor; it is written first where it is missing."""
        path = self._window.home / FILE_NAME
        if not path.exists():
            path.write_text(template(COMMANDS), "utf-8")
        self._window.watch_keys(path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        words = self.tr("{path} is read again when it is saved.").format(path=path)
        self._window.frame.notices.say(words)

    def show_crash(self, problem: BaseException) -> None:
        """Tell of a bug."""
        from provenance_desk.gui.dialogs.crash import CrashDialog

        CrashDialog.tell(self._window, problem)

    def tell(self, problem: DeskError) -> None:
        """Say why something failed while there is no window any more to say it in place."""
        QMessageBox.warning(self._window, self.tr("Provenance Desk"), str(problem))

    def _session_does(self, name: str) -> None:
        if project := self._window.project:
            getattr(project.desk.session, name)()

    def _show_reviewer(self, name: str, words: str, locked: bool) -> None:
        self._window.frame.show_reviewer(name, words, locked=locked)
        self._window.commands.enable("key.unlock", locked and self._window.project is not None)

    def _check_theme(self) -> None:
        chosen = self._window.preferences.theme or "system"
        for theme in _THEMES:
            self._window.commands.check(f"theme.{theme}", theme == chosen)

    def _command_choices(self) -> "list[CommandChoice]":
        from provenance_desk.gui.palette.presenter import CommandChoice

        commands = self._window.commands
        return [
            CommandChoice(
                commands.text(c.id).rstrip("…"),
                c.menu.replace("&", ""),
                commands.printed(c.id),
                partial(commands.trigger, c.id),
            )
            for c in commands.all()
            if commands.action(c.id).isEnabled() and c.id != "palette.open"
        ]

    def _recent_choices(self) -> "list[CommandChoice]":
        from provenance_desk.gui.palette.presenter import CommandChoice

        if self._window.project is not None:
            return []
        return [
            CommandChoice(path.stem, self.tr("Recent project"), "", partial(self._open, path))
            for path in self._window.preferences.recent_projects
        ]

    def _open(self, path: Path) -> None:
        self._window.open_project(path)


def _nowhere(*_: object) -> None:
    """Where a search without a project leads."""
