"""Sealing: heads are signed after reading them again; damage is never signed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from provenance_desk.audit.checkpoints import open_checkpoint
from provenance_desk.audit.identity import create_identity, load_identity
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.claims import add_claim as add
from provenance_desk.project.project import SEAL_AFTER, Project
from provenance_desk.project.sealing import DamagedLog
from provenance_desk.store.reader import Reader
from tests.reviewing import create, open_again


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.provdesk"


@pytest.fixture
def project(path: Path, home: Path) -> Iterator[Project]:
    project = create(path, home)
    yield project
    project.store.close()


def add_claims(project: Project, count: int) -> None:
    """So many claims in one step."""
    with project.step() as work:
        for number in range(count):
            add(work, ClaimDraft(f"Claim {number} of the review"))


def sealed(queries: Reader | Project) -> int:
    """How many events of the first feed the newest checkpoint covers, its signature checked."""
    store = queries.store if isinstance(queries, Project) else queries
    state = store.feeds()[0]
    note = store.checkpoint(state.feed)
    if note is None:
        return 0
    checkpoint = open_checkpoint(note, state.author, project=store.project_id(), feed=state.feed)
    assert checkpoint.size == state.sealed
    return checkpoint.size


def flip(path: Path, text: bytes) -> None:
    """Flip a bit in the file where a wording stands in a line of the log."""
    data = bytearray(path.read_bytes())
    at = data.index(b'"wording":"' + text + b' of the review"},"clock"') + 11
    data[at] ^= 1
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data[at : at + 1])


def folded(path: Path) -> None:
    """Have everything in the file itself, as it is after a while."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize(
    "change",
    ["line = 'text'", "line = x'00', event = lower(hex(line))", "line = 7"],
)
def test_a_row_that_is_no_line_is_not_signed(project: Project, path: Path, change: str) -> None:
    add_claims(project, 3)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE event SET {change} WHERE seq = 6")
    with pytest.raises(DamagedLog, match="Entry 7 of your feed"):
        project.seal()
    assert sealed(project) == 4


def test_an_entry_that_is_no_json_under_its_own_hash_is_not_signed(
    project: Project, path: Path
) -> None:
    add_claims(project, 3)
    with closing(sqlite3.connect(path)) as other, other:
        row = (b"no entry", sha256(b"no entry").hexdigest())
        other.execute("UPDATE event SET line = ?, event = ? WHERE seq = 6", row)
    with pytest.raises(DamagedLog, match="Entry 7 of your feed"):
        project.seal()


def test_what_is_unsealed_is_counted(project: Project) -> None:
    assert project.unsealed == 0
    add_claims(project, 5)
    assert project.unsealed == 5
    assert project.seal()
    assert (project.unsealed, sealed(project)) == (0, 9)
    assert not project.seal()


def test_closing_seals(path: Path, home: Path) -> None:
    with create(path, home) as project:
        add_claims(project, 5)
    with Reader(path) as reader:
        assert sealed(reader) == 9


def test_a_feed_is_sealed_after_so_many_events_without_being_asked(project: Project) -> None:
    add_claims(project, SEAL_AFTER - 1)
    assert project.unsealed == SEAL_AFTER - 1
    project.add_claim(ClaimDraft("One more"))
    assert project.unsealed == 0


def test_a_locked_key_lets_steps_be_saved_and_sealing_wait(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "locked"
    create_identity(home, "Reviewer", "correct horse")
    identity = load_identity(home)
    assert identity.locked
    with Project.create(path, "Test", identity, home) as project:
        add_claims(project, SEAL_AFTER + 1)
        assert not project.seal()
        assert project.unsealed == SEAL_AFTER + 5
    with Project.open(path, identity, home) as project:
        assert (sealed(project), len(project.store.claims())) == (0, SEAL_AFTER + 1)
        identity.unlock("correct horse")
        assert project.seal()
        assert sealed(project) == SEAL_AFTER + 5


def test_a_bit_that_flipped_on_the_disk_is_not_signed(path: Path, project: Project) -> None:
    add_claims(project, 3)
    folded(path)
    flip(path, b"Claim 1")
    with pytest.raises(DamagedLog, match=r"Entry 6 of your feed reads back .* Nothing was signed"):
        project.seal()
    assert project.unsealed == 3
    assert sealed(project) == 4


def test_what_was_sealed_is_read_again_before_an_export(path: Path, project: Project) -> None:
    add_claims(project, 3)
    project.seal()
    project.add_claim(ClaimDraft("Later"))
    folded(path)
    flip(path, b"Claim 1")
    assert project.seal()
    with pytest.raises(DamagedLog, match="Entry 6"):
        project.seal(whole=True)


def test_an_entry_that_is_gone_from_the_disk_is_not_signed(path: Path, project: Project) -> None:
    add_claims(project, 3)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM event WHERE seq = 6")
        other.commit()
    with pytest.raises(DamagedLog, match="Entry 7"):
        project.seal()


def test_the_last_sealed_entry_that_is_gone_is_noticed(path: Path, project: Project) -> None:
    add_claims(project, 3)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM event WHERE seq = 3")
        other.commit()
    with pytest.raises(DamagedLog, match="Entry 4"):
        project.seal()


def test_a_step_is_saved_even_where_sealing_after_it_fails(path: Path, project: Project) -> None:
    add_claims(project, 3)
    folded(path)
    flip(path, b"Claim 1")
    told: list[int] = []
    project.observe(lambda changes: told.append(len(changes.claims)))
    add_claims(project, SEAL_AFTER)
    assert told == [SEAL_AFTER]
    assert isinstance(project.seal_problem, DamagedLog)
    with pytest.raises(DamagedLog):
        project.seal()


def test_closing_a_damaged_project_gives_the_file_back(path: Path, home: Path) -> None:
    project = create(path, home)
    add_claims(project, 3)
    folded(path)
    flip(path, b"Claim 1")
    with pytest.raises(DamagedLog):
        project.close()
    assert [p.name for p in path.parent.iterdir()] == ["a.provdesk"]
    open_again(path, home).store.close()
