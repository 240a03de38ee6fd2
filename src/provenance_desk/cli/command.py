"""What a command of the command line is: its words, its help with an example, what it does."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

PROGRAM = "provenance-desk"

Arguments = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `run` gets its parsed arguments and returns the exit code."""

    name: str
    summary: str
    examples: Sequence[str]
    run: Run
    arguments: Arguments
    more: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that share a first word, such as `claim add` and `claim reword`."""

    name: str
    summary: str
    commands: Sequence[Command]

    @property
    def examples(self) -> list[str]:
        """The first example of each command."""
        return [command.examples[0] for command in self.commands]


def parser_of(command: Command | Group) -> argparse.ArgumentParser:
    """The parser of a command or of a group; after parsing, `run` is what to call."""
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {command.name}", allow_abbrev=False)
    _dress(parser, command)
    if isinstance(command, Command):
        return parser
    words = parser.add_subparsers(metavar="COMMAND", required=True, dest="word")
    for below in command.commands:
        _dress(words.add_parser(below.name, help=below.summary, allow_abbrev=False), below)
    return parser


def _dress(parser: argparse.ArgumentParser, command: Command | Group) -> None:
    """Give a parser its texts; one of a command also its arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = command.summary
    if isinstance(command, Group):
        parser.epilog = _examples(command.examples)
        return
    parser.epilog = f"{command.more}\n\n{_examples(command.examples)}".lstrip()
    command.arguments(parser)
    parser.set_defaults(run=command.run)


def _examples(examples: Sequence[str]) -> str:
    word = "example" if len(examples) == 1 else "examples"
    return "\n".join([f"{word}:", *(f"  {PROGRAM} {example}" for example in examples)])
