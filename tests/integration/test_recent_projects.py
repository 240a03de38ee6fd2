"""What the start page says about projects it does not open."""

import sqlite3
from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import Confidence, Stance, Status
from provenance_desk.gui.start.recent import look_at
from provenance_desk.gui.start.trail import Seal, trail_of
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.importing import import_files
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader


@pytest.fixture
def path(tmp_path: Path, home: Path, seeds: Path) -> Path:
    file = tmp_path / "a.provdesk"
    with Project.create(file, "A title", create_identity(home, "Reviewer A"), home) as project:
        document = import_files(project, sorted(seeds.glob("00*.txt")))[0].document
        judgement = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH)
        draft = LinkDraft("", document, 90, 120, judgement)
        project.make_link_to_new_claim(ClaimDraft("He was fired."), draft)
    return file


def test_a_recent_project_is_told_at_a_glance(path: Path) -> None:
    found = look_at(path, frozenset())
    assert (found.title, found.documents, found.claims) == ("A title", 3, 1)
    assert found.links == {"alleged": 1}
    assert found.reviewers == (("Reviewer A", False),)
    assert found.last is not None
    assert found.last.words == "linked as alleged, high"
    assert found.trail is not None
    assert found.trail.seal is Seal.SEALED


def test_a_project_that_went_is_told_as_missing(tmp_path: Path) -> None:
    assert look_at(tmp_path / "a.provdesk", frozenset()).is_missing


def test_a_damaged_project_is_told_with_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.provdesk").write_bytes(b"nothing")
    assert "a.provdesk" in look_at(tmp_path / "a.provdesk", frozenset()).problem


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "UPDATE event SET line = replace(line, 'fired', 'hired') WHERE type = 'claim.added'",
            "not",
        ),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "has"),
        (
            "UPDATE checkpoint SET note = CAST(replace(note, 'provdesk/1', 'provdesk/2') AS BLOB)",
            "signed head",
        ),
    ],
)
def test_a_changed_trail_is_damaged(path: Path, change: str, said: str) -> None:
    with sqlite3.connect(path) as file:
        file.execute(change)
    file.close()
    with Reader(path) as reader:
        trail = trail_of(reader)
    assert trail.seal is Seal.DAMAGED
    assert said in trail.problem
