"""Provenance: what the tree shows, how keys walk it, where cards lead, what it saves."""

import csv
import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity
from provenance_desk.gui.app import make_window
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.provenance.cards import CardItem
from provenance_desk.gui.provenance.layout import crossings
from provenance_desk.gui.provenance.reading import read_review
from provenance_desk.gui.provenance.saving import save_picture, save_table
from provenance_desk.gui.provenance.scene import TreeScene, ordered_names
from provenance_desk.gui.provenance.tree import (
    ClaimCard,
    DocumentCard,
    Edge,
    Look,
    OriginCard,
    PassageCard,
    Reviewed,
    Tree,
    tree_of,
)
from provenance_desk.gui.provenance.view import TreeView
from provenance_desk.gui.provenance.words import (
    card_words,
    explained,
    headline,
    tree_csv,
    tree_summary,
    why_counted,
)
from provenance_desk.gui.provenance.workspace import ProvenanceWorkspace
from provenance_desk.project.demo import make_demo
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader

DISMISSED = "Mizintsev was dismissed from the post of deputy defence minister"
THEATRE = "Mizintsev ordered the air strike on the Mariupol theatre"


@pytest.fixture
def demo(tmp_path: Path, home: Path) -> Path:
    return make_demo(tmp_path, home)


@pytest.fixture
def review(demo: Path) -> Reviewed:
    with Reader(demo) as reader:
        return read_review(reader)[0]


def claim_of(review: Reviewed, wording: str) -> str:
    return next(claim for claim, words in review.wordings.items() if words == wording)


def test_a_tree_holds_what_one_claim_rests_on(review: Reviewed) -> None:
    tree = tree_of(review, [claim_of(review, DISMISSED)])
    assert [len(layer) for layer in tree.layers] == [2, 4, 2, 1]
    shared = next(card for card in tree.origins if card.is_named)
    assert (shared.name, shared.is_shared, shared.is_circular) == ("Alexander Sladkov", True, False)
    pointer = next(card for card in tree.documents if card.is_pointer)
    assert pointer.title == "Mikhail Mizintsev"
    looks = [edge.look for edge in tree.edges if edge.end.startswith("c:")]
    assert set(looks) == {Look.UNNAMED, Look.SUPPORTS, Look.CONTRADICTS, Look.CONTEXT}


def test_context_can_be_left_out(review: Reviewed) -> None:
    tree = tree_of(review, [claim_of(review, DISMISSED)], context=False)
    assert len(tree.passages) == 3
    assert all(edge.look is not Look.CONTEXT for edge in tree.edges)


def test_the_sentence_on_top_counts_named_origins(review: Reviewed) -> None:
    claim = claim_of(review, DISMISSED)
    said = "".join(headline(review.standings[claim], review.cases[claim]))
    assert said == "2 documents, 2 families, 1 named origin"
    assert explained(review.cases[claim], review).startswith("Two passages name Alexander Sladkov.")
    theatre = claim_of(review, THEATRE)
    said = "".join(headline(review.standings[theatre], review.cases[theatre]))
    assert said == "3 documents, 3 families, no named origin in support"


def test_why_it_counts_so_names_the_shared_origin(review: Reviewed) -> None:
    said = why_counted(review.cases[claim_of(review, DISMISSED)], review)
    assert said == ("Two documents rest on Alexander Sladkov: one origin.",)


def test_why_it_counts_so_where_nobody_is_named_in_support(review: Reviewed) -> None:
    said = why_counted(review.cases[claim_of(review, THEATRE)], review)
    assert said[0].startswith("No origin is named in support")


def test_a_circle_stands_out(review: Reviewed) -> None:
    claim = claim_of(review, DISMISSED)
    case = review.cases[claim]
    sladkov = next(one.origin for one in case.supporting if one.origin)
    derived = frozenset({(sladkov, sladkov)})
    circular = replace(case, origins=replace(case.origins, derived=derived))
    turned = replace(review, cases={claim: circular})
    tree = tree_of(turned, [claim])
    assert next(card for card in tree.origins if card.is_named).is_circular
    assert any("circular" in line for line in why_counted(circular, turned))
    assert "1 circle" in tree_summary(tree)


