"""A lone fact-checker's whole way, by keyboard alone: from the first start to a verified bundle."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from provenance_desk.audit.findings import Exit
from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.words import Confidence, Stance, Status, Zone
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.gui.exporting.export_dialog import ExportDialog
from provenance_desk.project.demo import make_demo
from tests.gui.whole_desk import WholeDesk

TITLE = "Was he dismissed"
MOST_KEYS_TO_A_FIRST_LINK = 12
MOST_KEYS_TO_A_USUAL_LINK = 8


@pytest.fixture
def desk(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WholeDesk]:
    monkeypatch.setenv("HOME", str(tmp_path))
    made = WholeDesk(home, qtbot)
    yield made
    made.window.close()


class FactChecker:
    """Somebody who never touches the mouse."""

    def __init__(self, desk: WholeDesk) -> None:
        self.desk, self.keys = desk, desk.typist

    def begin(self, path: Path) -> None:
        """Start for the first time and make a project: a title, and a name to work under."""
        self.desk.start()
        with self.desk.qtbot.waitSignal(self.desk.window.project_opened, timeout=20_000):
            self.keys.answer("Ctrl+N", self._fill_new_project)
        self.desk.settle()
        assert self.desk.session.path == path

    def _fill_new_project(self) -> None:
        self.keys.write(TITLE)
        self.keys.press("Tab Tab Tab")
        self.keys.write("Reviewer A")
        self.keys.press("Return")

    def add_documents(self) -> None:
        """Bring three files in with the file dialog."""
        self.keys.press("Ctrl+O")
        self.desk.qtbot.waitUntil(lambda: len(self.desk.documents()) == 3, timeout=20_000)
        self.desk.settle()

    def fill_card(self, title: str, publisher: str, published: str) -> None:
        """Say where the document of this pane comes from."""

        def fill() -> None:
            self.keys.press("Ctrl+A")
            self.keys.write(title)
            self.keys.press("Tab")
            self.keys.write(publisher)
            self.keys.press("Tab Tab")
            self.keys.write(published)
            self.keys.press("Return")

        self.keys.answer("Ctrl+D", fill)
        self.desk.settle()

    def find(self, words: str) -> None:
        """Go to the sentence of this document that holds some words."""
        self.keys.press("Ctrl+F")
        self.keys.write(words)
        self.keys.press("Return Escape")
        assert words in self.desk.sentence

    def link(self, letters: str, judgement: str, because: str = "") -> None:
        """Link the sentence to the claim that these letters find, judge it, and save."""
        before = len(self.desk.links())
        self.keys.press("Return")
        self.keys.write(letters)
        self.keys.press(f"Return {judgement}")
        if because:
            self.keys.press("T")
            self.keys.write(because)
        self.save(before + 1)

    def save(self, links: int) -> None:
        """Save; there are that many links then."""
        self.keys.press("Ctrl+Return")
        self.desk.qtbot.waitUntil(lambda: len(self.desk.links()) == links)
        self.desk.settle()

    def link_to_its_words(self, judgement: str) -> None:
        """Link the sentence to a new claim that says what it says: the last row of the sheet."""
        before = len(self.desk.links())
        self.keys.press(f"Return Up Return {judgement}")
        self.save(before + 1)

    def revise(self, judgement: str, origin: str, because: str) -> None:
        """Judge the link on this sentence anew."""
        self.keys.press(f"R {judgement} Y")
        self.keys.write(origin)
        self.keys.press("Return T")
        self.keys.write(because)
        self.keys.press("Ctrl+Return")
        self.desk.settle()

    def undo(self) -> None:
        """Take the last step back."""
        before = len(self.desk.links())
        self.keys.press("Ctrl+Z")
        self.desk.qtbot.waitUntil(lambda: len(self.desk.links()) == before - 1)
        self.desk.settle()

    def close_and_open_again(self) -> None:
        """Go back to the start page, and from there into the project that was open last."""
        window = self.desk.window
        self.keys.press("Ctrl+W")
        assert window.project is None
        self.keys.press("Ctrl+K")
        self.keys.write(TITLE)
        with self.desk.qtbot.waitSignal(window.project_opened, timeout=20_000):
            self.keys.press("Return")
        self.desk.settle()


def test_the_whole_way_by_keyboard(
    desk: WholeDesk, tmp_path: Path, home: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(file) for file in sorted(seeds.glob("*.txt"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    checker = FactChecker(desk)
    checker.begin(tmp_path / f"{TITLE}.provdesk")
    checker.add_documents()
    describe_documents(checker)
    set_a_zone(checker)
    make_ten_links(checker)
    checker.close_and_open_again()
    assert len(desk.links()) == 10
    bundle = export(checker)
    assert bundle == tmp_path / "was-he-dismissed.audit.zip"
    found = verify_bundle(bundle, trust=TrustBook(home))
    assert found.exit == Exit.VERIFIED
    assert found.first_line.startswith("VERIFIED: 1 feed, ")
    assert "signed by Reviewer A" in found.first_line


def describe_documents(checker: FactChecker) -> None:
    """Fill in the three cards, pane after pane."""
    cards = (
        ("Putin fires a general", "News site", "2023-04-27"),
        ("Mikhail Mizintsev", "Encyclopaedia", "2023-05"),
        ("Bulgakov to be replaced by Mizintsev", "News site", "2022-09-24"),
    )
    shown = checker.desk.review.deck.shown
    while checker.desk.pane.document.id != shown[0]:
        checker.keys.press("F6")
    for card in cards:
        checker.fill_card(*card)
        checker.keys.press("F6")
    found = checker.desk.documents()
    assert [document.title for document in found] == [title for title, _, _ in cards]
    assert [d.card.published.value for d in found if d.card and d.card.published] == [
        published for _, _, published in cards
    ]


def set_a_zone(checker: FactChecker) -> None:
    """Say that a sentence is a caption."""
    checker.find("Pictured: the destroyed theater")
    pane = checker.desk.pane
    checker.keys.press("Z B")
    checker.desk.settle()
    assert pane.document.zone(pane.view.current) is Zone.BODY
    checker.keys.press("Z C")
    checker.desk.settle()
    assert pane.document.zone(pane.view.current) is Zone.CAPTION


def make_ten_links(checker: FactChecker) -> None:
    """Ten links on three claims: two of these made from a sentence, one revised, one undone."""
    link_in_the_first_document(checker)
    checker.keys.press("F6")
    link_in_the_second_document(checker)
    checker.keys.press("F6")
    link_in_the_third_document(checker)
    made_from = [claim.wording for claim in checker.desk.reader.claims()]
    assert made_from[0].startswith("Vladimir Putin has fired the Russian general")
    assert made_from[1] == "Mizintsev was dismissed on 27 April 2023"
    assert made_from[2].startswith("He has been accused of war crimes")


def link_in_the_first_document(checker: FactChecker) -> None:
    """A claim from the sentence, one of typed words; some words alone; a link judged anew."""
    checker.find("has fired the Russian general")
    checker.link("", "A M")
    checker.find("has now been fired")
    checker.keys.press("Shift+Left", 30)
    checker.link("Mizintsev was dismissed on 27 April 2023", "A H")
    checker.find("his dismissal is a prelude")
    checker.link("wd", "D L", "The passage leaves open whether it is a dismissal.")
    checker.find("resignation was reported")
    checker.link("wd", "D M", "A resignation is not a dismissal.")
    checker.find("has fired the Russian general")
    checker.revise("C M", "Alexander Sladkov", "His post names the order.")
    part, revised = checker.desk.links()[1], checker.desk.links()[0]
    assert checker.desk.pane.document.text[part.end :].startswith(", only seven months")
    assert (revised.judgement.status, revised.judged != revised.id) == (Status.CONFIRMED, True)


def link_in_the_second_document(checker: FactChecker) -> None:
    """A claim from a sentence; a denial; a link taken back."""
    checker.find("was sacked from his post")
    checker.link("wd", "A H")
    checker.find("accused of war crimes by")
    checker.link_to_its_words("A H")
    checker.find("Mizintsev has denied these")
    checker.link("hb", "X D H", "He denies it.")
    checker.find("He allegedly orchestrated")
    checker.link("hb", "A L", "It may be about other acts.")
    checker.undo()


def link_in_the_third_document(checker: FactChecker) -> None:
    """The claim used last on another sentence; context."""
    checker.find("will be replaced")
    checker.link("vp", "O A H")
    checker.find("has been relieved of the post")
    before = len(checker.desk.links())
    checker.keys.press(". A M")
    checker.save(before + 1)
    checker.find("has been accused of the cluster")
    checker.link("hb", "A M")
    assert [link.judgement.stance for link in checker.desk.links()[-3:]] == [
        Stance.CONTEXT,
        Stance.SUPPORTS,
        Stance.SUPPORTS,
    ]


def export(checker: FactChecker) -> Path:
    """Write the bundle where the dialog proposes it."""
    written: list[Path] = []

    def accept() -> None:
        dialog = checker.desk.window.findChild(ExportDialog)
        assert isinstance(dialog, ExportDialog)
        checker.keys.press("Return")
        checker.desk.qtbot.waitUntil(lambda: dialog.done_page is not None, timeout=30_000)
        assert dialog.done_page is not None
        written.append(dialog.done_page.result.path)
        checker.keys.press("Escape")

    checker.keys.answer("Ctrl+E", accept)
    return written[0]


def test_a_first_link_takes_twelve_keys_at_most(desk: WholeDesk) -> None:
    desk.start()
    desk.qtbot.waitUntil(desk.window.commands.action("demo.open").isEnabled)
    with desk.qtbot.waitSignal(desk.window.project_opened, timeout=30_000):
        desk.typist.answer("D", lambda: desk.typist.press("Return"))
    desk.settle()
    before = len(desk.links())
    desk.typist.press("J Return Return A H Ctrl+Return")
    desk.qtbot.waitUntil(lambda: len(desk.links()) == before + 1)
    desk.settle()
    assert desk.typist.pressed <= MOST_KEYS_TO_A_FIRST_LINK
    made = desk.links()[-1].judgement
    assert (made.status, made.confidence) == (Status.ALLEGED, Confidence.HIGH)


def test_a_usual_link_takes_eight_keys_at_most(desk: WholeDesk, tmp_path: Path, home: Path) -> None:
    desk.open(demo_project(tmp_path, home))
    desk.typist.press("N")
    before, left = len(desk.links()), desk.sentence
    desk.typist.pressed = 0
    desk.typist.press("Return")
    desk.typist.write("uk")
    desk.typist.press("Return A H Ctrl+Return")
    desk.qtbot.waitUntil(lambda: len(desk.links()) == before + 1)
    desk.settle()
    assert desk.typist.pressed <= MOST_KEYS_TO_A_USUAL_LINK
    made = desk.reader.claim(desk.links()[-1].claim)
    assert made is not None
    assert made.wording.startswith("The United Kingdom")
    assert desk.sentence != left, "saving goes on to the next sentence that waits"


def demo_project(folder: Path, home: Path) -> Path:
    """The demo, and a reviewer who is not the one who made it."""
    create_identity(home, "Reviewer A")
    return make_demo(folder, home, reset=True)
