"""Takes the pictures: the desk is driven as a person would, in light and dark."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from provenance_desk.audit.identity import create_identity, load_identity
from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.words import DateOf, Precision
from provenance_desk.gui.app import make_app, make_window
from provenance_desk.gui.claims.dialogs import ClaimDialog, JoinDialog
from provenance_desk.gui.linking.chain_dialog import ChainDialog
from provenance_desk.gui.linking.dates import DatesDialog
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.review.card_dialog import CardDialog
from provenance_desk.gui.review.dialogs import ReasonDialog, SplitDialog
from provenance_desk.gui.review.paste_dialog import PasteDialog
from provenance_desk.gui.review.workspace import ReviewWorkspace
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.gui.workspaces import WORKSPACES
from provenance_desk.project.demo import make_demo
from provenance_desk.project.project import Project

SIZE = tuple(map(int, os.environ.get("SHOT_SIZE", "1440x900").split("x")))
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
        self.window.resize(SIZE[0], SIZE[1])
        self.window.show()
        self.window.activateWindow()
        wait(self.window.isActiveWindow)

    def open(self, project: Path) -> None:
        """Open a project and wait until it can be worked on."""
        opened: list[bool] = []
        self.window.project_opened.connect(lambda: opened.append(True))
        self.window.open_project(project)
        wait(lambda: bool(opened))
        settle(500)

    @property
    def review(self) -> ReviewWorkspace:
        """The Review workspace of the open project."""
        assert self.window.project is not None
        review = self.window.project.workspace("review")
        assert isinstance(review, ReviewWorkspace)
        return review

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """Keep what the window, or a widget, shows."""
        settle()
        (widget or self.window).grab().save(str(self._out / f"{name}-{self._name}.png"))

    def write(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

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
    take_empty(gallery, folder, home)
    gallery.open(project)
    gallery.shot("review")
    take_linking(gallery)
    take_changes(gallery)
    take_questions(gallery)
    take_frame(gallery)
    for entry in WORKSPACES[1:]:
        gallery.do(entry.command)
        settle(400)
        gallery.shot(entry.id)
    gallery.press(Key.Key_J, Key.Key_J)
    gallery.shot("audit-entry")
    gallery.close()


def take_empty(gallery: Gallery, folder: Path, home: Path) -> None:
    """A project that somebody just began."""
    path = folder / "begun.provdesk"
    Project.create(path, "Who ordered the strike?", load_identity(home), home).close()
    gallery.open(path)
    gallery.shot("review-empty")


def take_linking(gallery: Gallery) -> None:
    """From the sheet of claims to a saved link, and a doubtful one."""
    gallery.press(Key.Key_N, Key.Key_Return)
    gallery.shot("review-chooser")
    gallery.press(Key.Key_W, Key.Key_D, Key.Key_Return, Key.Key_A, Key.Key_H)
    gallery.shot("review-card")
    gallery.do("link.save")
    settle(400)
    gallery.shot("review-saved")
    gallery.press(Key.Key_Return, Key.Key_Up, Key.Key_Return, Key.Key_C, Key.Key_H, Key.Key_T)
    gallery.write("He **said** so on *Telegram*.")
    gallery.press(Key.Key_Escape)
    gallery.shot("review-new-claim")
    gallery.press(Key.Key_Escape)


def take_changes(gallery: Gallery) -> None:
    """An own link judged anew, a claim chosen in every pane, one pane alone."""
    gallery.press(Key.Key_K, Key.Key_R)
    gallery.shot("review-anew")
    gallery.press(Key.Key_Escape, Key.Key_Escape)
    review = gallery.review
    claims = review.claims.rows
    review.choose_claim(next(row.id for row in claims if "relieved" in row.wording))
    gallery.shot("review-claim")
    gallery.do("claim.filter")
    gallery.shot("review-filter")
    gallery.press(Key.Key_Escape)


def take_questions(gallery: Gallery) -> None:
    """The questions of the review."""
    review, window = gallery.review, gallery.window
    document = review.reader.documents()[0]
    claim = review.reader.claims()[0]
    link = next(x for x in review.reader.links(document=document.id) if x.judgement.speakers)
    day = DateMention("2023-04-27", Precision.DAY, DateOf.REPORT, "today", "2023-04-27")
    for name, dialog in (
        ("question-card", CardDialog(window, document)),
        ("question-claim", ClaimDialog(window, review.origin_names(), claim, "")),
        ("question-join", JoinDialog(window, claim.wording, review.claims.rows)),
        ("question-reason", ReasonDialog(window, "Retract the link", "It stays.", with_kind=True)),
        ("question-chain", ChainDialog(window, link.judgement.speakers, [])),
        ("question-dates", DatesDialog(window, "He was fired today.", (day,))),
        ("question-split", SplitDialog(window, "He was fired today. Nobody said why.")),
        ("question-paste", PasteDialog(window)),
    ):
        dialog.show()
        gallery.shot(name, dialog)
        dialog.close()


def take_frame(gallery: Gallery) -> None:
    """What lies over every workspace; the questions before may have kept the keys."""
    gallery.window.activateWindow()
    wait(gallery.window.isActiveWindow)
    for command, name in (("palette.open", "palette"), ("help.keys", "keys")):
        gallery.do(command)
        gallery.shot(name)
        gallery.press(Key.Key_Escape)


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
