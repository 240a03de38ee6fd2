"""How a report puts things: counts, lists, dates and the words of the method, in English."""

import re
from collections.abc import Sequence

from provenance_desk.domain.document_events import Published
from provenance_desk.domain.judgements import Judgement, Speaker
from provenance_desk.domain.words import Access, Mode, Naming, Precision, Status

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
STATUS_WORDS = {
    Status.CONFIRMED: "Confirmed",
    Status.ALLEGED: "Alleged / only reported",
    Status.DISPUTED: "Disputed",
}
STATUS_MEANINGS = {
    Status.CONFIRMED: "the passage states the claim, names an origin that could know or whose own "
    "act it is, and the reviewer has seen that origin’s record or its verbatim words.",
    Status.ALLEGED: "only reported: somebody says so. The normal result; it says nothing against "
    "the speaker or the accused.",
    Status.DISPUTED: "the passage denies or contradicts the claim, reports it as contested, or "
    "contradicts itself on this point.",
}
NOT_PROMISED = (
    "A reviewer can rewrite their whole history before anybody else has seen a head of it.",
    "Times are the reviewer’s clock.",
    "A key is not a person.",
    "An authentic entry shows who recorded what; it does not make a claim so.",
    "The bundle is not encrypted.",
    "What was never exported can’t be missed.",
)
GLYPHS = {Status.CONFIRMED: "●", Status.ALLEGED: "◐", Status.DISPUTED: "◆"}
ACCESS_WORDS = {
    Access.NONE_NAMED: "",
    Access.RELAYED: "relayed, not quoted",
    Access.QUOTED: "quoted word for word",
    Access.SEEN: "the original seen",
}
NEARNESS = [Access.NONE_NAMED, Access.RELAYED, Access.QUOTED, Access.SEEN]
MODE_WORDS = {Mode.QUOTED: "quoted", Mode.PARAPHRASED: "paraphrased", Mode.IMPLIED: "implied"}
NAMING_WORDS = {Naming.NAMED: "", Naming.ROLE: "role only", Naming.UNNAMED: "not named"}
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "it": "Italian", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def count(number: int, one: str, many: str = "") -> str:
    """`1 passage`, `2 passages`, `1,640 passages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def in_documents(letters: Sequence[str]) -> str:
    """`in document A`, `in documents A and B`; many are counted."""
    if len(letters) > 8:
        return f"in {count(len(letters), 'document')}"
    return f"in document{'s' if len(letters) > 1 else ''} {listed(letters)}"


def letter(number: int) -> str:
    """The letter of the document in that place: A, B … Z, then AA, AB and so on."""
    name = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(65 + digit) + name
    return name


def date(value: str) -> str:
    """`27 Apr 2023`, `Apr 2023`, `2023`, or with the time in UTC, as exact as the value is."""
    day, _, clock = value.partition("T")
    year, *rest = day.split("-")
    if rest and not 1 <= int(rest[0]) <= 12:
        return value
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    said = " ".join([*(str(int(number)) for number in rest[1:]), *month, year])
    return f"{said}, {clock[:5]} UTC" if clock else said


def published(when: Published | None) -> str:
    """When a document was published, in words; empty where nobody recorded it."""
    if when is None:
        return ""
    before = {
        Precision.ABOUT: "about ",
        Precision.NOT_BEFORE: "not before ",
        Precision.NOT_AFTER: "not after ",
    }.get(when.precision, "")
    return before + date(when.value)


def language(tag: str) -> str:
    """The language of a document in English; the tag itself where it is not a common one."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def language_tag(tag: str) -> str:
    """The tag if a page may state it, else empty."""
    return tag if LANGUAGE.fullmatch(tag) else ""


def who_says_so(judgement: Judgement, origin: str) -> str:
    """The speaker chain and its origin, or that nobody is named."""
    chain = " citing ".join(_speaker(hop) for hop in judgement.speakers)
    access = ACCESS_WORDS[judgement.access] if judgement.access else ""
    end = ", ".join(filter(None, (origin, access))) if origin else ""
    if chain and end and not _same_end(judgement.speakers, origin):
        return f"{chain}; origin: {end}"
    return end or chain or "Nobody named"


def _same_end(speakers: Sequence[Speaker], origin: str) -> bool:
    return len(speakers) == 1 and speakers[0].name.casefold() == origin.casefold()


def _speaker(hop: Speaker) -> str:
    details = ", ".join(filter(None, (NAMING_WORDS[hop.naming], MODE_WORDS[hop.mode])))
    return f"{hop.name or 'somebody'} ({details})"


def first_upper(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
