"""The zip reader: plain zips of any writer are read, in pieces, to the last byte."""

import io
import os
import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from provenance_desk.audit.errors import Refused
from provenance_desk.exchange.zip_names import is_plain
from provenance_desk.exchange.zip_reader import ZipReader
from tests.integration.zip_maker import Entry, written

NOISE = random.Random(1).randbytes(700_000)


def zip_at(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def read(path: Path) -> dict[str, bytes]:
    with ZipReader(path) as reader:
        return {name: b"".join(reader.chunks(name)) for name in reader.members}


def test_members_come_out_as_they_went_in(tmp_path: Path) -> None:
    members = {"empty": b"", "letter": b"x", "noise": NOISE, "text": b"again and " * 100}
    assert read(zip_at(tmp_path / "a.zip", **members)) == members


def test_stored_members_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(written([Entry(b"a", NOISE, method=0), Entry(b"b", b"", method=0)]))
    assert read(path) == {"a": NOISE, "b": b""}


def test_two_members_are_read_in_turn(tmp_path: Path) -> None:
    with ZipReader(zip_at(tmp_path / "a.zip", a=NOISE, b=NOISE[::-1])) as reader:
        pairs = list(zip(reader.chunks("a"), reader.chunks("b"), strict=True))
    assert len(pairs) > 1
    assert b"".join(a for a, _ in pairs) == NOISE
    assert b"".join(b for _, b in pairs) == NOISE[::-1]


def test_a_large_member_is_never_whole_in_memory(tmp_path: Path) -> None:
    path = zip_at(tmp_path / "a.zip", a=NOISE * 60)
    tracemalloc.start()
    with ZipReader(path) as reader:
        size = sum(map(len, reader.chunks("a")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 60 * len(NOISE)
    assert peak < 4_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.audit.zip")
    with pytest.raises(Refused) as refusal:
        ZipReader(tmp_path / "pipe.audit.zip")
    assert refusal.value.code == "Z-NOTFILE"


def test_a_zip_of_no_entries_has_no_members(tmp_path: Path) -> None:
    assert read(zip_at(tmp_path / "a.zip")) == {}


def test_what_the_standard_library_lets_pass_is_refused(tmp_path: Path) -> None:
    """Prefixed bytes: `zipfile` reads them without a word."""
    path = tmp_path / "a.zip"
    data = b"MZ" + written([Entry(b"a", b"hello")])
    assert zipfile.ZipFile(io.BytesIO(data)).read("a") == b"hello"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        ZipReader(path)
    assert refused.value.code == "Z-LAYOUT"


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(written([Entry(b"a", b"one"), Entry(b"a", b"two")]))
    with pytest.raises(Refused) as refused:
        ZipReader(path)
    assert refused.value.code == "Z-DUPNAME"


def test_every_cut_of_a_zip_is_refused(tmp_path: Path) -> None:
    data = written([Entry(b"top/a", b"hello"), Entry(b"top/b", NOISE[:300])])
    path = tmp_path / "a.zip"
    for length in range(len(data)):
        path.write_bytes(data[:length])
        with pytest.raises(Refused) as refused:
            ZipReader(path)
        assert refused.value.code.startswith("Z-")


@pytest.mark.parametrize(
    "name",
    ["a", "top/data/feeds/0a/events.jsonl", "A-b_c.d", "x" * 100, "com.txt", "console", "a.b.c"],
)
def test_plain_names_may_stand_in_a_bundle(name: str) -> None:
    assert is_plain(name.encode())


@pytest.mark.parametrize(
    "name",
    [
        "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", ".a", "a.", "a b", "a\\b", "c:a", "a\n",
        "a\x00", "a*", "é", "CON", "con.txt", "a/Aux", "lpt1.x", "x" * 101, "ab/" * 80, "~",
    ],
)  # fmt: skip
def test_other_names_may_not(name: str) -> None:
    assert not is_plain(name.encode())
