"""The marks beside the key: raised, never lowered, harmless when damaged."""

import os
from pathlib import Path

import pytest

from provenance_desk.audit.high_water import HighWater, Mark

PROJECT, FEED, OTHER = "1a" * 16, "2b" * 16, "3c" * 16
HEAD, HEAD_2 = "4d" * 32, "5e" * 32


def test_a_mark_is_kept_for_the_next_run(home: Path) -> None:
    assert HighWater(home).mark(PROJECT, FEED) is None
    assert HighWater(home).raise_mark(PROJECT, FEED, 3, HEAD)
    assert HighWater(home).mark(PROJECT, FEED) == Mark(FEED, 3, HEAD)


def test_a_mark_rises_and_never_falls(home: Path) -> None:
    marks = HighWater(home)
    marks.raise_mark(PROJECT, FEED, 3, HEAD)
    marks.raise_mark(PROJECT, FEED, 2, HEAD_2)
    marks.raise_mark(PROJECT, FEED, 3, HEAD_2)
    assert marks.mark(PROJECT, FEED) == Mark(FEED, 3, HEAD)
    marks.raise_mark(PROJECT, FEED, 4, HEAD_2)
    assert marks.mark(PROJECT, FEED) == Mark(FEED, 4, HEAD_2)


def test_projects_and_feeds_have_marks_of_their_own(home: Path) -> None:
    marks = HighWater(home)
    marks.raise_mark(PROJECT, FEED, 3, HEAD)
    marks.raise_mark(PROJECT, OTHER, 5, HEAD)
    marks.raise_mark(OTHER, FEED, 7, HEAD)
    assert marks.marks(PROJECT) == {FEED: Mark(FEED, 3, HEAD), OTHER: Mark(OTHER, 5, HEAD)}
    assert marks.marks("00" * 16) == {}


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b'{"feed":"x"}\n', b'{"size":"3"}\n', b"["])
def test_a_damaged_mark_counts_as_none_and_is_written_again(home: Path, damage: bytes) -> None:
    marks = HighWater(home)
    marks.raise_mark(PROJECT, FEED, 3, HEAD)
    next(path for path in home.rglob(FEED)).write_bytes(damage)
    assert marks.mark(PROJECT, FEED) is None
    assert marks.marks(PROJECT) == {}
    marks.raise_mark(PROJECT, FEED, 2, HEAD_2)
    assert marks.mark(PROJECT, FEED) == Mark(FEED, 2, HEAD_2)


@pytest.mark.parametrize("name", ["../../x", "", "x" * 32, "1A" * 16, "1a" * 16 + "\n"])
def test_an_id_is_never_a_path(home: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a project or feed id"):
        HighWater(home).raise_mark(PROJECT, name, 1, HEAD)
    with pytest.raises(ValueError, match="not a project or feed id"):
        HighWater(home).marks(name)


def test_a_home_that_cannot_be_written_is_told_not_raised(home: Path) -> None:
    (home / "high-water").write_text("a file where a folder should be")
    assert not HighWater(home).raise_mark(PROJECT, FEED, 3, HEAD)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
def test_marks_are_private(home: Path) -> None:
    HighWater(home).raise_mark(PROJECT, FEED, 3, HEAD)
    assert next(home.rglob(FEED)).stat().st_mode & 0o077 == 0
    assert (home / "high-water").stat().st_mode & 0o077 == 0
