"""C2SP signed notes: a text, an empty line, and lines of Ed25519 signatures.

    text of one or more lines
    <empty line>
    — <key name> <base64 of 4 bytes key id and 64 bytes signature>

The key id is the start of SHA-256(key name, newline, 0x01, public key). Specification:
https://c2sp.org/signed-note
"""

import base64
import hashlib
import re
from binascii import Error as Base64Error
from dataclasses import dataclass
from typing import Final

from provenance_desk.audit import keys
from provenance_desk.audit.errors import BadNote
from provenance_desk.audit.keys import SigningKey
from provenance_desk.audit.text_rules import shown
from provenance_desk.domain.errors import InvalidValue

MAX_NOTE: Final = 2_000_000
"""Most bytes of a note that is looked at."""

MAX_SIGNATURES: Final = 16
"""Most signatures of a note that is looked at."""

_ED25519: Final = b"\x01"
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_NAME = re.compile(r"[^\s+]+")
_LINE = re.compile("— ([^ ]+) ([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line of a note, not yet verified."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A note as parsed; its text is worth nothing until a signature was verified."""

    text: str
    signatures: tuple[Signature, ...]


def key_id(name: str, public: str) -> bytes:
    """The four bytes that say which key of that name signed."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + bytes.fromhex(public)).digest()[:4]


def sign_note(text: str, key: SigningKey, name: str = "") -> bytes:
    """A signed note over a text that ends with a newline; the name is `provdesk/…` if not given."""
    name = name or keys.key_name(key.public)
    if not text.endswith("\n") or _CONTROL.search(text):
        raise InvalidValue("A note's text ends with a newline and holds no control characters.")
    if not _NAME.fullmatch(name):
        raise InvalidValue("A note's key name holds no space and no plus sign.")
    signed = key_id(name, key.public) + key.sign(text.encode())
    return f"{text}\n— {name} {base64.b64encode(signed).decode()}\n".encode()


def parse_note(data: bytes) -> Note:
    """The text and the signatures of a note; BadNote with T-NOTE if it is not well formed."""
    text, found, lines = _readable(data).rpartition("\n\n")
    if not found or not lines.endswith("\n"):
        raise BadNote("T-NOTE", "The note has no signature, or was cut off.")
    written = lines.removesuffix("\n").split("\n")
    if len(written) > MAX_SIGNATURES:
        raise BadNote("T-NOTE", f"The note has {len(written)} signatures; {MAX_SIGNATURES} fit.")
    signatures = tuple(_signature(line) for line in written)
    if len({(known.name, known.key_id) for known in signatures}) < len(signatures):
        raise BadNote("T-NOTE", "The note has two signatures of one key.")
    return Note(f"{text}\n", signatures)


def open_note(data: bytes, public: str, name: str = "") -> str:
    """The text that this key signed; BadNote with T-NOTE, T-NOKEY or T-SIGNATURE if it did not."""
    note = parse_note(data)
    name = name or keys.key_name(public)
    wanted = (name, key_id(name, public))
    for known in note.signatures:
        if (known.name, known.key_id) == wanted:
            return _verified(note, known, public)
    others = ", ".join(shown(known.name, 40) for known in note.signatures)
    raise BadNote("T-NOKEY", f"The note is not signed by {name}, but by {others}.")


def verifier_key(public: str, name: str = "") -> str:
    """The key as other tools for signed notes take it: `name+id+base64`."""
    name = name or keys.key_name(public)
    encoded = base64.b64encode(_ED25519 + bytes.fromhex(public)).decode()
    return f"{name}+{key_id(name, public).hex()}+{encoded}"


def parse_verifier_key(text: str) -> tuple[str, str]:
    """Name and public key of a verifier key; InvalidValue if it does not hold together."""
    name, _, rest = text.partition("+")
    known_id, _, encoded = rest.partition("+")
    key = _base64(encoded)
    if key is None or len(key) != 33 or key[:1] != _ED25519 or not _NAME.fullmatch(name):
        raise InvalidValue("This is not the verifier key of an Ed25519 key.")
    public = key[1:].hex()
    if known_id != key_id(name, public).hex():
        raise InvalidValue("The verifier key's number belongs to another key.")
    return name, public


def _verified(note: Note, known: Signature, public: str) -> str:
    if not keys.verify(public, note.text.encode(), known.signature):
        raise BadNote("T-SIGNATURE", f"The signature of {shown(known.name, 40)} does not hold.")
    return note.text


def _readable(data: bytes) -> str:
    if len(data) > MAX_NOTE:
        raise BadNote("T-NOTE", f"The note has {len(data)} bytes; {MAX_NOTE} fit.")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise BadNote("T-NOTE", "The note is not UTF-8.") from None
    if _CONTROL.search(text):
        raise BadNote("T-NOTE", "The note holds a carriage return or another control character.")
    return text


def _signature(line: str) -> Signature:
    parts = _LINE.fullmatch(line)
    signed = _base64(parts[2]) if parts else None
    if parts is None or signed is None or not _NAME.fullmatch(parts[1]):
        raise BadNote("T-NOTE", f"“{shown(line, 40)}” is not a signature line.")
    if len(signed) < 5:
        raise BadNote("T-NOTE", f"The signature of {shown(parts[1], 40)} is cut off.")
    return Signature(parts[1], signed[:4], signed[4:])


def _base64(text: str) -> bytes | None:
    """The bytes of base64 in its one canonical writing, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except (Base64Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None
