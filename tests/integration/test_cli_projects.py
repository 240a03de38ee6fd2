"""`new`, `add`, `documents`, `sentences`: a project and its files."""

import hashlib
from pathlib import Path

import pytest

from tests.integration.command_line import CommandLine

PAGE = """<html lang="en"><head><title>A title</title>
<meta property="og:site_name" content="The Daily">
<meta name="author" content="Jane Roe"><meta property="article:published_time" content="2022-09-24">
</head><body><article><h1>A title</h1><p>The plant closed on 4 March 2022, said the mayor of the
town on Friday, and nobody else has said anything about it since then.</p></article></body></html>
"""


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """An empty project."""
    desk.run("new", tmp_path / "p", "--title", "The plant")
    return tmp_path / "p.provdesk"


def test_new_adds_the_suffix_and_refuses_a_taken_name(desk: CommandLine, tmp_path: Path) -> None:
    assert "The plant" in desk.run("new", tmp_path / "p", "--title", "The plant")
    assert (tmp_path / "p.provdesk").is_file()
    assert "already there" in desk.refusal("new", tmp_path / "p", "--title", "Again")
    assert "no folder" in desk.refusal("new", tmp_path / "nowhere" / "p")


def test_the_first_command_that_writes_makes_a_key_and_says_so(
    desk: CommandLine, tmp_path: Path
) -> None:
    desk.run("new", tmp_path / "p", "--as", "Reviewer A")
    assert "known as “Reviewer A”" in desk.remarks
    desk.run("claim", "add", tmp_path / "p", "The plant closed on 4 March 2022")
    assert "key" not in desk.remarks
    said = desk.refusal("claim", "add", tmp_path / "p", "x", "--as", "Somebody else")
    assert "There is a key here already, known as “Reviewer A”" in said


def test_files_come_in_and_a_bad_one_keeps_no_other_out(
    desk: CommandLine, project: Path, tmp_path: Path
) -> None:
    for name, data in (("a.txt", b"One. Two."), ("b.txt", b""), ("c.md", b"# Three\n\nFour.")):
        (tmp_path / name).write_bytes(data)
    names = [tmp_path / name for name in ("a.txt", "b.txt", "nowhere.txt", "c.md")]
    found = desk.json("add", project, *names, exit_code=2)["documents"]
    assert [one["status"] for one in found] == ["added", "error", "error", "added"]
    assert "“b.txt” is empty" in desk.remarks
    assert "“nowhere.txt” is not there" in desk.remarks
    documents = desk.json("documents", project)["documents"]
    assert [one["name"] for one in documents] == ["a.txt", "c.md"]
    assert documents[0]["id"] == hashlib.sha256(b"One. Two.").hexdigest()


def test_a_drop_of_files_is_one_step(desk: CommandLine, project: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"This is {name}.", "utf-8")
    desk.run("add", project, tmp_path / "a.txt", tmp_path / "b.txt")
    desk.run("undo", project)
    assert desk.json("documents", project)["documents"] == []


def test_the_same_file_again_is_already_here(
    desk: CommandLine, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("One. Two.", "utf-8")
    (tmp_path / "copy.txt").write_text("One. Two.", "utf-8")
    found = desk.json("add", project, tmp_path / "a.txt", tmp_path / "copy.txt")["documents"]
    assert [one["status"] for one in found] == ["added", "already here"]
    assert found[0]["id"] == found[1]["id"]
    assert "is already here, as “a.txt”" in desk.run("add", project, tmp_path / "a.txt")


def test_a_changed_file_of_the_same_name_is_a_new_document_with_a_hint(
    desk: CommandLine, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("One. Two.", "utf-8")
    desk.run("add", project, tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("One. Two. Three.", "utf-8")
    assert "Another document here is called a.txt too" in desk.run(
        "add", project, tmp_path / "a.txt"
    )
    assert len(desk.json("documents", project)["documents"]) == 2


def test_what_a_file_says_about_itself_becomes_its_card(
    desk: CommandLine, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "plain.txt").write_text("One. Two.", "utf-8")
    assert "check it" in desk.run("add", project, tmp_path / "page.html")
    desk.run("add", project, tmp_path / "plain.txt")
    page, plain = desk.json("documents", project)["documents"]
    assert page["title"] == "A title"
    assert page["card"]["author"] == "Jane Roe"
    assert page["card"]["published"] == {"value": "2022-09-24", "precision": "day"}
    assert plain["card"] is None
    desk.run("undo", project)
    desk.run("undo", project)
    assert desk.json("documents", project)["documents"] == []


def test_a_withdrawn_document_does_not_come_in_again(
    desk: CommandLine, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("One. Two.", "utf-8")
    desk.run("add", project, tmp_path / "a.txt")
    desk.run("document", "withdraw", project, "a.txt", "--reason", "an old version")
    desk.run("add", project, tmp_path / "a.txt", exit_code=2)
    assert "was withdrawn from this review" in desk.remarks


def test_sentences_of_a_file_need_no_project(desk: CommandLine, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfOne is here.\r\nTwo is there.\r\n"
    (tmp_path / "a.txt").write_bytes(data)
    (one,) = desk.json("sentences", tmp_path / "a.txt")["documents"]
    text = "One is here.\nTwo is there.\n"
    assert one["id"] == hashlib.sha256(text.encode()).hexdigest()
    assert one["original"] == hashlib.sha256(data).hexdigest()
    assert (one["name"], one["length"]) == ("a.txt", len(text))
    spans = [text[row["start"] : row["end"]] for row in one["sentences"]]
    assert spans == ["One is here.", "Two is there."]
    assert one["sentences"][0]["n"] == 1
    assert set(one["sentences"][0]) == {"n", "start", "end", "zone"}
    assert "Two is there." in desk.run("sentences", tmp_path / "a.txt")


def test_sentences_of_a_project_are_as_the_reviewers_left_them(
    desk: CommandLine, project: Path, tmp_path: Path, seeds: Path
) -> None:
    (tmp_path / "a.txt").write_text("One is here. Two is there.", "utf-8")
    desk.run("add", project, tmp_path / "a.txt", *seeds.glob("*.txt"))
    desk.run("passage", "split", project, "a.txt", 3)
    desk.run("passage", "zone", project, "a.txt", 0, 3, "headline")
    (one,) = desk.json("sentences", project, "--document", "a.txt")["documents"]
    rows = [(row["start"], row["end"], row["zone"]) for row in one["sentences"]]
    assert rows == [(0, 3, "headline"), (4, 12, "body"), (13, 26, "body")]
    assert len(desk.json("sentences", project)["documents"]) == 4


def test_a_document_of_a_file_is_a_wrong_question(desk: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    said = desk.refusal("sentences", tmp_path / "a.txt", "--document", "a.txt")
    assert "this is a file" in said
    assert "is not there" in desk.refusal("sentences", tmp_path / "b.txt")
