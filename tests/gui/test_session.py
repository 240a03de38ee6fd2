"""The session: steps on one thread, told on the GUI thread, in order, and safe to close."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity, load_identity
from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.desk.session import Session, open_for
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.changes import Changes
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project
from provenance_desk.store.errors import ProjectMissing


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    file = tmp_path / "a.provdesk"
    Project.create(file, "A title", create_identity(home, "Reviewer A"), home).close()
    return file


@pytest.fixture
def session(path: Path, home: Path, qtbot: QtBot) -> Iterator[Session]:
    found = Session(path, open_for(path, home))
    with qtbot.waitSignal(found.opened):
        found.open()
    yield found
    found.close()


def _add_claim(wording: str, project: Project) -> str:
    return project.add_claim(ClaimDraft(wording))


def test_an_opened_session_reads_and_writes(session: Session) -> None:
    assert session.reader.title() == "A title"
    assert session.can_write


def test_a_step_is_told_with_what_it_changed_before_its_result(
    session: Session, qtbot: QtBot
) -> None:
    told: list[object] = []
    session.changed.connect(lambda changes, by: told.append((changes.claims, by)))
    session.do(partial(_add_claim, "He resigned."), told.append, by="panel")
    qtbot.waitUntil(lambda: len(told) == 2)
    claim = session.reader.claims()[0].id
    assert told == [(frozenset({claim}), "panel"), claim]


def test_steps_are_taken_in_the_order_they_were_asked_for(session: Session, qtbot: QtBot) -> None:
    for number in range(20):
        session.do(partial(_add_claim, f"Claim {number}."))
    qtbot.waitUntil(lambda: len(session.reader.claims()) == 20)
    assert [c.wording for c in session.reader.claims()] == [f"Claim {n}." for n in range(20)]


def test_a_refusal_goes_to_whoever_asked(session: Session, qtbot: QtBot) -> None:
    problems: list[DeskError] = []
    session.do(partial(_add_claim, " "), failed=problems.append)
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert "wording" in str(problems[0])


def test_a_refusal_nobody_asked_about_is_a_signal(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed) as told:
        session.do(lambda p: [p.undo(), p.undo(), p.undo()])
    assert isinstance(told.args[0], DeskError)


def test_a_bug_is_no_refusal(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.crashed) as told, qtbot.assertNotEmitted(session.failed):
        session.do(lambda p: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_the_menu_can_name_the_step_that_undo_takes_back(session: Session, qtbot: QtBot) -> None:
    session.do(partial(_add_claim, "He resigned."))
    qtbot.waitUntil(lambda: session.state is not None and session.state.undo is not None)
    assert session.state is not None
    assert session.state.undo == "claim “He resigned.”"
    session.undo()
    qtbot.waitUntil(lambda: session.state is not None and session.state.redo is not None)
    assert session.state.redo == "claim “He resigned.”"


def test_the_state_tells_the_newest_entry_and_counts_what_is_unsealed(
    session: Session, qtbot: QtBot
) -> None:
    session.do(partial(_add_claim, "He resigned."))
    qtbot.waitUntil(lambda: session.state is not None and session.state.last is not None)
    qtbot.waitUntil(lambda: session.state is not None and session.state.unsealed == 1)
    assert session.state is not None
    assert session.state.last is not None
    assert session.state.last.sentence == "Reviewer A added the fact claim “He resigned.”"
    assert session.state.entries == session.reader.count_events()


def test_sealing_leaves_nothing_unsealed(session: Session, qtbot: QtBot) -> None:
    session.do(partial(_add_claim, "He resigned."))
    done: list[bool] = []
    session.seal(done.append)
    qtbot.waitUntil(lambda: done == [True])
    assert session.state is not None
    assert session.state.unsealed == 0


def test_closing_waits_for_the_steps_on_their_way_and_seals(
    path: Path, home: Path, qtbot: QtBot
) -> None:
    session = Session(path, open_for(path, home))
    with qtbot.waitSignal(session.opened):
        session.open()
    for number in range(10):
        session.do(partial(_add_claim, f"Claim {number}."))
    told: list[Changes] = []
    session.changed.connect(lambda changes, by: told.append(changes))
    assert session.close() is None
    assert len(told) == 10
    with Project.open(path, load_identity(home), home) as project:
        assert len(project.store.claims()) == 10
        assert project.unsealed == 0


def test_a_project_that_another_program_writes_is_opened_for_reading(
    path: Path, home: Path, qtbot: QtBot
) -> None:
    with Project.open(path, load_identity(home), home):
        session = Session(path, open_for(path, home))
        with qtbot.waitSignal(session.opened):
            session.open()
        assert not session.can_write
        assert "written by another program" in str(session.read_only)
        problems: list[DeskError] = []
        session.do(lambda p: p.undo(), failed=problems.append)
        assert problems == [session.read_only]
        session.close()


def test_a_missing_file_is_a_sentence(tmp_path: Path, home: Path, qtbot: QtBot) -> None:
    create_identity(home, "Reviewer A")
    session = Session(tmp_path / "b.provdesk", open_for(tmp_path / "b.provdesk", home))
    with qtbot.waitSignal(session.open_failed) as told:
        session.open()
    assert isinstance(told.args[0], ProjectMissing)
    session.close()


def test_a_minute_without_work_seals(path: Path, home: Path, qtbot: QtBot) -> None:
    session = Session(path, open_for(path, home), idle_seconds=0.01)
    with qtbot.waitSignal(session.opened):
        session.open()
    with qtbot.waitSignals([session.changed, session.sealed_changed]):
        session.do(partial(_add_claim, "He resigned."))
    qtbot.waitUntil(lambda: session.state is not None and session.state.unsealed == 0)
    session.close()


def test_work_that_takes_long_tells_its_progress_and_can_be_cancelled(
    session: Session, qtbot: QtBot
) -> None:
    def long(project: Project, progress: Progress) -> None:
        for number in range(1_000_000):
            progress.step(number, 1_000_000)
            time.sleep(0.0005)

    task = session.work(long)
    assert task is not None
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert session.can_write


def test_with_a_locked_key_steps_are_saved_and_not_sealed(
    tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "locked.provdesk"
    identity = create_identity(home, "Reviewer A", "a long passphrase")
    Project.create(file, "A title", identity, home).close()
    session = Session(file, open_for(file, home))
    with qtbot.waitSignal(session.opened):
        session.open()
    session.do(partial(_add_claim, "He resigned."))
    qtbot.waitUntil(lambda: len(session.reader.claims()) == 1)
    session.seal()
    qtbot.waitUntil(lambda: session.state is not None and session.state.unsealed == 1)
    assert session.state is not None
    assert session.state.locked
    session.do(lambda project: project.identity.unlock("a long passphrase"))
    session.seal()
    qtbot.waitUntil(lambda: session.state is not None and session.state.unsealed == 0, timeout=9000)
    session.close()
