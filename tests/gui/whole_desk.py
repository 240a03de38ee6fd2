"""The real window for tests: made as the app makes it, with questions about what it shows."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from provenance_desk.domain.records import Document, Link
from provenance_desk.gui.app import make_window
from provenance_desk.gui.commands.dispatch import KeyDispatcher
from provenance_desk.gui.desk.session import Session
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.workspace import ReviewWorkspace
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader
from tests.gui.typist import Typist

SIZE = 1440, 900
T = TypeVar("T")


class WholeDesk:
    """One window and whoever types in it."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        # pytest-qt takes what nobody caught; the window's own hook would ask a person.
        hooks = sys.excepthook, threading.excepthook
        self.window: MainWindow = make_window(home)
        sys.excepthook, threading.excepthook = hooks
        self.qtbot, self.typist = qtbot, Typist(self.window, qtbot)
        qtbot.addWidget(self.window)
        self.window.resize(*SIZE)

    def start(self) -> None:
        """Show the start page."""
        self.window.show_start()
        self._show()

    def open(self, project: Path) -> None:
        """Open a project and wait until it can be worked on."""
        with self.qtbot.waitSignal(self.window.project_opened, timeout=20_000):
            self.window.open_project(project)
            self._show()
        self.settle()

    def _show(self) -> None:
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        # Keys work after the first paint; nobody is quicker than that.
        self.qtbot.waitUntil(lambda: self.window.findChild(KeyDispatcher) is not None)

    @property
    def session(self) -> Session:
        """The open project."""
        assert self.window.project is not None
        return self.window.project.desk.session

    @property
    def reader(self) -> Reader:
        """Queries over the open project."""
        return self.session.reader

    @property
    def review(self) -> ReviewWorkspace:
        """The Review workspace of the open project."""
        assert self.window.project is not None
        review = self.window.project.workspace("review")
        assert isinstance(review, ReviewWorkspace)
        return review

    @property
    def pane(self) -> ReadingPane:
        """The pane that keys go to."""
        assert self.review.deck.current is not None
        return self.review.deck.current

    @property
    def sentence(self) -> str:
        """The sentence that was chosen last."""
        return self.pane.document.sentence(self.pane.view.current)

    def settle(self) -> None:
        """Wait until every step that was asked for is on disk and shown."""
        self.qtbot.waitUntil(lambda: not self.session.is_saving, timeout=20_000)

    def links(self) -> list[Link]:
        """The links that are there, in the order they were made."""
        return [link for link in self.reader.links() if not link.retracted]

    def documents(self) -> list[Document]:
        """The documents of the project."""
        return self.reader.documents()

    def do(self, command: str) -> None:
        """Do a command of the desk, and wait until it is on disk."""
        assert self.window.commands.trigger(command), f"{command} can't be done here"
        self.settle()

    def step(self, action: Callable[[Project], T]) -> T:
        """Take a step as some other part of the desk would; its result."""
        done: list[T] = []
        self.session.do(action, then=done.append)
        self.settle()
        return done[0]

    def go_to(self, words: str) -> None:
        """Choose the sentence that holds some words, in the pane that shows it."""
        for place, pane in enumerate(self.review.deck.panes):
            found = pane.document.text.find(words)
            if found >= 0:
                self.review.deck.make_current(place)
                pane.view.choose(pane.document.sentence_at(found))
                return
        raise AssertionError(f"no pane shows “{words}”")

    def claim(self, words: str) -> str:
        """The claim whose wording holds some words."""
        return next(claim.id for claim in self.reader.claims() if words in claim.wording)

    def link_here(self, claim: str, status: str = "alleged", confidence: str = "high") -> Link:
        """Link the chosen sentence to a claim; the link."""
        self.review.show_passage()
        self.review.linking.choose_claim(claim)
        self.do(f"status.{status}")
        self.do(f"confidence.{confidence}")
        if status != "alleged":
            self.review.linking.choose("rationale", "Because it says so.")
        self.do("link.save")
        return self.links()[-1]
