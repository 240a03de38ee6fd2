"""What a step is told to have changed: enough to show anew only that."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance_desk.domain.words import ChangeReason
from provenance_desk.project.changes import Changes
from provenance_desk.project.project import Project
from tests.reviewing import create, linked


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Iterator[Project]:
    with create(tmp_path / "a.provdesk", home) as project:
        yield project


def test_a_link_tells_the_claim_and_the_document_it_joins(project: Project) -> None:
    told: list[Changes] = []
    project.observe(told.append)
    document, claim, _ = linked(project)
    assert told[-1].linked_claims == {claim}
    assert told[-1].linked_documents == {document}


def test_a_link_that_was_undone_tells_where_it_was(project: Project) -> None:
    document, claim, _ = linked(project)
    changes = project.undo()
    assert project.store.links() == []
    assert changes.linked_claims == {claim}
    assert changes.linked_documents == {document}


def test_a_retracted_link_tells_where_it_is(project: Project) -> None:
    document, claim, (link,) = linked(project)
    changes: list[Changes] = []
    project.observe(changes.append)
    project.retract_link(link, ChangeReason.REREADING)
    assert changes[0].linked_claims == {claim}
    assert changes[0].linked_documents == {document}


def test_a_claim_alone_links_nothing(project: Project) -> None:
    linked(project)
    changes = project.undo()
    changes = project.undo()
    assert changes.claims
    assert not changes.linked_claims
