"""A process of its own with a disk that is full or read-only: says what happened, as JSON."""

import json
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from provenance_desk.domain.errors import DeskError
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.store.errors import ProjectFileError
from provenance_desk.store.reader import Reader
from tests.reviewing import create, open_again, projections, replayed


def fill(path: Path, home: Path) -> dict[str, Any]:
    """Add notes until there is no room, close as well as can be, and look at what is there."""
    project = open_again(path, home)
    before = len(project.store.claims())
    steps, problem = 0, DeskError("none")
    while problem.args == ("none",):
        try:
            project.add_claim(ClaimDraft(f"Claim {steps}, " + "at some length " * 60))
            steps += 1
        except ProjectFileError as caught:
            problem = caught
    with suppress(ProjectFileError):
        project.close()
    with Reader(path) as reader:
        kept = len(reader.claims()) - before
        same = replayed(reader.events()) == projections(reader)
    with closing(sqlite3.connect(path)) as other:
        (integrity,) = other.execute("PRAGMA integrity_check").fetchone()
    return {
        **_told(problem),
        "steps": steps,
        "kept": kept,
        "replayed": same,
        "integrity": integrity,
    }


def make(path: Path, home: Path) -> dict[str, Any]:
    """Make a project; say what is in the folder then."""
    try:
        create(path, home).close()
    except DeskError as problem:
        return {**_told(problem), "files": sorted(p.name for p in path.parent.iterdir())}
    return {"error": ""}


def write(path: Path, home: Path) -> dict[str, Any]:
    """Take a step in a project."""
    try:
        with open_again(path, home) as project:
            project.add_claim(ClaimDraft("A claim"))
    except DeskError as problem:
        return _told(problem)
    return {"error": ""}


def read(path: Path, _home: Path) -> dict[str, Any]:
    """Read a project."""
    with Reader(path, check=True) as reader:
        return {"claims": len(reader.claims())}


def _told(problem: DeskError) -> dict[str, Any]:
    return {"error": type(problem).__name__, "sentence": str(problem)}


if __name__ == "__main__":
    asked = {"fill": fill, "create": make, "write": write, "read": read}[sys.argv[1]]
    print(json.dumps(asked(Path(sys.argv[2]), Path(sys.argv[3]))))
