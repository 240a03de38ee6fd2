"""The reviewer's own key file: made once, kept private, opened with a passphrase if it has one.

`keys/<short id>.json` in the home holds one key, `keys/default` names the one in use. The seed is
there in clear (`seed`) or sealed with a passphrase (`sealed`: Argon2id, then XChaCha20-Poly1305
with the public key as bound data).
"""

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from provenance_desk.audit import key_file
from provenance_desk.audit.errors import DamagedIdentity, KeyLocked, NoIdentity
from provenance_desk.audit.home import keep_private, write_private
from provenance_desk.audit.key_file import KeyFile, Seal
from provenance_desk.audit.keys import SigningKey, fingerprint, short_id, short_words
from provenance_desk.audit.text_rules import typed, unshowable
from provenance_desk.domain.errors import InvalidValue

LONGEST_PSEUDONYM = 64
_FOLDER = "keys"
_DEFAULT = "default"


class Identity:
    """One key of this reviewer: its pseudonym, its public side, and the key once unlocked."""

    def __init__(self, path: Path, record: KeyFile, key: SigningKey | None = None) -> None:
        self.path = path
        self._record = record
        self._key = key

    @property
    def pseudonym(self) -> str:
        """The name this reviewer chose to be known by."""
        return self._record.pseudonym

    @property
    def public(self) -> str:
        """The public key, 64 hexadecimal digits."""
        return self._record.public

    @property
    def protected(self) -> bool:
        """Whether the file needs a passphrase."""
        return isinstance(self._record.secret, Seal)

    @property
    def locked(self) -> bool:
        """Whether the passphrase is still to be asked for in this run."""
        return self._key is None

    @property
    def key(self) -> SigningKey:
        """The signing key; KeyLocked while the passphrase was not given."""
        if self._key is None:
            raise KeyLocked(f"The key of “{self.pseudonym}” is locked. Give its passphrase first.")
        return self._key

    def unlock(self, passphrase: str | None = None) -> SigningKey:
        """The signing key, kept for this run; WrongPassphrase if the passphrase is another."""
        if self._key is None:
            self._key = key_file.opened(self._record, passphrase, self.path)
        return self._key

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """Seal the key with another passphrase, or with none; the old one is asked for again."""
        key = key_file.opened(self._record, old, self.path)
        self._save(replace(self._record, secret=key_file.secret_of(key, new)))
        self._key = key

    def rename(self, pseudonym: str) -> None:
        """Take another pseudonym; what was signed under the old one stays as it is."""
        self._save(replace(self._record, pseudonym=checked_pseudonym(pseudonym)))

    def __repr__(self) -> str:
        return f"Identity({self.pseudonym!r}, {fingerprint(self.public)})"

    def _save(self, record: KeyFile) -> None:
        write_private(self.path, key_file.written(record))
        self._record = record


@dataclass(frozen=True, slots=True)
class KnownIdentity:
    """A key of this home as a list shows it."""

    pseudonym: str
    public: str
    words: str
    default: bool


def create_identity(
    home: Path, pseudonym: str, passphrase: str | None = None, *, key: SigningKey | None = None
) -> Identity:
    """Make a key (or take one restored from its backup), write it, use it from now on."""
    key = key or SigningKey.generate()
    path = home / _FOLDER / f"{short_id(key.public)}.json"
    if path.exists():
        raise InvalidValue(f"The key {short_words(key.public)} is already in {path.parent}.")
    made = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    secret = key_file.secret_of(key, passphrase)
    record = KeyFile(checked_pseudonym(pseudonym), key.public, made, secret)
    write_private(path, key_file.written(record))
    choose_identity(home, key.public)
    return Identity(path, record, key)


def has_identity(home: Path) -> bool:
    """Whether this home holds a key to work with."""
    return (home / _FOLDER / _DEFAULT).is_file() or bool(_key_files(home))


def load_identity(home: Path, public: str | None = None) -> Identity:
    """The key in use, or the one asked for; unlocked at once if it has no passphrase."""
    path = _path_of(home, public)
    try:
        keep_private(path)
        record = key_file.read(path.read_bytes(), path)
    except FileNotFoundError:
        raise NoIdentity(f"There is no key in {path}. Make one, or restore a backup.") from None
    except OSError as problem:
        raise DamagedIdentity(f"The key file {path} can't be read: {problem.strerror}.") from None
    identity = Identity(path, record)
    if not identity.protected:
        identity.unlock()
    return identity


def choose_identity(home: Path, public: str) -> None:
    """Use another key of this home from now on."""
    write_private(home / _FOLDER / _DEFAULT, f"{short_id(public)}\n".encode())


def identities(home: Path) -> list[KnownIdentity]:
    """Every readable key of this home, by pseudonym; damaged files are left out."""
    default = _default_name(home)
    found = []
    for path in _key_files(home):
        try:
            record = key_file.read(path.read_bytes(), path)
        except (DamagedIdentity, OSError):
            continue
        words = short_words(record.public)
        found.append(KnownIdentity(record.pseudonym, record.public, words, path.stem == default))
    return sorted(found, key=lambda known: (known.pseudonym.casefold(), known.public))


def own_keys(home: Path) -> frozenset[str]:
    """The public keys that belong to the person at this computer."""
    return frozenset(known.public for known in identities(home))


def checked_pseudonym(text: str) -> str:
    """A pseudonym in the form it is kept; InvalidValue says what is wrong with it."""
    name = typed(unicodedata.normalize("NFC", text).strip(), "The pseudonym")
    if not name:
        raise InvalidValue("The pseudonym is empty. Type a name to be known by.")
    if len(name) > LONGEST_PSEUDONYM:
        raise InvalidValue(f"The pseudonym has {len(name)} characters; {LONGEST_PSEUDONYM} fit.")
    if unshowable(name):
        raise InvalidValue("The pseudonym holds a line break or an invisible mark. Remove it.")
    return name


def _path_of(home: Path, public: str | None) -> Path:
    name = short_id(public) if public else _default_name(home)
    if name:
        return home / _FOLDER / f"{name}.json"
    files = _key_files(home)
    if not files:
        raise NoIdentity(
            f"There is no key in {home / _FOLDER} yet. Choose a pseudonym to make one."
        )
    if len(files) > 1:
        raise NoIdentity(f"There are {len(files)} keys in {home}. Choose one of them.")
    return files[0]


def _default_name(home: Path) -> str:
    try:
        name = (home / _FOLDER / _DEFAULT).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    is_name = len(name) == 16 and set(name) <= set("0123456789abcdef")
    return name if is_name else ""


def _key_files(home: Path) -> list[Path]:
    folder = home / _FOLDER
    return sorted(folder.glob("[0-9a-f]*.json")) if folder.is_dir() else []
