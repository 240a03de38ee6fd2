"""`links.csv`: a table that spreadsheets open and that never runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.review_events import LinkRetracted
from provenance_desk.domain.words import ChangeReason, Mode, Naming
from provenance_desk.exchange.links_csv import COLUMNS, FORMULA, formula_safe, links_csv
from provenance_desk.exchange.renderer import RENDERER
from tests.trail import Trail

TEXT = '=1+1 said "he", then\nleft. More text.\n'


def rows(trail: Trail) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(links_csv(trail.review()), newline="")))


@pytest.fixture
def trail() -> Trail:
    made = Trail()
    document = made.document("a.txt", TEXT, title="A, title")
    claim = made.claim("A claim")
    hop = Speaker("He", Naming.NAMED, Mode.QUOTED)
    made.link(claim, document, 0, 26, speakers=(hop,), rationale="because\nof two lines")
    return made


def test_the_columns_are_these_in_this_order(trail: Trail) -> None:
    first = links_csv(trail.review()).split("\r\n")[0]
    assert first.split(",") == list(COLUMNS)
    assert COLUMNS[:3] == ("link", "entry", "claim")
    assert COLUMNS[-1] == "renderer"


def test_a_row_says_all_of_the_link(trail: Trail) -> None:
    (row,) = rows(trail)
    assert row["exact"] == "'" + TEXT[:26]
    assert row["suffix"] == TEXT[26:66]
    assert (row["start"], row["end"]) == ("0", "26")
    assert row["document_title"] == "A, title"
    assert row["speakers"] == "He [named, quoted]"
    assert row["rationale"] == "because\nof two lines"
    assert row["reviewer"] == "Demo"
    assert row["earlier_wording"] == "no"
    assert row["renderer"] == RENDERER


def test_lines_end_as_rfc_4180_says(trail: Trail) -> None:
    table = links_csv(trail.review())
    assert table.endswith("\r\n")
    assert not table.startswith("\ufeff")


def test_a_retracted_link_is_not_in_the_table(trail: Trail) -> None:
    trail.write(LinkRetracted(next(iter(trail.review().state.links)), ChangeReason.SLIP))
    assert rows(trail) == []


@given(st.text(max_size=20))
def test_a_cell_never_begins_as_a_formula_and_comes_back_exactly(text: str) -> None:
    cell = formula_safe(text)
    assert not cell.startswith(tuple(mark for mark in FORMULA if mark != "'"))
    assert (cell.removeprefix("'")) == text
