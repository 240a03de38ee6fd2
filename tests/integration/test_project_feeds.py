"""Feeds: one per key and installation, never two histories, others' heads seen before use."""

import shutil
from pathlib import Path

import pytest

from provenance_desk.domain.events import Event
from provenance_desk.domain.project_events import (
    FeedOpened,
    HeadsSeen,
    ProfileSet,
    ProjectCreated,
    RulesChosen,
)
from provenance_desk.domain.words import ChangeReason
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.check import check_project
from provenance_desk.project.errors import ActionRefused, NothingToUndo
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader
from tests.reviewing import create, judgement, linked, open_again, projections, replayed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.provdesk"


@pytest.fixture
def other_home(tmp_path: Path) -> Path:
    return tmp_path / "home of B"


def last_feed(project: Project) -> list[Event]:
    """The events of the feed that was begun last."""
    return list(project.store.feed_events(project.store.feeds()[-1].feed))


def opening(project: Project) -> FeedOpened:
    body = last_feed(project)[0].body
    assert isinstance(body, FeedOpened)
    return body


def verified(path: Path, home: Path) -> bool:
    """Whether the log verifies, whoever its authors are."""
    return check_project(path, home).exit in (0, 3)


def test_a_project_begins_with_one_step_of_its_creator(path: Path, home: Path) -> None:
    with create(path, home) as project:
        events = list(project.store.events())
    kinds = [type(event.body) for event in events]
    assert kinds == [FeedOpened, ProfileSet, ProjectCreated, RulesChosen]
    assert [event.step for event in events] == [0, 0, 0, 0]
    assert [event.clock for event in events] == [1, 2, 3, 4]
    assert verified(path, home)


def test_the_same_reviewer_goes_on_in_the_same_feed(path: Path, home: Path) -> None:
    create(path, home).close()
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("A claim"))
        assert len(project.store.feeds()) == 1
        assert [e.seq for e in project.store.events()] == [0, 1, 2, 3, 4]


def test_opening_without_a_step_writes_nothing(path: Path, home: Path, other_home: Path) -> None:
    create(path, home).close()
    before = path.read_bytes()
    open_again(path, home).close()
    open_again(path, other_home, "Reviewer B").close()
    assert path.read_bytes() == before


def test_another_reviewer_opens_a_feed_and_names_the_heads_it_has(
    path: Path, home: Path, other_home: Path
) -> None:
    with create(path, home) as project:
        linked(project)
        mine = project.store.feeds()[0]
    with open_again(path, other_home, "Reviewer B") as project:
        project.add_claim(ClaimDraft("From B"))
        opened, seen, named, added = last_feed(project)
        assert opening(project).previous is None
        assert isinstance(seen.body, HeadsSeen)
        assert [(h.feed, h.size, h.head) for h in seen.body.heads] == [
            (mine.feed, mine.size, mine.head)
        ]
        assert (opened.clock, seen.clock) == (1, mine.clock + 1)
        assert [e.step for e in (opened, seen, named, added)] == [0, 0, 0, 3]
        assert sorted(project.store.names().values()) == ["Reviewer A", "Reviewer B"]
    assert verified(path, home)


def test_heads_are_named_once_and_before_the_first_step_that_could_use_them(
    path: Path, home: Path, other_home: Path
) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("From A"))
    with open_again(path, other_home, "Reviewer B") as project:
        claim = project.add_claim(ClaimDraft("From B"))
    with open_again(path, home) as project:
        size = project.store.feeds()[0].size
        project.retire_claim(claim, "not pursued")
        project.restore_claim(claim, "pursued")
        added = list(project.store.feed_events(project.store.feeds()[0].feed))[size:]
        assert [e.type for e in added] == ["heads.seen", "claim.retired", "claim.restored"]
        theirs = project.store.feeds()[1].clock
        assert [e.clock for e in added] == [theirs + 1, theirs + 2, theirs + 3]
        assert [e.step - size for e in added] == [0, 1, 2]
    assert verified(path, home)


def test_a_refused_step_names_no_heads(path: Path, home: Path, other_home: Path) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("From A"))
    with open_again(path, other_home, "Reviewer B") as project:
        before = project.store.count_events()
        with pytest.raises(ActionRefused):
            project.add_claim(ClaimDraft(" "))
        assert project.store.count_events() == before


