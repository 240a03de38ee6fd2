"""Ed25519 keys, their fingerprints, their words and their backup."""

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from provenance_desk.audit import bip39, keys
from provenance_desk.audit.errors import WrongWords
from provenance_desk.audit.hashes import sha256_file, sha256_hex
from provenance_desk.audit.keys import SigningKey

KEY = SigningKey.from_seed(bytes(range(32)))


def test_a_signature_holds_for_its_key_and_message_only() -> None:
    signature = KEY.sign(b"message")
    assert keys.verify(KEY.public, b"message", signature)
    assert not keys.verify(KEY.public, b"messagf", signature)
    assert not keys.verify(SigningKey.generate().public, b"message", signature)


@pytest.mark.parametrize(
    ("public", "signature"),
    [
        ("", bytes(64)),
        ("zz" * 32, bytes(64)),
        (KEY.public.upper(), KEY.sign(b"")),
        (KEY.public, b""),
        (KEY.public, KEY.sign(b"") + b"\0"),
        ("\u0660" * 64, bytes(64)),
    ],
)
def test_odd_input_is_no_signature_and_no_accident(public: str, signature: bytes) -> None:
    assert not keys.verify(public, b"", signature)


@pytest.mark.parametrize("public", ["01" + "00" * 31, "00" * 32, "ec" + "ff" * 30 + "7f"])
def test_low_order_keys_verify_nothing(public: str) -> None:
    assert not keys.verify(public, b"any", bytes.fromhex("01" + "00" * 63))
    assert not keys.verify(public, b"any", bytes(64))


def test_a_seed_makes_the_key_of_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    key = SigningKey.from_seed(seed)
    assert key.public == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e0")
    assert key.seed == seed


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_the_fingerprint_is_the_one_of_ssh_keygen(tmp_path: Path) -> None:
    key = SigningKey.generate()
    line = f"ssh-ed25519 {base64.b64encode(keys.ssh_blob(key.public)).decode()} x\n"
    (tmp_path / "key.pub").write_text(line)
    told = subprocess.run(
        ["ssh-keygen", "-lf", str(tmp_path / "key.pub")], capture_output=True, text=True, check=True
    )
    assert told.stdout.split()[1] == keys.fingerprint(key.public)


def test_the_words_are_the_first_128_bits_of_the_fingerprint() -> None:
    digest = base64.b64decode(keys.fingerprint(KEY.public).removeprefix("SHA256:") + "=")
    assert bip39.from_words(" ".join(keys.words(KEY.public)), 12) == digest[:16]
    assert keys.short_words(KEY.public).split() == list(keys.words(KEY.public)[:3])


def test_the_key_name_is_made_of_the_hash_of_the_key() -> None:
    digest = hashlib.sha256(bytes.fromhex(KEY.public)).hexdigest()
    assert keys.key_name(KEY.public) == f"provdesk/{digest[:16]}"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("00" * 16, "abandon " * 11 + "about"),
        ("7f" * 16, "legal winner thank year wave sausage worth useful legal winner thank yellow"),
        (
            "80" * 16,
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
        ),
        ("ff" * 16, "zoo " * 11 + "wrong"),
        ("00" * 32, "abandon " * 23 + "art"),
        ("ff" * 32, "zoo " * 23 + "vote"),
        (
            "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
            (
                "void come effort suffer camp survey warrior heavy shoot primary clutch crush "
                "open amazing screen patrol group space point ten exist slush involve unfold"
            ),
        ),
    ],
)
def test_words_are_those_of_the_published_bip_39_vectors(data: str, words: str) -> None:
    assert " ".join(bip39.to_words(bytes.fromhex(data))) == words.strip()
    assert bip39.from_words(words, len(words.split())).hex() == data


def test_a_backup_is_read_however_it_was_typed() -> None:
    words = KEY.backup_words()
    numbered = "\n".join(f"{place}. {word.upper()}," for place, word in enumerate(words, 1))
    assert SigningKey.from_backup(numbered).public == KEY.public


def test_a_short_backup_says_how_many_words_there_are() -> None:
    with pytest.raises(WrongWords, match="23 words; 24 are needed"):
        SigningKey.from_backup(" ".join(KEY.backup_words()[:23]))


def test_a_mistyped_word_is_named_with_its_place_and_a_near_word() -> None:
    words = ["abandon"] * 23 + ["art"]
    words[4] = "abandom"
    with pytest.raises(WrongWords, match=r"Word 5, “abandom”.*Did you mean abandon"):
        SigningKey.from_backup(" ".join(words))


def test_two_words_that_changed_places_are_noticed() -> None:
    words = list(KEY.backup_words())
    words[0], words[1] = words[1], words[0]
    with pytest.raises(WrongWords, match="do not belong together"):
        SigningKey.from_backup(" ".join(words))


def test_hashes_of_bytes_and_files_agree(tmp_path: Path) -> None:
    data = b"x" * 1_000_000
    (tmp_path / "file").write_bytes(data)
    assert sha256_file(tmp_path / "file") == sha256_hex(data) == hashlib.sha256(data).hexdigest()
