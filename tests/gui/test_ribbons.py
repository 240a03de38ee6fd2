"""Ribbons join the passages of one claim across the gap between two panes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.claim_passages import ClaimPassages, Links
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.reading.ribbon_pairs import RibbonPair, RibbonPairs
from provenance_desk.gui.reading.ribbons import Ribbons
from provenance_desk.gui.reading.splitter import PaneSplitter
from provenance_desk.gui.reading.text import LinkMark
from provenance_desk.gui.shared.tokens import LIGHT
from tests.gui.reading_support import long_document, look_up, marked


def mark(claim: str, start: int, status: str = "alleged", *, context: bool = False) -> LinkMark:
    return LinkMark(claim, Status(status), start, start + 5, is_context=context)


def pairs_of(left: Links, right: Links, claim: str = "a") -> list[RibbonPair]:
    return RibbonPairs(ClaimPassages(left), ClaimPassages(right)).of_claim(claim)


def test_passages_of_a_claim_are_joined_in_their_order() -> None:
    left = {0: (mark("a", 0),), 1: (mark("a", 10),), 2: (mark("a", 20),)}
    right = {0: (mark("a", 100),), 1: (mark("a", 200),)}
    pairs = [(pair.left_start, pair.right_start) for pair in pairs_of(left, right)]
    assert pairs == [(0, 100), (10, 100), (20, 200)]


def test_every_passage_is_joined_at_least_once() -> None:
    left = {0: (mark("a", 0),)}
    right = {n: (mark("a", n * 10),) for n in range(4)}
    assert [pair.right_start for pair in pairs_of(left, right)] == [0, 10, 20, 30]


def test_a_band_wears_the_more_cautious_status() -> None:
    pairs = pairs_of({0: (mark("a", 0, "confirmed"),)}, {0: (mark("a", 0, "disputed"),)})
    assert [pair.status for pair in pairs] == [Status.DISPUTED]


def test_context_and_claims_of_one_side_join_nothing() -> None:
    left = {0: (mark("a", 0, context=True), mark("b", 0))}
    right = {0: (mark("a", 0), mark("c", 0))}
    assert [pairs_of(left, right, claim) for claim in "abc"] == [[], [], []]


def test_a_passage_over_two_sentences_is_one() -> None:
    both = mark("a", 0)
    assert len(pairs_of({0: (both,), 1: (both,)}, {0: (mark("a", 7),)})) == 1


def test_a_pair_knows_what_of_it_is_in_view() -> None:
    (pair,) = pairs_of({0: (mark("a", 100),)}, {0: (mark("a", 900),)})
    assert pair.touches((0, 150), (0, 10))
    assert pair.lies_in((0, 150), (850, 1000))
    assert not pair.lies_in((0, 150), (0, 900))
    assert not pair.touches((0, 100), (901, 1000))


def test_passages_follow_every_change() -> None:
    passages = ClaimPassages({0: (mark("a", 0),), 1: (mark("a", 10), mark("b", 10))})
    passages.replace([mark("a", 10), mark("b", 10)], [mark("b", 12)])
    assert [found.start for found in passages.of("a")] == [0]
    assert [found.start for found in passages.of("b")] == [12]
    assert passages.of("c") == []


def joined(qtbot: QtBot) -> tuple[PaneSplitter, Ribbons]:
    look_up()
    splitter, document = PaneSplitter(), long_document(60)
    qtbot.addWidget(splitter)
    panes = [ReadingPane(), ReadingPane()]
    for pane in panes:
        pane.show_document(document, marked(document, [2]) | marked(document, [5], claim="c2"))
    splitter.set_panes(panes)
    splitter.resize(800, 900)
    with qtbot.waitExposed(splitter):
        splitter.show()
    gap = splitter.gaps[0]
    return splitter, gap


def picture(gap: Ribbons) -> QImage:
    return gap.grab().toImage()


def middle(gap: Ribbons, claim: str) -> QPoint:
    (pair,) = gap.pairs.of_claim(claim)
    return gap.band(pair).boundingRect().center().toPoint()


def test_the_chosen_claim_is_filled_and_the_others_stay_thin(qtbot: QtBot) -> None:
    splitter, gap = joined(qtbot)
    thin = picture(gap).pixelColor(middle(gap, "c1"))
    splitter.show_claim("c1")
    filled = picture(gap)
    assert filled.pixelColor(middle(gap, "c1")) != thin
    beside_the_line = middle(gap, "c2") + QPoint(0, 12)
    assert filled.pixelColor(beside_the_line) == QColor(LIGHT.bg)


def test_a_click_on_a_band_chooses_its_claim(qtbot: QtBot) -> None:
    splitter, gap = joined(qtbot)
    with qtbot.waitSignal(splitter.claim_chosen) as told:
        QTest.mouseClick(gap, Qt.MouseButton.LeftButton, pos=middle(gap, "c2"))
    assert told.args == ["c2"]


def test_bands_follow_the_text(qtbot: QtBot) -> None:
    splitter, gap = joined(qtbot)
    splitter.show_claim("c1")
    before = picture(gap)
    splitter.panes[0].view.verticalScrollBar().setValue(60)
    assert picture(gap) != before


def test_bands_follow_changed_links(qtbot: QtBot) -> None:
    splitter, gap = joined(qtbot)
    splitter.show_claim("c1")
    before = picture(gap)
    splitter.panes[1].model.set_links({})
    assert picture(gap) != before


def test_the_switch_tells_and_says_its_state(qtbot: QtBot) -> None:
    _, gap = joined(qtbot)
    assert gap.sync.accessibleName().endswith(": on")
    with qtbot.waitSignal(gap.sync_toggled) as told:
        QTest.mouseClick(gap.sync, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert gap.sync.accessibleName().endswith(": off")


def test_the_gap_can_still_be_dragged(qtbot: QtBot) -> None:
    splitter, gap = joined(qtbot)
    before = splitter.sizes()
    place = QPoint(gap.width() // 2, gap.height() - 4)
    QTest.mousePress(gap, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(gap, place + QPoint(40, 0))
    QTest.mouseRelease(gap, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 0))
    assert splitter.sizes()[0] > before[0] + 20
