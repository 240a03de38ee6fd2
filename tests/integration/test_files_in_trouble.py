"""Files in trouble: a clear sentence each, and the file is left as it was."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.store.errors import (
    ProjectDamaged,
    ProjectFileError,
    ProjectMissing,
    ProjectNewer,
)
from provenance_desk.store.reader import Reader
from tests.reviewing import create, linked, open_again, projections, replayed

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    """A project of some size, closed."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    with create(folder / "a.provdesk", home) as project:
        linked(project, 30)
    return folder / "a.provdesk"


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """The folder holds the same files with the same bytes afterwards."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    yield
    assert {p.name: p.read_bytes() for p in path.parent.iterdir()} == before


def sentence_of(kind: type[ProjectFileError], path: Path, home: Path) -> str:
    """What opening says, for writing and for reading alike."""
    with untouched(path), pytest.raises(kind) as writing:
        open_again(path, home)
    with untouched(path), pytest.raises(kind) as reading:
        Reader(path, check=True)
    assert type(writing.value) is type(reading.value) is kind
    assert str(writing.value) == str(reading.value)
    assert path.name in str(writing.value)
    return str(writing.value)


def patched(path: Path, at: int, data: bytes) -> None:
    """Overwrite some bytes of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.provdesk"
    assert "There is no project a.provdesk" in sentence_of(ProjectMissing, path, home)


def test_a_folder_is_no_project(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.provdesk").mkdir()
    with pytest.raises(ProjectMissing, match=r"There is no project a\.provdesk"):
        open_again(tmp_path / "a.provdesk", home)


@pytest.mark.parametrize(
    "data", [b"", b"Dear editor,\nhere is the text.\n" * 50, b"SQLite format 3\0", b"\0" * 5000]
)
def test_what_is_no_database_is_no_project(data: bytes, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.provdesk"
    path.write_bytes(data)
    said = sentence_of(ProjectDamaged, path, home)
    assert "is not a Provenance Desk project, or it is damaged" in said


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.provdesk"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 1234")
        other.execute("CREATE TABLE event (number INTEGER)")
        other.commit()
    assert "a database of another program" in sentence_of(ProjectDamaged, path, home)


def test_a_file_of_a_newer_version_is_left_alone(path: Path, home: Path) -> None:
    patched(path, 60, (2).to_bytes(4, "big"))
    assert "written by a newer version" in sentence_of(ProjectNewer, path, home)


def test_a_newer_version_that_was_killed_before_it_folded_its_log_is_noticed(
    path: Path, home: Path
) -> None:
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 2")
    newer.commit()
    copy = path.parent / "copy"
    copy.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", copy / f"{path.name}{end}")
    newer.close()
    with pytest.raises(ProjectNewer):
        open_again(copy / path.name, home)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(share: float, path: Path, home: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))
    assert "is damaged" in sentence_of(ProjectDamaged, path, home)


@pytest.mark.parametrize("page", [1, 3, 10, 20])
def test_a_file_with_a_page_of_rubbish_is_damaged(page: int, path: Path, home: Path) -> None:
    patched(path, page * 4096, b"\xff" * 4096)
    said = sentence_of(ProjectDamaged, path, home)
    assert "is damaged" in said
    assert "open a backup" in said


def test_a_damaged_file_whose_writer_was_killed_keeps_its_log_unfolded(
    path: Path, home: Path
) -> None:
    writer = sqlite3.connect(path)
    writer.execute("INSERT INTO setting VALUES ('x', 'y')")
    writer.commit()
    copy = path.parent / "copy"
    copy.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", copy / f"{path.name}{end}")
    writer.close()
    copied = copy / path.name
    patched(copied, 10 * 4096, b"\xff" * 4096)
    before = {end: Path(f"{copied}{end}").read_bytes() for end in ("", "-wal")}
    with pytest.raises(ProjectDamaged):
        open_again(copied, home)
    assert {end: Path(f"{copied}{end}").read_bytes() for end in ("", "-wal")} == before


def test_a_row_that_cannot_be_read_is_told_with_the_name_of_the_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE claim SET record = '{}'")
        other.execute("UPDATE event SET line = 'no line' WHERE type = 'link.made'")
        other.commit()
    with Reader(path) as reader:
        with pytest.raises(ProjectDamaged, match=r"a\.provdesk is damaged: it holds a claim"):
            reader.claims()
        with pytest.raises(ProjectDamaged, match=r"a\.provdesk is damaged: it holds an entry"):
            list(reader.events())
        assert len(reader.links()) == 30


def test_a_file_that_lost_a_table_is_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE claim")
    with Reader(path) as reader, pytest.raises(ProjectDamaged, match="no such table"):
        reader.claims()


def test_a_project_that_is_there_is_not_made_again(path: Path, home: Path) -> None:
    with untouched(path), pytest.raises(ProjectFileError, match=r"a\.provdesk is already there"):
        create(path, home)


def test_a_project_in_a_folder_that_is_not_there_is_not_made(tmp_path: Path, home: Path) -> None:
    with pytest.raises(ProjectMissing, match=r"There is no folder nowhere for a\.provdesk"):
        create(tmp_path / "nowhere" / "a.provdesk", home)


