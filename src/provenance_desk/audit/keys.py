"""Ed25519 keys: signing, verifying, and how a key is shown to people.

A public key is 64 lowercase hexadecimal digits everywhere. People see its OpenSSH fingerprint, or
the first 128 bits of that fingerprint as 12 BIP-39 words.
"""

import base64
import hashlib

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey as NaclKey
from nacl.signing import VerifyKey

from provenance_desk.audit import bip39
from provenance_desk.audit.text_rules import HEX_64

SSH_KIND = b"ssh-ed25519"
_SEED_WORDS = 24


class SigningKey:
    """A private Ed25519 key; its seed never shows in a repr or a traceback."""

    __slots__ = ("_key", "public")

    def __init__(self, key: NaclKey) -> None:
        self._key = key
        self.public: str = bytes(key.verify_key).hex()

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key from the randomness of the system."""
        return cls(NaclKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> "SigningKey":
        """The key of a 32-byte seed."""
        return cls(NaclKey(seed))

    @classmethod
    def from_backup(cls, text: str) -> "SigningKey":
        """The key of the 24 words of a printed backup; WrongWords if they don't hold."""
        return cls.from_seed(bip39.from_words(text, _SEED_WORDS))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes; for the key file and the backup only."""
        return bytes(self._key)

    def backup_words(self) -> tuple[str, ...]:
        """The seed as 24 words, to be printed and locked away."""
        return bip39.to_words(self.seed)

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature of the message."""
        return self._key.sign(message).signature

    def __repr__(self) -> str:
        return f"SigningKey({fingerprint(self.public)})"


def verify(public: str, message: bytes, signature: bytes) -> bool:
    """Whether the signature is the key's; low-order keys and odd encodings are refused."""
    if not HEX_64.fullmatch(public) or len(signature) != 64:
        return False
    try:
        VerifyKey(bytes.fromhex(public)).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def ssh_blob(public: str) -> bytes:
    """The public key in the wire form of OpenSSH."""
    return ssh_string(SSH_KIND) + ssh_string(bytes.fromhex(public))


def ssh_string(data: bytes) -> bytes:
    """Bytes with their length before them, as every SSH format writes them."""
    return len(data).to_bytes(4) + data


def fingerprint(public: str) -> str:
    """`SHA256:…` as `ssh-keygen -lf` prints it."""
    return "SHA256:" + base64.b64encode(_digest(public)).decode().rstrip("=")


def words(public: str) -> tuple[str, ...]:
    """Twelve words for the first 128 bits of the fingerprint, to compare by voice."""
    return bip39.to_words(_digest(public)[:16])


def short_words(public: str) -> str:
    """The first three of the twelve words, as shown beside a name."""
    return " ".join(words(public)[:3])


def short_id(public: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 of the key, used in names."""
    return hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16]


def key_name(public: str) -> str:
    """The name a key signs notes with: `provdesk/<short id>`."""
    return f"provdesk/{short_id(public)}"


def _digest(public: str) -> bytes:
    return hashlib.sha256(ssh_blob(public)).digest()
