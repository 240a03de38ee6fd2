"""The document as the reading view holds it."""

from provenance_desk.domain.words import Status, Zone
from provenance_desk.gui.reading.text import DocumentText, LinkMark, SameText, links_by_sentence
from tests.gui.reading_support import document_of


def test_a_frozen_table_becomes_sentences_zones_and_marks() -> None:
    table = {
        "sentences": [[0, 5, "headline"], [7, 12, "body"]],
        "marks": [{"kind": "page", "start": 7, "label": "2"}],
        "same_as": [[7, 12, 0, 5]],
    }
    document = DocumentText.of_table("d", "First\n\nOther", table)
    assert [document.sentence(n) for n in range(len(document))] == ["First", "Other"]
    assert document.zone(0) is Zone.HEADLINE
    assert document.pages[0].label == "2"
    assert document.repeated(1) == SameText(7, 12, 0, 5)


def test_a_shorter_repetition_is_cut_off() -> None:
    assert SameText(0, 5, 10, 30).is_cut_off
    assert not SameText(0, 5, 10, 15).is_cut_off


def test_a_passage_touches_every_sentence_it_reaches_into() -> None:
    document = document_of(["One.", "Two.", "Three."])
    assert list(document.sentences_in(0, 4)) == [0]
    assert list(document.sentences_in(2, 11)) == [0, 1, 2]
    assert list(document.sentences_in(4, 5)) == []


def test_an_offset_between_sentences_belongs_to_the_one_before() -> None:
    document = document_of(["One.", "Two."], ["Three."])
    assert document.sentence_at(4) == 0
    assert document.sentence_at(5) == 1
    assert document.sentence_at(10_000) == 2


def test_a_link_over_two_sentences_stands_under_both() -> None:
    document = document_of(["One.", "Two.", "Three."])
    link = LinkMark("c", Status.ALLEGED, 0, 9)
    assert links_by_sentence(document, [link]) == {0: (link,), 1: (link,)}
