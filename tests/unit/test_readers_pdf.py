"""PDFs with a text layer: no sentence broken at a line end, pages kept as marks."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from provenance_desk.intake.errors import DamagedFile, EncryptedFile, IntakeError, NoTextLayer
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.readers import read_document
from tests.unit.pdf_files import Printed, column, pdf_of

DATA = Path(__file__).parents[1] / "data" / "intake"
LONG = [
    "The ferry company said on Monday that it would stop the night",
    "crossing from the first of May, because too few passengers had",
    "used it during the winter.",
]
JOINED = " ".join(LONG)


def read(*pages: Sequence[Printed], info: dict[str, str] | None = None) -> Extracted:
    return read_document(pdf_of(*pages, info=info), "a.pdf")


def test_lines_become_running_text() -> None:
    assert read(column(LONG)).text == JOINED


def test_a_gap_begins_a_paragraph() -> None:
    assert read(column(LONG) + column(LONG, top=690)).text == f"{JOINED}\n\n{JOINED}"


def test_a_short_last_line_begins_a_paragraph() -> None:
    assert read(column([*LONG, *LONG])).text == f"{JOINED}\n\n{JOINED}"


def test_an_indent_begins_a_paragraph() -> None:
    full = ["A line that fills the whole measure of the column, and ends.", "It is followed by"]
    lines = column([*full, "one more line."])
    lines += column(["A line that fills the measure from its indent."], left=90, top=715)
    assert read(lines).text.split("\n\n") == [
        f"{' '.join(full)} one more line.",
        "A line that fills the measure from its indent.",
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The infor-", "mation came."], "The information came."),
        (["A well-known man, a well-", "known man."], "A well-known man, a well-known man."),
        (["It was before pre-", "2000 times."], "It was before pre-2000 times."),
        (["See https://a.example/night-", "ferry now."], "See https://a.example/night-ferry now."),
        (["He said —", "and left."], "He said — and left."),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], text: str) -> None:
    assert read(column(lines)).text == text


def test_a_sentence_runs_on_over_the_page_and_the_pages_are_marked() -> None:
    found = read(column(LONG[:2]), column(LONG[2:]))
    assert found.text == JOINED
    cut = JOINED.index("used it")
    assert [(m.kind, m.start, m.end, m.label) for m in found.marks] == [
        ("page", 0, cut - 1, "1"),
        ("page", cut, len(JOINED), "2"),
    ]


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = [
        [(72.0, 810.0, "The Gazette"), *column(LONG), (300.0, 30.0, f"Page {number} of 3")]
        for number in (1, 2, 3)
    ]
    found = read(*pages)
    assert "Gazette" not in found.text
    assert "Page" not in found.text
    assert "“The Gazette”, “Page 1 of 3”, “Page 2 of 3” …" in found.notes[0]


def test_bullets_begin_paragraphs() -> None:
    lines = ["Two things are known about it:", "• it began in 1998, and", "• it ends in May."]
    assert read(column(lines)).text == "\n\n".join(lines)


def test_columns_are_read_one_after_the_other() -> None:
    left = column(["The left column", "ends in the"], left=50)
    right = column(["middle of a sentence", "here."], left=320)
    assert read(left + right).text == "The left column ends in the middle of a sentence here."


def test_cells_of_a_row_stay_in_a_row() -> None:
    cells = [(72.0, 700.0, "2022"), (200.0, 700.0, "4,100")]
    assert read([*cells, (72.0, 650.0, "2023"), (200.0, 650.0, "2,900")]).text in (
        "2022\t4,100\n\n2023\t2,900",
        "2022 4,100\n\n2023 2,900",
    )


def test_a_real_layout_comes_back_as_its_paragraphs() -> None:
    found = read_document((DATA / "ferry.pdf").read_bytes(), "ferry.pdf")
    paragraphs = found.text.split("\n\n")
    assert len(paragraphs) == 12
    assert paragraphs[0] == "Night ferry to the northern island stops in spring, company says"
    assert paragraphs[8].startswith("Паромная компания сообщила в понедельник, что с первого мая")
    assert paragraphs[11].endswith("Кто за него заплатит, он не уточнил.")
    headings = [found.text[m.start : m.end] for m in found.marks if m.kind == "heading"]
    assert headings == [paragraphs[0], "Ночной паром"]
    assert [m.label for m in found.marks if m.kind == "page"] == ["1", "2"]


def test_what_the_file_states_becomes_proposals() -> None:
    info = {"Title": "The ferry", "Author": "Ann", "CreationDate": "D:20240305073000Z"}
    found = read(column(LONG), info=info)
    assert (found.proposals.title, found.proposals.author) == ("The ferry", "Ann")
    assert found.proposals.published == ""
    assert found.notes == (
        "The file says it was made on 2024-03-05; that is not when it was published.",
    )


@pytest.mark.parametrize("title", ["Microsoft Word - a.docx", "untitled", "final_v2.indd"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read(column(LONG), info={"Title": title}).proposals.title == ""


def test_a_page_without_text_is_told() -> None:
    found = read(column(LONG), [])
    assert found.notes == ("No text on page 2: a picture of text cannot be read.",)


def test_a_pdf_without_a_text_layer_is_refused() -> None:
    with pytest.raises(NoTextLayer, match=r"“a\.pdf” has no text, .* \(OCR\)"):
        read([])


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(EncryptedFile, match=r"“locked\.pdf” opens only with a password"):
        read_document((DATA / "locked.pdf").read_bytes(), "locked.pdf")


def test_a_broken_pdf_is_refused() -> None:
    with pytest.raises(DamagedFile, match=r"“a\.pdf” is a damaged PDF"):
        read_document(b"%PDF-1.7\n" + bytes(100), "a.pdf")


def test_reading_reports_its_progress_and_can_be_stopped() -> None:
    class Stopped(Exception):
        """Raised by the one who asks for the reading."""

    seen: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Stopped

    data = pdf_of(*[column(LONG)] * 5)
    with pytest.raises(Stopped):
        read_document(data, "a.pdf", step)
    assert seen == [(0, 5), (1, 5), (2, 5)]


@pytest.mark.parametrize("place", range(0, 700, 41))
def test_a_flipped_byte_is_read_or_refused_in_words(place: int) -> None:
    data = bytearray(pdf_of(column(LONG)))
    data[place] ^= 0x55
    try:
        assert read_document(bytes(data), "a.pdf").text
    except IntakeError as error:
        said = str(error)
    else:
        said = "“a.pdf” was read"
    assert "a.pdf" in said
