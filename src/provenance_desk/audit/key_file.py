"""The bytes of a key file: reading them with suspicion, sealing the seed with a passphrase."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import nacl.utils
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import Aead

from provenance_desk.audit import canonical
from provenance_desk.audit.errors import DamagedIdentity, NotCanonical, WrongPassphrase
from provenance_desk.audit.keys import SigningKey
from provenance_desk.audit.text_rules import HEX_64
from provenance_desk.domain.errors import InvalidValue

FORMAT: Final = "provdesk-key/1"
# Argon2id "moderate": about 0.7 s and 256 MB on a laptop of 2020; paid once per run.
_ROUNDS: Final = argon2id.OPSLIMIT_MODERATE
_MEMORY: Final = argon2id.MEMLIMIT_MODERATE
_MOST_ROUNDS: Final = 16
_MOST_MEMORY: Final = 1 << 30
_SEALED_HEX: Final = re.compile("[0-9a-f]{144}")
_SALT_HEX: Final = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Seal:
    """A seed that only a passphrase opens: Argon2id's cost and salt, and the sealed box."""

    rounds: int
    memory: int
    salt: bytes
    box: bytes


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """What a key file says; `secret` is the seed itself or its seal."""

    pseudonym: str
    public: str
    made: str
    secret: bytes | Seal


def secret_of(key: SigningKey, passphrase: str | None) -> bytes | Seal:
    """What to write for a key: its seed, or with a passphrase the sealed seed."""
    if passphrase is None:
        return key.seed
    if not passphrase:
        raise InvalidValue("The passphrase is empty. Type one, or choose to have none.")
    salt = nacl.utils.random(argon2id.SALTBYTES)
    lock = Aead(_stretched(passphrase, salt, _ROUNDS, _MEMORY))
    return Seal(_ROUNDS, _MEMORY, salt, bytes(lock.encrypt(key.seed, bytes.fromhex(key.public))))


def opened(record: KeyFile, passphrase: str | None, path: Path) -> SigningKey:
    """The signing key of a key file; WrongPassphrase or DamagedIdentity if it does not open."""
    key = SigningKey.from_seed(_seed(record, passphrase))
    if key.public != record.public:
        raise _damaged(path, "its secret part belongs to another key")
    return key


def written(record: KeyFile) -> bytes:
    """The bytes of a key file, one canonical line."""
    value: dict[str, object] = {
        "format": FORMAT,
        "made": record.made,
        "pseudonym": record.pseudonym,
        "public": record.public,
    }
    match record.secret:
        case Seal(rounds, memory, salt, box):
            value["sealed"] = {
                "box": box.hex(),
                "kdf": "argon2id",
                "memory": memory,
                "rounds": rounds,
                "salt": salt.hex(),
            }
        case seed:
            value["seed"] = seed.hex()
    return canonical.encode(value) + b"\n"


def read(data: bytes, path: Path) -> KeyFile:
    """What a key file says; DamagedIdentity names the file and what is wrong with it."""
    try:
        value = canonical.parse(data.removesuffix(b"\n").removesuffix(b"\r"))
    except NotCanonical as problem:
        raise _damaged(path, problem.sentence.rstrip(".")) from None
    named = str(value.get("format", ""))
    if named != FORMAT and named.startswith("provdesk-key/"):
        raise DamagedIdentity(f"The key file {path} was made by a newer version of this program.")
    texts = [value.get(name) for name in ("pseudonym", "public", "made")]
    pseudonym, public, made = (text if isinstance(text, str) else "" for text in texts)
    if named != FORMAT or not pseudonym or not HEX_64.fullmatch(public):
        raise _damaged(path, "it is not a key file of this program")
    return KeyFile(pseudonym, public, made, _secret(value, path))


def _secret(value: dict[str, object], path: Path) -> bytes | Seal:
    match value:
        case {"seed": str(seed)} if HEX_64.fullmatch(seed):
            return bytes.fromhex(seed)
        case {
            "sealed": {
                "kdf": "argon2id",
                "rounds": int(rounds),
                "memory": int(memory),
                "salt": str(salt),
                "box": str(box),
            }
        } if _bearable(rounds, memory) and _SALT_HEX.fullmatch(salt) and _SEALED_HEX.fullmatch(box):
            return Seal(rounds, memory, bytes.fromhex(salt), bytes.fromhex(box))
        case _:
            raise _damaged(path, "its secret part is missing or cut")


def _bearable(rounds: int, memory: int) -> bool:
    """Whether opening would cost what libsodium allows and this computer can pay."""
    return (
        argon2id.OPSLIMIT_MIN <= rounds <= _MOST_ROUNDS
        and argon2id.MEMLIMIT_MIN <= memory <= _MOST_MEMORY
    )


def _seed(record: KeyFile, passphrase: str | None) -> bytes:
    match record.secret:
        case Seal(rounds, memory, salt, box):
            if not passphrase:
                raise WrongPassphrase(f"The key of “{record.pseudonym}” needs its passphrase.")
            lock = Aead(_stretched(passphrase, salt, rounds, memory))
            try:
                return lock.decrypt(box, bytes.fromhex(record.public))
            except CryptoError:
                raise WrongPassphrase(
                    f"This is not the passphrase of “{record.pseudonym}”. Type it again; without "
                    "it, only the printed backup of 24 words brings the key back."
                ) from None
        case seed:
            return seed


def _stretched(passphrase: str, salt: bytes, rounds: int, memory: int) -> bytes:
    # NFC, so that the same passphrase typed on another system has the same bytes.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return argon2id.kdf(Aead.KEY_SIZE, typed, salt, opslimit=rounds, memlimit=memory)


def _damaged(path: Path, why: str) -> DamagedIdentity:
    return DamagedIdentity(
        f"The key file {path} is damaged: {why}. Put back a copy of the file, or move it away and "
        "restore the key from its 24 words."
    )
