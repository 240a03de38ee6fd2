"""What was reviewed is counted beside the window, and again only where a step changed it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from provenance_desk.gui.desk.counting import Counting
from provenance_desk.gui.desk.reviewed import Reviewed, count_documents
from provenance_desk.gui.desk.tasks import Runner
from provenance_desk.project.changes import Changes
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project
from tests.reviewing import TEXTS, create, linked, prepared


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Iterator[Project]:
    with create(tmp_path / "a.provdesk", home) as project:
        linked(project)
        project.add_document(prepared(TEXTS[3], "d.txt"))
        yield project


@pytest.fixture
def counting(project: Project, qtbot: QtBot) -> Iterator[Counting]:
    runner = Runner()
    yield Counting(project.path, runner, runner)
    runner.stop()


def test_every_document_and_the_whole_are_counted(project: Project) -> None:
    first, second = (document.id for document in project.store.documents())
    counts = count_documents(project.path, {}, Progress())
    assert counts.documents == {first: Reviewed(1, 3), second: Reviewed(0, 1)}
    assert counts.whole == Reviewed(1, 4)


def test_a_withdrawn_document_is_no_part_of_the_whole(project: Project) -> None:
    first, _ = project.store.documents()
    project.withdraw_document(first.id, "It was sent twice.")
    counts = count_documents(project.path, {}, Progress())
    assert counts.documents[first.id].total == 3
    assert counts.whole == Reviewed(0, 1)


def test_what_is_known_is_not_counted_again(project: Project) -> None:
    first, _ = project.store.documents()
    known = {first.id: Reviewed(7, 7)}
    assert count_documents(project.path, known, Progress()).whole == Reviewed(7, 8)


def test_a_document_that_a_step_touched_is_counted_again(
    counting: Counting, project: Project, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(counting.counted):
        counting.count()
    changes = project.undo()  # the last document
    changes = project.undo()  # the link
    assert changes.linked_documents
    with qtbot.waitSignal(counting.counted) as told:
        counting.follow(changes)
    assert told.args[0].whole == Reviewed(0, 3)


def test_a_step_that_touched_no_document_counts_nothing(counting: Counting, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(counting.counted, wait=500):
        counting.follow(Changes(claims=frozenset(("c",))))


def test_two_wishes_at_once_are_both_fulfilled(counting: Counting, qtbot: QtBot) -> None:
    told: list[object] = []
    counting.counted.connect(told.append)
    counting.count()
    counting.count()
    qtbot.waitUntil(lambda: len(told) == 2)
