"""Whom this computer trusts, and by what name: a local file that never leaves in a bundle.

States rise from unknown over seen (a bundle of theirs was merged) and vouched (on a team's list) to
checked (compared in person, by typing three words). Nothing here is shared, and verifying a bundle
changes nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from provenance_desk.audit.errors import TrustError, WrongWords
from provenance_desk.audit.home import write_private
from provenance_desk.audit.identity import checked_pseudonym, own_keys
from provenance_desk.audit.keys import short_words
from provenance_desk.audit.text_rules import HEX_64
from provenance_desk.domain.errors import InvalidValue

FORMAT = "provdesk-trust/1"
_FILE = "trust.json"
_LOCK_SECONDS = 10


class Trust(StrEnum):
    """What this computer knows of a key, weakest first."""

    UNKNOWN = "unknown"
    SEEN = "seen"
    VOUCHED = "vouched"
    CHECKED = "checked"


_RANK = {state: rank for rank, state in enumerate(Trust)}


@dataclass(frozen=True, slots=True)
class KnownKey:
    """One line of the trust file."""

    state: Trust = Trust.UNKNOWN
    petname: str = ""
    note: str = ""


class TrustBook:
    """The trust file of one home, read anew whenever it is asked."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._path = home / _FILE

    def known(self) -> dict[str, KnownKey]:
        """Every key of the file by its public side; own keys are not listed."""
        return _read(self._path)

    def state(self, public: str) -> Trust:
        """What is known of a key; the person's own keys are checked."""
        return self.states([public])[public]

    def states(self, publics: Iterable[str]) -> dict[str, Trust]:
        """The states of several keys, reading the file once."""
        known, own = self.known(), own_keys(self._home)
        nobody = KnownKey()
        return {
            public: Trust.CHECKED if public in own else known.get(public, nobody).state
            for public in publics
        }

    def petname(self, public: str) -> str:
        """The name the person here gave to a key, or nothing."""
        return self.known().get(public, KnownKey()).petname

    def mark_seen(self, publics: Iterable[str]) -> None:
        """Remember keys whose entries were merged."""
        self._raise(publics, Trust.SEEN)

    def mark_vouched(self, publics: Iterable[str], note: str = "") -> None:
        """Remember keys that stand on a team's list; the note says whose."""
        self._raise(publics, Trust.VOUCHED, note)

    def mark_checked(self, public: str, typed_words: str) -> None:
        """Remember a key compared in person; WrongWords if the three words are not its own."""
        if re.findall("[a-z]+", typed_words.casefold()) != short_words(public).split():
            raise WrongWords(
                "These are not the three words of this key. Ask for them again, by voice or in "
                "person; if they differ again, the key is not the one you think it is."
            )
        self._raise([public], Trust.CHECKED)

    def set_petname(self, public: str, petname: str) -> None:
        """Name a key; an empty name takes it away. Two keys never get one name."""
        name = checked_pseudonym(petname) if petname else ""
        known = self.known()
        for other, entry in known.items():
            if name and other != public and entry.petname.casefold() == name.casefold():
                raise InvalidValue(f"Another key is already called “{entry.petname}”.")
        self._change([public], lambda entry: replace(entry, petname=name))

    def forget(self, public: str) -> None:
        """Make a key unknown again, without its petname."""
        self._change([public], lambda _: KnownKey())

    def _raise(self, publics: Iterable[str], state: Trust, note: str = "") -> None:
        def raised(entry: KnownKey) -> KnownKey:
            higher = _RANK[state] > _RANK[entry.state]
            return replace(entry, state=state, note=note) if higher else entry

        self._change(publics, raised)

    def _change(self, publics: Iterable[str], change: Callable[[KnownKey], KnownKey]) -> None:
        """Change some lines, whatever another running program changes at the same time."""
        try:
            with FileLock(self._path.with_suffix(".lock"), timeout=_LOCK_SECONDS):
                self._change_locked(publics, change)
        except Timeout:
            raise TrustError(
                f"Another running program holds the trust file {self._path}. Try again later."
            ) from None
        except OSError as problem:
            raise TrustError(
                f"The trust file {self._path} can't be changed: {problem.strerror}."
            ) from problem

    def _change_locked(
        self, publics: Iterable[str], change: Callable[[KnownKey], KnownKey]
    ) -> None:
        known = self.known()
        before = dict(known)
        for public in publics:
            known[_checked_key(public)] = change(known.get(public, KnownKey()))
        if known != before:
            write_private(self._path, _written(known))


def _checked_key(public: str) -> str:
    if not HEX_64.fullmatch(public):
        raise InvalidValue("A public key is 64 hexadecimal digits.")
    return public


def _written(known: dict[str, KnownKey]) -> bytes:
    entries = {public: _entry(known[public]) for public in sorted(known)}
    value = {"format": FORMAT, "keys": {public: e for public, e in entries.items() if e}}
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _entry(entry: KnownKey) -> dict[str, str]:
    state = "" if entry.state is Trust.UNKNOWN else str(entry.state)
    fields = {"state": state, "petname": entry.petname, "note": entry.note}
    return {name: value for name, value in fields.items() if value}


def _read(path: Path) -> dict[str, KnownKey]:
    try:
        value = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, orjson.JSONDecodeError) as problem:
        raise _damaged(path) from problem
    match value:
        case {"format": str(found), "keys": dict(entries)} if found == FORMAT:
            return {public: _known_key(public, entry, path) for public, entry in entries.items()}
        case {"format": str(found)} if found != FORMAT and found.startswith("provdesk-trust/"):
            raise TrustError(f"The trust file {path} was made by a newer version of this program.")
        case _:
            raise _damaged(path)


def _known_key(public: str, entry: object, path: Path) -> KnownKey:
    if not HEX_64.fullmatch(public) or not isinstance(entry, dict):
        raise _damaged(path)
    state, petname, note = (entry.get(name, "") for name in ("state", "petname", "note"))
    if not isinstance(petname, str) or not isinstance(note, str) or state not in ("", *Trust):
        raise _damaged(path)
    return KnownKey(Trust(state or "unknown"), petname, note)


def _damaged(path: Path) -> TrustError:
    return TrustError(
        f"The trust file {path} is damaged. Put back a copy, or move it away: every key is then "
        "unknown again, and nothing else is lost."
    )
