"""METHOD.txt and README.txt: what a stranger reads first."""

from pathlib import Path

import pytest

from provenance_desk.domain.words import Access, Confidence, Stance, Status, Wording
from provenance_desk.exchange.method_txt import method_txt
from provenance_desk.exchange.readme_txt import readme_txt
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_words import count, date, in_documents, letter, listed
from provenance_desk.exchange.scope import BundleFacts, Scope
from provenance_desk.locations import packaged
from tests.trail import Trail


def readme(scope: Scope = Scope.WHOLE) -> str:
    trail = Trail("A question")
    return readme_txt(trail.review(), BundleFacts("a-question", scope, trail.key.public))


def test_the_method_says_every_word_that_a_judgement_uses() -> None:
    method = method_txt(Trail().review())
    for words in (Stance, Status, Confidence, Wording, Access):
        assert all(word.value in method for word in words)


def test_the_method_keeps_every_word_of_help() -> None:
    help_text = (packaged("resources") / "help" / "METHOD.md").read_text(encoding="utf-8")
    method = method_txt(Trail().review())
    words = "".join(help_text.split())
    for mark in ("**", "`", "|", "---", "#"):
        words = words.replace(mark, "")
    for sentence in ("Neverprefillconfirmed,disputedorconfidence", "Novotes,noaverages,noscores"):
        assert sentence in words
        assert sentence in "".join(method.split())


def test_the_method_is_plain_text_of_readable_width() -> None:
    method = method_txt(Trail().review())
    assert max(map(len, method.splitlines())) <= 100
    assert "**" not in method
    assert "|" not in method
    assert "The house rule of this project: newsroom." in method
    assert RENDERER in method


def test_the_readme_lists_what_is_there() -> None:
    assert "originals/" in readme()
    assert "originals/" not in readme(Scope.QUOTES)
    assert RENDERER in readme()


def test_the_readme_says_what_is_not_promised() -> None:
    assert "The bundle is not encrypted." in readme()
    assert "A key is not a person." in readme()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023", "2023"), ("2023-04", "Apr 2023"), ("2023-04-27", "27 Apr 2023"),
        ("2023-04-27T10:05Z", "27 Apr 2023, 10:05 UTC"), ("2023-13", "2023-13"),
    ],
)  # fmt: skip
def test_dates_are_said_as_exactly_as_they_are_known(value: str, said: str) -> None:
    assert date(value) == said


def test_counts_and_lists_read_as_english() -> None:
    assert (count(1, "passage"), count(1640, "passage")) == ("1 passage", "1,640 passages")
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert in_documents(["A"]) == "in document A"
    assert in_documents([str(n) for n in range(20)]) == "in 20 documents"
    assert [letter(n) for n in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_the_help_text_is_packaged() -> None:
    assert isinstance(packaged("resources"), Path)
    assert (packaged("resources") / "report" / "report.css").is_file()
