"""`provenance-desk [PROJECT]`: the desk itself, and the help that lists every command."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from provenance_desk import __version__
from provenance_desk.cli.catalogue import MODULES, all_commands
from provenance_desk.cli.command import PROGRAM
from provenance_desk.domain.errors import DeskError

EXAMPLES = f"""\
examples:
  {PROGRAM}                                opens the desk
  {PROGRAM} strike.provdesk                opens a project in it
  {PROGRAM} new strike --title "The strike of 24 September"
  {PROGRAM} COMMAND --help                 says more about a command"""


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoSuchProject(DeskError):
    """The words are neither a command nor a project."""


class NoScreen(DeskError):
    """There is no screen to open a window on."""


def open_desk(words: Sequence[str]) -> int:
    """Open the desk, with a project where one is named; `--help` and `--version` end here too."""
    args = _parser(with_commands=bool({"-h", "--help"} & set(words))).parse_args(words)
    path = Path(args.project) if args.project else None
    if path is not None:
        path = _project(path)
    _require_screen(os.environ)
    try:
        from provenance_desk.gui.app import run_desk
    except ImportError as problem:
        raise DeskError(
            f"The desk needs Qt, which can't be loaded here: {problem}. Every command works without"
            f" it: {PROGRAM} --help."
        ) from problem
    return run_desk(path)


def _require_screen(variables: Mapping[str, str]) -> None:
    # Qt would abort the whole process instead of raising an error.
    if sys.platform == "linux" and not any(variables.get(name) for name in _SCREENS):
        raise NoScreen(
            "There is no screen here, so the desk can't open its window. Run this on a desktop;"
            f" every command works without one: {PROGRAM} --help."
        )


def _project(path: Path) -> Path:
    suffixed = path.with_name(path.name + ".provdesk") if path.name else path
    if path.exists():
        return path
    if suffixed.is_file():
        return suffixed
    raise NoSuchProject(
        f"“{path}” is neither a command nor a project that is there. {PROGRAM} --help lists the"
        " commands."
    )


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    commands = f"commands:\n{_listed()}\n\n" if with_commands else ""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [PROJECT]\n       {PROGRAM} COMMAND …",
        description="Where statements come from, link by link: the desk, and everything it does.",
        epilog=f"{commands}{EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("project", nargs="?", metavar="PROJECT", help="a project to open")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def _listed() -> str:
    width = max(map(len, MODULES))
    return "\n".join(f"  {one.name.ljust(width)}  {one.summary}" for one in all_commands())
