"""Markdown as it is meant to be read."""

import pytest

from provenance_desk.intake.errors import TooBig
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.proposals import Proposals
from provenance_desk.intake.reader_markdown import MAX_MARKDOWN, read_markdown


def read(source: str) -> Extracted:
    return read_markdown(source.encode(), "a.md")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One *line*\nand **the next**.", "One line and the next."),
        ("One line  \nand the next.", "One line\nand the next."),
        ("One.\n\n\n\nTwo.", "One.\n\nTwo."),
        ("See [the report](https://a.example/r 'x').", "See the report."),
        ("See <https://a.example/r>.", "See https://a.example/r."),
        ("![A quay](quay.png) seen", "A quay seen"),
        ("`code` &amp; \\*stars\\*", "code & *stars*"),
        ("~~gone~~ snake_case_word", "gone snake_case_word"),
        ("- one\n- two\n  - three\n- four", "• one\n• two\n  • three\n• four"),
        ("- one\n\n- two", "• one\n\n• two"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("Before:\n- one\n\nAfter.", "Before:\n\n• one\n\nAfter."),
        ("> Quoted\n> words.", "Quoted words."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n1\t2"),
        ("```\n  two  spaces\n```", "two  spaces"),
        ("<div>Some <b>words</b><br>here</div>", "Some words\nhere"),
        ("One <span>word</span><br>here", "One word\nhere"),
        ("<!-- not seen -->\n\nSeen.", "Seen."),
        ("Claimed.[^1]\n\n[^1]: https://a.example", "Claimed.[^1]\n\n[^1]: https://a.example"),
        ("[^1]: One\n[^2]: Two", "[^1]: One\n[^2]: Two"),
        ("Not a list\n1986. A year.", "Not a list 1986. A year."),
    ],
)
def test_markup_becomes_readable_text(source: str, text: str) -> None:
    assert read(source).text == text


def test_headings_are_marked_with_their_level() -> None:
    found = read("# One *title*\n\nWords.\n\nTwo\n---\n\n###### Six")
    assert [(found.text[m.start : m.end], m.level) for m in found.marks] == [
        ("One title", 1),
        ("Two", 2),
        ("Six", 6),
    ]
    assert found.proposals == Proposals(title="One title")


def test_front_matter_becomes_proposals_and_is_told() -> None:
    found = read(
        "---\ntitle: 'The ferry'\nauthor: [Ann, Bo]\ndate: 2024-03-05T07:30:00Z\n"
        "lang: en-GB\nurl: https://a.example/f\nsource: Gazette\ntags:\n  - sea\n---\n# Other\n"
    )
    assert found.text == "Other"
    assert found.proposals == Proposals(
        title="The ferry",
        author="Ann, Bo",
        published="2024-03-05",
        site="Gazette",
        url="https://a.example/f",
        language="en-GB",
    )
    assert "proposals" in found.notes[0]


@pytest.mark.parametrize(
    "source", ["---\n\nWords.\n\n---\n\nMore.", "---\nWords and words.\n---\n"]
)
def test_a_ruled_line_at_the_top_is_no_front_matter(source: str) -> None:
    assert "Words" in read(source).text


def test_left_out_addresses_are_told() -> None:
    assert read("[a](x) and [b](y)").notes == (
        "2 links are in the text as words only; the addresses are in the original file.",
    )


def test_what_was_replaced_is_counted() -> None:
    found = read("# A\x00 title\r\n\r\nWords\x1f.")
    assert (found.text, found.replaced) == ("A\ufffd title\n\nWords\ufffd.", 2)


def test_too_big_a_file_is_refused() -> None:
    with pytest.raises(TooBig, match=r"\.txt"):
        read_markdown(b"a" * (MAX_MARKDOWN + 1), "a.md")


@pytest.mark.parametrize("unit", ["> ", "- ", "*a ", "[", "`", "<!--", "|a|b\n|-|-\n", "_a__"])
def test_hostile_runs_end_soon(unit: str) -> None:
    assert read(unit * 5000).reader == "markdown/1"