def test_trees_of_one_claim_have_no_crossing(review: Reviewed) -> None:
    for claim in review.cases:
        tree = tree_of(review, [claim])
        edges = {(edge.start, edge.end) for edge in tree.edges}
        assert crossings(ordered_names(tree), edges) <= 1


def test_every_card_says_what_it_is(review: Reviewed) -> None:
    tree = tree_of(review, list(review.cases))
    said = [card_words(card) for layer in tree.layers for card in layer]
    assert any(line.startswith("Document: Putin fires") for line in said)
    assert any("shared origin" in line for line in said)
    assert any(line.startswith("No one named") for line in said)


def test_the_table_has_a_row_for_every_line(review: Reviewed) -> None:
    tree = tree_of(review, list(review.cases))
    rows = list(csv.DictReader(io.StringIO(tree_csv(tree))))
    mine = [row for row in rows if row["claim"] == DISMISSED]
    assert len(mine) == 4
    assert {row["origin"] for row in mine} == {"Alexander Sladkov", "no one named"}
    assert {row["standing"] for row in mine} == {"disputed"}


def test_pictures_and_tables_are_saved(review: Reviewed, tmp_path: Path, qtbot: QtBot) -> None:
    tree = tree_of(review, [claim_of(review, DISMISSED)])
    scene = TreeScene(tree, 900, 600)
    save_picture(scene, tmp_path / "a.svg", "1 named origin")
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert "<title>1 named origin</title>" in svg
    save_picture(scene, tmp_path / "a.png", "")
    assert QImage(str(tmp_path / "a.png")).width() > 900
    save_table(tree, tmp_path / "a.csv")
    assert DISMISSED in (tmp_path / "a.csv").read_text("utf-8-sig")


@pytest.fixture
def window(demo: Path, home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    create_identity(home, "Reviewer A")
    made = make_window(home)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.project_opened, timeout=20_000):
        made.open_project(demo)
    yield made
    made.close_project()


@pytest.fixture
def workspace(window: MainWindow) -> ProvenanceWorkspace:
    window.commands.trigger("workspace.provenance")
    assert window.project is not None
    front = window.project.front
    assert isinstance(front, ProvenanceWorkspace)
    assert front.review is not None
    front.choose_claim(claim_of(front.review, DISMISSED))
    return front


def test_keys_choose_the_next_claim_and_all_of_them(workspace: ProvenanceWorkspace) -> None:
    first = workspace.claim
    workspace.view.setFocus()
    QTest.keyClick(workspace.view, Qt.Key.Key_J)
    assert workspace.claim not in ("", first)
    QTest.keyClick(workspace.view, Qt.Key.Key_K)
    assert workspace.claim == first
    QTest.keyClick(workspace.view, Qt.Key.Key_A)
    assert workspace.claim == ""
    assert len(workspace.view.tree.claims) == 12


def test_arrows_walk_and_the_reader_hears_it(workspace: ProvenanceWorkspace) -> None:
    view = workspace.view
    view.setFocus()
    assert isinstance(view.current, ClaimCard)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert isinstance(view.current, OriginCard)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert isinstance(view.current, PassageCard)
    assert view.accessibleDescription().startswith("Passage, sentence")
    assert workspace.side.chain.lines
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert isinstance(view.current, DocumentCard)


