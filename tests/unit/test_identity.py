"""The reviewer's key file: made, read again, sealed, mended, and refused with a sentence."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from provenance_desk.audit.errors import (
    DamagedIdentity,
    HomeError,
    KeyLocked,
    NoIdentity,
    WrongPassphrase,
)
from provenance_desk.audit.home import desk_home
from provenance_desk.audit.identity import (
    choose_identity,
    create_identity,
    has_identity,
    identities,
    load_identity,
    own_keys,
)
from provenance_desk.audit.keys import SigningKey, verify
from provenance_desk.domain.errors import InvalidValue

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")


def test_a_new_identity_signs_and_is_found_again(home: Path) -> None:
    made = create_identity(home, "Nadia K.")
    found = load_identity(home)
    assert (found.pseudonym, found.public) == ("Nadia K.", made.public)
    assert not found.protected
    assert not found.locked
    assert verify(made.public, b"text", found.key.sign(b"text"))


def test_desk_home_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVDESK_HOME", str(tmp_path / "room" / "seat 7"))
    assert desk_home() == tmp_path / "room" / "seat 7"
    assert desk_home().is_dir()


@posix
def test_home_and_key_file_are_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVDESK_HOME", str(tmp_path / "new"))
    identity = create_identity(desk_home(), "A")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE(identity.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(identity.path.parent.stat().st_mode) == 0o700


@posix
def test_a_key_file_open_to_others_is_closed_and_used(home: Path) -> None:
    path = create_identity(home, "A").path
    path.chmod(0o644)
    load_identity(home)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where a folder should be")
    with pytest.raises(HomeError, match="can't be written") as caught:
        create_identity(tmp_path, "A")
    assert str(tmp_path) in str(caught.value)
    assert not has_identity(tmp_path)


def test_nothing_is_left_beside_the_key_file(home: Path) -> None:
    create_identity(home, "A").rename("B")
    beside = [path.name for path in (home / "keys").iterdir() if path.suffix != ".json"]
    assert beside == ["default"]
    assert len(list((home / "keys").iterdir())) == 2


def test_a_passphrase_locks_the_key_until_it_is_given(home: Path) -> None:
    made = create_identity(home, "A", "correct horse")
    assert made.key.seed.hex() not in made.path.read_text()
    found = load_identity(home)
    assert found.protected
    assert found.locked
    with pytest.raises(KeyLocked, match="locked"):
        _ = found.key
    with pytest.raises(WrongPassphrase, match="needs its passphrase"):
        found.unlock()
    with pytest.raises(WrongPassphrase, match="not the passphrase of “A”"):
        found.unlock("correct hose")
    assert found.unlock("correct horse").public == made.public
    assert found.unlock() is found.key


def test_an_unlocked_key_stays_so_for_the_run(home: Path) -> None:
    create_identity(home, "A", "x")
    found = load_identity(home)
    found.unlock("x")
    assert not found.locked


def test_a_passphrase_is_the_same_however_its_accents_were_typed(home: Path) -> None:
    create_identity(home, "A", "cafe\u0301")
    load_identity(home).unlock("caf\u00e9")


def test_the_passphrase_can_be_changed_and_taken_away(home: Path) -> None:
    identity = create_identity(home, "A")
    identity.change_passphrase(None, "one")
    with pytest.raises(WrongPassphrase):
        load_identity(home).change_passphrase("two", None)
    load_identity(home).change_passphrase("one", None)
    assert load_identity(home).key.public == identity.public


def test_an_empty_passphrase_is_refused_and_writes_nothing(home: Path) -> None:
    with pytest.raises(InvalidValue, match="passphrase is empty"):
        create_identity(home, "A", "")
    assert not has_identity(home)


def test_a_pseudonym_is_kept_in_one_form(home: Path) -> None:
    identity = create_identity(home, "  Zoe\u0308 ")
    assert identity.pseudonym == "Zo\u00eb"
    identity.rename("Ирина")
    assert load_identity(home).pseudonym == "Ирина"


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[0m", "a\u202eb", "x" * 65, "\ud800"])
def test_a_pseudonym_that_could_mislead_is_refused(home: Path, name: str) -> None:
    with pytest.raises(InvalidValue, match="pseudonym"):
        create_identity(home, name)


def test_an_empty_home_says_that_there_is_no_key(home: Path) -> None:
    assert not has_identity(home)
    with pytest.raises(NoIdentity, match="Choose a pseudonym"):
        load_identity(home)
    assert own_keys(home) == frozenset()


def test_a_home_may_hold_several_keys(home: Path) -> None:
    first = create_identity(home, "First")
    second = create_identity(home, "Second")
    assert load_identity(home).public == second.public
    choose_identity(home, first.public)
    assert load_identity(home).public == first.public
    assert load_identity(home, second.public).pseudonym == "Second"
    assert [(k.pseudonym, k.default) for k in identities(home)] == [
        ("First", True),
        ("Second", False),
    ]
    assert own_keys(home) == {first.public, second.public}


def test_a_lost_pointer_is_no_loss_while_there_is_one_key(home: Path) -> None:
    only = create_identity(home, "A")
    (home / "keys" / "default").write_text("nonsense/../..")
    assert load_identity(home).public == only.public


def test_a_lost_pointer_among_several_keys_asks_to_choose(home: Path) -> None:
    create_identity(home, "A")
    create_identity(home, "B")
    (home / "keys" / "default").unlink()
    with pytest.raises(NoIdentity, match="2 keys"):
        load_identity(home)


def test_a_pointer_to_a_key_that_is_gone_says_so(home: Path) -> None:
    identity = create_identity(home, "A")
    identity.path.unlink()
    with pytest.raises(NoIdentity, match="no key in"):
        load_identity(home)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "JSON object"),
        (b"\x00" * 300, "JSON object"),
        (b'{"format":"provdesk-key/1"}\n', "not a key file"),
        (b'{"format":"provdesk-key/2"}\n', "newer version"),
    ],
)
def test_a_damaged_key_file_is_named(home: Path, data: bytes, why: str) -> None:
    path = create_identity(home, "A").path
    path.write_bytes(data)
    with pytest.raises(DamagedIdentity, match=why) as caught:
        load_identity(home)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("change", ["seed", "public", "cost", "box"])
def test_a_key_file_that_does_not_hold_together_is_damaged(home: Path, change: str) -> None:
    path = create_identity(home, "A", None if change in ("seed", "public") else "x").path
    value = json.loads(path.read_text())
    match change:
        case "seed":
            value["seed"] = "00" * 32
        case "public":
            value["public"] = "00" * 32
        case "cost":
            value["sealed"]["memory"] = 1 << 40
        case _:
            value["sealed"]["box"] = "00"
    path.write_text(json.dumps(value, separators=(",", ":"), sort_keys=True))
    with pytest.raises(DamagedIdentity, match="damaged"):
        load_identity(home)


def test_a_backup_of_24_words_brings_the_key_back(home: Path, tmp_path: Path) -> None:
    words = " ".join(create_identity(home, "A").key.backup_words())
    restored = create_identity(tmp_path / "other", "A", key=SigningKey.from_backup(words))
    assert restored.public == load_identity(home).public


def test_a_key_that_is_here_is_not_restored_over_itself(home: Path) -> None:
    identity = create_identity(home, "A")
    with pytest.raises(InvalidValue, match="already"):
        create_identity(home, "B", key=identity.key)
    assert load_identity(home).pseudonym == "A"


def test_the_seed_does_not_show_in_a_repr(home: Path) -> None:
    identity = create_identity(home, "A")
    assert identity.key.seed.hex() not in f"{identity!r} {identity.key!r}"


def test_a_disk_that_cannot_flush_folders_keeps_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        flush(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    made = create_identity(tmp_path, "Anna")
    assert load_identity(tmp_path).public == made.public
