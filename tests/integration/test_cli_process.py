"""The main paths through real processes: what a shell, a script and a second writer see."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = "The plant closed on 4 March. The mayor said so. Nobody else did."
HOLD = """
import sys, time
from pathlib import Path
from provenance_desk.audit.home import desk_home
from provenance_desk.audit.identity import load_identity
from provenance_desk.project.project import Project
with Project.open(Path(sys.argv[1]), load_identity(desk_home()), desk_home()):
    print("held", flush=True)
    sys.stdin.read()
"""


def command(*words: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "provenance_desk", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **more},
        check=False,
    )


def ran(*words: str | Path) -> str:
    """What a command prints that must go well."""
    done = command(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one document."""
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    ran("new", tmp_path / "p", "--title", "The plant")
    ran("add", tmp_path / "p", tmp_path / "article.txt")
    return tmp_path / "p.provdesk"


def test_a_project_goes_from_new_to_verified(project: Path) -> None:
    lines = [
        {"type": "claim.added", "as": "c1", "wording": "The plant closed", "kind": "fact"},
        {"type": "link.made", "claim": "c1", "document": "article.txt", "start": 0, "end": 28}
        | {"stance": "supports", "status": "alleged", "confidence": "high"},
    ]
    bulk = project.with_name("bulk.jsonl")
    bulk.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    ran("apply", project, bulk)
    (link,) = json.loads(ran("links", project, "--json"))["links"]
    assert link["exact"] == TEXT[:28]
    assert ran("check", project).startswith("VERIFIED")
    bundle = project.with_name("plant.audit.zip")
    ran("export", project, bundle)
    assert ran("verify", bundle).startswith("VERIFIED")
    assert not project.with_name("p.provdesk-wal").exists()


def test_a_report_becomes_a_pdf_without_a_screen(project: Path) -> None:
    out = project.with_name("report.pdf")
    ran("report", project, out)
    assert out.read_bytes().startswith(b"%PDF-")


def test_an_error_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    done = command("claims", tmp_path / "nowhere.provdesk")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("There is no project nowhere.provdesk.")
    assert done.stderr.count("\n") == 1


def test_output_is_utf8_in_any_locale(project: Path) -> None:
    ran("claim", "add", project, "Закрылся завод «Нева» в марте 2022")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "«Нева»" in command("claims", project, **plain).stdout


def test_whoever_stops_reading_early_sees_no_error(project: Path) -> None:
    script = f"{sys.executable} -m provenance_desk sentences {project} --json | head -n 1"
    done = subprocess.run(script, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_a_second_writer_waits_and_then_goes_on(project: Path) -> None:
    words = [sys.executable, "-c", HOLD, str(project)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as held:
        assert held.stdin is not None
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        add = [sys.executable, "-m", "provenance_desk", "claim", "add", str(project), "It closed"]
        with subprocess.Popen(add, stdout=subprocess.PIPE, text=True) as waiting:
            time.sleep(1.5)
            assert waiting.poll() is None
            held.stdin.close()
            assert waiting.wait(20) == 0


def test_one_file_is_segmented_without_the_store(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    said = "import sys; from provenance_desk.cli.main import main; main(sys.argv[1:]);"
    said += " print([m for m in ('sqlalchemy', 'PySide6', 'nacl') if m in sys.modules])"
    words = [sys.executable, "-c", said, "sentences", str(tmp_path / "article.txt"), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
