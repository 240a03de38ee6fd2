"""SSH signatures (SSHSIG) of our own key: what `ssh-keygen -Y verify` checks without our program.

Format: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig
"""

import base64
import hashlib
import re
from binascii import Error as Base64Error
from typing import Final

from provenance_desk.audit import keys
from provenance_desk.audit.errors import BadSshSignature
from provenance_desk.audit.keys import SSH_KIND, SigningKey, ssh_blob, ssh_string
from provenance_desk.domain.errors import InvalidValue

NAMESPACE: Final = "provenance-desk-bundle"
"""What our signatures are for; a signature of another namespace is refused."""

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4)
_HASH: Final = b"sha512"
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_COLUMNS: Final = 70
_MAX_ARMOR: Final = 4096
_PRINCIPAL: Final = re.compile("[A-Za-z0-9][A-Za-z0-9@._/-]{0,99}")
# Windows checkouts and mail turn the line ends of the armour; base64 itself stays canonical.
_ARMOR: Final = re.compile(rf"{_BEGIN}\r?\n((?:[A-Za-z0-9+/=]{{1,76}}\r?\n)+){_END}(?:\r?\n)?")


def sign_ssh(message: bytes, key: SigningKey, namespace: str = NAMESPACE) -> bytes:
    """The armored SSHSIG file of the key over the message."""
    signature = ssh_string(SSH_KIND) + ssh_string(key.sign(_signed(message, namespace)))
    parts = (ssh_blob(key.public), namespace.encode(), b"", _HASH, signature)
    blob = _MAGIC + _VERSION + b"".join(map(ssh_string, parts))
    encoded = base64.b64encode(blob).decode()
    lines = [encoded[at : at + _COLUMNS] for at in range(0, len(encoded), _COLUMNS)]
    return "\n".join((_BEGIN, *lines, _END, "")).encode()


def check_ssh(armored: bytes, message: bytes, public: str, namespace: str = NAMESPACE) -> None:
    """Return if the key signed the message; else BadSshSignature.

    T-SSHSIG (not the form), T-NOKEY (another key) or T-SIGNATURE.
    """
    signer, signed_for, signature = _parsed(armored)
    if signed_for != namespace.encode():
        raise BadSshSignature("T-SSHSIG", "The SSH signature was made for another purpose.")
    if signer != ssh_blob(public):
        raise BadSshSignature("T-NOKEY", "The SSH signature is of another key.")
    if not keys.verify(public, _signed(message, namespace), signature):
        raise BadSshSignature("T-SIGNATURE", "The SSH signature does not hold.")


def public_key_line(public: str, comment: str = "") -> str:
    """The public key as OpenSSH writes it, one line."""
    return f"ssh-ed25519 {base64.b64encode(ssh_blob(public)).decode()} {comment}".rstrip() + "\n"


def allowed_signers_line(public: str, principal: str, namespace: str = NAMESPACE) -> str:
    """The line of an allowed_signers file that lets this key sign bundles as `principal`."""
    if not _PRINCIPAL.fullmatch(principal):
        raise InvalidValue("A principal is 1 to 100 of A-Z, a-z, 0-9 and @ . _ / -.")
    return f'{principal} namespaces="{namespace}" {public_key_line(public)}'


def _signed(message: bytes, namespace: str) -> bytes:
    """What the key really signs: purpose and hash of the message."""
    parts = (namespace.encode(), b"", _HASH, hashlib.sha512(message).digest())
    return _MAGIC + b"".join(map(ssh_string, parts))


def _parsed(armored: bytes) -> tuple[bytes, bytes, bytes]:
    """Public key blob, namespace and 64-byte signature of an armored file."""
    blob = _unarmored(armored)
    if not blob.startswith(_MAGIC + _VERSION):
        raise _malformed("its version is unknown")
    signer, namespace, reserved, hashed, signature = _strings(blob[len(_MAGIC) + 4 :], 5)
    if reserved or hashed != _HASH:
        raise _malformed("its hash is not sha512, or a reserved field is used")
    kind, raw = _strings(signature, 2)
    if kind != SSH_KIND or len(raw) != 64:
        raise _malformed("it is not an Ed25519 signature")
    return signer, namespace, raw


def _unarmored(armored: bytes) -> bytes:
    try:
        found = _ARMOR.fullmatch(armored[: _MAX_ARMOR + 1].decode("ascii"))
    except UnicodeDecodeError:
        found = None
    if found is None or len(armored) > _MAX_ARMOR:
        raise _malformed("it has not the form of one")
    encoded = re.sub(r"\r?\n", "", found[1])
    try:
        blob = base64.b64decode(encoded, validate=True)
    except Base64Error:
        raise _malformed("its base64 is broken") from None
    if base64.b64encode(blob).decode() != encoded:
        raise _malformed("its base64 is not the canonical one")
    return blob


def _strings(data: bytes, count: int) -> list[bytes]:
    """Exactly `count` SSH strings and nothing after them."""
    found = []
    for _ in range(count):
        size = int.from_bytes(data[:4])
        if len(data) < 4 + size or len(data) < 4:
            raise _malformed("it was cut off")
        found.append(data[4 : 4 + size])
        data = data[4 + size :]
    if data:
        raise _malformed("it has bytes after its end")
    return found


def _malformed(why: str) -> BadSshSignature:
    return BadSshSignature("T-SSHSIG", f"The file is no SSH signature of this format: {why}.")
