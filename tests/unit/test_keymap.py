"""The file of keys: what it changes, and the sentence it gets where it is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.gui.commands.catalogue import COMMANDS
from provenance_desk.gui.commands.key_names import is_character, normal_keys, printed
from provenance_desk.gui.commands.keymap import (
    BadKeymap,
    default_keymap,
    read_keymap,
    template,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("j", "J"),
        ("ctrl+shift+z", "Ctrl+Shift+Z"),
        ("Shift+Ctrl+z", "Ctrl+Shift+Z"),
        ("Return", "Enter"),
        ("alt+pgdown", "Alt+PgDn"),
        ("Shift+?", "?"),
        ("Ctrl++", "Ctrl++"),
        ("z  b", "Z B"),
        ("=", "="),
    ],
)
def test_a_key_has_one_name_however_it_is_typed(typed: str, kept: str) -> None:
    assert normal_keys(typed) == kept


@pytest.mark.parametrize("typed", ["", "Ctrl", "Super+K", "Ctrl+Foo"])
def test_what_is_no_key_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"key"):
        normal_keys(typed)


def test_keys_are_printed_as_on_a_keyboard() -> None:
    assert [printed(k) for k in ("Ctrl+K", "Alt+Down", "Z B", "Ctrl++", "?")] == [
        "Ctrl K",
        "Alt ↓",
        "Z B",
        "Ctrl +",
        "?",
    ]


def test_bare_letters_and_signs_are_characters() -> None:
    characters = [
        k for k in ("J", "?", "Z B", "Shift+J", "Space", "F1", "Ctrl+J") if is_character(k)
    ]
    assert characters == ["J", "?", "Z B", "Shift+J"]


def test_no_two_commands_of_one_place_share_a_default_key() -> None:
    keys = [(command.scope, key) for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_key_of_the_method_has_its_command() -> None:
    read = "J K Down Up N P F6 Alt+PgDn Alt+PgUp Alt+Down Alt+Up Enter . Space U = Del"
    judge = "C A D H M L S X O W Y T"
    anywhere = "Ctrl+Enter Ctrl+Z Ctrl+Shift+Z Ctrl+K Ctrl+F F3 Ctrl+E Ctrl+I Ctrl+N Ctrl+O F1 ?"
    method = f"{read} {judge} {anywhere} Ctrl+1 Ctrl+6".split()
    chords = ["Z B", "Z H", "Z C", "Z Q", "Z R"]
    known = {key for command in COMMANDS for key in command.keys}
    assert [key for key in method + chords if key not in known] == []


def test_without_a_file_the_default_keys_work(file: Path) -> None:
    assert read_keymap(file, COMMANDS) == default_keymap(COMMANDS)


def test_the_template_changes_nothing(file: Path) -> None:
    file.write_text(template(COMMANDS), "utf-8")
    assert read_keymap(file, COMMANDS) == default_keymap(COMMANDS)


def test_every_line_of_the_template_may_be_taken_as_it_is(file: Path) -> None:
    head, keys = template(COMMANDS).split("[keys]\n")
    file.write_text(head + "[keys]\n" + keys.replace('# "', '"'), "utf-8")
    assert read_keymap(file, COMMANDS) == default_keymap(COMMANDS)


def test_a_named_key_is_changed_and_the_others_stay(file: Path) -> None:
    file.write_text('[keys]\n"link.make" = ["ctrl+l", "G"]\n"claim.filter" = []\n', "utf-8")
    found = read_keymap(file, COMMANDS)
    assert found.of("link.make") == ("Ctrl+L", "G")
    assert found.of("claim.filter") == ()
    assert found.of("sentence.next") == ("J", "Down")


def test_single_letters_can_be_switched_off() -> None:
    found = replace(default_keymap(COMMANDS), single_letters=False)
    assert found.of("status.alleged") == ()
    assert found.of("zone.body") == ()
    assert found.of("sentence.next") == ("Down",)
    assert found.of("palette.open") == ("Ctrl+K",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[keys", "can't be read"),
        ('keys = "x"', "must be a table"),
        ('[keys]\n"link.mak" = ["J"]', "not there: “link.mak”"),
        ('[keys]\n"link.make" = [3]', "must be texts"),
        ('[keys]\n"link.make" = ["Hyper+J"]', "no modifier"),
        ('[keys]\n"link.make" = ["J"]', "both “link.make” and “sentence.next”"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence_that_names_it(file: Path, text: str, said: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(BadKeymap, match=said) as problem:
        read_keymap(file, COMMANDS)
    assert "keys.toml" in str(problem.value)


def test_one_key_may_serve_two_places(file: Path) -> None:
    file.write_text('[keys]\n"audit.verify" = ["J"]\n"entry.next" = ["Down"]\n', "utf-8")
    assert read_keymap(file, COMMANDS).of("audit.verify") == ("J",)
