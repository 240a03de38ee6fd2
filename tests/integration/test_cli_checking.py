"""`check`, `seal`, `export`, `verify`, `report`: proofs, with their exits."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from provenance_desk.audit.identity import load_identity
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


def change(project: Path, statement: str) -> None:
    """Change the project file behind the program's back."""
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute(statement)


def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """From here on, work at the computer of somebody else."""
    home = tmp_path / "elsewhere"
    monkeypatch.setenv("PROVDESK_HOME", str(home))
    return home


def test_a_whole_project_is_verified(desk: CommandLine, project: Path) -> None:
    found = desk.json("check", project)
    assert found["exit"] == 0
    assert found["first_line"].startswith("VERIFIED: 1 feed, ")
    assert found["findings"] == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE claim SET record = replace(record, 'closed', 'opened')", "R-PROJECTION"),
        ("DELETE FROM link", "R-PROJECTION"),
        ("UPDATE link SET status = 'confirmed'", "R-PROJECTION"),
        ("UPDATE event SET undone = 1 WHERE type = 'link.made'", "R-PROJECTION"),
        ("DELETE FROM passage_text WHERE start = 0", "R-SEARCH"),
        ("UPDATE event SET line = replace(line, 'high', 'low') WHERE type = 'link.made'", "T-HEAD"),
        ("UPDATE event SET line = 5 WHERE type = 'link.made'", "E-JSON"),
        ("UPDATE attachment SET line = replace(line, 'closed', 'opened')", "B-HASH"),
        ("UPDATE event SET clock = 99 WHERE type = 'claim.added'", "C-CLOCK"),
        ("UPDATE event SET step = 0 WHERE type = 'link.made'", "C-ID"),
        (f"UPDATE event SET event = '{'ab' * 32}' WHERE type = 'rules.chosen'", "C-ID"),
        (f"UPDATE attachment SET hash = '{'ab' * 32}' WHERE number = 1", "B-HASH"),
        ("DELETE FROM event WHERE type = 'claim.added'", "C-SEQ"),
        ("DELETE FROM event WHERE type = 'link.made'", "T-SIZE"),
        ("UPDATE blob SET data = 'Other words.' WHERE kind = 'text'", "Q-SOURCEHASH"),
        ("UPDATE blob SET data = 'Other bytes.' WHERE kind = 'original'", "Q-SOURCEHASH"),
        ("UPDATE feed SET head = 'ff' || substr(head, 3)", "R-PROJECTION"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(
    desk: CommandLine, project: Path, statement: str, code: str
) -> None:
    change(project, statement)
    found = desk.json("check", project, exit_code=1)
    assert code in {finding["code"] for finding in found["findings"]}
    assert found["first_line"].startswith("FAILED ")


def test_a_damaged_file_is_a_finding(desk: CommandLine, project: Path) -> None:
    data = bytearray(project.read_bytes())
    data[4096:9000] = b"x" * 4904
    project.write_bytes(data)
    assert desk.run("check", project, exit_code=1).startswith("FAILED B-FILE")


def test_a_file_of_a_newer_version_cannot_be_judged(desk: CommandLine, project: Path) -> None:
    change(project, "PRAGMA user_version = 999")
    assert desk.run("check", project, exit_code=5).startswith("CANNOT JUDGE V-NEWER")
    assert "newer version" in desk.refusal("claims", project)


def test_a_project_of_somebody_unknown_is_intact_but_not_trusted(
    desk: CommandLine, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(tmp_path, monkeypatch)
    assert desk.run("check", project, exit_code=3).startswith("INTACT BUT NOT TRUSTED")


def test_a_bundle_is_exported_and_verified(desk: CommandLine, project: Path) -> None:
    bundle = project.with_name("p.audit.zip")
    made = desk.json("export", project, bundle)
    assert made["scope"] == "whole"
    assert desk.run("verify", bundle).startswith("VERIFIED: 1 feed, ")
    assert desk.json("verify", bundle, "--signer", made["signer"])["exit"] == 0
    assert desk.json("verify", bundle, "--no-render")["findings"] == []
    other = "SHA256:" + "A" * 43
    assert desk.run("verify", bundle, "--signer", other, exit_code=3)


def test_verifying_elsewhere_does_not_trust(
    desk: CommandLine, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = project.with_name("p.audit.zip")
    signer = desk.json("export", project, bundle, "--quotes-only")["signer"]
    elsewhere(tmp_path, monkeypatch)
    assert desk.run("verify", bundle, exit_code=3).startswith("INTACT BUT NOT TRUSTED")
    assert desk.run("verify", bundle, "--signer", signer).startswith("VERIFIED")
    assert desk.run("verify", bundle, exit_code=3).startswith("INTACT BUT NOT TRUSTED")


def test_a_changed_bundle_fails(desk: CommandLine, project: Path) -> None:
    bundle = project.with_name("p.audit.zip")
    desk.run("export", project, bundle)
    with zipfile.ZipFile(bundle) as unpacked:
        unpacked.extractall(project.with_name("unpacked"))
    folder = project.with_name("unpacked") / "p"
    assert desk.run("verify", folder).startswith("VERIFIED")
    report = folder / "data" / "report.html"
    report.write_text(report.read_text("utf-8").replace("closed", "opened"), "utf-8")
    assert desk.run("verify", folder, exit_code=1).startswith("FAILED B-HASH")
    assert "can't be opened" in desk.refusal("verify", project.with_name("nowhere.audit.zip"))


def test_a_key_with_a_passphrase_signs_only_when_it_is_given(
    desk: CommandLine, project: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_identity(home).change_passphrase(None, "a long passphrase")
    desk.run("claim", "add", project, "Somebody said so on 5 March 2022")
    assert desk.json("stats", project)["events_unsealed"] == 1
    bundle = project.with_name("p.audit.zip")
    assert "PROVDESK_PASSPHRASE" in desk.refusal("export", project, bundle)
    assert "PROVDESK_PASSPHRASE" in desk.refusal("seal", project)
    monkeypatch.setenv("PROVDESK_PASSPHRASE", "another one")
    assert "passphrase" in desk.refusal("seal", project)
    monkeypatch.setenv("PROVDESK_PASSPHRASE", "a long passphrase")
    assert desk.json("seal", project) == {"sealed": 1, "unsealed": 0}
    assert "sealed already" in desk.run("seal", project)
    desk.run("export", project, bundle)
    assert desk.run("verify", bundle).startswith("VERIFIED")


def test_unsealed_entries_are_told_and_no_failure(
    desk: CommandLine, project: Path, home: Path
) -> None:
    load_identity(home).change_passphrase(None, "a long passphrase")
    desk.run("claim", "add", project, "Somebody said so on 5 March 2022")
    assert "1 entry that no checkpoint covers" in desk.run("check", project)


def test_an_older_copy_of_the_file_is_told(desk: CommandLine, project: Path) -> None:
    older = project.read_bytes()
    desk.run("claim", "add", project, "Somebody said so on 5 March 2022")
    project.write_bytes(older)
    assert "This file is an older copy" in desk.run("check", project)
    desk.run("claim", "add", project, "Somebody said so on 6 March 2022")
    assert desk.json("stats", project)["feeds"] == 2
    assert desk.run("check", project).startswith("VERIFIED: 2 feeds")


def test_a_bundle_needs_its_suffix(desk: CommandLine, project: Path) -> None:
    assert "can't be called" in desk.refusal("export", project, project.with_name("p.zip"))


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_the_report_holds_the_quote(desk: CommandLine, project: Path, suffix: str) -> None:
    out = project.with_name(f"report{suffix}")
    assert "The plant" in desk.run("report", project, out)
    assert "The plant closed on 4 March." in out.read_text("utf-8")
    desk.run("report", project, out)


def test_a_report_of_another_kind_is_refused(desk: CommandLine, project: Path) -> None:
    said = desk.refusal("report", project, project.with_name("report.doc"))
    assert "must end in .html, .pdf or .md" in said
    assert "folder is not there" in desk.refusal("report", project, "/nowhere/at/all.html")
