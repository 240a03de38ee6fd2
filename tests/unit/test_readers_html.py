"""Saved pages: the main text, whole sentences, and what the page says about itself."""

from pathlib import Path

import pytest

from provenance_desk.intake.errors import EmptyFile
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.proposals import Proposals
from provenance_desk.intake.readers import read_document

NEWS = (Path(__file__).parents[1] / "data" / "intake" / "news.html").read_text("utf-8")
PARAGRAPHS = "".join(f"<p>Paragraph {n} of the article says something.</p>" for n in range(9))


def read(source: str | bytes, name: str = "a.html") -> Extracted:
    return read_document(source.encode() if isinstance(source, str) else source, name)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_the_main_text_of_a_news_page_is_taken_whole() -> None:
    assert read(NEWS).text == (
        "Night ferry to the northern island stops\n\n"
        "The ferry company said on Monday that it would stop the night crossing from the first "
        "of May, because too few passengers had used it during the winter.\n\n"
        "The quay of the northern island, seen in January.\n\n"
        "A spokesman for the harbour called it “no surprise”, and added that a smaller ship "
        "might be hired1 for the summer. He did not say who would pay for it.\n\n"
        "A notice on the quay\n\n"
        "Residents of the island said they had learned of the change from a notice on the quay.\n"
        "One of them, who works in the town, said she would have to move.\n\n"
        "“Nobody asked us,” she said on Tuesday.\n\n"
        "• The night crossing began in 1998.\n• It ran three times a week.\n\n"
        "Year\tPassengers\n2022\t4,100\n2023\t2,900\n\n"
        "The company had carried 2,900 passengers at night in the year before, it said, "
        "down from 4,100 in the year before that.\n\n"
        "The company had carried 2,900 passengers at night in the year before, it said, "
        "down from 4,100 in the year before that."
    )


def test_headings_are_marked() -> None:
    found = read(NEWS)
    assert [(found.text[m.start : m.end], m.level) for m in found.marks] == [
        ("Night ferry to the northern island stops", 1),
        ("A notice on the quay", 2),
    ]


def test_what_the_page_states_becomes_proposals() -> None:
    assert read(NEWS).proposals == Proposals(
        title="Night ferry to the northern island stops",
        author="Ann Example, Bo Sample",
        published="2024-03-05",
        site="The Island Gazette",
        url="https://gazette.example/harbour/night-ferry",
        language="en-GB",
    )


def test_what_was_left_out_is_told() -> None:
    assert read(NEWS).notes[0].startswith("Only the main text of the page was taken")


def test_the_address_that_a_browser_saved_is_proposed() -> None:
    source = NEWS.replace('<link rel="canonical"', '<link rel="other"')
    assert read(source).proposals.url == "https://gazette.example/harbour/night-ferry"


def test_a_date_that_is_only_guessed_is_told() -> None:
    source = page(f"<article><h1>Title</h1><p>Published on 5 March 2024</p>{PARAGRAPHS}</article>")
    found = read(source)
    told = "The date was found by a guess in the page: check it." in found.notes
    assert told is bool(found.proposals.published)


@pytest.mark.parametrize(
    "tag",
    [
        "a",
        "b",
        "em",
        "strong",
        "span",
        "abbr",
        "q",
        "cite",
        "time",
        "sup",
        "code",
        "small",
        "label",
    ],
)
@pytest.mark.parametrize("block", ["p", "div", "li", "blockquote"])
def test_no_word_is_lost_from_the_middle_of_a_sentence(tag: str, block: str) -> None:
    sentence = f"<{block}>It began <{tag}>inside</{tag}> and then it ended.</{block}>"
    if block == "li":
        sentence = f"<ul>{sentence}</ul>"
    text = read(NEWS.replace("<h2>", f"{sentence}<h2>")).text
    assert "It began inside and then it ended." in text.replace("“", "").replace("”", "")


@pytest.mark.parametrize("around", ["form", "main", "div", "center"])
def test_an_article_is_found_in_whatever_is_around_it(around: str) -> None:
    source = page(f"<{around}><h1>Title</h1>{PARAGRAPHS}</{around}>", "<title>Title</title>")
    assert read(source).text.count("\n\n") == 9


def test_a_short_page_is_taken_whole_without_menus() -> None:
    found = read(page("<nav>Home</nav><h1>Title</h1>One line.<br><br>Two.<script>x</script>"))
    assert found.text == "Title\n\nOne line.\n\nTwo."
    assert found.notes[-1].startswith("The whole page was taken")


def test_lists_tables_and_code_keep_their_form() -> None:
    found = read(
        page(
            "<ol start=3><li>c<li>d<ul><li>e</ul></ol>"
            "<table><tr><td>a<td>b<tr><td>c<td>d</table><pre>x\n  y</pre>"
        )
    )
    assert found.text == "3. c\n4. d\n  • e\n\na\tb\nc\td\n\nx\n  y"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8_r"),
    ],
)
def test_a_declared_encoding_is_used(charset: str, codec: str) -> None:
    source = page("<p>Генерал освобождён от должности.</p>", charset)
    found = read(source.encode(codec))
    assert found.text == "Генерал освобождён от должности."
    assert not any("guessed" in note for note in found.notes)


def test_old_numeric_references_are_read_as_the_web_reads_them() -> None:
    found = read(page("<p>It&#146;s &#x93;so&#x94; &#0;</p>"))
    assert found.text.startswith("It’s “so”")


def test_controls_in_the_source_are_counted_where_they_show() -> None:
    found = read(page("<p>a\x01b</p><script>\x01\x01</script>"))
    assert (found.text, found.replaced) == ("a\ufffdb", 1)


def test_embedded_pictures_do_not_stop_the_reading() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    assert "Nobody asked us" in read(NEWS.replace("<figure>", f"<figure>{picture}")).text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "words",
        f"<p a='{'x' * 11_000_000}'>words</p>",
        "<p>words" + "<table><tr><td>" * 300,
    ],
)
def test_broken_markup_keeps_the_words_and_says_so(body: str) -> None:
    found = read(page(body))
    assert "words" in found.text
    assert "markup is broken" in found.notes[0]


def test_a_page_too_big_for_the_extractor_is_taken_whole() -> None:
    found = read(page("<p>Some words of a very long page.</p>" * 20_000))
    assert found.text.count("\n\n") == 19_999
    assert found.notes[-1].startswith("The whole page was taken")


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read(page("<img src=x>"))


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@type": 3}', "null", '[[], 1, {"@graph": [1]}]']
)
def test_broken_statements_are_passed_over(script: str) -> None:
    statement = f'<script type="application/ld+json">{script}</script>'
    assert read(page("<p>Words.</p>", statement)).text == "Words."


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a request was made")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    source = NEWS.replace("<head>", '<head><base href="https://a.example/"><link href="/x.css">')
    assert read(source).text
