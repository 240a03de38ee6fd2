"""Zones proposed by rule: in the seeds as a reader marks them, elsewhere only on good grounds."""

from collections import Counter
from pathlib import Path

import pytest

from provenance_desk.domain.words import Zone
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.table import base_table

_BODY = (
    "The ministry said on Monday that the general had been dismissed. It gave no reason.\n\n"
    "The president had appointed him only seven months before. Nobody had expected it.\n\n"
)


def zones(text: str, marks: tuple[Mark, ...] = ()) -> list[tuple[str, str]]:
    rows = base_table(text, marks=marks, language="en").sentences
    return [(zone.value, text[start:end]) for start, end, zone in rows]


def of(zone: Zone, text: str) -> list[str]:
    return [sentence for found, sentence in zones(text) if found == zone]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("000_278c3c0740fd46d5.txt", {Zone.HEADLINE: 1, Zone.CAPTION: 12, Zone.BODY: 36}),
        ("002_00a8374a5111b5e4.txt", {Zone.REFERENCE: 16, Zone.BODY: 16}),
        ("003_8bcdb4864ff3a6f3.txt", {Zone.BODY: 16}),
    ],
)
def test_the_seeds_have_the_zones_a_reader_marks(
    seeds: Path, name: str, counts: dict[Zone, int]
) -> None:
    rows = base_table((seeds / name).read_text("utf-8")).sentences
    assert Counter(zone for _, _, zone in rows) == counts


def test_the_captions_of_the_seed_are_those_between_the_paragraphs(seeds: Path) -> None:
    text = (seeds / "000_278c3c0740fd46d5.txt").read_text("utf-8")
    lines = text.split("\n\n")
    pictures = {6, 7, 8, 9, 10, 26, 27, 28, 29, 39, 40}
    held = [sum(1 for caption in of(Zone.CAPTION, text) if caption in line) for line in lines]
    assert {number for number, count in enumerate(held) if count} == pictures


def test_every_entry_of_the_seed_opens_with_an_author_or_a_title(seeds: Path) -> None:
    text = (seeds / "002_00a8374a5111b5e4.txt").read_text("utf-8")
    entries = of(Zone.REFERENCE, text)
    assert [entry.split()[0] for entry in entries[:4]] == [
        "Ball,",
        "Batchelor,",
        '"Former',
        "Ball,",
    ]
    assert all("Retrieved" in entry for entry in entries)


def test_a_headline_is_short_and_does_not_stop() -> None:
    assert of(Zone.HEADLINE, "General dismissed after seven months\n\n" + _BODY) == [
        "General dismissed after seven months"
    ]
    assert of(Zone.HEADLINE, "Why was the general dismissed?\n\n" + _BODY)


def test_a_by_line_or_a_first_sentence_is_no_headline() -> None:
    assert not of(Zone.HEADLINE, "By Tom Ball\n\n" + _BODY)
    assert not of(Zone.HEADLINE, "The general is gone.\n\n" + _BODY)


def test_a_lone_line_without_text_is_no_headline() -> None:
    assert not of(Zone.HEADLINE, "General dismissed after seven months")
    assert not of(Zone.HEADLINE, "Milk\n\nBread\n\nCheese")


def test_headings_of_the_file_are_headlines() -> None:
    text = "Background\n\n" + _BODY + "Next steps\n\nHe will appeal.\n"
    start = text.index("Next steps")
    marks = (Mark(MarkKind.HEADING, start, start + len("Next steps"), level=2),)
    assert ("headline", "Next steps") in zones(text, marks)


@pytest.mark.parametrize(
    "caption",
    [
        "Pictured: the destroyed theatre in Mariupol",
        "Rescue workers search the ruins of a school in Kharkiv on 3 May 2022",
        "Anna Petrova, left, speaks to reporters outside the court in Kyiv",
        "Soldiers stand guard outside the town hall (AP Photo/Evgeniy Maloletka)",
        "General Ivanov (pictured) at a parade in Moscow",
        "Photo: Ministry of Defence",
        "На фото: разрушенный театр",
    ],
)
def test_a_line_under_a_picture_is_a_caption(caption: str) -> None:
    first, second = _BODY.split("\n\n")[:2]
    text = f"{first}\n\n{caption}\n\n{second}\n\n"
    assert of(Zone.CAPTION, text) == [caption] or "".join(of(Zone.CAPTION, text)) in caption
    assert len(of(Zone.BODY, text)) == 4


def test_body_text_is_no_caption() -> None:
    plain = "On 3 May 2022 the general, left alone by his friends, spoke to the court in Kyiv."
    assert not of(Zone.CAPTION, _BODY + plain)
    assert not of(Zone.CAPTION, _BODY + "Why the general was dismissed")


def test_text_that_never_stops_has_no_captions() -> None:
    lines = [
        f"a note without a stop, taken on {day} May 2022 in the city of Kyiv" for day in "1234"
    ]
    assert not of(Zone.CAPTION, "\n\n".join(lines))


def test_a_paragraph_that_is_all_quotation_is_a_quote() -> None:
    quote = "“We saw nothing at all that night. The buses never came for us.”"
    assert len(of(Zone.QUOTE, f"{_BODY}{quote}\n\n{_BODY}")) == 2


def test_a_quotation_with_its_speaker_stays_body() -> None:
    spoken = "“We saw nothing at all that night,” she said. “The buses never came.”"
    assert not of(Zone.QUOTE, _BODY + spoken)


def test_a_quotation_over_several_paragraphs_is_a_quote() -> None:
    text = f"{_BODY}“We saw nothing that night.\n\n“The buses never came for any of us.”\n\n{_BODY}"
    assert len(of(Zone.QUOTE, text)) == 2


def test_entries_under_a_heading_are_references() -> None:
    text = (
        f"{_BODY}References\n\n"
        "1. Smith, J. (2010). The siege. Oxford. pp. 1–20.\n"
        "2. Jones, A. B. The war. London: Press, 2011. https://example.org/a.\n\n"
        "About the author\n"
    )
    assert of(Zone.REFERENCE, text) == [
        "1. Smith, J. (2010). The siege. Oxford. pp. 1–20.",
        "2. Jones, A. B. The war. London: Press, 2011. https://example.org/a.",
    ]


def test_prose_that_names_a_retrieval_is_no_reference() -> None:
    text = "The body was found on Monday. Retrieved from the river, it was brought to Kyiv."
    assert not of(Zone.REFERENCE, text)
