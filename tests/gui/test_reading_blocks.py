"""How a document is cut into rows."""

from provenance_desk.gui.reading.blocks import BlockKind, BlockTable, Gap, blocks_of
from provenance_desk.gui.reading.text import DocumentText
from tests.gui.reading_support import document_of


def rows(document: DocumentText, *, folded: bool = True) -> list[tuple[str, BlockKind]]:
    table = blocks_of(document, folded=folded)
    blocks = (table[row] for row in range(len(table)))
    return [(document.text[b.start : b.end], b.kind) for b in blocks]


def test_a_paragraph_keeps_running_over_its_sentences() -> None:
    assert rows(document_of(["One.", "Two."], ["Three."])) == [
        ("One. Two.", BlockKind.BODY),
        ("Three.", BlockKind.BODY),
    ]


def test_a_line_end_between_sentences_begins_a_row_close_to_the_last() -> None:
    table = blocks_of(document_of(["One."], ["Two."], ["Three."], between="\n"))
    assert [table[row].gap for row in range(3)] == [Gap.PARAGRAPH, Gap.LINE, Gap.LINE]


def test_hard_wrapped_lines_run_on() -> None:
    document = document_of(["One is\nlong.", "Two is\nlong."], ["Three\nis too."])
    assert len(rows(document)) == 2


def test_a_caption_breaks_the_paragraph_and_a_quote_does_not() -> None:
    document = document_of(["A.", "B.", "C.", "D."], zones={1: "quote", 2: "caption"})
    assert rows(document) == [
        ("A. B.", BlockKind.BODY),
        ("C.", BlockKind.CAPTION),
        ("D.", BlockKind.BODY),
    ]


def test_a_paragraph_of_quotes_is_set_as_a_quote() -> None:
    assert rows(document_of(["A.", "B."], ["C."], zones={0: "quote", 1: "quote"})) == [
        ("A. B.", BlockKind.QUOTE),
        ("C.", BlockKind.BODY),
    ]


def test_references_fold_into_one_row_and_open_into_one_row_each() -> None:
    zones = dict.fromkeys((1, 2, 3), "reference")
    document = document_of(["Text.", "Ref one.", "Ref two.", "Ref three."], zones=zones)
    assert [kind for _, kind in rows(document)] == [BlockKind.BODY, BlockKind.FOLDED]
    assert rows(document, folded=False)[1:] == [
        ("", BlockKind.FOLD),
        ("Ref one.", BlockKind.REFERENCE),
        ("Ref two.", BlockKind.REFERENCE),
        ("Ref three.", BlockKind.REFERENCE),
    ]


def test_a_heading_mark_sets_its_sentence_large() -> None:
    marks = [{"kind": "heading", "start": 0, "end": 6, "level": 2}]
    table = blocks_of(document_of(["Title."], ["Text."], marks=marks))
    assert (table[0].kind, table[0].level) == (BlockKind.HEADLINE, 2)
    assert table[1].kind == BlockKind.BODY


def test_a_page_that_begins_between_paragraphs_gets_a_row() -> None:
    marks = [{"kind": "page", "start": 0, "label": "1"}, {"kind": "page", "start": 6, "label": "2"}]
    document = document_of(["One."], ["Two."], marks=marks)
    assert [kind for _, kind in rows(document)] == [
        BlockKind.BODY,
        BlockKind.PAGE,
        BlockKind.BODY,
    ]


def test_a_page_that_begins_within_a_paragraph_does_not_break_it() -> None:
    marks = [{"kind": "page", "start": 5, "label": "2"}]
    assert len(rows(document_of(["One.", "Two."], marks=marks))) == 1


def test_a_very_long_paragraph_is_cut_at_a_sentence() -> None:
    document = document_of([f"Sentence {n} is here." for n in range(1000)])
    table = blocks_of(document)
    assert len(table) > 3
    assert all(table.ends[row] - table.starts[row] <= 4000 for row in range(len(table)))
    assert all(start in document.starts for start in table.starts)


def test_one_endless_word_is_cut_too() -> None:
    assert len(blocks_of(document_of(["x" * 20_000]))) == 5


def test_no_text_gives_no_rows() -> None:
    assert len(blocks_of(document_of())) == 0
    assert BlockTable().row_at(7) == 0


def test_every_sentence_lies_in_some_row() -> None:
    document = document_of(["One.", "Two."], ["Three."], ["Four.", "Five."], zones={2: "caption"})
    table = blocks_of(document)
    for number in range(len(document)):
        block = table[table.row_at(document.starts[number])]
        assert block.start <= document.starts[number] < document.ends[number] <= block.end
