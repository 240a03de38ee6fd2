"""Starts the desk: the window first, everything that is slow to import right after it."""

import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.shared.fonts import load_fonts
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.gui.shared.theme import apply_theme, system_theme
from provenance_desk.gui.workspaces import WORKSPACES
from provenance_desk.locations import packaged

SELDOM: Final = (50_000, 20, 50)
"""When Python looks for garbage: a book opens twice as fast as with its first thresholds."""


def run_desk(project: Path | None = None, *, home: Path | None = None) -> int:
    """Show the desk with a project, or its start page, until its window is closed."""
    app = make_app()
    gc.set_threshold(*SELDOM)
    window = make_window(home)
    if project is None:
        window.show_start()
    else:
        window.open_project(project)
    window.show()
    return app.exec()


def make_app() -> QApplication:
    """The application with its fonts; the one that is there if there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Provenance Desk")
    app.setDesktopFileName("provenance-desk")
    load_fonts(packaged("resources") / "fonts")
    return app


def make_window(home: Path | None = None) -> MainWindow:
    """A window in the theme that the person chose, with bugs told in a dialog."""
    app = make_app()
    folder = home or _home()
    preferences = Preferences(folder)
    apply_theme(app, preferences.theme or system_theme(app))
    window = MainWindow(folder, preferences, WORKSPACES)
    hooks = CrashHooks(window.shell.show_crash)
    hooks.setParent(window)
    return window


class CrashHooks(QObject):
    """Tells of every exception that nobody caught, from whichever thread, on the GUI thread."""

    _happened = Signal(object)

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._tell = tell
        self._happened.connect(self._show)
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(args.exc_type, args.exc_value, None)

    def _take(
        self,
        kind: type[BaseException],
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        sys.__excepthook__(
            kind, problem or kind(), trace or getattr(problem, "__traceback__", None)
        )
        is_bug = problem is not None and not issubclass(kind, KeyboardInterrupt)
        if is_bug and isValid(self):
            self._happened.emit(problem)

    def _show(self, problem: BaseException) -> None:
        self._tell(problem)


def _home() -> Path:
    from provenance_desk.audit.home import desk_home

    return desk_home()
