"""The demo: the seed documents with cards, claims and links, made by a reviewer named “Demo”."""

import contextlib
import tempfile
from pathlib import Path

from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.errors import DeskError
from provenance_desk.locations import packaged
from provenance_desk.project.apply import apply_file
from provenance_desk.project.importing import import_files
from provenance_desk.project.project import Project

NAME = "demo.provdesk"
TITLE = "Mizintsev: dismissed, and by whose word?"
PSEUDONYM = "Demo"


class DemoExists(DeskError):
    """There is a demo already; it was left as it is."""


def make_demo(folder: Path, home: Path, *, reset: bool = False) -> Path:
    """A fresh `demo.provdesk` in `folder`; with `reset` in the place of one that is there.

    Its reviewer's key is made for it and forgotten; `home` remembers it as seen, so that a bundle
    of the demo is known here. Raises `DemoExists`, or what writing a project file can raise.
    """
    path = folder / NAME
    if path.exists() and not reset:
        raise DemoExists(f"{NAME} is there already. Open it, or reset the demo.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".demo-") as made:
        fresh = _made(Path(made), home)
        _remove_beside(path)
        fresh.replace(path)
    return path


def open_or_make_demo(folder: Path, home: Path) -> Path:
    """The demo of that folder, made where there is none."""
    path = folder / NAME
    return path if path.exists() else make_demo(folder, home)


def _made(folder: Path, home: Path) -> Path:
    identity = create_identity(folder / "home", PSEUDONYM)
    path = folder / NAME
    with Project.create(path, TITLE, identity, folder / "home") as project:
        import_files(project, sorted(packaged("seeds").glob("*.txt")))
        apply_file(project, packaged("resources") / "demo" / "demo.jsonl")
    TrustBook(home).mark_seen([identity.public])
    return path


def _remove_beside(path: Path) -> None:
    for name in (path.name + "-wal", path.name + "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(name).unlink()
