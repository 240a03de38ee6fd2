"""One writer per project: others wait and are told who writes; readers go on."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.store.errors import ProjectBusy
from provenance_desk.store.reader import Reader
from tests.reviewing import create, open_again

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from tests.reviewing import open_again
project = open_again(Path(sys.argv[1]), Path(sys.argv[2]))
print("open", flush=True)
sys.stdin.readline()
project.close()
"""


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    create(tmp_path / "a.provdesk", home).close()
    return tmp_path / "a.provdesk"


@contextmanager
def held(path: Path, home: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process of its own that has the project open for writing."""
    command = [sys.executable, "-c", HOLD, str(path), str(home)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "open\n"
        yield child
        child.communicate("\n")


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


def test_a_second_writer_is_told_who_writes(path: Path, home: Path) -> None:
    with held(path, home) as child:
        with pytest.raises(ProjectBusy) as caught:
            open_again(path, home)
        said = str(caught.value)
    assert said.startswith("a.provdesk is being written by another program (process ")
    assert f"process {child.pid}, since " in said
    assert said.endswith("reading it is possible meanwhile.")


def test_a_second_writer_waits_as_long_as_it_was_told_to(path: Path, home: Path) -> None:
    with held(path, home):
        began = time.monotonic()
        with pytest.raises(ProjectBusy):
            open_again(path, home, wait=0.3)
        assert 0.3 <= time.monotonic() - began < 5


def test_a_second_writer_goes_on_when_the_first_is_done(path: Path, home: Path) -> None:
    with held(path, home) as child:
        assert child.stdin
        child.stdin.write("\n")
        child.stdin.flush()
        open_again(path, home, wait=10).close()


def test_the_same_file_by_another_name_has_the_same_lock(path: Path, home: Path) -> None:
    other = path.with_name("other.provdesk")
    other.symlink_to(path)
    with held(path, home), pytest.raises(ProjectBusy):
        open_again(other, home)


def test_readers_go_on_while_somebody_writes(path: Path, home: Path) -> None:
    with open_again(path, home) as project, Reader(path) as reader:
        assert reader.claims() == []
        project.add_claim(ClaimDraft("New"))
        assert [claim.wording for claim in reader.claims()] == ["New"]


def test_a_reader_in_a_snapshot_sees_the_file_as_it_was(path: Path, home: Path) -> None:
    with open_again(path, home) as project, Reader(path) as reader:
        with reader.snapshot():
            before = reader.count_events()
            project.add_claim(ClaimDraft("New"))
            assert (reader.count_events(), reader.claims()) == (before, [])
        assert reader.count_events() == before + 1


def test_the_lock_of_a_process_that_was_killed_is_no_obstacle(path: Path, home: Path) -> None:
    with held(path, home) as child:
        child.kill()
        child.wait()
        assert "a.provdesk.lock" in names(path)
        open_again(path, home).close()
    assert names(path) == ["a.provdesk"]


def test_nothing_is_left_beside_a_closed_project(path: Path, home: Path) -> None:
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("New"))
        assert {"a.provdesk-wal", "a.provdesk.lock", "a.provdesk.holder"} <= set(names(path))
    assert names(path) == ["a.provdesk"]


def test_nothing_is_left_where_a_reader_closes_last(path: Path, home: Path) -> None:
    project = open_again(path, home)
    reader = Reader(path)
    project.add_claim(ClaimDraft("New"))
    assert reader.claims()
    project.close()
    reader.close()
    assert names(path) == ["a.provdesk"]


def test_reading_leaves_nothing_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Reader(path, check=True) as reader:
        assert reader.title() == "Test"
    assert names(path) == ["a.provdesk"]
    assert path.read_bytes() == before


def test_a_reader_folds_what_a_killed_writer_left(path: Path, home: Path) -> None:
    with held(path, home) as child:
        child.kill()
        child.wait()
    with Reader(path) as reader:
        assert reader.title() == "Test"
    assert "a.provdesk-wal" not in names(path)


@pytest.mark.skipif(os.name == "nt", reason="an open file has to stay there")
def test_writers_that_queue_up_never_write_at_once(path: Path, home: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.reviewing import open_again\n"
        "from provenance_desk.project.actions.claims import ClaimDraft\n"
        "for n in range(8):\n"
        "    with open_again(Path(sys.argv[1]), Path(sys.argv[2]), wait=60) as project:\n"
        "        project.add_claim(ClaimDraft(f'{sys.argv[3]} {n}'))\n"
    )
    command = [sys.executable, "-c", script, str(path), str(home)]
    queue = [subprocess.Popen([*command, str(n)], cwd=ROOT) for n in range(2)]
    assert [child.wait() for child in queue] == [0, 0]
    with Reader(path) as reader:
        assert len(reader.claims()) == 16
        assert len(reader.feeds()) == 1
    assert names(path) == ["a.provdesk"]
