"""`demo`: the demo project, made afresh, and the desk on it."""

import argparse
from pathlib import Path

from provenance_desk.audit.home import desk_home
from provenance_desk.cli.command import Command
from provenance_desk.cli.desk import open_desk

_FILE = "demo.provdesk"


def demo(args: argparse.Namespace) -> int:
    """Make the demo project where there is none, and open it."""
    path = Path(args.folder) / _FILE
    if args.reset or not path.exists():
        # Imported only to make it: a demo that is there is on the screen in half the time.
        from provenance_desk.project.demo import make_demo

        path = make_demo(path.parent, desk_home(), reset=args.reset)
    if not args.window:
        print(f"{path}: the demo project.")
        return 0
    return open_desk([str(path)])


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder", metavar="DIR", default=".", help="where demo.provdesk is made (default: here)"
    )
    parser.add_argument(
        "--reset", action="store_true", help="make it afresh, whatever was done in it"
    )
    parser.add_argument(
        "--no-window", dest="window", action="store_false", help="make it, but do not open the desk"
    )


COMMANDS = (
    Command(
        "demo",
        "Make the demo project from the three seed documents, and open it.",
        ["demo", "demo --folder /tmp --no-window"],
        demo,
        _arguments,
        "A demo that is there is opened as it was left, or made afresh with --reset; nothing else\n"
        "is touched.",
    ),
)
