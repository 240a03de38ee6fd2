"""The windows that ask or tell: what they make, what they refuse, what they say."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity, has_identity, load_identity
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.app import CrashHooks
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.keymap import default_keymap
from provenance_desk.gui.commands.registry import Commands
from provenance_desk.gui.desk.tasks import Runner, Task
from provenance_desk.gui.dialogs.crash import CrashDialog, trace_of
from provenance_desk.gui.dialogs.help import HelpWindow, help_pages, title_of
from provenance_desk.gui.dialogs.key import KeyDialog, NewPassphraseDialog
from provenance_desk.gui.dialogs.key_sheet import KeySheet
from provenance_desk.gui.dialogs.name import NameDialog
from provenance_desk.gui.dialogs.new_project import NewProjectDialog, free_path
from provenance_desk.gui.dialogs.rules import RulesDialog
from provenance_desk.gui.frame.notices import NoticeBar
from provenance_desk.project.errors import NothingToUndo
from provenance_desk.project.progress import Progress
from provenance_desk.store.reader import DEFAULT_RULES


def _words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def _fields(widget: QWidget) -> dict[str, QLineEdit]:
    return {field.accessibleName(): field for field in widget.findChildren(QLineEdit)}


def test_enter_takes_the_name_that_is_proposed(home: Path, qtbot: QtBot) -> None:
    dialog = NameDialog(None, home)
    qtbot.addWidget(dialog)
    dialog.show()
    focus = dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert load_identity(home).pseudonym == "Reviewer"
    assert dialog.result() == NameDialog.DialogCode.Accepted


def test_an_empty_name_is_refused_in_place(home: Path, qtbot: QtBot) -> None:
    dialog = NameDialog(None, home)
    qtbot.addWidget(dialog)
    dialog.fields.name.setText("  ")
    dialog.accept_button.click()
    assert "pseudonym is empty" in _words(dialog)
    assert not has_identity(home)


@pytest.mark.parametrize(
    ("first", "again", "said"), [("long enough", "another", "differ"), ("short", "short", "short")]
)
def test_a_passphrase_is_typed_twice_and_not_too_short(
    home: Path, qtbot: QtBot, first: str, again: str, said: str
) -> None:
    dialog = NameDialog(None, home)
    qtbot.addWidget(dialog)
    dialog.fields.want_passphrase(first, again)
    dialog.accept_button.click()
    assert said in _words(dialog)
    assert not has_identity(home)


def test_a_key_may_be_protected_from_the_start(home: Path, qtbot: QtBot) -> None:
    dialog = NameDialog(None, home)
    qtbot.addWidget(dialog)
    dialog.fields.want_passphrase("long enough", "long enough")
    dialog.accept_button.click()
    assert load_identity(home).locked


def test_a_new_project_is_named_after_its_title(home: Path, qtbot: QtBot) -> None:
    dialog = NewProjectDialog(None, home, needs_name=True)
    qtbot.addWidget(dialog)
    dialog.title.setText("Who? Where/when")
    wanted = dialog.result_of()
    assert wanted.path.name == "Who Where when.provdesk"
    assert (wanted.title, wanted.rule) == ("Who? Where/when", HouseRule.NEWSROOM)
    dialog.accept_button.click()
    assert has_identity(home)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Strike.provdesk").touch()
    (tmp_path / "Strike 2.provdesk").touch()
    assert free_path(tmp_path, "Strike").name == "Strike 3.provdesk"
    assert free_path(tmp_path, "???").name == "project.provdesk"


def test_rules_that_stay_are_no_step(qtbot: QtBot) -> None:
    dialog = RulesDialog(None, DEFAULT_RULES)
    qtbot.addWidget(dialog)
    assert dialog.rules() == DEFAULT_RULES


def test_the_key_sheet_shows_every_key(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    commands = Commands(COMMANDS, default_keymap(COMMANDS), parent)
    sheet = KeySheet(parent, commands)
    words = _words(sheet)
    missing = [c.id for c in COMMANDS if c.keys and commands.text(c.id).rstrip("…") not in words]
    assert missing == []
    assert "Alt ↓" in words


def test_help_needs_no_network_and_has_the_method_word_for_word(qtbot: QtBot) -> None:
    window = HelpWindow(None)
    qtbot.addWidget(window)
    window.show_page("METHOD")
    assert "the passage states the claim, names an origin that could know" in window.text
    assert all("http" not in page.read_text("utf-8") for page in help_pages())
    assert title_of(help_pages()[0]) == "Start here"


def test_the_trace_of_a_bug_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(None, trace_of(ZeroDivisionError("division by zero")))
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == dialog.trace
    assert "ZeroDivisionError: division by zero" in dialog.trace


def test_the_backup_words_are_shown_only_when_asked_for(home: Path, qtbot: QtBot) -> None:
    identity = create_identity(home, "Reviewer A")
    dialog = KeyDialog(None, identity)
    qtbot.addWidget(dialog)
    backup = " ".join(identity.key.backup_words())
    assert backup not in _words(dialog)
    dialog.show_backup()
    assert backup in _words(dialog)


def test_a_passphrase_can_be_set_later(home: Path, qtbot: QtBot) -> None:
    dialog = NewPassphraseDialog(None, create_identity(home, "Reviewer A"))
    qtbot.addWidget(dialog)
    for name in ("New passphrase", "Once more"):
        _fields(dialog)[name].setText("a long passphrase")
    dialog.accept_button.click()
    assert load_identity(home).protected


def test_tab_goes_from_the_name_to_the_passphrase(qtbot: QtBot, home: Path) -> None:
    dialog = NameDialog(None, home)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Tab)
    focused = dialog.focusWidget()
    assert isinstance(focused, QCheckBox)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert _fields(dialog)["Passphrase"].isVisible()


def test_a_refusal_stays_above_the_news_that_come_with_it(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_error(NothingToUndo("There is nothing of yours to undo."))
    bar.say("Added 3 documents.")
    assert bar.sentence == "There is nothing of yours to undo.\nAdded 3 documents."
    bar.clear()
    bar.say("Added 3 documents.")
    assert bar.sentence == "Added 3 documents."


def test_what_stays_true_comes_back_after_other_news(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.keep("Open for reading only.")
    bar.show_error(NothingToUndo("There is nothing of yours to undo."))
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.sentence == "Open for reading only."
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_long_job_shows_how_far_it_has_come_and_goes_when_it_ends(qtbot: QtBot) -> None:
    bar, runner = NoticeBar(), Runner()
    qtbot.addWidget(bar)

    def job(progress: Progress) -> None:
        progress.step(1, 2)

    task = Task(job)
    bar.follow(task, "Adding 2 documents…")
    shown: list[str] = []
    task.progressed.connect(lambda done, total: shown.append(bar.sentence))
    with qtbot.waitSignal(task.finished):
        runner.start(task)
    assert shown == ["Adding 2 documents…"]
    assert bar.sentence == ""


def test_a_bug_in_any_thread_is_told_on_the_gui_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *bug: None)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[tuple[str, bool]] = []
    main = threading.current_thread()

    def tell(problem: BaseException) -> None:
        told.append((str(problem), threading.current_thread() is main))

    hooks = CrashHooks(tell)
    sys.excepthook(ValueError, ValueError("here"), None)
    elsewhere = threading.Thread(target=lambda: [][0])
    elsewhere.start()
    elsewhere.join()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [("here", True), ("list index out of range", True)]
    assert hooks.thread() is not None
