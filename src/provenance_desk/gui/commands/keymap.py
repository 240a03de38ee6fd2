"""Which keys each command has: the defaults, changed by one file the person may write; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from provenance_desk.domain.errors import DeskError, InvalidValue
from provenance_desk.gui.commands.command import Command, Scope
from provenance_desk.gui.commands.key_names import is_character, normal_keys

FILE_NAME: Final = "keys.toml"
_HEAD: Final = """\
# The keys of Provenance Desk. Take the # off a line and change it; keys that are not named here
# stay as they are. Several keys: ["J", "Down"]. One after the other: ["Z B"]. No key: [].
# Names: Ctrl Alt Shift Meta · Enter Space Tab Esc Del Backspace Home End PgUp PgDn
#        Left Right Up Down · F1 … F24 · letters, digits and signs as they are.
# Keys that are a letter or a sign alone work in the reading panes and the link card, never in a
# text field; the menu View switches all of them off. This file is read when the desk starts.

[keys]
"""


class BadKeymap(DeskError):
    """The file of keys can't be used as it is; the default keys work instead."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command by its id, and whether bare letters count."""

    keys: Mapping[str, tuple[str, ...]]
    single_letters: bool = True

    def of(self, command: str) -> tuple[str, ...]:
        """The keys of a command that work now."""
        found = self.keys.get(command, ())
        return found if self.single_letters else tuple(k for k in found if not is_character(k))


def default_keymap(commands: Iterable[Command]) -> Keymap:
    """The keys that the commands bring with them."""
    return Keymap({c.id: tuple(normal_keys(key) for key in c.keys) for c in commands})


def read_keymap(path: Path, commands: Iterable[Command]) -> Keymap:
    """The default keys as the file changes them; `BadKeymap` names what is wrong in it."""
    known = tuple(commands)
    if not path.is_file():
        return default_keymap(known)
    table = _table(path)
    changed = {name: _keys(path, name, value) for name, value in table.get("keys", {}).items()}
    if unknown := changed.keys() - {command.id for command in known}:
        raise BadKeymap(
            f"{path} names a command that is not there: “{min(unknown)}”. The names are in the"
            " lines that the file began with; the default keys are used until it is mended."
        )
    found = Keymap({**default_keymap(known).keys, **changed})
    _refuse_clashes(path, known, found)
    return found


def template(commands: Iterable[Command]) -> str:
    """The file as it is first written: every command, its default keys, all commented out."""
    lines = []
    for command in commands:
        keys = ", ".join(f'"{_escaped(key)}"' for key in command.keys)
        lines.append(f'# "{command.id}" = [{keys}]  # {command.text}; {_where(command.scope)}')
    return _HEAD + "\n".join(lines) + "\n"


def _table(path: Path) -> dict[str, Any]:
    import tomllib  # few people write the file, and nobody should wait for its parser

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadKeymap(
            f"{path} can't be read ({problem}). Mend or remove it; the default keys are used."
        ) from problem
    if not isinstance(table.get("keys", {}), dict):
        raise BadKeymap(f"“keys” in {path} must be a table; the default keys are used.")
    return table


def _keys(path: Path, name: str, value: object) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadKeymap(
            f'The keys of “{name}” in {path} must be texts like ["Ctrl+K"]; the default keys are'
            " used."
        )
    try:
        return tuple(normal_keys(text) for text in texts)
    except InvalidValue as problem:
        raise BadKeymap(
            f"The keys of “{name}” in {path}: {problem} The default keys are used."
        ) from problem


def _refuse_clashes(path: Path, commands: Iterable[Command], keymap: Keymap) -> None:
    taken: dict[tuple[Scope, str], str] = {}
    for command in commands:
        for key in keymap.keys[command.id]:
            other = taken.setdefault((command.scope, key), command.id)
            if other != command.id:
                raise BadKeymap(
                    f"{path} gives the key “{key}” to both “{other}” and “{command.id}”. Change"
                    " one of them; the default keys are used."
                )


def _where(scope: Scope) -> str:
    return {
        Scope.EVERYWHERE: "everywhere",
        Scope.READING: "in the reading panes and the link card",
        Scope.START: "on the start page",
    }.get(scope, f"in {scope.value.capitalize()}")


def _escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')
