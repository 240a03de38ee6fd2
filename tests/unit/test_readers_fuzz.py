"""Damaged files of every format: read, or refused in words; never anything else."""

import io
import random
import zipfile
from pathlib import Path

import docx
import pytest

from provenance_desk.intake.errors import IntakeError
from provenance_desk.intake.reader_pdf import read_pdf
from provenance_desk.intake.readers import read_document
from tests.unit.pdf_files import column, pdf_of
from tests.unit.word_files import add_footnotes, add_xml, run, saved

DATA = Path(__file__).parents[1] / "data" / "intake"
INSERTED = (b"<", b">", b'"', b"99999999999", b"-1", b"\x00", b"\xff\xfe", b"<!--", b"null", b"| ")


def read_here(data: bytes, kind: str) -> None:
    """Read as a person's file is read; a PDF without its own process, which takes its time."""
    if kind == "pdf":
        read_pdf(data, "a.pdf", lambda done, total: None)
    else:
        read_document(data, f"a.{kind}")


def _word_file() -> bytes:
    document = docx.Document()
    document.add_heading("The ferry", 0)
    document.add_paragraph("One.", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "Cell."
    add_xml(document, run("Said.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    add_footnotes(document, {2: "Source."})
    return saved(document)


def _samples(kind: str) -> list[bytes]:
    match kind:
        case "pdf":
            made = pdf_of(column(["The infor-", "mation came."]), column(["More."]))
            return [made, (DATA / "ferry.pdf").read_bytes(), (DATA / "locked.pdf").read_bytes()]
        case "docx":
            return [_word_file()]
        case "html":
            return [(DATA / "news.html").read_bytes()]
        case _:
            return [
                b"---\ntitle: x\n---\n# A\n\n- b\n  - c\n\n|a|b|\n|-|-|\n|1|2|\n\n[l](x) <b>c</b>\n"
            ]


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[place : place + chance.choice((1, 4, 50, 1000))]
            case 2:
                changed[place:place] = chance.choice(INSERTED)
            case _:
                source = chance.randrange(len(changed) + 1)
                changed[place:place] = changed[source : source + chance.choice((1, 40, 400))]
    return bytes(changed)


def _damaged_package(data: bytes, chance: random.Random) -> bytes:
    """Damage inside one part, which the checksums of the zip would otherwise show first."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _damaged(part, chance) if name == victim else part)
    return made.getvalue()


def _read_or_refuse(kind: str, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    samples = _samples(kind)
    for _ in range(rounds):
        sample = chance.choice(samples)
        inside = kind == "docx" and chance.random() < 0.8
        data = _damaged_package(sample, chance) if inside else _damaged(sample, chance)
        try:
            read_here(data, kind)
        except IntakeError as error:
            said = str(error)
        else:
            said = f"“a.{kind}” was read"
        assert said.startswith(f"“a.{kind}” ")


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md", "txt"])
def test_a_damaged_file_is_read_or_refused_in_words(kind: str) -> None:
    _read_or_refuse(kind, rounds=60, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md", "txt"])
def test_many_damaged_files_are_read_or_refused_in_words(kind: str, seed: int) -> None:
    _read_or_refuse(kind, rounds=1000, seed=seed)
