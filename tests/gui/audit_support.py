"""What the tests of Audit share: a project with a past, and its workspace in a plain window."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity, load_identity
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import ChangeReason, Confidence, Stance, Status
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.dispatch import KeyDispatcher
from provenance_desk.gui.commands.keymap import default_keymap
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.desk import Desk
from provenance_desk.gui.desk.session import Session, open_for
from provenance_desk.gui.history.workspace import AuditWorkspace
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.demo import make_demo
from provenance_desk.project.project import Project

REASON = "A resignation is not a dismissal."
NOTE = "The list is not in this project yet."


def make_past(folder: Path, passphrase: str | None = None) -> Path:
    """A folder with `home` and `demo.provdesk`: the demo, and on top a second reviewer's work."""
    home = folder / "home"
    home.mkdir(parents=True)
    path = make_demo(folder, home)
    with Project.open(path, create_identity(home, "Reviewer A", passphrase), home) as project:
        disputed = next(
            link for link in project.store.links() if link.judgement.status is Status.DISPUTED
        )
        draft = LinkDraft(
            disputed.claim,
            disputed.document,
            disputed.start,
            disputed.end,
            Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH),
        )
        link = project.make_link(draft)
        changed = Judgement(Stance.CONTRADICTS, Status.DISPUTED, Confidence.LOW)
        project.revise_link(link, changed, ChangeReason.REREADING, REASON)
        project.add_note(NOTE)
        project.make_link(draft)
        project.undo()
    return folder


def copy_of(past: Path, folder: Path) -> Path:
    """A copy of a past that one test may change; its project file."""
    shutil.copytree(past, folder / "past")
    return folder / "past" / "demo.provdesk"


class AuditDesk:
    """A window that holds the Audit workspace alone, with its keys."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.home = path.parent / "home"
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.commands = Commands(COMMANDS, default_keymap(COMMANDS), self.window)
        self.session = Session(path, open_for(path, self.home))
        self.desk = Desk(
            self.session, self.commands, Preferences(self.home), self.home, self.window
        )
        self.audit = AuditWorkspace(self.desk)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.audit.widget)
        self.window.resize(1440, 800)
        self.keys = KeyDispatcher(self.window, self.commands)

    def open(self) -> None:
        """Open the project, show the workspace, give it the keys."""
        with self.qtbot.waitSignal(self.session.opened, timeout=20_000):
            self.session.open()
        self.audit.project_opened()
        self.session.changed.connect(self.audit.project_changed)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.commands.refresh()
        self.audit.shown()
        self.qtbot.waitUntil(lambda: self.session.state is not None)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def rows(self) -> list[str]:
        """What every row says, for a screen reader too."""
        model = self.audit.panel.model
        return [str(model.data(model.index(n))) for n in range(model.rowCount())]

    def row_with(self, words: str) -> int:
        """The first row that says some words."""
        return next(n for n, said in enumerate(self.rows()) if words in said)

    def choose(self, words: str) -> None:
        """Choose the first row that says some words."""
        self.audit.panel.view.choose(self.row_with(words))

    def said(self, part: QWidget | None) -> str:
        """All words that a part shows."""
        QApplication.processEvents()  # what was just laid out is shown by an event
        assert part is not None
        found = [part, *part.findChildren(QWidget)]
        words = [getattr(widget, "text", str)() for widget in found if not widget.isHidden()]
        named = [widget.accessibleName() for widget in found if not widget.isHidden()]
        return "\n".join(str(said) for said in (*words, *named) if said)

    def close(self) -> None:
        """End jobs and give the file back."""
        self.desk.runner.stop()
        self.session.close()


@contextmanager
def opened(path: Path, qtbot: QtBot) -> Iterator[AuditDesk]:
    """A desk on a project until the block ends."""
    desk = AuditDesk(path, qtbot)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(desk.keys)
    try:
        desk.open()
        yield desk
    finally:
        app.removeEventFilter(desk.keys)
        desk.close()


__all__ = ["NOTE", "REASON", "AuditDesk", "copy_of", "load_identity", "make_past", "opened"]
