"""`cues`, `suggest` and `reuse`."""

import json
from pathlib import Path

import pytest

from tests.integration.command_line import CommandLine

FIRST = (
    "Orlov closed the chemical plant in Perm on 4 March 2022. He spoke to nobody about it."
    " The harvest was good."
)
SECOND = (
    "The mayor of Perm spoke for an hour about the budget.\n\n"
    "According to the paper, Orlov closed the chemical plant in Perm on March 4.\n\n"
    "The plant in Perm was shut by its owner."
)
CLAIM = "Orlov closed the chemical plant in Perm on 4 March 2022"


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """A project with two documents and two claims."""
    (tmp_path / "first.txt").write_text(FIRST, "utf-8")
    (tmp_path / "second.txt").write_text(SECOND, "utf-8")
    path = tmp_path / "p.provdesk"
    desk.run("new", path, "--title", "The plant", "--as", "Reviewer A")
    desk.run("add", path, tmp_path / "first.txt", tmp_path / "second.txt")
    desk.run("claim", "add", path, CLAIM)
    desk.run("claim", "add", path, "The bridge fell in 1999")
    return path


def test_sentences_are_suggested_for_a_claim_best_first(desk: CommandLine, project: Path) -> None:
    found = desk.json("suggest", project, "--claim", CLAIM)
    first = found[0]
    assert FIRST[first["start"] : first["end"]] == first["exact"]
    assert [one["exact"][:9] for one in found[:2]] == ["Orlov clo", "According"]
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert {one["shown"] for one in found} <= {"strong", "folded"}
    assert set(first) >= {"document", "start", "end", "score", "shown"}
    assert "first.txt:1" in desk.run("suggest", project, "--claim", CLAIM)


def test_claims_are_suggested_for_a_sentence(desk: CommandLine, project: Path) -> None:
    (one,) = desk.json("suggest", project, "--sentence", "second.txt:2")
    assert (one["wording"], one["shown"]) == (CLAIM, "strong")
    assert desk.json("suggest", project, "--sentence", "first.txt:3") == []


def test_a_sentence_that_is_not_there_is_refused(desk: CommandLine, project: Path) -> None:
    assert "but 1 to 3" in desk.refusal("suggest", project, "--sentence", "first.txt:4")
    assert "DOCUMENT:N" in desk.refusal("suggest", project, "--sentence", "4")


def test_a_withdrawn_document_suggests_nothing(desk: CommandLine, project: Path) -> None:
    desk.run("document", "withdraw", project, "first.txt", "--reason", "A draft")
    found = desk.json("suggest", project, "--claim", CLAIM)
    assert {one["name"] for one in found} == {"second.txt"}


def test_suggestions_follow_the_sentences_as_reviewers_left_them(
    desk: CommandLine, project: Path
) -> None:
    desk.run("passage", "join", project, "first.txt", 0, len(FIRST))
    first = desk.json("suggest", project, "--claim", CLAIM)[0]
    assert (first["start"], first["end"]) == (0, len(FIRST))


def test_suggestions_can_be_switched_off(desk: CommandLine, project: Path) -> None:
    desk.run("rules", project, "--no-suggestions")
    assert desk.json("suggest", project, "--claim", CLAIM) == []
    assert "switched off" in desk.remarks


def test_copied_text_is_listed_with_both_places(desk: CommandLine, project: Path) -> None:
    (pair,) = desk.json("reuse", project)
    assert pair["shown"] == "copied"
    assert FIRST[pair["start"] : pair["end"]].startswith("Orlov closed")
    assert SECOND[pair["other_start"] : pair["other_end"]].startswith("According")
    assert "first.txt:1" in desk.run("reuse", project)
    assert desk.json("reuse", project, "--ignore", FIRST[: pair["end"]]) == []


def test_cues_of_a_file_are_listed_with_their_list(desk: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "second.txt"
    path.write_text(SECOND, "utf-8")
    found = desk.json("cues", path)
    sentences = found["documents"][0]["sentences"]
    assert [one["found"] for one in sentences] == [False, True, False]
    assert (sentences[1]["wording"], sentences[1]["speaker"]) == ("attributed", "the paper")
    assert len(found["list"]["sha256"]) == 64
    assert "According to" in desk.run("cues", path)


def test_a_list_of_cues_of_ones_own_can_be_used(desk: CommandLine, tmp_path: Path) -> None:
    path, own = tmp_path / "second.txt", tmp_path / "own.json"
    path.write_text(SECOND, "utf-8")
    fields = {"name": "own", "language": "en", "version": "3", "classes": {"denial": ["budget"]}}
    own.write_text(json.dumps(fields), "utf-8")
    found = desk.json("cues", path, "--list", own)
    assert [one["found"] for one in found["documents"][0]["sentences"]] == [True, False, False]
    assert "no list of cues for the language tlh" in desk.refusal("cues", path, "--language", "tlh")
