"""Opening a project for a command: where it is, who writes, what it says when it can't be done."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance_desk.audit.errors import KeyLocked
from provenance_desk.audit.home import desk_home
from provenance_desk.audit.identity import (
    Identity,
    create_identity,
    has_identity,
    load_identity,
)
from provenance_desk.audit.keys import short_words
from provenance_desk.audit.text_rules import shown
from provenance_desk.cli.output import say
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.project.project import Project
from provenance_desk.store.database import SUFFIX
from provenance_desk.store.header import check_header
from provenance_desk.store.reader import Reader

NEUTRAL_NAME = "Reviewer"
PASSPHRASE = "PROVDESK_PASSPHRASE"
WAIT = 10.0
"""Seconds that a command waits for another writer before it says who that is."""


def project_argument(parser: argparse.ArgumentParser) -> None:
    """`PROJECT`, for commands that read."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.provdesk)")


def writing_arguments(parser: argparse.ArgumentParser) -> None:
    """`PROJECT` and `--as`, for commands that write."""
    project_argument(parser)
    as_argument(parser)


def as_argument(parser: argparse.ArgumentParser) -> None:
    """`--as NAME`, the pseudonym of a key that is made now."""
    parser.add_argument(
        "--as",
        dest="pseudonym",
        metavar="NAME",
        default="",
        help=f"pseudonym of your key, if it is made now (default: {NEUTRAL_NAME})",
    )


def json_argument(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def project_path(name: str) -> Path:
    """The path of a project, its suffix added where that is the one that exists."""
    path = Path(name)
    suffixed = path.with_name(path.name + SUFFIX) if path.name else path
    return suffixed if suffixed.is_file() and not path.is_file() else path


def existing_project(name: str) -> Path:
    """The path of a project file that is there; raises the store's sentences where it is none."""
    path = project_path(name)
    check_header(path)
    return path


@contextmanager
def reading(args: argparse.Namespace) -> Iterator[Reader]:
    """The project for reading, as it is at this moment."""
    with Reader(existing_project(args.project), check=True) as reader, reader.snapshot():
        yield reader


@contextmanager
def writing(args: argparse.Namespace, *, unlocked: bool = False) -> Iterator[Project]:
    """The project for writing, by the reviewer of this home; waits for another writer."""
    path = existing_project(args.project)
    home = desk_home()
    identity = reviewer(home, args.pseudonym)
    if unlocked:
        unlock(identity)
    with Project.open(path, identity, home, wait=WAIT) as project:
        yield project


def reviewer(home: Path, pseudonym: str = "") -> Identity:
    """The key of this home; the first command that writes makes it."""
    if has_identity(home):
        return _known(load_identity(home), pseudonym)
    identity = create_identity(home, pseudonym or NEUTRAL_NAME)
    say(
        f"A key was made for you, known as “{shown(identity.pseudonym)}”"
        f" ({short_words(identity.public)}), in {home}."
    )
    return identity


def unlock(identity: Identity) -> None:
    """Ask for the passphrase of a locked key; raises `KeyLocked` where nobody can be asked."""
    if not identity.locked:
        return
    given = os.environ.get(PASSPHRASE)
    if given is None and not sys.stdin.isatty():
        raise KeyLocked(
            f"The key of “{shown(identity.pseudonym)}” has a passphrase. Run this in a terminal, or"
            f" put the passphrase into {PASSPHRASE}."
        )
    name = shown(identity.pseudonym)
    identity.unlock(given if given is not None else getpass.getpass(f"Passphrase of “{name}”: "))


def _known(identity: Identity, pseudonym: str) -> Identity:
    if pseudonym and pseudonym.strip() != identity.pseudonym:
        raise InvalidValue(
            f"There is a key here already, known as “{shown(identity.pseudonym)}”; --as names only"
            " a key that is made now. Leave it out, or choose another folder with PROVDESK_HOME."
        )
    return identity
