"""The demo's twelve claims stand as its answer key says; a primary document lifts one."""

import json
from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.cli.main import main
from provenance_desk.domain.standing_words import rule_words, source_words
from provenance_desk.domain.words import HouseRule
from provenance_desk.project.apply import apply_together
from provenance_desk.project.demo import make_demo
from provenance_desk.project.pasting import import_text
from provenance_desk.project.project import Project
from provenance_desk.project.standings import standings_of
from provenance_desk.store.reader import Reader

K8 = "The United Kingdom sanctioned Mizintsev"


@pytest.fixture
def demo(tmp_path: Path, home: Path) -> Path:
    return make_demo(tmp_path, home)


@pytest.mark.parametrize("rule", list(HouseRule))
def test_the_demo_stands_as_its_key_says(demo: Path, shared: Path, rule: HouseRule) -> None:
    key = json.loads((shared / "data" / "demo_key.json").read_text("utf-8"))
    wanted = {entry["claim"]: entry[rule.value] for entry in key if entry["id"] != "K8b"}
    with Reader(demo) as reader:
        found = standings_of(reader, rule)
        stood = {c.wording: [found[c.id].standing, found[c.id].rule] for c in reader.claims()}
    assert stood == wanted
    assert len(stood) == 12


def test_a_primary_document_confirms_by_record(demo: Path, home: Path) -> None:
    identity = create_identity(home, "Reviewer A")
    with Project.open(demo, identity, home) as project:
        listed = import_text(project, "Listed: Mikhail Mizintsev, 31 March 2022.", "list.txt")
        apply_together(
            project,
            {
                "type": "link.made",
                "claim": K8,
                "document": listed.document,
                "exact": "Listed: Mikhail Mizintsev, 31 March 2022.",
                "stance": "supports",
                "status": "confirmed",
                "confidence": "high",
                "wording": "flat",
                "origin": _uk(project),
                "access": "seen",
                "rationale": "Because this is the list itself.",
            },
        )
        claim = next(c.id for c in project.store.claims() if c.wording == K8)
        for rule in HouseRule:
            assert standings_of(project.store, rule)[claim].rule == "R4"


def _uk(project: Project) -> str:
    return next(o.id for o in project.store.origins() if o.name == "UK government")


def test_every_standing_says_its_rule_and_its_sources_in_words(demo: Path) -> None:
    with Reader(demo) as reader:
        for one in standings_of(reader).values():
            assert rule_words(one).endswith(".")
            assert "document" in source_words(one)


def test_the_command_line_gives_them_as_data(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["standing", str(demo), "--rules", "strict", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 12
    assert {"claim", "standing", "rule", "origins", "documents", "because"} <= rows[0].keys()
    assert {row["rule"] for row in rows} == {"R2", "R5"}
