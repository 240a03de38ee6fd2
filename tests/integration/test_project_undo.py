"""Undo and redo in a file: one step at a time, however big, also after opening it again."""

from contextlib import suppress
from pathlib import Path

import pytest

from provenance_desk.domain.project_events import MOST_UNDONE, RulesChosen
from provenance_desk.domain.words import ChangeReason, Confidence, HouseRule, Status
from provenance_desk.project.actions import claims
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.actions.undoing import undo_events
from provenance_desk.project.errors import NothingToUndo
from provenance_desk.project.project import Project
from provenance_desk.project.undo import RECENT, UndoStacks, read_stacks
from tests.reviewing import (
    TEXTS,
    WORDINGS,
    create,
    judgement,
    linked,
    open_again,
    prepared,
    projections,
    replayed,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.provdesk"


def bulk(project: Project, count: int) -> None:
    """So many claims in one step."""
    with project.step() as work:
        for number in range(count):
            claims.add_claim(work, ClaimDraft(f"Claim {number}"))


def test_a_new_project_has_nothing_to_undo(path: Path, home: Path) -> None:
    with create(path, home) as project:
        assert (project.next_undo(), project.next_redo()) == (None, None)
        with pytest.raises(NothingToUndo):
            project.undo()
        with pytest.raises(NothingToUndo):
            project.redo()


def test_the_next_step_is_named_by_what_it_did(path: Path, home: Path) -> None:
    with create(path, home) as project:
        document = project.add_document(prepared(TEXTS[0]))
        draft = LinkDraft("", document, 0, 20, judgement())
        project.make_link_to_new_claim(ClaimDraft(WORDINGS[0]), draft)
        undo = project.next_undo()
        assert undo
        assert undo.types == ("claim.added", "link.made")
        changes = project.undo()
        assert (len(changes.claims), len(changes.links)) == (1, 1)
        redo = project.next_redo()
        assert redo
        assert redo.types == ("claim.added", "link.made")
        assert (project.store.claims(), project.store.links()) == ([], [])


def test_a_bulk_step_is_undone_as_one_and_done_again_as_one(path: Path, home: Path) -> None:
    count = 2 * MOST_UNDONE + 1
    with create(path, home) as project:
        project.add_claim(ClaimDraft("First"))
        bulk(project, count)
        before, events = projections(project.store), project.store.count_events()
        project.undo()
        assert project.store.count_events() == events + 3
        assert [c.wording for c in project.store.claims()] == ["First"]
    with open_again(path, home) as project:
        project.redo()
        assert projections(project.store) == before
        assert project.next_redo() is None
        project.undo()
        project.undo()
        assert project.store.claims() == []
        assert replayed(project.store.events()) == projections(project.store)


def test_undo_goes_on_after_closing_and_opening(path: Path, home: Path) -> None:
    with create(path, home) as project:
        _, _, (link, other) = linked(project, 2)
        judged = judgement(Status.DISPUTED, Confidence.LOW)
        project.revise_link(link, judged, ChangeReason.REREADING, "read again")
        project.retract_link(other, ChangeReason.SLIP)
    for name in ("link.retracted", "link.revised", "link.made", "link.made", "claim.added"):
        with open_again(path, home) as project:
            undo = project.next_undo()
            assert undo
            assert undo.types == (name,)
            project.undo()
    with open_again(path, home) as project:
        for _ in range(5):
            project.redo()
        assert project.store.links()[0].judgement == judged
        assert [k.retracted for k in project.store.links()] == [False, True]


def test_a_new_step_forgets_what_could_be_done_again(path: Path, home: Path) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("First"))
        project.undo()
        project.add_claim(ClaimDraft("Second"))
        assert project.next_redo() is None
    with open_again(path, home) as project, pytest.raises(NothingToUndo):
        project.redo()


def test_rules_and_names_can_be_undone(path: Path, home: Path) -> None:
    with create(path, home) as project:
        project.choose_rules(RulesChosen(HouseRule.STRICT, blind=True, suggestions=False))
        project.set_name("Reviewer Z")
        assert project.undo().rules
        assert list(project.store.names().values()) == ["Reviewer A"]
        project.undo()
        assert project.store.rules().house_rule is HouseRule.NEWSROOM
        document, claim, _ = linked(project, 0)
        link = project.make_link(LinkDraft(claim, document, 0, 20, judgement()))
        found = project.store.link(link)
        assert found
        assert not found.blind


def test_an_undone_document_can_be_added_again(path: Path, home: Path) -> None:
    with create(path, home) as project:
        document = project.add_document(prepared(TEXTS[0]))
        project.undo()
        assert project.store.documents() == []
        assert project.add_document(prepared(TEXTS[0])) == document
        assert [d.withdrawn for d in project.store.documents()] == [False]
        assert project.store.document_of_original(project.store.documents()[0].original)


def test_single_entries_taken_back_are_a_step_that_can_be_undone(path: Path, home: Path) -> None:
    with create(path, home) as project:
        _, _, (first, second) = linked(project, 2)
        with project.step() as work:
            undo_events(work, (first,))
        assert [k.id for k in project.store.links()] == [second]
        project.undo()
        assert [k.id for k in project.store.links()] == [first, second]


def test_a_step_that_failed_half_way_left_nothing(path: Path, home: Path) -> None:
    with create(path, home) as project:
        before = project.store.count_events()
        with suppress(ZeroDivisionError), project.step() as work:
            claims.add_claim(work, ClaimDraft("Half"))
            raise ZeroDivisionError
        assert project.store.count_events() == before
        project.add_claim(ClaimDraft("Whole"))
        assert [c.wording for c in project.store.claims()] == ["Whole"]


def test_a_step_without_an_action_writes_nothing(path: Path, home: Path) -> None:
    with create(path, home) as project:
        before = project.store.count_events()
        with project.step():
            pass
        assert project.store.count_events() == before


def test_a_step_inside_another_one_is_a_bug_and_the_outer_one_is_not_saved(
    path: Path, home: Path
) -> None:
    with create(path, home) as project:
        with pytest.raises(RuntimeError, match="inside another one"), project.step() as work:
            claims.add_claim(work, ClaimDraft(project.add_claim(ClaimDraft("Inner"))))
        assert [c.wording for c in project.store.claims()] == ["Inner"]
        project.add_claim(ClaimDraft("And on"))


def test_a_long_feed_is_undone_to_its_beginning(path: Path, home: Path) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("First"))
        bulk(project, RECENT - 10)
        for number in range(20):
            project.add_claim(ClaimDraft(f"Late {number}"))
        before = projections(project.store)
    with open_again(path, home) as project:
        for _ in range(22):
            assert project.next_undo()
            project.undo()
        assert project.next_undo() is None
        assert project.store.claims() == []
        project.redo()
    with open_again(path, home) as project:
        for _ in range(21):
            project.redo()
        assert project.next_redo() is None
        assert projections(project.store) == before


def test_the_end_of_a_long_feed_tells_what_the_whole_feed_tells(path: Path, home: Path) -> None:
    with create(path, home) as project:
        bulk(project, RECENT)
        project.undo()
        project.redo()
        for number in range(3):
            project.add_claim(ClaimDraft(f"Late {number}"))
        project.undo()
        feed = project.store.feeds()[0].feed
        recent, whole = (
            read_stacks(project.store, feed),
            UndoStacks(project.store.feed_entries(feed)),
        )
        assert [step.events for step in recent.undone] == [step.events for step in whole.undone]
        assert recent.done[-1].events == whole.done[-1].events
