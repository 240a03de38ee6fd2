"""The matrix: what its cells count, how it filters, what Enter opens, what it saves."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity
from provenance_desk.domain.words import HouseRule, Status
from provenance_desk.gui.app import make_window
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.matrix.model import MatrixModel
from provenance_desk.gui.matrix.rows import (
    Matrix,
    MatrixFilter,
    cell_words,
    filtered,
    matrix_of,
    most_cautious,
    origin_words,
    safe,
    table_csv,
)
from provenance_desk.gui.matrix.workspace import MatrixWorkspace
from provenance_desk.project.demo import make_demo
from provenance_desk.project.standings import standings_of
from provenance_desk.store.reader import Reader

THEATRE = "Mizintsev ordered the air strike on the Mariupol theatre"


@pytest.fixture
def demo(tmp_path: Path, home: Path) -> Path:
    return make_demo(tmp_path, home)


@pytest.fixture
def matrix(demo: Path) -> Iterator[Matrix]:
    with Reader(demo) as reader:
        yield matrix_of(reader, standings_of(reader, HouseRule.NEWSROOM))


def test_cells_count_links_by_document_and_status(matrix: Matrix) -> None:
    row = next(row for row in matrix.rows if row.wording == THEATRE)
    counts = [row.cells[document.id] for document in matrix.documents]
    assert [cell.get(Status.ALLEGED, 0) for cell in counts] == [2, 1, 1]
    assert counts[1][Status.DISPUTED] == 1
    assert (len(matrix.rows), len(matrix.documents), matrix.links) == (12, 3, 33)


def test_a_cell_is_tinted_by_its_most_cautious_status_and_told_in_words() -> None:
    cell = {Status.CONFIRMED: 2, Status.DISPUTED: 1}
    assert most_cautious(cell) is Status.DISPUTED
    assert cell_words(cell) == "2 confirmed, 1 disputed"
    assert most_cautious({}) is None


def test_filters_leave_what_they_say(matrix: Matrix) -> None:
    disputed = filtered(matrix, MatrixFilter.DISPUTED)
    assert {row.standing.rule for row in disputed} == {"R2"}
    assert len(disputed) == 3
    assert all(row.standing.origins == 1 for row in filtered(matrix, MatrixFilter.ONE_ORIGIN))
    assert filtered(matrix, MatrixFilter.UNTOUCHED) == ()
    assert [row.wording for row in filtered(matrix, None, "wagner")] == [
        "Mizintsev joined the Wagner Group"
    ]


def test_dates_that_differ_stand_side_by_side(matrix: Matrix) -> None:
    row = next(row for row in matrix.rows if "announced its sanctions" in row.wording)
    assert row.when == "by 31 Mar 2022 / May 2022"
    assert origin_words(row.standing) == "2 · 1 origin"


def test_the_table_is_a_spreadsheet_that_runs_no_formula(matrix: Matrix) -> None:
    rows = list(csv.reader(io.StringIO(table_csv(matrix, matrix.rows))))
    assert len(rows) == 13
    assert rows[0][0] == "claim"
    assert safe("=1+1") == "'=1+1"


def test_the_model_keeps_qts_rules(matrix: Matrix, qtbot: QtBot) -> None:
    model = MatrixModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(matrix, matrix.rows)
    assert (model.rowCount(), model.columnCount()) == (12, 7)
    assert model.data(model.index(0, model.standing_column)) == "confirmed"


@pytest.fixture
def window(demo: Path, home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    create_identity(home, "Reviewer A")
    made = make_window(home)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.project_opened, timeout=20_000):
        made.open_project(demo)
    yield made
    made.close_project()


def test_enter_on_a_cell_opens_its_sentences_in_review(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.trigger("workspace.matrix")
    assert window.project is not None
    workspace = window.project.front
    assert isinstance(workspace, MatrixWorkspace)
    row = next(n for n, r in enumerate(workspace.model.rows) if r.wording == THEATRE)
    workspace.table.setCurrentIndex(workspace.model.index(row, 2))
    assert "Denied" in workspace.card.rule.text() or "R2" in workspace.card.rule.text()
    QTest.keyClick(workspace.table, Qt.Key.Key_Return)
    review = window.project.front
    assert review is not None
    assert review.title == "Review"
