"""`history`, `undo`, `redo`, `search`, `stats`."""

from pathlib import Path

import pytest

from tests.integration.command_line import CommandLine

TEXT = "The plant closed on 4 March. The mayor said so. Nobody else did."


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """A project with one document, one claim and one link."""
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    desk.run("new", tmp_path / "p", "--title", "The plant", "--as", "Reviewer A")
    desk.run("add", tmp_path / "p", tmp_path / "article.txt")
    desk.run(
        *("link", "make", tmp_path / "p", "--new-claim", "The plant closed on 4 March 2022"),
        *("--document", "article.txt", "--start", "0", "--end", "28"),
        *("--status", "alleged", "--confidence", "high"),
    )
    return tmp_path / "p.provdesk"


def test_the_history_says_who_did_what(desk: CommandLine, project: Path) -> None:
    told = desk.run("history", project)
    assert "Reviewer A linked a passage to “The plant closed on 4 March 2022”" in told
    assert "“The plant closed on 4 March.”" in told
    entries = desk.json("history", project)["entries"]
    assert [entry["number"] for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[-1]["quote"] == "The plant closed on 4 March."
    assert [e["type"] for e in desk.json("history", project, "--last", 2)["entries"]] == [
        "claim.added",
        "link.made",
    ]


def test_undo_and_redo_name_the_step_and_restore_the_state(
    desk: CommandLine, project: Path
) -> None:
    with_link = desk.state(project)
    assert "The plant closed on 4 March 2022" in desk.run("undo", project)
    without = desk.state(project)
    assert without != with_link
    assert desk.json("undo", project)["undone"]["entries"]
    desk.run("redo", project)
    assert desk.state(project) == without
    desk.run("redo", project)
    assert desk.state(project) == with_link
    assert "nothing to do again" in desk.refusal("redo", project)


def test_undo_ends_where_the_project_began(desk: CommandLine, project: Path) -> None:
    for _ in range(2):
        desk.run("undo", project)
    assert "nothing of yours to undo" in desk.refusal("undo", project)
    assert desk.run("check", project).startswith("VERIFIED")


def test_search_finds_sentences(desk: CommandLine, project: Path) -> None:
    (hit,) = desk.json("search", project, "mayor", "sa")["sentences"]
    assert (hit["start"], hit["end"], hit["exact"]) == (29, 47, "The mayor said so.")
    assert "article.txt 29–47" in desk.run("search", project, "mayor")
    assert "No sentence holds these words." in desk.run("search", project, "harbour")


def test_stats_count_everything_and_name_the_state(desk: CommandLine, project: Path) -> None:
    stats = desk.json("stats", project)
    assert stats["title"] == "The plant"
    assert (stats["documents"], stats["claims"], stats["links"]) == (1, 1, 1)
    assert (stats["feeds"], stats["reviewers"], stats["events_unsealed"]) == (1, 1, 0)
    assert stats["links_by_status"] == {"confirmed": 0, "alleged": 1, "disputed": 0}
    assert len(stats["state_id"]) == 64
    assert len(stats["state_words"]) == 12
    assert stats["state_id"] in desk.run("stats", project)


def test_bookkeeping_does_not_change_the_state(desk: CommandLine, project: Path) -> None:
    before = desk.state(project)
    desk.run("note", project, "only a note")
    desk.run("name", project, "Another name")
    desk.run("export", project, project.with_name("p.audit.zip"))
    assert desk.state(project) == before
    desk.run("rules", project, "--rule", "strict")
    assert desk.state(project) != before
