"""Word documents in the order of reading."""

import io
import zipfile

import docx
import pytest

from provenance_desk.intake import docx_package
from provenance_desk.intake.errors import DamagedFile, EncryptedFile, IntakeError, TooBig
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.readers import read_document
from tests.unit.word_files import add_footnotes, add_xml, run, saved, with_part

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "[Content_Types].xml"
_MAIN = "word/document.xml"


def read(document: docx.document.Document) -> Extracted:
    return read_document(saved(document), "a.docx")


def test_paragraphs_and_headings_come_with_their_levels() -> None:
    document = docx.Document()
    document.add_heading("The ferry", 0)
    document.add_heading("Part one", 2)
    document.add_paragraph("A tab\tand a\nbreak.")
    found = read(document)
    assert found.text == "The ferry\n\nPart one\n\nA tab\tand a\nbreak."
    assert [(m.start, m.end, m.level) for m in found.marks] == [(0, 9, 1), (11, 19, 2)]
    assert (found.reader, found.encoding, found.replaced) == ("docx/1", "none", 0)


def test_properties_become_proposals_and_the_date_of_making_a_note() -> None:
    document = docx.Document()
    document.add_paragraph("Words.")
    document.core_properties.title = "The ferry"
    document.core_properties.author = "Ann"
    found = read(document)
    assert (found.proposals.title, found.proposals.author) == ("The ferry", "Ann")
    assert found.proposals.published == ""
    assert "not when it was published" in found.notes[-1]


def test_a_file_without_properties_says_nothing_about_itself() -> None:
    document = docx.Document()
    document.add_heading("The ferry", 1)
    relations = document.part.package.rels
    [core] = [key for key, one in relations.items() if one.reltype.endswith("/core-properties")]
    del relations[core]
    found = read(document)
    assert (found.proposals.title, found.proposals.author) == ("The ferry", "")


def test_lists_keep_their_bullets_and_numbers() -> None:
    document = docx.Document()
    for style in ("List Bullet", "List Bullet", "List Number", "List Number"):
        document.add_paragraph(style, style=style)
    document.add_paragraph("After.")
    assert read(document).text == (
        "• List Bullet\n• List Bullet\n1. List Number\n2. List Number\n\nAfter."
    )


def test_a_table_of_data_is_rows_and_a_table_of_layout_is_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for place, cell in enumerate(table.columns[0].cells):
        cell.text, table.cell(place, 1).text = f"year {place}", f"count {place}"
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "Left one."
    layout.cell(0, 0).add_paragraph("Left two.")
    layout.cell(0, 1).text = "Right."
    assert read(document).text == (
        "year 0\tcount 0\nyear 1\tcount 1\n\nLeft one.\n\nLeft two.\n\nRight."
    )


def test_tracked_changes_read_as_accepted_and_hidden_words_are_left_out() -> None:
    document = docx.Document()
    add_xml(
        document,
        run("Kept ")
        + f'<w:ins w:id="1" w:author="x">{run("inserted")}</w:ins>'
        + '<w:del w:id="2" w:author="x"><w:r><w:delText>deleted</w:delText></w:r></w:del>'
        + run(" hidden", "<w:vanish/>")
        + run(" end."),
    )
    found = read(document)
    assert found.text == "Kept inserted end."
    assert "Its tracked changes were read as if accepted." in found.notes
    assert "Words marked as hidden were left out." in found.notes


def test_footnotes_stand_at_the_end_with_their_numbers() -> None:
    document = docx.Document()
    for note in ("2", "3"):
        add_xml(document, run("Said.") + f'<w:r><w:footnoteReference w:id="{note}"/></w:r>')
    add_footnotes(document, {2: "One source.", 3: "Another."})
    assert read(document).text == "Said.[1]\n\nSaid.[2]\n\n[1] One source.\n[2] Another."


def test_text_boxes_and_content_controls_are_read_once() -> None:
    document = docx.Document()
    box = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
    add_xml(
        document,
        run("Before.")
        + '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        + f'markup-compatibility/2006"><mc:Choice Requires="wps">{box}</mc:Choice>'
        + f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        + f"<w:sdt><w:sdtContent>{run(' Controlled.')}</w:sdtContent></w:sdt>",
    )
    assert read(document).text == "Before. Controlled.\n\nIn a box."


def test_a_symbol_without_a_character_is_replaced_and_counted() -> None:
    document = docx.Document()
    add_xml(document, run("a") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')
    found = read(document)
    assert (found.text, found.replaced) == ("a\ufffd", 1)


def _plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("Words.")
    return saved(document)


def _entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document xmlns:w="{_W}"><w:body><w:p>'
        "<w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


@pytest.mark.parametrize(
    "data",
    [
        _plain()[:-60],
        _plain()[: len(_plain()) // 2],
        with_part(_plain(), _MAIN, b""),
        with_part(_plain(), _MAIN, b"<a/>"),
        with_part(_plain(), _MAIN, b"<w:document"),
        with_part(_plain(), _TYPES, b"<Types/>"),
        with_part(_plain(), _MAIN, _entity_bomb()),
        with_part(_plain(), _MAIN, _entity_bomb().decode().encode("utf-16")),
        with_part(_plain(), _MAIN, b"<a>" * 5000 + b"</a>" * 5000),
    ],
)
def test_a_damaged_document_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"“a\.docx” is a damaged Word document"):
        read_document(data, "a.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(_plain(), _MAIN, b"<a>" + b" " * docx_package.MAX_XML_PART + b"</a>")
    assert len(bomb) < 200_000
    with pytest.raises(TooBig, match="unpacks to more"):
        read_document(bomb, "a.docx")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_PARTS", 3)
    with pytest.raises(TooBig):
        read_document(_plain(), "a.docx")


def test_a_locked_part_is_told() -> None:
    data = bytearray(_plain())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.namelist()
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    with pytest.raises(EncryptedFile):
        read_document(bytes(data), "a.docx")


@pytest.mark.parametrize("place", range(40, 4000, 233))
def test_a_flipped_byte_is_read_or_refused_in_words(place: int) -> None:
    data = bytearray(_plain())
    data[place] ^= 0x55
    try:
        assert read_document(bytes(data), "a.docx").text
    except IntakeError as error:
        said = str(error)
    else:
        said = "“a.docx” was read"
    assert "a.docx" in said
