"""`demo`: the demo project, made afresh, and the desk on it."""

import argparse
from pathlib import Path

from provenance_desk.audit.home import desk_home
from provenance_desk.cli.command import Command
from provenance_desk.cli.desk import open_desk
from provenance_desk.project.demo import make_demo


def demo(args: argparse.Namespace) -> int:
    """Make the demo project and open it."""
    path = make_demo(Path(args.folder), desk_home())
    if not args.window:
        print(f"{path}: the demo project.")
        return 0
    return open_desk([str(path)])


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder", metavar="DIR", default=".", help="where demo.provdesk is made (default: here)"
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
        "A demo project that is there is made afresh; nothing else is touched.",
    ),
)
