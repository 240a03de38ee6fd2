"""Hashes, signed notes and SSH signatures as docs/audit-format.md has them (sections 6 and 7)."""

import base64
import hashlib
import re

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey


class Refused(Exception):
    """The first thing that breaks a rule of the format, with the code that the text gives it."""


def need(condition: object, code: str) -> None:
    """Refuse with this code unless the condition holds."""
    if not condition:
        raise Refused(code)


def sha(data: bytes) -> str:
    """SHA-256 as the format writes it."""
    return hashlib.sha256(data).hexdigest()


def check_title(line: str, word: str) -> None:
    need(not re.fullmatch(f"provdesk/([2-9]|[1-9][0-9]+) {word}", line), "V-NEWER")
    need(line == f"provdesk/1 {word}", "T-ORIGIN")


def key_name(public: str) -> str:
    return f"provdesk/{sha(bytes.fromhex(public))[:16]}"


def read_note(note: bytes) -> tuple[str, dict[tuple[str, bytes], bytes]]:
    """The text of a signed note, and its signatures by key name and key id."""
    need(len(note) <= 2_000_000 and not re.search(rb"[\x00-\x09\x0b-\x1f]", note), "T-NOTE")
    try:
        text, _, rest = note.decode("utf-8").rpartition("\n\n")
        lines = [re.fullmatch("— ([^ +]+) ([^ ]+)", line) for line in rest.split("\n")[:-1]]
        need(rest.endswith("\n") and 1 <= len(lines) <= 16 and all(lines), "T-NOTE")
        raw = [(found[1], found[2], base64.b64decode(found[2])) for found in lines if found]
    except ValueError:
        raise Refused("T-NOTE") from None
    need(all(base64.b64encode(data).decode() == written for _, written, data in raw), "T-NOTE")
    signatures = {(name, data[:4]): data[4:] for name, _, data in raw}
    need(len(signatures) == len(raw), "T-NOTE")
    return f"{text}\n", signatures


def open_note(note: bytes, public: str) -> str:
    """The text that this key signed."""
    text, signatures = read_note(note)
    name, key = key_name(public), bytes.fromhex(public)
    wanted = (name, hashlib.sha256(name.encode() + b"\n\x01" + key).digest()[:4])
    need(wanted in signatures, "T-NOKEY")
    check_signature(key, text.encode(), signatures[wanted])
    return text


def check_signature(key: bytes, message: bytes, signature: bytes) -> None:
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError):
        raise Refused("T-SIGNATURE") from None


def check_ssh(armor: bytes, signers: bytes, message: bytes, public: str) -> None:
    """The exporter's SSH signature over the message, and the line that lets ssh-keygen check it."""
    begin, end = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"
    lines = armor.replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
    need(lines[0] == begin and lines[-1] == end, "T-SSHSIG")
    key, encoded = ssh(b"ssh-ed25519") + ssh(bytes.fromhex(public)), b"".join(lines[1:-1])
    namespace = b"provenance-desk-bundle"
    top = b"SSHSIG" + (1).to_bytes(4) + ssh(key) + ssh(namespace) + ssh(b"") + ssh(b"sha512")
    try:
        blob = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise Refused("T-SSHSIG") from None
    inner = ssh(b"ssh-ed25519") + (64).to_bytes(4)
    need(
        base64.b64encode(blob) == encoded and len(blob) == len(top) + 4 + len(inner) + 64,
        "T-SSHSIG",
    )
    need(blob.startswith(top + (len(inner) + 64).to_bytes(4) + inner), "T-NOKEY")
    digest = ssh(hashlib.sha512(message).digest())
    signed = b"SSHSIG" + ssh(namespace) + ssh(b"") + ssh(b"sha512") + digest
    check_signature(bytes.fromhex(public), signed, blob[-64:])
    line = f'{key_name(public)} namespaces="{namespace.decode()}" ssh-ed25519 '
    need(signers == line.encode() + base64.b64encode(key) + b"\n", "B-SIGNERS")


def ssh(data: bytes) -> bytes:
    """A string as SSH writes it."""
    return len(data).to_bytes(4) + data
