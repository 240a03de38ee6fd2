"""The window: start page, a project in it, its frame, and the way back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import Identity, create_identity, has_identity, load_identity
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.app import make_app
from provenance_desk.gui.dialogs.findings import FindingsDialog
from provenance_desk.gui.dialogs.name import NameDialog
from provenance_desk.gui.dialogs.new_project import NewProject, NewProjectDialog
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.palette.panel import Palette
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.project import Project
from tests.gui.shell_parts import WORKSPACES, PlainWorkspace

Window = Callable[[], MainWindow]


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    file = tmp_path / "strike.provdesk"
    with Project.create(file, "Who ordered the strike?", _identity(home), home) as project:
        project.add_claim(ClaimDraft("He ordered the strike."))
    return file


@pytest.fixture
def window(home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    make_app()
    made = MainWindow(home, Preferences(home), WORKSPACES)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _identity(home: Path) -> Identity:
    return load_identity(home) if has_identity(home) else create_identity(home, "Reviewer A")


def _open(window: MainWindow, path: Path, qtbot: QtBot) -> PlainWorkspace:
    with qtbot.waitSignal(window.project_opened):
        window.open_project(path)
    return _review(window)


def _review(window: MainWindow) -> PlainWorkspace:
    assert window.project is not None
    review = window.project.workspace("review")
    assert isinstance(review, PlainWorkspace)
    return review


def _undo_text(window: MainWindow) -> str:
    return window.commands.action("edit.undo").text().split("\t")[0]


def test_a_project_is_looked_at_before_it_is_opened(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    assert review.told == ["shown", "looked at Who ordered the strike?", "opened", "shown"]
    assert window.windowTitle() == "Who ordered the strike? – Provenance Desk"


def test_commands_wait_until_the_project_is_open(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    done: list[str] = []
    with qtbot.waitSignal(window.project_opened):
        window.open_project(path)
        widget = _review(window).widget
        window.commands.connect("link.make", lambda: done.append("link"), owner=widget)
        window.commands.trigger("link.make")
    assert not done
    window.commands.trigger("link.make")
    assert done == ["link"]


def test_a_workspace_is_made_when_it_is_first_shown(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    assert window.project is not None
    assert window.project.workspace("audit") is None
    window.commands.trigger("workspace.audit")
    audit = window.project.workspace("audit")
    assert isinstance(audit, PlainWorkspace)
    assert audit.told == ["opened", "shown"]
    assert review.told[-1] == "hidden"


def test_a_step_reaches_every_workspace_and_the_frame(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    review.desk.session.do(lambda project: project.add_claim(ClaimDraft("He denied it.")))
    qtbot.waitUntil(lambda: _undo_text(window) == "Undo claim “He denied it.”")
    assert [len(changes.claims) for changes in review.changes] == [1]
    assert "1 not sealed yet" in window.frame.top.trail.text()
    window.commands.trigger("edit.undo")
    qtbot.waitUntil(lambda: _undo_text(window) == "Undo claim “He ordered the strike.”")
    assert window.commands.action("edit.redo").iconText() == "Redo claim “He denied it.”"


def test_going_back_to_the_start_page_seals_and_closes(
    window: MainWindow, path: Path, home: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    review.desk.session.do(lambda project: project.add_claim(ClaimDraft("He denied it.")))
    window.commands.trigger("project.close")
    assert window.project is None
    with Project.open(path, _identity(home), home, wait=0) as project:
        assert project.unsealed == 0
        assert len(project.store.claims()) == 2
    assert not window.commands.action("workspace.review").isEnabled()
    assert not window.commands.action("edit.undo").isEnabled()


def test_another_project_takes_the_place_of_the_open_one(
    window: MainWindow, path: Path, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.provdesk"
    Project.create(other, "Another question", _identity(home), home).close()
    _open(window, path, qtbot)
    _open(window, other, qtbot)
    assert window.preferences.recent_projects == [other, path]
    assert window.pages.count() == 1


def test_a_project_that_is_written_elsewhere_opens_for_reading_and_says_so(
    window: MainWindow, path: Path, home: Path, qtbot: QtBot
) -> None:
    with Project.open(path, _identity(home), home):
        review = _open(window, path, qtbot)
        assert "written by another program" in window.frame.notices.sentence
        review.desk.session.do(lambda project: project.undo())
        assert "written by another program" in window.frame.notices.sentence
        window.close_project()


@pytest.mark.parametrize("bytes_", [b"", b"no project at all" * 99])
def test_a_damaged_file_is_told_on_the_start_page(
    window: MainWindow, tmp_path: Path, home: Path, qtbot: QtBot, bytes_: bytes
) -> None:
    _identity(home)
    file = tmp_path / "broken.provdesk"
    file.write_bytes(bytes_)
    window.open_project(file)
    qtbot.waitUntil(lambda: "broken.provdesk" in window.frame.notices.sentence)
    assert window.project is None
    assert file.read_bytes() == bytes_


def test_a_file_that_went_is_told_on_the_start_page(
    window: MainWindow, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    _identity(home)
    window.open_project(tmp_path / "gone.provdesk")
    qtbot.waitUntil(lambda: "gone.provdesk" in window.frame.notices.sentence)
    assert window.project is None


def test_a_name_is_asked_when_the_first_project_is_opened(
    window: MainWindow, path: Path, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (home / "keys").iterdir():
        file.unlink()
    asked: list[Path] = []

    def ask(parent: QWidget, folder: Path) -> bool:
        asked.append(folder)
        create_identity(folder, "Reviewer B")
        return True

    monkeypatch.setattr(NameDialog, "ask", ask)
    _open(window, path, qtbot)
    assert asked == [home]
    assert window.frame.top.reviewer.text() == "Reviewer B ·"


def test_without_a_name_nothing_is_opened(
    window: MainWindow, path: Path, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (home / "keys").iterdir():
        file.unlink()
    monkeypatch.setattr(NameDialog, "ask", lambda parent, folder: False)
    window.open_project(path)
    qtbot.waitUntil(lambda: window.project is None)
    assert window.start.page is not None


def test_a_new_project_is_made_where_it_was_asked_for_and_takes_the_files(
    window: MainWindow,
    tmp_path: Path,
    home: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _identity(home)
    wanted = NewProject(tmp_path / "new.provdesk", "Was it he?", HouseRule.STRICT)
    monkeypatch.setattr(NewProjectDialog, "ask", lambda parent, folder, needs_name: wanted)
    window.show_start()
    with qtbot.waitSignal(window.project_opened):
        window.shell.openings.take_files([tmp_path / "a.txt", tmp_path / "b.pdf"])
    review = _review(window)
    assert review.files == [tmp_path / "a.txt", tmp_path / "b.pdf"]
    assert review.desk.session.reader.title() == "Was it he?"
    assert review.desk.session.reader.rules().house_rule is HouseRule.STRICT


def test_files_dropped_on_an_open_project_are_added_to_it(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    window.shell.openings.take_files([tmp_path / "a.txt"])
    assert review.files == [tmp_path / "a.txt"]


def test_a_bundle_is_checked_and_what_was_found_is_shown(
    window: MainWindow, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    bundle = tmp_path / "x.audit.zip"
    bundle.write_bytes(b"PK no zip")
    window.show_start()
    window.shell.openings.take_files([bundle])
    qtbot.waitUntil(lambda: window.findChild(FindingsDialog) is not None)
    shown = window.findChild(FindingsDialog)
    assert isinstance(shown, FindingsDialog)
    assert shown.text.startswith("REFUSED")
    shown.close()


def test_the_demo_needs_no_more_than_a_name(
    window: MainWindow, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NameDialog, "ask", lambda p, folder: bool(create_identity(folder, "R")))
    window.show_start()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    page = window.start.page
    assert page is not None
    qtbot.waitUntil(lambda: window.commands.action("demo.open").isEnabled())
    with qtbot.waitSignal(window.project_opened, timeout=20_000):
        qtbot.waitUntil(lambda: _pressed_d(window))
    assert len(_review(window).desk.session.reader.claims()) >= 12


def _pressed_d(window: MainWindow) -> bool:
    focus = QApplication.focusWidget()
    if focus is not None and not has_identity(window.home):
        QTest.keyClick(focus, Qt.Key.Key_D)
    return has_identity(window.home)


def test_resetting_the_demo_asks_first(
    window: MainWindow, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *words: no)
    window.commands.trigger("demo.reset")
    assert not (home / "demo").exists()


def test_the_theme_is_remembered(window: MainWindow, home: Path) -> None:
    window.show_start()
    window.commands.trigger("theme.dark")
    assert Preferences(home).theme == "dark"
    assert window.commands.action("theme.dark").isChecked()
    assert not window.commands.action("theme.system").isChecked()
    window.commands.trigger("theme.system")
    assert Preferences(home).theme == ""


def test_switching_letters_off_is_remembered(window: MainWindow, home: Path) -> None:
    window.commands.trigger("keys.letters")
    assert not Preferences(home).single_letters
    assert window.commands.printed("status.alleged") == ""


def test_a_wrong_file_of_keys_is_told_and_the_default_keys_work(
    window: MainWindow, home: Path
) -> None:
    (home / "keys.toml").write_text("[keys]\nlink.make = 3", "utf-8")
    window.load_keys()
    assert "keys.toml" in window.frame.notices.sentence
    assert window.commands.printed("link.make") == "Enter"


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    menus = window.menuBar().findChildren(QMenu)
    shown = {action.objectName() for menu in menus for action in menu.actions()}
    assert {command.id for command in window.commands.all()} <= shown


def test_every_control_has_a_name(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show_start()
    _open(window, path, qtbot)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and not widget.accessibleName()
    ]
    assert nameless == []


def _type(window: MainWindow, words: str) -> Palette:
    assert window.commands.trigger("palette.open")
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, words)
    return palette


def test_the_palette_does_a_command_by_its_words(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    _open(window, path, qtbot)
    palette = _type(window, "close the proj")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.project is None
    assert not palette.isVisible()


def test_the_palette_leads_to_a_claim_in_review(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    wanted: list[str] = []
    review.desk.claim_wanted.connect(wanted.append)
    window.commands.trigger("workspace.audit")
    palette = _type(window, "ordered")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert wanted == [review.desk.session.reader.claims()[0].id]
    assert window.project is not None
    assert window.project.front is review


def test_esc_leaves_the_palette_for_where_the_focus_was(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    review = _open(window, path, qtbot)
    review.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    review.widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is review.widget)
    palette = _type(window, "zzz")
    assert palette.found == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is review.widget
