"""The start page: recent projects, the example, and a first paint that waits for nothing."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity
from provenance_desk.gui.app import make_app
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.keymap import default_keymap
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.start.example import QUOTES
from provenance_desk.gui.start.page import StartPage
from provenance_desk.gui.start.recent import Entry, Recent, day_words
from provenance_desk.gui.start.recent_card import RecentCard
from provenance_desk.gui.start.trail import Seal, Trail
from provenance_desk.project.importing import import_files
from provenance_desk.project.project import Project

FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from provenance_desk.gui.app import make_app, make_window

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            slow = [m for m in ("sqlmodel", "pydantic", "sqlalchemy", "nacl") if m in sys.modules]
            print("painted", slow, flush=True)
            app.quit()
        return False

app = make_app()
window = make_window()
project = Path(sys.argv[1]) if len(sys.argv) > 1 else None
window.open_project(project) if project else window.show_start()
painted = Painted()
window.pages.installEventFilter(painted)
window.show()
app.exec()
window.close()
"""


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    make_app()
    parent = QWidget()
    qtbot.addWidget(parent)
    made = StartPage(Commands(COMMANDS, default_keymap(COMMANDS), parent))
    qtbot.addWidget(made)
    made.show()
    return made


def _card(page: StartPage) -> RecentCard:
    return page.findChildren(RecentCard)[-1]


def test_a_recent_project_says_what_is_in_it(page: StartPage) -> None:
    recent = Recent(
        Path("/x/a.provdesk"),
        "Mizintsev dismissal",
        documents=3,
        claims=12,
        links={"confirmed": 1, "alleged": 32, "disputed": 3},
        reviewers=(("Reviewer A", True),),
        last=Entry(56, "2026-11-21T21:13:52.123Z", "linked as alleged, high"),
        trail=Trail(Seal.UNSEALED, 4),
    )
    page.show_recent([recent])
    said = _card(page).accessibleName()
    assert "Mizintsev dismissal" in said
    assert "3 documents · 12 claims · 36 links" in said
    assert "#56 linked as alleged, high" in said
    assert "4 not sealed" in said


def test_enter_opens_a_recent_project(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent([Recent(Path("/x/a.provdesk"), "A")])
    with qtbot.waitSignal(page.project_chosen) as chosen:
        QTest.keyClick(_card(page), Qt.Key.Key_Return)
    assert chosen.args == [Path("/x/a.provdesk")]


def test_a_missing_project_can_only_be_taken_off_the_list(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent([Recent(Path("/x/gone.provdesk"), "gone", is_missing=True)])
    with qtbot.assertNotEmitted(page.project_chosen):
        QTest.mouseClick(_card(page), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.project_removed) as removed:
        _card(page).findChildren(QToolButton)[0].click()
    assert removed.args == [Path("/x/gone.provdesk")]


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2026-11-21T08:05:00.000Z", "Today 08:05"),
        ("2026-11-20T23:59:00.000Z", "Yesterday 23:59"),
        ("2026-11-17T10:00:00.000Z", "17 Nov"),
        ("2024-02-03T10:00:00.000Z", "3 Feb 2024"),
    ],
)
def test_times_are_told_as_people_tell_them(time: str, said: str) -> None:
    assert day_words(time, datetime(2026, 11, 21, 22, 0, tzinfo=UTC)) == said


def test_the_example_quotes_the_demo_word_for_word(seeds: Path) -> None:
    for name, quote in QUOTES.items():
        assert quote in (seeds / name).read_text("utf-8")


def _painted(home: Path, *arguments: str) -> str:
    environment = {**os.environ, "PROVDESK_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[0]


def test_nothing_slow_is_imported_before_the_start_page_is_painted(home: Path) -> None:
    assert _painted(home) == "painted []"


def test_nothing_slow_is_imported_before_a_project_is_painted(
    home: Path, tmp_path: Path, seeds: Path
) -> None:
    file = tmp_path / "a.provdesk"
    with Project.create(file, "A title", create_identity(home, "Reviewer A"), home) as project:
        import_files(project, sorted(seeds.glob("00*.txt")))
    assert _painted(home, str(file)) == "painted []"