def test_enter_opens_a_passage_in_review(
    workspace: ProvenanceWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    passage = workspace.view.tree.passages[0]
    workspace.view.setFocus()
    workspace.view.choose(passage.id)
    with qtbot.waitSignal(workspace.desk.place_wanted) as told:
        QTest.keyClick(workspace.view, Qt.Key.Key_Return)
    assert told.args == [passage.document, passage.start, passage.end]
    assert window.project is not None
    assert window.project.front is not None
    assert window.project.front.title == "Review"


def test_a_click_on_a_claim_goes_to_it(workspace: ProvenanceWorkspace, qtbot: QtBot) -> None:
    view = workspace.view
    assert view.picture is not None
    item = view.picture.layers[3][0]
    place = view.mapFromScene(item.sceneBoundingRect().center())
    with qtbot.waitSignal(workspace.desk.claim_wanted) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(item.card, ClaimCard)
    assert told.args == [item.card.claim]


def test_the_side_says_the_rule_and_what_would_change_it(workspace: ProvenanceWorkspace) -> None:
    side = workspace.side
    assert side.rule.text().startswith("R2. A passage that contradicts")
    assert side.changes.lines[0][0].startswith("Answer what contradicts it")
    assert workspace.head.accessibleName() == "2 documents, 2 families, 1 named origin"


def test_a_picture_is_saved_from_the_button(
    workspace: ProvenanceWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "tree.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    workspace.head.picture.click()
    assert chosen.stat().st_size > 1000


def big_tree(review: Reviewed, passages: int = 300) -> Tree:
    """A tree of five hundred cards."""
    small = tree_of(review, [claim_of(review, DISMISSED)])
    document, passage = small.documents[0], small.passages[0]
    origin, claim = next(card for card in small.origins if card.is_named), small.claims[0]
    number = passages // 6
    edges = []
    for n in range(passages):
        edges.append(Edge(f"d:{n % number}", f"p:{n}", Look.CARRIES))
        edges.append(Edge(f"p:{n}", f"o:{n * 7 % 100}", Look.SUPPORTS, "relayed"))
    edges += [Edge(f"o:{n}", f"c:{n % number}", Look.SUPPORTS) for n in range(100)]
    return Tree(
        tuple(replace(document, id=f"d:{n}") for n in range(number)),
        tuple(replace(passage, id=f"p:{n}") for n in range(passages)),
        tuple(replace(origin, id=f"o:{n}") for n in range(100)),
        tuple(replace(claim, id=f"c:{n}") for n in range(number)),
        tuple(edges),
    )


def test_five_hundred_cards_paint_within_a_frame(review: Reviewed, qtbot: QtBot) -> None:
    view = TreeView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.show_tree(big_tree(review), fades=True)
    assert view.picture is not None
    assert len(view.picture.items_by_id) == 500
    times = []
    for place in range(12):
        view.verticalScrollBar().setValue(place * 900)
        begin = time.perf_counter()
        view.viewport().repaint()
        times.append(time.perf_counter() - begin)
    assert sorted(times)[len(times) // 2] < 0.05
    assert all(isinstance(item, CardItem) for item in view.picture.cards())


def test_a_tree_fits_the_width_and_begins_at_its_top(
    workspace: ProvenanceWorkspace, qtbot: QtBot
) -> None:
    assert workspace.review is not None
    view = workspace.view
    for claim in workspace.review.cases:
        workspace.choose_claim(claim)
        qtbot.wait(60)
        assert view.horizontalScrollBar().maximum() == 0
        assert view.verticalScrollBar().value() == 0


def test_an_empty_tree_is_no_fault(qtbot: QtBot) -> None:
    view = TreeView()
    qtbot.addWidget(view)
    view.show_tree(Tree(), fades=False)
    view.step(1, 0)
    view.zoom(1.2)
    view.zoom(0)
    assert view.current is None


def test_a_project_without_claims_says_what_to_do(tmp_path: Path, home: Path, qtbot: QtBot) -> None:
    path = tmp_path / "new.provdesk"
    identity = create_identity(home, "Reviewer A")
    Project.create(path, "New", identity, home).close()
    window = make_window(home)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.project_opened, timeout=20_000):
        window.open_project(path)
    window.commands.trigger("workspace.provenance")
    assert window.project is not None
    front = window.project.front
    assert isinstance(front, ProvenanceWorkspace)
    assert front.empty.text().startswith("No claims yet.")
    front.step(1)
    assert front.claim == ""
    window.close_project()
