"""A process killed at any moment loses nothing that was shown as saved."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from provenance_desk.audit.findings import Exit
from provenance_desk.project.check import check_project
from provenance_desk.store.reader import Reader
from tests.reviewing import identity, open_again, projections, replayed

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Victim:
    """A process that works in a project and can be killed again and again."""

    def __init__(self, child: "subprocess.Popen[str]") -> None:
        self._child = child

    def killed_after(self, seed: int, steps: int, seconds: float) -> list[str]:
        """Let it take so many steps, and a moment more; the ids of what it showed as saved."""
        assert self._child.stdin
        self._child.stdin.write(f"{seed}\n")
        self._child.stdin.flush()
        process = int(self._line().removeprefix("process "))
        saved = [self._line() for _ in range(steps)]
        Timer(seconds, os.kill, (process, signal.SIGKILL)).start()
        saved += iter(self._line, "killed")
        return [line.removeprefix("saved ") for line in saved]

    def _line(self) -> str:
        assert self._child.stdout
        return self._child.stdout.readline().strip()


@contextmanager
def working_on(path: Path, home: Path) -> Iterator[Victim]:
    """A process of its own that works on a project."""
    command = [sys.executable, "-m", "tests.integration.kill_child", str(path), str(home)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) as child:
        yield Victim(child)
        assert child.stdin
        child.stdin.close()
    assert child.returncode == 0


def kill_again_and_again(path: Path, home: Path, times: int) -> None:
    """Kill at random moments; after each the file holds all that was shown, and is whole."""
    identity(home)
    random = Random(times)
    shown = 0
    with working_on(path, home) as victim:
        for seed in range(times):
            steps = random.randrange(12)
            saved = victim.killed_after(seed, steps, random.uniform(0, 0.02 if steps else 0.3))
            if not path.exists():  # killed before the new file had its name
                assert saved == []
                continue
            checked = check_project(path, home)
            assert checked.exit is Exit.VERIFIED, checked.first_line
            with Reader(path, check=True) as reader:
                assert set(saved) <= set(reader.event_ids())
            shown += len(saved)
    assert shown > times


def test_twenty_kills_lose_nothing_that_was_shown_as_saved(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.provdesk"
    kill_again_and_again(path, home, 20)
    with open_again(path, home) as project:
        assert replayed(project.store.events()) == projections(project.store)
        project.seal(whole=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.provdesk"]


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing_that_was_shown_as_saved(tmp_path: Path, home: Path) -> None:
    for name in range(10):
        kill_again_and_again(tmp_path / f"{name}.provdesk", home, 20)
