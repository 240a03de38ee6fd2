"""Mistakes on the command line: a sentence each, exit 2, nothing written."""

from pathlib import Path

import pytest
from filelock import FileLock

from provenance_desk.cli import session
from tests.integration.command_line import CommandLine


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


def test_words_that_are_no_command_and_no_project(desk: CommandLine) -> None:
    assert "neither a command nor a project" in desk.refusal("frobnicate")


@pytest.mark.parametrize("name", ["", "."])
def test_a_project_without_a_name(desk: CommandLine, home: Path, name: str) -> None:
    assert "needs a file name" in desk.refusal("new", name)
    for words in (["claims"], ["sentences"], ["apply", "x"]):
        assert desk.refusal(words[0], name, *words[1:])
    assert list(home.iterdir()) == []


def test_a_name_that_is_too_long(desk: CommandLine, tmp_path: Path) -> None:
    for words in (["new"], ["claims"], ["sentences"], ["verify"]):
        assert "File name too long" in desk.refusal(*words, tmp_path / ("x" * 400))


def test_no_window_opens_without_a_screen(
    desk: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert "There is no screen here" in desk.refusal()
    assert "There is no screen here" in desk.refusal("demo", "--folder", tmp_path)


def test_a_project_that_is_not_there(desk: CommandLine, tmp_path: Path, home: Path) -> None:
    for words in (["claims"], ["claim", "add"], ["undo"], ["check"], ["stats"], ["history"]):
        more = ["x"] if words == ["claim", "add"] else []
        assert "There is no project" in desk.refusal(*words, tmp_path / "nowhere", *more)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"just text", b"SQLite format 3\0" + bytes(100)])
def test_a_file_that_is_no_project(desk: CommandLine, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "p.provdesk"
    path.write_bytes(data)
    assert "p.provdesk is " in desk.refusal("claims", path)
    assert "p.provdesk is " in desk.refusal("claim", "add", path, "x")
    assert path.read_bytes() == data


def test_a_project_that_another_writer_holds(
    desk: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "WAIT", 0.1)
    path = tmp_path / "p.provdesk"
    desk.run("new", path)
    with FileLock(path.with_name("p.provdesk.lock")):
        assert "is being written by another program" in desk.refusal("claim", "add", path, "x")
        assert "No claims yet" in desk.run("claims", path)


def test_a_claim_that_is_not_there(desk: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "p.provdesk"
    desk.run("new", path)
    said = desk.refusal("claim", "retire", path, "abcd", "--reason", "x")
    assert "“abcd” is not the id or the name of a claim here." in said
    assert "The project has no claim" in desk.refusal(
        "claim", "retire", path, "a" * 64, "--reason", "x"
    )


def test_a_wrong_word_names_the_right_ones(desk: CommandLine, tmp_path: Path) -> None:
    desk.run("new", tmp_path / "p")
    said = desk.refusal("claim", "add", tmp_path / "p", "x", "--kind", "rumour")
    assert "act, fact, figure, responsibility" in said.replace("'", "")


def test_a_question_cut_off_is_a_usage_error(desk: CommandLine) -> None:
    for words in (["claim"], ["claim", "add"], ["verify"], ["--nonsense"]):
        assert "usage: provenance-desk" in desk.refusal(*words)


def test_foreign_text_is_shown_without_its_controls(desk: CommandLine, tmp_path: Path) -> None:
    desk.run("new", tmp_path / "p")
    desk.run("claim", "add", tmp_path / "p", "closed \u202ethe plant in 2022")
    shown = desk.run("claims", tmp_path / "p")
    assert "\u202e" not in shown
    assert "\\u{202e}" in shown
