"""SSH signatures: accepted by the real ssh-keygen, and read strictly here."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest

from provenance_desk.audit.errors import BadSshSignature
from provenance_desk.audit.keys import SigningKey, fingerprint
from provenance_desk.audit.sshsig import (
    NAMESPACE,
    allowed_signers_line,
    check_ssh,
    public_key_line,
    sign_ssh,
)
from provenance_desk.domain.errors import InvalidValue

KEY = SigningKey.from_seed(bytes(range(32)))
MESSAGE = b"0123  data/README.txt\n"
ARMORED = sign_ssh(MESSAGE, KEY)

needs_ssh_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"
)


def code(armored: bytes, message: bytes = MESSAGE, public: str = KEY.public) -> str:
    """The code with which a signature is refused."""
    with pytest.raises(BadSshSignature) as caught:
        check_ssh(armored, message, public)
    return caught.value.code


def armored(blob: bytes) -> bytes:
    """A blob in the armour of SSH signatures."""
    text = base64.b64encode(blob).decode()
    return (
        f"-----BEGIN SSH SIGNATURE-----\n{text[:70]}\n{text[70:140]}\n{text[140:210]}\n".encode()
        + (
            f"{text[210:280]}\n{text[280:350]}\n".replace("\n\n", "\n").encode()
            + b"-----END SSH SIGNATURE-----\n"
        )
    )


def blob_of(signature: bytes) -> bytes:
    """The blob inside the armour."""
    return base64.b64decode(b"".join(signature.splitlines()[1:-1]))


def ssh_keygen(folder: Path, *arguments: str, message: bytes = MESSAGE) -> int:
    """The exit code of ssh-keygen, run in the folder with the message on its input."""
    (folder / "export.sshsig").write_bytes(ARMORED)
    (folder / "allowed_signers").write_text(allowed_signers_line(KEY.public, "provdesk/1"))
    ran = subprocess.run(
        ["ssh-keygen", *arguments], cwd=folder, input=message, capture_output=True, check=False
    )
    return ran.returncode


VERIFY = ("-Y", "verify", "-f", "allowed_signers", "-n", NAMESPACE, "-s", "export.sshsig")


@needs_ssh_keygen
def test_ssh_keygen_accepts_our_signature(tmp_path: Path) -> None:
    assert ssh_keygen(tmp_path, *VERIFY, "-I", "provdesk/1") == 0


@needs_ssh_keygen
def test_ssh_keygen_refuses_other_bytes_principals_and_purposes(tmp_path: Path) -> None:
    assert ssh_keygen(tmp_path, *VERIFY, "-I", "provdesk/1", message=MESSAGE + b"x") != 0
    assert ssh_keygen(tmp_path, *VERIFY, "-I", "provdesk/2") != 0
    other = [argument.replace(NAMESPACE, "file") for argument in VERIFY]
    assert ssh_keygen(tmp_path, *other, "-I", "provdesk/1") != 0


@needs_ssh_keygen
def test_ssh_keygen_checks_our_signature_without_knowing_the_key(tmp_path: Path) -> None:
    check = ("-Y", "check-novalidate", "-n", NAMESPACE, "-s", "export.sshsig")
    assert ssh_keygen(tmp_path, *check) == 0
    assert ssh_keygen(tmp_path, *check, message=b"") != 0


@needs_ssh_keygen
def test_ssh_keygen_reads_our_public_key(tmp_path: Path) -> None:
    (tmp_path / "key.pub").write_text(public_key_line(KEY.public, "Nadia"))
    told = subprocess.run(
        ["ssh-keygen", "-lf", "key.pub"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"256 {fingerprint(KEY.public)} Nadia (ED25519)\n"


@needs_ssh_keygen
def test_a_signature_made_by_ssh_keygen_is_accepted_here(tmp_path: Path) -> None:
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], cwd=tmp_path, check=True
    )
    (tmp_path / "file").write_bytes(MESSAGE)
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-f", "key", "-n", NAMESPACE, "file"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    blob = base64.b64decode((tmp_path / "key.pub").read_text().split()[1])
    made = (tmp_path / "file.sig").read_bytes()
    check_ssh(made, MESSAGE, blob[-32:].hex())
    check_ssh(made.replace(b"\n", b"\r\n"), MESSAGE, blob[-32:].hex())


def test_our_own_signature_is_accepted() -> None:
    check_ssh(ARMORED, MESSAGE, KEY.public)
    assert armored(blob_of(ARMORED)) == ARMORED


def test_another_message_key_or_purpose_is_refused() -> None:
    assert code(ARMORED, MESSAGE + b"\n") == "T-SIGNATURE"
    assert code(ARMORED, MESSAGE, SigningKey.generate().public) == "T-NOKEY"
    assert code(sign_ssh(MESSAGE, KEY, "file")) == "T-SSHSIG"


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\xff",
        ARMORED[:-4],
        ARMORED + b"x",
        b" " + ARMORED,
        ARMORED.replace(b"-----BEGIN", b"----BEGIN"),
        ARMORED.replace(b"U1NI", b"U1N!"),
        ARMORED.replace(b"U1NI", b"U1N="),
        b"x" * 5000,
        armored(b"SSHSIH" + blob_of(ARMORED)[6:]),
        armored(blob_of(ARMORED) + b"\0"),
        armored(blob_of(ARMORED)[:-1]),
        armored(blob_of(ARMORED)[:10]),
        armored(blob_of(ARMORED).replace(b"sha512", b"sha256")),
        armored(blob_of(ARMORED).replace(b"\0\0\0\1", b"\0\0\0\2", 1)),
    ],
    ids=lambda bad: repr(bad[-20:]),
)
def test_a_malformed_signature_is_refused(bad: bytes) -> None:
    assert code(bad) == "T-SSHSIG"


def test_every_changed_bit_of_the_blob_is_refused() -> None:
    blob = blob_of(ARMORED)
    for bit in range(len(blob) * 8):
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        assert code(armored(bytes(changed))) in ("T-SSHSIG", "T-NOKEY", "T-SIGNATURE")


@pytest.mark.parametrize("principal", ["", "a b", "*", "a,b", 'a"', "!a", "a\nb", "x" * 101])
def test_a_principal_that_means_more_than_one_name_is_refused(principal: str) -> None:
    with pytest.raises(InvalidValue):
        allowed_signers_line(KEY.public, principal)
