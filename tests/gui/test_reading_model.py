"""The sentences of a document as items of a list."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.model import SentenceModel
from provenance_desk.gui.reading.text import DocumentText, LinkMark
from tests.gui.reading_support import document_of, marked

SAID = Qt.ItemDataRole.AccessibleTextRole


def model_of(document: DocumentText) -> SentenceModel:
    model = SentenceModel()
    model.show_document(document)
    return model


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = model_of(document_of(["One.", "Two."], ["Three."]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_document(document_of(["Other."]))
    model.set_links(marked(model.document, [0]))


def test_an_item_is_a_sentence() -> None:
    model = model_of(document_of(["One.", "Two 😀."], ["Three."]))
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "One.",
        "Two 😀.",
        "Three.",
    ]


def test_a_screen_reader_hears_text_status_and_number_of_links() -> None:
    model = model_of(document_of(["One."], ["Two."], zones={1: "caption"}))
    marks = (
        LinkMark("a", Status.ALLEGED, 0, 4),
        LinkMark("b", Status.ALLEGED, 0, 4),
        LinkMark("c", Status.DISPUTED, 0, 4),
        LinkMark("d", Status.CONFIRMED, 0, 4, is_context=True),
    )
    model.set_links({0: marks})
    assert model.index(0).data(SAID) == (
        "One.. Disputed, 1 link. Alleged, 2 links. Confirmed as context, 1 link"
    )
    assert model.index(1).data(SAID) == "Two.. Caption"


def test_a_screen_reader_hears_of_repeats_and_skipped_sentences() -> None:
    model = model_of(document_of(["One.", "One."], same_as=[[5, 9, 0, 4]]))
    model.set_skipped([0])
    assert model.index(0).data(SAID) == "One.. Reviewed, nothing to link"
    assert model.index(1).data(SAID) == "One.. Same text as sentence 1"


def test_only_sentences_whose_links_differ_are_announced(qtbot: QtBot) -> None:
    model = model_of(document_of(["One.", "Two.", "Three.", "Four."]))
    model.set_links(marked(model.document, [0, 1]))
    heard: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: heard.append((top.row(), bottom.row())))
    model.set_links(marked(model.document, [1, 2, 3]))
    assert heard == [(0, 0), (2, 3)]


def test_some_sentences_can_be_changed_alone() -> None:
    model = model_of(document_of(["One.", "Two."]))
    links = marked(model.document, [0, 1])
    model.set_links(links)
    model.update_links({0: (), 1: (*links[1], *links[1])})
    assert 0 not in model.links
    assert len(model.links[1]) == 2


def test_a_tool_tip_names_the_claims() -> None:
    model = model_of(document_of(["One."]))
    model.set_links(marked(model.document, [0]))
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    model.set_wordings({"c1": "He resigned"})
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Alleged: He resigned"


def test_a_sentence_waits_until_it_is_linked_or_skipped() -> None:
    model = model_of(document_of(["One.", "Two.", "Three."]))
    model.set_links(marked(model.document, [0]))
    model.set_skipped([1])
    assert [model.is_waiting(number) for number in range(3)] == [False, False, True]
    model.set_cues([(0, 3), (5, 8)])
    assert [model.is_waiting(number) for number in range(3)] == [False, True, True]
