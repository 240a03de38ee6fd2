"""Takes the pictures: the desk is driven as a person would, in light and dark."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from provenance_desk.audit.identity import create_identity
from provenance_desk.gui.app import make_app, make_window
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.gui.workspaces import WORKSPACES
from provenance_desk.project.demo import make_demo

SIZE = 1440, 900
Key = Qt.Key


def wait(until: Callable[[], bool], milliseconds: int = 10_000) -> None:
    """Let Qt work until something is true."""
    clock = QElapsedTimer()
    clock.start()
    while not until() and clock.elapsed() < milliseconds:
        QApplication.processEvents()
        QThread.msleep(2)


def settle(milliseconds: int = 250) -> None:
    """Let Qt work for a while."""
    wait(lambda: False, milliseconds)


class Gallery:
    """One window in one theme."""

    def __init__(self, out: Path, theme: str, scale: str, home: Path) -> None:
        self._out, self._name = out, f"{theme}-{scale}x"
        Preferences(home).theme = theme
        self.window: MainWindow = make_window(home)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        wait(self.window.isActiveWindow)

    def shot(self, name: str) -> None:
        """Keep what the window shows."""
        settle()
        self.window.grab().save(str(self._out / f"{name}-{self._name}.png"))

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
            settle(60)

    def do(self, command: str) -> None:
        """Do a command of the desk."""
        self.window.commands.trigger(command)
        settle(120)

    def close(self) -> None:
        """Close the window and its project."""
        self.window.close_project()
        self.window.close()
        settle(50)


def take(out: Path, theme: str, scale: str, folder: Path) -> None:
    """Every picture in one theme."""
    home = folder / "home"
    project = make_demo(folder, home, reset=True)
    gallery = Gallery(out, theme, scale, home)
    Preferences(home).add_recent_project(project)
    gallery.window.show_start()
    gallery.shot("start")
    opened: list[bool] = []
    gallery.window.project_opened.connect(lambda: opened.append(True))
    gallery.window.open_project(project)
    wait(lambda: bool(opened))
    settle(500)
    gallery.shot("review")
    gallery.press(Key.Key_N, Key.Key_Return)
    gallery.shot("review-chooser")
    gallery.press(Key.Key_W, Key.Key_D, Key.Key_Return, Key.Key_A, Key.Key_H)
    gallery.shot("review-card")
    gallery.do("link.save")
    settle(400)
    gallery.shot("review-saved")
    gallery.do("palette.open")
    gallery.shot("palette")
    gallery.press(Key.Key_Escape)
    gallery.do("help.keys")
    gallery.shot("keys")
    gallery.press(Key.Key_Escape)
    if any(entry.id == "audit" for entry in WORKSPACES):
        gallery.do("workspace.audit")
        settle(400)
        gallery.shot("audit")
        gallery.press(Key.Key_J, Key.Key_J)
        gallery.shot("audit-entry")
    gallery.close()


def main() -> int:
    """Take all pictures of one scale and theme."""
    out, scale, theme = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    make_app()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PROVDESK_HOME"] = str(Path(folder) / "home")
        create_identity(Path(folder) / "home", "Reviewer A")
        take(out, theme, scale, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
