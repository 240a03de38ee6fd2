"""Every command has help with an example, and its place in the manual."""

import shlex
from pathlib import Path

import pytest

from provenance_desk.cli.catalogue import all_commands
from provenance_desk.cli.command import PROGRAM, Command, Group, parser_of
from tests.integration.command_line import CommandLine

MANUAL = Path(__file__).parents[2] / "docs" / "manual" / "command-line.md"


def single_commands() -> dict[str, Command]:
    """Every command by all its words, such as `claim add`."""
    found: dict[str, Command] = {}
    for one in all_commands():
        below = one.commands if isinstance(one, Group) else (one,)
        prefix = f"{one.name} " if isinstance(one, Group) else ""
        found |= {prefix + command.name: command for command in below}
    return found


SINGLE = single_commands()


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.mark.parametrize("name", SINGLE)
def test_every_help_has_an_example_of_the_command(desk: CommandLine, name: str) -> None:
    shown = desk.run(*name.split(), "--help")
    assert f"{PROGRAM} {name}" in shown.partition("example")[2]
    assert SINGLE[name].summary in shown


@pytest.mark.parametrize("name", SINGLE)
def test_every_example_is_one_that_parses(name: str) -> None:
    group = next(one for one in all_commands() if one.name == name.split()[0])
    for example in SINGLE[name].examples:
        words = shlex.split(example)
        assert words[: len(name.split())] == name.split()
        parser_of(group).parse_args(words[1:])


@pytest.mark.parametrize("name", SINGLE)
def test_the_manual_names_every_command_with_an_example(name: str) -> None:
    manual = MANUAL.read_text("utf-8")
    assert f"\n### {name}\n" in manual
    section = manual.partition(f"\n### {name}\n")[2].partition("\n### ")[0]
    assert f"\n{PROGRAM} {name}" in section


def test_the_manual_names_no_command_that_is_not_there() -> None:
    headings = [line[4:] for line in MANUAL.read_text("utf-8").splitlines() if line[:4] == "### "]
    assert headings == [PROGRAM, *SINGLE]


def test_the_help_lists_every_command(desk: CommandLine) -> None:
    shown = desk.run("--help")
    for command in all_commands():
        assert f"\n  {command.name} " in shown
        assert command.summary in shown
    assert desk.run("--version").startswith(f"{PROGRAM} ")