def test_a_file_that_vanished_takes_no_more_steps(path: Path, home: Path) -> None:
    project = open_again(path, home)
    before = projections(project.store)
    path.rename(path.with_name("moved.provdesk"))
    with pytest.raises(ProjectMissing, match=r"a\.provdesk is no longer where it was opened"):
        project.add_claim(ClaimDraft("Lost?"))
    assert projections(project.store) == before
    path.with_name("moved.provdesk").rename(path)
    project.add_claim(ClaimDraft("Kept."))
    project.close()
    with Reader(path) as reader:
        assert reader.claims()[-1].wording == "Kept."


def test_a_file_that_vanished_can_still_be_closed(path: Path, home: Path) -> None:
    project = open_again(path, home)
    path.unlink()
    project.close()
    assert list(path.parent.iterdir()) == []


def test_a_file_that_was_moved_takes_its_last_steps_along(path: Path, home: Path) -> None:
    project = open_again(path, home)
    project.add_claim(ClaimDraft("The last step."))
    moved = path.rename(path.with_name("moved.provdesk"))
    with suppress(ProjectMissing):
        project.close()
    assert list(path.parent.iterdir()) == [moved]
    with Reader(moved, check=True) as reader:
        assert reader.claims()[-1].wording == "The last step."


def test_a_file_that_was_replaced_takes_no_more_steps(path: Path, home: Path) -> None:
    other = path.with_name("b.provdesk")
    shutil.copy(path, other)
    project = open_again(path, home)
    other.replace(path)
    before = path.read_bytes()
    with pytest.raises(ProjectMissing, match="moved, deleted or replaced"):
        project.add_claim(ClaimDraft("Lost?"))
    project.close()
    assert path.read_bytes() == before


def in_namespace(mounting: str, *asked: str) -> dict[str, Any]:
    """What a process says that has file systems of its own; skips where none can be had."""
    script = f'{mounting} && exec "$0" -m tests.integration.trouble_child "$@"'
    command = ["unshare", "-rm", "sh", "-c"]
    if subprocess.run([*command, f"{mounting}"], capture_output=True, check=False).returncode:
        pytest.skip("no file systems can be mounted here")
    return _said([*command, script, sys.executable, *asked])


def limited(size: int, *asked: str) -> dict[str, Any]:
    """What a process says whose files may not grow beyond a size."""
    script = f'ulimit -f {size // 512} && exec "$0" -m tests.integration.trouble_child "$@"'
    return _said(["sh", "-c", script, sys.executable, *asked])


def _said(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, text=True)
    assert done.stderr == ""
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Where a small disk is mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_a_full_disk_keeps_every_step_but_the_last(path: Path, home: Path, disk: Path) -> None:
    size = path.stat().st_size // 1024 + 300
    mounting = f"mount -t tmpfs -o size={size}k none {disk} && cp {path} {disk}"
    said = in_namespace(mounting, "fill", str(disk / path.name), str(home))
    assert said["error"] == "DiskFull"
    assert said["sentence"].startswith("There is no room left on the disk of a.provdesk.")
    assert said["steps"] > 3
    assert said["kept"] == said["steps"]
    assert said["replayed"] is True
    assert said["integrity"] == "ok"


def test_a_file_that_may_not_grow_keeps_every_step_but_the_last(path: Path, home: Path) -> None:
    said = limited(path.stat().st_size + 200_000, "fill", str(path), str(home))
    assert said["error"] == "ProjectFileError"
    assert said["sentence"].startswith("The disk of a.provdesk reported an error.")
    assert said["kept"] == said["steps"] > 3
    assert said["replayed"] is True
    with open_again(path, home) as project:
        assert replayed(project.store.events()) == projections(project.store)


def test_a_project_is_not_half_made_on_a_full_disk(home: Path, disk: Path) -> None:
    mounting = f"mount -t tmpfs -o size=60k none {disk}"
    said = in_namespace(mounting, "create", str(disk / "a.provdesk"), str(home))
    assert said["error"] == "DiskFull"
    assert "a.provdesk." in said["sentence"]
    assert ".new" not in said["sentence"]
    assert said["files"] == []


def test_a_read_only_folder_can_be_read_and_not_written(path: Path, home: Path) -> None:
    folder = path.parent
    mounting = f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}"
    with untouched(path):
        said = in_namespace(mounting, "write", str(path), str(home))
        assert said["error"] == "ProjectReadOnly"
        assert said["sentence"].startswith("a.provdesk or its folder can't be written.")
        assert in_namespace(mounting, "read", str(path), str(home))["claims"] == 1
        made = in_namespace(mounting, "create", str(folder / "b.provdesk"), str(home))
        assert made["error"] == "ProjectReadOnly"


def test_a_read_only_file_can_be_read_and_not_written(path: Path, home: Path) -> None:
    mounting = f"mount --bind {path} {path} && mount -o remount,ro,bind {path}"
    with untouched(path):
        said = in_namespace(mounting, "write", str(path), str(home))
        assert said["error"] == "ProjectReadOnly"
        assert in_namespace(mounting, "read", str(path), str(home))["claims"] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_said_so(path: Path, home: Path) -> None:
    path.chmod(0)
    with pytest.raises(ProjectFileError, match=r"a\.provdesk can't be read"):
        open_again(path, home)