def test_an_older_copy_goes_on_in_a_new_feed_that_names_the_old_head(
    path: Path, home: Path
) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("In the backup"))
    backup = shutil.copy(path, path.with_name("backup"))
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("After the backup"))
        lost = project.store.feeds()[0]
    shutil.move(backup, path)
    with open_again(path, home) as project:
        assert project.next_undo() is None
        project.add_claim(ClaimDraft("After restoring"))
        first, second = project.store.feeds()
        previous = opening(project).previous
        assert previous
        assert (previous.feed, previous.head) == (lost.feed, lost.head)
        assert previous.reason == "restored"
        assert isinstance(last_feed(project)[1].body, HeadsSeen)
        assert first.size == lost.size - 1
        assert second.clock > first.clock
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("And on"))
        assert len(project.store.feeds()) == 2
        assert replayed(project.store.events()) == projections(project.store)
    assert verified(path, home)


def test_a_copy_that_is_written_while_the_file_is_open_makes_no_second_history(
    path: Path, home: Path
) -> None:
    with create(path, home) as project:
        copy = shutil.copy(path, path.with_name("copy.provdesk"))
        with open_again(Path(copy), home) as other:
            other.add_claim(ClaimDraft("In the copy"))
        project.add_claim(ClaimDraft("In the file"))
        assert len(project.store.feeds()) == 2
        assert opening(project).previous
        project.undo()
        assert project.store.claims() == []


def test_a_copied_profile_does_not_go_on_in_a_history_that_is_not_its_own(
    path: Path, home: Path, tmp_path: Path
) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("In both"))
    there, copy = tmp_path / "there", path.with_name("copy.provdesk")
    shutil.copytree(home, there)
    shutil.copy(path, copy)
    with open_again(copy, there) as project:
        project.add_claim(ClaimDraft("There"))
        mine = project.store.feeds()[0]
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("Here"))
        project.add_claim(ClaimDraft("Here again"))
    with open_again(path, there) as project:
        project.add_claim(ClaimDraft("There, in the file from here"))
        previous = opening(project).previous
        assert previous
        assert (previous.feed, previous.head) == (mine.feed, mine.head)
        assert len(project.store.feeds()) == 2


def test_the_same_key_on_another_computer_opens_a_feed_of_its_own(
    path: Path, home: Path, tmp_path: Path
) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("Here"))
        here = project.store.feeds()[0]
    there = tmp_path / "there"
    shutil.copytree(home / "keys", there / "keys")
    with open_again(path, there) as project:
        project.add_claim(ClaimDraft("There"))
        previous = opening(project).previous
        assert previous
        assert (previous.feed, previous.head) == (here.feed, here.head)
        assert previous.reason == "another installation"
    with open_again(path, home) as project:
        project.add_claim(ClaimDraft("Here again"))
        assert project.store.feeds()[0].feed == here.feed
        assert len(project.store.feeds()) == 2
        assert len({state.author for state in project.store.feeds()}) == 1


def test_a_reviewer_can_undo_only_own_steps(path: Path, home: Path, other_home: Path) -> None:
    with create(path, home) as project:
        project.add_claim(ClaimDraft("From A"))
    with open_again(path, other_home, "Reviewer B") as project:
        with pytest.raises(NothingToUndo):
            project.undo()
        project.add_claim(ClaimDraft("From B"))
        project.undo()
        assert [c.wording for c in project.store.claims()] == ["From A"]
    with open_again(path, home) as project:
        project.undo()
        assert project.store.claims() == []


def test_only_the_author_of_a_link_can_change_it(path: Path, home: Path, other_home: Path) -> None:
    with create(path, home) as project:
        _, _, (link,) = linked(project)
    refused = pytest.raises(ActionRefused, match="Only the reviewer who made a link")
    with open_again(path, other_home, "Reviewer B") as project, refused:
        project.retract_link(link, ChangeReason.SLIP)


def test_undoing_a_claim_that_another_reviewer_linked_to_leaves_it_withdrawn(
    path: Path, home: Path, other_home: Path
) -> None:
    with create(path, home) as project:
        document, claim, _ = linked(project, 0)
    with open_again(path, other_home, "Reviewer B") as project:
        link = project.make_link(LinkDraft(claim, document, 0, 20, judgement()))
    with open_again(path, home) as project:
        project.undo()
        (found,) = project.store.claims()
        assert found.withdrawn
        assert [k.id for k in project.store.links()] == [link]
        assert replayed(project.store.events()) == projections(project.store)
        with pytest.raises(ActionRefused, match="The claim was taken back"):
            project.make_link(LinkDraft(claim, document, 0, 10, judgement()))
        project.redo()
        assert not project.store.claims()[0].withdrawn
        project.undo()
    with open_again(path, other_home, "Reviewer B") as project:
        project.undo()
        assert project.store.claims() == []
    with Reader(path) as reader:
        assert replayed(reader.events()) == projections(reader)
