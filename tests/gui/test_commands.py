"""Commands: who does them, which keys mean them, and where letters are typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.gui.commands.command import Command, Menu, Scope
from provenance_desk.gui.commands.dispatch import KeyDispatcher, give_keys
from provenance_desk.gui.commands.key_events import sequence_of, stroke_of
from provenance_desk.gui.commands.keymap import Keymap, default_keymap
from provenance_desk.gui.commands.registry import Commands

COMMANDS = (
    Command("next", "Next", Menu.GO, ("J", "Down"), Scope.READING),
    Command("play", "Play", Menu.GO, ("Space",), Scope.AUDIT),
    Command("skip", "Skip", Menu.GO, ("J",), Scope.AUDIT),
    Command("link", "Link", Menu.LINK, ("Enter",), Scope.READING),
    Command("again", "Again", Menu.LINK, (".",), Scope.READING),
    Command("zone", "Zone", Menu.DOCUMENT, ("Z B",), Scope.READING),
    Command("save", "Save", Menu.LINK, ("Ctrl+Enter",)),
    Command("search", "Search…", Menu.GO, ("Ctrl+K",)),
    Command("sheet", "Keys", Menu.HELP, ("?",)),
    Command("theme", "Dark", Menu.VIEW, checkable=True),
)
_NO = Qt.KeyboardModifier.NoModifier


class Window(QWidget):
    """A pane, a field and a button inside it, and a field of another scope."""

    def __init__(self) -> None:
        super().__init__()
        self.commands = Commands(COMMANDS, default_keymap(COMMANDS), self)
        self.addActions([self.commands.action(c.id) for c in COMMANDS])
        self.done: list[str] = []
        for command in COMMANDS[:-1]:
            self.commands.connect(command.id, lambda name=command.id: self.done.append(name))
        self.card, self.audit = QWidget(), QWidget()
        give_keys(self.card, Scope.READING)
        give_keys(self.audit, Scope.AUDIT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field, self.button = QLineEdit(self.card), QPushButton(self.card)
        for pane in (self.card, self.audit):
            pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.card)
        column.addWidget(self.audit)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    app = QApplication.instance()
    assert app is not None
    keys = KeyDispatcher(made, made.commands)
    app.installEventFilter(keys)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    app.removeEventFilter(keys)


def _press(widget: QWidget, key: int, text: str = "", held: Qt.KeyboardModifier = _NO) -> None:
    widget.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    QCoreApplication.sendEvent(widget, event)


def test_a_letter_does_its_command_in_its_scope_alone(window: Window, qtbot: QtBot) -> None:
    for pane in (window.card, window.audit, window):
        pane.setFocus()
        QTest.keyClick(pane, Qt.Key.Key_J)
    assert window.done == ["next", "skip"]


def test_letters_are_typing_in_a_text_field(window: Window, qtbot: QtBot) -> None:
    window.field.setFocus()
    QTest.keyClicks(window.field, "j.zb?")
    assert window.field.text() == "j.zb?"
    assert window.done == []


def test_a_key_that_a_text_field_has_no_use_for_means_nothing_else(
    window: Window, qtbot: QtBot
) -> None:
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    QTest.keyClick(window.field, Qt.Key.Key_Down)
    assert window.done == []


def test_letters_work_on_a_field_that_is_only_read(window: Window, qtbot: QtBot) -> None:
    window.field.setReadOnly(True)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_J)
    assert window.done == ["next"]


def test_enter_and_space_press_the_focused_button(window: Window, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    window.button.clicked.connect(lambda: pressed.append(True))
    window.button.setFocus()
    QTest.keyClick(window.button, Qt.Key.Key_Space)
    QTest.keyClick(window.button, Qt.Key.Key_J)
    assert (len(pressed), window.done) == (1, ["next"])


@pytest.mark.parametrize(
    ("key", "text", "done"),
    [(0x41E, "о", "next"), (0x42E, "ю", "again"), (0x42, "b", None), (0x2E, ".", "again")],
)
def test_letters_of_a_cyrillic_layout_count_by_their_place(
    window: Window, key: int, text: str, done: str | None
) -> None:
    _press(window.card, key, text)
    assert window.done == ([done] if done else [])


def test_ctrl_with_a_cyrillic_letter_counts_by_its_place(window: Window) -> None:
    _press(window.card, 0x41B, "", Qt.KeyboardModifier.ControlModifier)
    assert window.done == ["search"]


def test_two_keys_one_after_the_other_are_one_command(window: Window, qtbot: QtBot) -> None:
    QTest.keyClicks(window.card, "zb")
    assert window.done == ["zone"]


def test_a_row_of_keys_that_leads_nowhere_does_nothing(window: Window, qtbot: QtBot) -> None:
    QTest.keyClicks(window.card, "zjj")
    assert window.done == ["next"]


def test_a_shortcut_with_ctrl_works_in_a_text_field_too(window: Window, qtbot: QtBot) -> None:
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.done == ["save", "search"]


def test_a_disabled_command_leaves_its_key_to_the_widget(window: Window, qtbot: QtBot) -> None:
    window.commands.enable("next", on=False)
    QTest.keyClick(window.card, Qt.Key.Key_J)
    assert window.done == []


def test_single_letters_can_be_switched_off(window: Window, qtbot: QtBot) -> None:
    window.commands.use_keys(Keymap(default_keymap(COMMANDS).keys, single_letters=False))
    QTest.keyClick(window.card, Qt.Key.Key_J)
    QTest.keyClick(window.card, Qt.Key.Key_Down)
    assert window.done == ["next"]


def test_the_owner_that_can_be_seen_does_the_command(window: Window) -> None:
    window.commands.connect("next", lambda: window.done.append("card"), window.card)
    window.commands.connect("next", lambda: window.done.append("audit"), window.audit)
    window.commands.trigger("next")
    window.audit.hide()
    window.commands.trigger("next")
    assert window.done == ["audit", "card"]


def test_a_command_goes_with_its_owner(window: Window, qtbot: QtBot) -> None:
    owner = QWidget(window.card)
    owner.show()
    window.commands.connect("theme", window.done.append, owner)
    assert window.commands.action("theme").isEnabled()
    owner.deleteLater()
    qtbot.waitUntil(lambda: not window.commands.action("theme").isEnabled())


def test_only_the_owner_s_own_state_counts(window: Window) -> None:
    window.commands.connect("theme", lambda on: None, window.card, enabled=False)
    window.commands.enable("theme", on=True, owner=window.audit)
    assert not window.commands.action("theme").isEnabled()
    window.commands.enable("theme", on=True, owner=window.card)
    assert window.commands.action("theme").isEnabled()


def test_a_checkable_command_says_what_it_was_set_to(window: Window) -> None:
    told: list[bool] = []
    window.commands.connect("theme", told.append)
    window.commands.action("theme").trigger()
    window.commands.check("theme", on=False)
    assert told == [True]
    assert not window.commands.action("theme").isChecked()


def test_menus_print_the_keys_as_the_buttons_do(window: Window) -> None:
    assert window.commands.action("next").text() == "Next\tJ"
    assert window.commands.action("search").text() == "Search…\tCtrl K"
    assert window.commands.action("search").shortcut().toString() == "Ctrl+K"
    assert window.commands.printed("save") == "Ctrl Enter"


def test_a_renamed_command_keeps_its_printed_key(window: Window) -> None:
    window.commands.rename("link", "Link “…”")
    assert window.commands.action("link").text() == "Link “…”\tEnter"
    window.commands.rename("link", None)
    assert window.commands.action("link").text() == "Link\tEnter"


@pytest.mark.parametrize(
    "keys", ["Ctrl+K", "Ctrl+Shift+Z", "Alt+PgDn", "F3", "Ctrl+Enter", "Ctrl++", "Ctrl+1", "Ctrl+-"]
)
def test_every_key_has_the_same_name_in_qt_and_back(keys: str) -> None:
    pressed = sequence_of(keys)[0]  # type: ignore[index]
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
    assert stroke_of(event) == keys


def test_keys_of_the_number_pad_are_the_same_keys() -> None:
    held = Qt.KeyboardModifier.KeypadModifier
    assert stroke_of(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Enter, held)) == "Enter"


def test_a_modifier_alone_is_no_stroke() -> None:
    assert stroke_of(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, _NO)) is None
