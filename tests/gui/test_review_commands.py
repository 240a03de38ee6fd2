"""Every command of the desk can be done where it belongs, in a menu and with its key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.command import Scope
from tests.gui.whole_desk import WholeDesk

HERE = {Scope.EVERYWHERE, Scope.REVIEW, Scope.READING}
NOT_NOW = {"edit.undo", "edit.redo", "key.unlock"}
"""Nothing to undo or redo yet, and a key that is open."""


def test_every_command_of_the_review_can_be_done(demo: WholeDesk) -> None:
    expected = {command.id for command in COMMANDS if command.scope in HERE} - NOT_NOW
    actions = {name: demo.window.commands.action(name) for name in expected}
    assert [name for name, action in actions.items() if not action.isEnabled()] == []


def test_every_key_is_printed_beside_its_command_in_a_menu(demo: WholeDesk) -> None:
    shown = {
        action.objectName(): action
        for menu in demo.window.menuBar().findChildren(QMenu)
        for action in menu.actions()
    }
    for command in COMMANDS:
        if command.keys:
            printed = shown[command.id].text().partition("\t")[2]
            assert printed or not shown[command.id].shortcut().isEmpty(), command.id


def test_no_two_commands_of_a_place_have_the_same_key() -> None:
    taken: dict[tuple[Scope, str], str] = {}
    for command in COMMANDS:
        for key in command.keys:
            assert taken.setdefault((command.scope, key), command.id) == command.id


def test_every_control_of_the_review_has_a_name_and_a_tip(demo: WholeDesk) -> None:
    controls = [
        widget
        for widget in demo.review.widget.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert [type(widget).__name__ for widget in controls if not widget.accessibleName()] == []
    icons = [w for w in controls if w.inherits("QToolButton")]
    assert all(widget.toolTip() for widget in icons)


@pytest.mark.parametrize("letter", ["C", "U", "Z", "N"])
def test_single_letters_can_be_switched_off(demo: WholeDesk, letter: str) -> None:
    demo.go_to("It is not clear whether his dismissal")
    place = demo.pane.view.current
    demo.window.commands.trigger("keys.letters")
    demo.typist.press(f"{letter} B")
    demo.settle()
    assert demo.review.linking.draft is None
    assert demo.pane.view.current == place
    assert demo.pane.document.zone(place) == "body"


def test_letters_are_text_in_a_text_field(demo: WholeDesk) -> None:
    demo.typist.press("Ctrl+L")
    demo.typist.write("cad")
    assert demo.review.claims.filter.text() == "cad"
    assert demo.review.linking.draft is None
