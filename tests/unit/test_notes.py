"""Signed notes: written as C2SP says, and refused when anything in them is odd."""

import base64

import pytest

from provenance_desk.audit import notes
from provenance_desk.audit.errors import BadNote
from provenance_desk.audit.keys import SigningKey, key_name
from provenance_desk.audit.notes import open_note, parse_note, sign_note
from provenance_desk.domain.errors import InvalidValue

KEY = SigningKey.from_seed(bytes(range(32)))
OTHER = SigningKey.from_seed(bytes(32))
TEXT = "first line\nsecond line\n"
NOTE = sign_note(TEXT, KEY)
SIGNATURE = NOTE.removeprefix(TEXT.encode() + b"\n")


def code(data: bytes, public: str = KEY.public) -> str:
    """The code with which a note is refused."""
    with pytest.raises(BadNote) as caught:
        open_note(data, public)
    return caught.value.code


def test_a_note_is_its_text_an_empty_line_and_a_signature_line() -> None:
    assert NOTE.decode().startswith(f"{TEXT}\n— {key_name(KEY.public)} ")
    assert open_note(NOTE, KEY.public) == TEXT


def test_a_text_may_hold_empty_lines() -> None:
    text = "a\n\n— not a signature\n\nb\n"
    assert open_note(sign_note(text, KEY), KEY.public) == text


def test_signatures_of_others_beside_ours_do_no_harm() -> None:
    both = NOTE + sign_note(TEXT, OTHER).removeprefix(TEXT.encode() + b"\n")
    assert open_note(both, KEY.public) == TEXT
    assert open_note(both, OTHER.public) == TEXT
    stranger = base64.b64encode(b"1234" + bytes(3)).decode()
    assert open_note(NOTE + f"— example.org {stranger}\n".encode(), KEY.public) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"text\n",
        b"text\n\n",
        NOTE[:-1],
        NOTE.replace(b"\n", b"\r\n"),
        NOTE + b"\n",
        NOTE + b"x",
        b"\xff" + NOTE,
        b"\x00" + NOTE,
        TEXT.encode() + SIGNATURE,
        NOTE.replace("— ".encode(), b"- "),
        NOTE.replace("— ".encode(), "—  ".encode()),
        NOTE.replace(b"=\n", b"\n"),
        NOTE.replace(b"=\n", b"==\n"),
        NOTE + SIGNATURE,
        NOTE.replace(b"provdesk/", "prov\u00a0desk/".encode()),
        NOTE.replace(b"provdesk/", b"prov+desk/"),
        TEXT.encode() + "\n— name AAAA\n".encode(),
        NOTE + b"".join(f"— n{i} {'A' * 8}\n".encode() for i in range(16)),
        b"x" * 2_000_001,
    ],
    ids=lambda data: repr(data[-24:]),
)
def test_an_odd_note_is_refused(data: bytes) -> None:
    assert code(data) == "T-NOTE"


def test_sixteen_signatures_are_looked_at() -> None:
    lines = b"".join(f"— n{i} {'A' * 8}\n".encode() for i in range(15))
    assert len(parse_note(NOTE + lines).signatures) == 16
    assert open_note(NOTE + lines, KEY.public) == TEXT


def test_a_second_writing_of_the_same_base64_is_refused() -> None:
    signed = bytearray(NOTE)
    place = signed.rindex(b"=") - 1
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    signed[place] = alphabet[alphabet.index(signed[place]) ^ 1]
    assert code(bytes(signed)) == "T-NOTE"


def test_another_key_is_not_the_author() -> None:
    assert code(NOTE, OTHER.public) == "T-NOKEY"
    assert code(sign_note(TEXT, OTHER, key_name(KEY.public))) == "T-NOKEY"


def test_a_changed_text_or_signature_does_not_hold() -> None:
    assert code(NOTE.replace(b"first", b"First")) == "T-SIGNATURE"
    name, encoded = SIGNATURE.decode().split()[1:]
    signed = bytearray(base64.b64decode(encoded))
    signed[20] ^= 1
    changed = f"{TEXT}\n— {name} {base64.b64encode(signed).decode()}\n"
    assert code(changed.encode()) == "T-SIGNATURE"
    short = f"{TEXT}\n— {name} {base64.b64encode(signed[:60]).decode()}\n"
    assert code(short.encode()) == "T-SIGNATURE"


def test_every_changed_bit_is_refused() -> None:
    for bit in range(len(NOTE) * 8):
        changed = bytearray(NOTE)
        changed[bit // 8] ^= 1 << bit % 8
        assert code(bytes(changed)) in ("T-NOTE", "T-NOKEY", "T-SIGNATURE")


def test_a_low_order_author_key_signs_nothing() -> None:
    weak = "01" + "00" * 31
    forged = notes.key_id("weak", weak) + bytes.fromhex("01" + "00" * 63)
    note = f"{TEXT}\n— weak {base64.b64encode(forged).decode()}\n"
    with pytest.raises(BadNote) as caught:
        open_note(note.encode(), weak, "weak")
    assert caught.value.code == "T-SIGNATURE"


@pytest.mark.parametrize("text", ["", "no newline", "tab\tin\n", "cr\r\n", "\x00\n"])
def test_a_text_that_no_reader_would_take_is_not_signed(text: str) -> None:
    with pytest.raises(InvalidValue):
        sign_note(text, KEY)


@pytest.mark.parametrize("name", ["a b", "a+b", "a\u2003b", "a\nb"])
def test_a_key_name_that_no_reader_would_take_is_not_used(name: str) -> None:
    with pytest.raises(InvalidValue):
        sign_note(TEXT, KEY, name)


def test_a_verifier_key_holds_name_and_key() -> None:
    text = notes.verifier_key(KEY.public)
    assert notes.parse_verifier_key(text) == (key_name(KEY.public), KEY.public)
    with pytest.raises(InvalidValue, match="another key"):
        notes.parse_verifier_key("x" + text)
    with pytest.raises(InvalidValue, match="not the verifier key"):
        notes.parse_verifier_key(text[:-4])
