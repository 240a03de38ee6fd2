"""Files from the disk: bounded, named without folders, refused in words."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.intake import files
from provenance_desk.intake.errors import EmptyFile, TooBig, UnreadableFile
from provenance_desk.intake.files import LoadedFile, load
from provenance_desk.intake.names import MAX_NAME, safe_name


def test_a_file_is_its_bytes_and_its_name_without_folders(tmp_path: Path) -> None:
    path = tmp_path / "secret folder" / "e\u0301tude.txt"
    path.parent.mkdir()
    path.write_bytes(b"Words.\r\n")
    assert load(path) == LoadedFile(b"Words.\r\n", "étude.txt")


def test_a_vanished_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"^“gone\.txt” is not there"):
        load(tmp_path / "gone.txt")


def test_a_folder_is_told_from_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a folder"):
        load(tmp_path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(EmptyFile, match=r"“a\.txt” is empty"):
        load(tmp_path / "a.txt")


def test_a_file_of_200_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(TooBig, match=r"“big\.txt” is too big: files of up to 100 MB"):
        load(path)


def test_a_file_that_grows_while_it_is_read_stays_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 30)
    monkeypatch.setattr(files, "MAX_BYTES", 20)
    with pytest.raises(TooBig):
        load(path)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFile, match="a device or a pipe"):
        load(tmp_path / "pipe")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UnreadableFile, match="leads back to itself"):
        load(tmp_path / "loop")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_forbidden_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="may not be read"):
        load(path)


def test_a_forbidden_file_is_told_whoever_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not be read"):
        load(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a" * 300, "nul\0.txt"])
def test_a_name_that_no_disk_holds_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile):
        load(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("/home/jane/report.txt", "report.txt"),
        ("C:\\Users\\jane\\report.txt", "report.txt"),
        ("e\u0301.txt", "é.txt"),
        ("a\nb\x1b[31m.txt", "a\\x0ab\\x1b[31m.txt"),
        ("invoice\u202etxt.exe", "invoice\\u202etxt.exe"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"),
        ("\ud800", "\\ud800"),
        ("", "unnamed"),
        ("/", "unnamed"),
        ("x" * 300 + ".pdf", "x" * 250 + "….pdf"),
    ],
)
def test_a_name_is_safe_to_show_and_to_store(name: str, shown: str) -> None:
    assert safe_name(name) == shown


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_a_safe_name_stays_as_it_is(name: str) -> None:
    shown = safe_name(name)
    assert 0 < len(shown) <= MAX_NAME
    assert shown.encode("utf-8")
    assert safe_name(shown.replace("\\", "")) == shown.replace("\\", "") or "\\" in shown
