"""Local trust: states that only rise, petnames, and three words instead of a click."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from provenance_desk.audit.errors import TrustError, WrongWords
from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.keys import SigningKey, short_words, words
from provenance_desk.audit.trust import KnownKey, Trust, TrustBook
from provenance_desk.domain.errors import InvalidValue

NADIA, OLEG = (SigningKey.from_seed(bytes([seed]) * 32).public for seed in (1, 2))


def test_a_key_nobody_met_is_unknown_and_asking_writes_nothing(home: Path) -> None:
    assert TrustBook(home).state(NADIA) is Trust.UNKNOWN
    assert list(home.iterdir()) == []


def test_states_rise_and_never_fall(home: Path) -> None:
    book = TrustBook(home)
    book.mark_vouched([NADIA], "list of the desk")
    book.mark_seen([NADIA, OLEG])
    assert TrustBook(home).states([NADIA, OLEG]) == {NADIA: Trust.VOUCHED, OLEG: Trust.SEEN}
    assert book.known()[NADIA] == KnownKey(Trust.VOUCHED, "", "list of the desk")


def test_a_key_is_checked_by_its_three_words(home: Path) -> None:
    book = TrustBook(home)
    book.mark_checked(NADIA, short_words(NADIA).upper().replace(" ", ", "))
    assert book.state(NADIA) is Trust.CHECKED


@pytest.mark.parametrize(
    "typed", ["", short_words(OLEG), " ".join(words(NADIA)[:2]), " ".join(words(NADIA))]
)
def test_other_words_check_nothing(home: Path, typed: str) -> None:
    with pytest.raises(WrongWords, match="not the three words"):
        TrustBook(home).mark_checked(NADIA, typed)
    assert TrustBook(home).state(NADIA) is Trust.UNKNOWN


def test_the_own_key_is_checked(home: Path) -> None:
    assert TrustBook(home).state(create_identity(home, "Me").public) is Trust.CHECKED


def test_a_petname_is_kept_beside_any_state(home: Path) -> None:
    book = TrustBook(home)
    book.set_petname(NADIA, " Nadia from Lviv ")
    assert book.petname(NADIA) == "Nadia from Lviv"
    assert book.state(NADIA) is Trust.UNKNOWN
    book.mark_seen([NADIA])
    assert book.petname(NADIA) == "Nadia from Lviv"
    book.set_petname(NADIA, "")
    assert book.petname(NADIA) == ""


def test_two_keys_never_share_a_petname(home: Path) -> None:
    book = TrustBook(home)
    book.set_petname(NADIA, "Nadia")
    with pytest.raises(InvalidValue, match="already called"):
        book.set_petname(OLEG, "NADIA")
    book.set_petname(NADIA, "nadia")


def test_a_forgotten_key_is_unknown_again(home: Path) -> None:
    book = TrustBook(home)
    book.mark_seen([NADIA])
    book.set_petname(NADIA, "Nadia")
    book.forget(NADIA)
    assert book.known() == {}


def test_a_key_of_the_wrong_form_is_refused(home: Path) -> None:
    with pytest.raises(InvalidValue, match="64"):
        TrustBook(home).mark_seen(["../x"])


def test_two_programs_at_once_lose_nothing(home: Path) -> None:
    publics = [f"{number:064x}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda public: TrustBook(home).mark_seen([public]), publics))
    assert set(TrustBook(home).known()) == set(publics)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"format":"x","keys":{}}',
        b'{"format":"provdesk-trust/1","keys":[]}',
        b'{"format":"provdesk-trust/1","keys":{"x":{}}}',
        b'{"format":"provdesk-trust/1","keys":{"%s":{"state":"friend"}}}' % (b"1a" * 32),
        b'{"format":"provdesk-trust/1","keys":{"%s":{"state":[]}}}' % (b"1a" * 32),
    ],
)
def test_a_damaged_file_is_named_and_left_alone(home: Path, damage: bytes) -> None:
    path = home / "trust.json"
    path.write_bytes(damage)
    with pytest.raises(TrustError, match="is damaged") as caught:
        TrustBook(home).mark_seen([NADIA])
    assert str(path) in str(caught.value)
    assert path.read_bytes() == damage


def test_a_newer_file_is_not_touched(home: Path) -> None:
    (home / "trust.json").write_bytes(b'{"format":"provdesk-trust/2"}')
    with pytest.raises(TrustError, match="newer version"):
        TrustBook(home).state(NADIA)
