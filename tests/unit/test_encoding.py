"""How bytes become characters, and what is said about it."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.intake.encoding import decode
from provenance_desk.intake.encoding_names import CODECS, name_of
from provenance_desk.intake.errors import BinaryFile, EncodingUnclear

RUSSIAN = (
    "В понедельник министр обороны заявил, что генерал Мизинцев освобождён от должности. "
    "По его словам, решение было принято ещё в апреле."
)
UKRAINIAN = (
    "У понеділок міністр оборони заявив, що генерала звільнено з посади. "
    "Є й інші думки, їх теж треба почути."
)
GERMAN = "Der Minister erklärte, dass die Maßnahmen für alle gälten. Über Kosten sprach er nicht."
FRENCH = "Le ministre a déclaré lundi que « la situation a changé ». Où étaient-ils, à l’époque ?"
POLISH = "Minister oświadczył w poniedziałek, że środki będą dotyczyły wszystkich. Zażółć gęślą."
CZECH = "Ministr v pondělí prohlásil, že opatření se týkají všech občanů. Příliš žluťoučký kůň."
GREEK = "Ο υπουργός δήλωσε τη Δευτέρα ότι τα μέτρα ισχύουν για όλους τους πολίτες."
TURKISH = "Bakan pazartesi günü yaptığı açıklamada önlemlerin geçerli olduğunu söyledi. Şu an yok."
HEBREW = "השר אמר ביום שני שהצעדים יחולו על כל האזרחים. לדבריו, ההחלטה התקבלה באפריל."
ARABIC = (
    "قال الوزير يوم الاثنين إن الإجراءات تنطبق على جميع المواطنين. وأضاف أن القرار اتخذ في أبريل."
)
JAPANESE = "国防大臣は月曜日、将軍が解任されたと発表した。この決定は四月に行われたという。"
CHINESE = "国防部长星期一宣布，将军已被解除职务。他说这一决定是在四月作出的。"
KOREAN = "국방부 장관은 월요일 장군이 해임되었다고 발표했다. 이 결정은 4월에 내려졌다고 한다."
ENGLISH = "The general – known as “the butcher” – was dismissed. It’s not clear why, he said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, e) for e in ("windows-1251", "koi8-r", "ibm866", "iso-8859-5")),
        ("Привет, мир.", "windows-1251"),
        ("Министр обороны уволен", "koi8-r"),
        (UKRAINIAN, "koi8-u"),
        (GERMAN, "windows-1252"),
        (GERMAN, "ibm850"),
        (FRENCH, "windows-1252"),
        (FRENCH, "macintosh"),
        (POLISH, "windows-1250"),
        (CZECH, "iso-8859-2"),
        (GREEK, "windows-1253"),
        (TURKISH, "windows-1254"),
        (HEBREW, "windows-1255"),
        (ARABIC, "windows-1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc-kr"),
        (ENGLISH, "windows-1252"),
        (RUSSIAN, "utf-16le"),
        (RUSSIAN, "utf-16be"),
        (ENGLISH, "utf-16le"),
    ],
)
def test_an_encoding_that_nothing_names_is_guessed_and_the_guess_is_told(
    text: str, encoding: str
) -> None:
    found = decode(text.encode(CODECS[encoding]), "a.txt")
    assert (found.text, found.encoding) == (text, encoding)
    assert f"Read as {encoding} (guessed)" in found.notes[0]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_is_dropped(codec: str) -> None:
    text, encoding, notes = decode(("\ufeff" + RUSSIAN).encode(codec), "a.txt")
    assert (text, notes) == (RUSSIAN, ())
    assert CODECS[encoding] == codec


def test_utf_8_needs_no_note() -> None:
    assert decode(RUSSIAN.encode(), "a.txt") == (RUSSIAN, "utf-8", ())


def test_utf_8_goes_before_a_declaration_that_is_wrong() -> None:
    assert decode(RUSSIAN.encode(), "a.html", "windows-1251").encoding == "utf-8"


def test_a_declaration_goes_before_a_guess() -> None:
    found = decode(GERMAN.encode("iso8859_15"), "a.html", "ISO-8859-15")
    assert found == (GERMAN, "iso-8859-15", ())


def test_latin_1_is_read_as_the_web_reads_it() -> None:
    assert decode(b"\x93quoted\x94", "a.html", "latin1") == ("“quoted”", "windows-1252", ())


@pytest.mark.parametrize("label", ["rot13", "zlib", "unicode_escape", "utf-7", "", "кои8", "\0"])
def test_a_label_that_names_no_encoding_of_text_is_passed_over(label: str) -> None:
    assert name_of(label) is None


def test_iso_2022_jp_is_seen_through_its_ascii_bytes() -> None:
    data = JAPANESE.encode("iso2022_jp")
    assert decode(data, "a.html", "iso-2022-jp") == (JAPANESE, "iso-2022-jp", ())


def test_damaged_utf_8_stays_utf_8_and_says_so() -> None:
    found = decode(RUSSIAN.encode() + b"\xd0", "a.txt")
    assert found.encoding == "utf-8"
    assert found.text[:-1] == RUSSIAN
    assert "damaged" in found.notes[0]


def test_lone_surrogates_in_utf_16_do_not_stop_the_reading() -> None:
    found = decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00c", "a.txt")
    assert found.text == "a\uffffb\uffff"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00" * 64, b"\x01\x02\xff\xfe" * 50])
def test_bytes_that_are_no_text_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(BinaryFile, match=r"“photo\.txt” holds no text"):
        decode(data, "photo.txt")


def test_text_that_cannot_be_told_is_refused_with_what_to_do() -> None:
    with pytest.raises(EncodingUnclear, match=r"“a\.txt” .* save it as UTF-8"):
        decode(bytes(range(0x80, 0x100)), "a.txt")


def test_a_stray_control_character_is_no_reason_to_refuse() -> None:
    assert decode(b"Hello\x00World\x07.", "a.txt").text == "Hello\x00World\x07."


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_decoding_utf_8_loses_and_moves_nothing(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused_in_words(data: bytes) -> None:
    try:
        found = decode(data, "a.txt")
    except (BinaryFile, EncodingUnclear):
        return
    assert found.encoding in CODECS
