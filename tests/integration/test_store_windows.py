"""What a window asks a project file for while somebody waits: light, and read once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance_desk.domain.words import ChangeReason, Zone
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.media_types import MediaType
from provenance_desk.project.actions.documents import prepare_document
from provenance_desk.project.project import Project
from tests.reviewing import TEXTS, create, linked, prepared


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Iterator[Project]:
    with create(tmp_path / "a.provdesk", home) as project:
        yield project


def test_the_places_of_links_are_those_of_the_whole_links(project: Project) -> None:
    linked(project, 3)
    (document,) = project.store.documents()
    whole = [
        (x.id, x.claim, x.judgement.status, x.judgement.stance, x.start, x.end)
        for x in project.store.links(document=document.id)
    ]
    assert project.store.link_places(document.id) == whole


def test_a_retracted_link_has_no_place(project: Project) -> None:
    linked(project, 2)
    (document,) = project.store.documents()
    first, second = project.store.links(document=document.id)
    project.retract_link(first.id, ChangeReason.REREADING)
    assert [place[0] for place in project.store.link_places(document.id)] == [second.id]


def test_marks_are_those_found_at_intake(project: Project) -> None:
    marks = (Mark(MarkKind.PAGE, 0, 0, label="1"), Mark(MarkKind.HEADING, 0, 9, level=2))
    extracted = Extracted(TEXTS[1], MediaType.TEXT, "text/1", "utf-8", marks=marks)
    project.add_document(prepare_document("b.txt", TEXTS[1].encode(), extracted))
    (document,) = project.store.documents()
    assert project.store.marks(document) == marks


def test_a_changed_sentence_is_told_though_its_table_was_read_before(project: Project) -> None:
    name = project.add_document(prepared(TEXTS[0]))
    (document,) = project.store.documents()
    before = project.store.sentences(document)
    project.zone_passage(name, before.starts[0], before.ends[0], Zone.CAPTION)
    assert project.store.sentences(document).zone(0) is Zone.CAPTION
    assert before.zone(0) is not Zone.CAPTION


def test_the_places_of_a_claim_are_those_of_its_links(project: Project) -> None:
    document, claim, links = linked(project, 3)
    project.retract_link(links[0], ChangeReason.REREADING)
    whole = [project.store.link(link) for link in links[1:]]
    expected = [(x.id, x.document, x.start, x.end, x.clock) for x in whole if x]
    assert sorted(project.store.claim_places(claim)) == sorted(expected)
    assert {place[1] for place in expected} == {document}


def test_links_are_read_in_the_order_they_are_asked_for(project: Project) -> None:
    _, _, links = linked(project, 3)
    wanted = [links[2], "f" * 64, links[0]]
    assert [link.id for link in project.store.links_by_id(wanted)] == [links[2], links[0]]
