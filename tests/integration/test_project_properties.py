"""Whatever a reviewer does, in whatever order: the file says what a replay of its log says."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from provenance_desk.audit.findings import Exit
from provenance_desk.project.check import check_project
from provenance_desk.project.errors import NothingToUndo
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader
from tests import reviewing
from tests.reviewing import ACTIONS, Dice, projections, replayed

T = TypeVar("T")
CHANGES = sorted(set(ACTIONS) - {"undo", "redo"})


class Drawn:
    """Decides as hypothesis does, which makes failing examples small."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self._data.draw(st.sampled_from(options))

    def number(self, least: int, most: int) -> int:
        """A number from least to most."""
        return self._data.draw(st.integers(least, most))


class Reviewing(RuleBasedStateMachine):
    """One reviewer at work in one file, closing and opening it now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "a.provdesk"
        self._home = Path(self._folder.name) / "home"
        self._project: Project | None = reviewing.create(self._path, self._home)
        self._told = 0
        self._count = self.project.store.count_events()
        self._watch()

    @property
    def project(self) -> Project:
        """The open project."""
        assert self._project is not None
        return self._project

    @rule(data=st.data(), names=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=6))
    def act(self, data: st.DataObject, names: list[str]) -> None:
        """Do some things, one step each."""
        for name in names:
            reviewing.act(self.project, Drawn(data), name)

    @precondition(lambda self: self.project.next_undo() is not None)
    @rule(steps=st.integers(1, 4))
    def undo_and_redo(self, steps: int) -> None:
        """Undo, then redo: everything is as before."""
        before, named = projections(self.project.store), self.project.next_undo()
        undone = 0
        while undone < steps and self.project.next_undo():
            self.project.undo()
            undone += 1
        for _ in range(undone):
            self.project.redo()
        assert projections(self.project.store) == before
        assert self.project.next_undo() == named

    @precondition(lambda self: self.project.next_undo() is not None)
    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        named = self.project.next_undo()
        self.project.undo()
        redo = self.project.next_redo()
        assert named is not None
        assert redo is not None
        assert redo.types == named.types

    @rule()
    def redo(self) -> None:
        """Do the last undone step again, if there is one."""
        if self.project.next_redo() is None:
            with pytest.raises(NothingToUndo):
                self.project.redo()
        else:
            self.project.redo()

    @rule()
    def open_again(self) -> None:
        """Close the file and open it: undo and redo go on where they were."""
        undo, redo = self.project.next_undo(), self.project.next_redo()
        self.project.close()
        assert [path.name for path in self._path.parent.iterdir()] in (
            ["a.provdesk", "home"],
            ["home", "a.provdesk"],
        )
        self._project = reviewing.open_again(self._path, self._home)
        assert self.project.unsealed == 0
        assert [step and step.events for step in (undo, redo)] == [
            step and step.events for step in (self.project.next_undo(), self.project.next_redo())
        ]
        self._watch()

    @rule()
    def rebuild(self) -> None:
        """Dropping the projections and folding the log again changes nothing."""
        before, undone = projections(self.project.store), self.project.store.undone()
        self.project.store.rebuild()
        assert projections(self.project.store) == before
        assert self.project.store.undone() == undone

    @invariant()
    def the_file_is_a_replay_of_its_log(self) -> None:
        """Also over a reader's connection, in any order, with every event twice."""
        with Reader(self._path) as reader:
            events = list(reader.events())
            said = projections(reader)
        assert replayed(events) == said
        Random(len(events)).shuffle(events)
        assert replayed([*events, *events[::2]]) == said
        assert self._told == len(events) - self._count

    def teardown(self) -> None:
        """Give everything back."""
        self.project.close()
        self._folder.cleanup()

    def _watch(self) -> None:
        def told(events: int) -> None:
            self._told += events

        self.project.observe(lambda changes: told(len(changes.events)))


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("seed", range(4))
def test_a_long_session_is_a_replay_of_its_log(seed: int, tmp_path: Path, home: Path) -> None:
    dice = Dice(seed)
    with reviewing.create(tmp_path / "a.provdesk", home) as project:
        reviewing.linked(project, 2)
        for _ in range(150):
            reviewing.act(project, dice, dice.pick(sorted(ACTIONS)))
        assert replayed(project.store.events()) == projections(project.store)
        before = projections(project.store)
        project.store.rebuild()
        assert projections(project.store) == before


@pytest.mark.parametrize("seed", range(3))
def test_reviewers_who_take_turns_leave_a_log_that_verifies(seed: int, tmp_path: Path) -> None:
    path, dice = tmp_path / "a.provdesk", Dice(seed)
    homes = [tmp_path / "Anna", tmp_path / "Boris"]
    reviewing.create(path, homes[0], "Anna").close()
    for turn in range(8):
        home = homes[turn % 2]
        with reviewing.open_again(path, home, home.name) as project:
            for _ in range(12):
                reviewing.act(project, dice, dice.pick(sorted(ACTIONS)))
            assert replayed(project.store.events()) == projections(project.store)
            before, undone = projections(project.store), project.store.undone()
            project.store.rebuild()
            assert (projections(project.store), project.store.undone()) == (before, undone)
    checked = check_project(path, homes[0])
    assert checked.exit is Exit.NOT_TRUSTED, checked.first_line
    assert checked.counts
    assert checked.counts["feeds"] == 2


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_a_very_long_session_is_a_replay_of_its_log(seed: int, tmp_path: Path, home: Path) -> None:
    dice = Dice(seed)
    with reviewing.create(tmp_path / "a.provdesk", home) as project:
        for _ in range(600):
            reviewing.act(project, dice, dice.pick(sorted(ACTIONS)))
        assert replayed(project.store.events()) == projections(project.store)
