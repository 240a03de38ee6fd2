"""The undo stacks: which own step comes next, told from the log alone."""

import pytest

from provenance_desk.project.undo import OwnStep, UndoStacks
from provenance_desk.store.log import Entry


class Feed:
    """A feed as undo reads it."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.step("feed.opened", "profile.set")

    def step(self, *types: str) -> tuple[str, ...]:
        """A step of events of these types; their ids."""
        first = len(self.entries)
        made = [Entry(str(first + n), first, name) for n, name in enumerate(types)]
        self.entries += made
        return tuple(entry.id for entry in made)

    def undo(self, *targets: str, parts: int = 1) -> tuple[str, ...]:
        """A step that takes events back, in so many events; their ids."""
        first, size = len(self.entries), -(-len(targets) // parts)
        pieces = [targets[at : at + size] for at in range(0, len(targets), size)]
        made = [Entry(str(first + n), first, "event.undone", part) for n, part in enumerate(pieces)]
        self.entries += made
        return tuple(entry.id for entry in made)

    @property
    def stacks(self) -> UndoStacks:
        """The stacks of the whole feed."""
        return UndoStacks(self.entries)


def events(steps: list[OwnStep]) -> list[tuple[str, ...]]:
    return [step.events for step in steps]


@pytest.fixture
def feed() -> Feed:
    return Feed()


def test_a_feed_that_was_just_opened_has_nothing_to_undo(feed: Feed) -> None:
    assert (feed.stacks.done, feed.stacks.undone) == ([], [])


def test_steps_are_undone_last_first(feed: Feed) -> None:
    first, second = feed.step("claim.added"), feed.step("claim.added", "link.made")
    assert events(feed.stacks.done) == [first, second]


def test_an_undo_can_be_done_again_and_is_named_by_what_it_took_back(feed: Feed) -> None:
    first = feed.step("claim.added")
    undo = feed.undo(*feed.step("claim.added", "link.made"))
    assert events(feed.stacks.done) == [first]
    (redo,) = feed.stacks.undone
    assert (redo.events, redo.types) == (undo, ("claim.added", "link.made"))


def test_a_redo_brings_the_step_back(feed: Feed) -> None:
    step = feed.step("claim.added")
    for _ in range(3):
        undo = feed.undo(*step)
        assert events(feed.stacks.undone) == [undo]
        feed.undo(*undo)
        assert (events(feed.stacks.done), feed.stacks.undone) == ([step], [])


def test_steps_come_back_in_the_order_they_were_undone(feed: Feed) -> None:
    first, second = feed.step("claim.added"), feed.step("link.made")
    undo_second, undo_first = feed.undo(*second), feed.undo(*first)
    assert events(feed.stacks.undone) == [undo_second, undo_first]
    feed.undo(*undo_first)
    assert events(feed.stacks.done) == [first]
    assert events(feed.stacks.undone) == [undo_second]


def test_a_new_step_forgets_what_was_undone(feed: Feed) -> None:
    first = feed.step("claim.added")
    feed.undo(*feed.step("link.made"))
    third = feed.step("claim.added")
    assert events(feed.stacks.done) == [first, third]
    assert feed.stacks.undone == []


def test_a_bulk_step_is_undone_as_one_in_several_events(feed: Feed) -> None:
    step = feed.step(*["link.made"] * 2000)
    undo = feed.undo(*step, parts=3)
    assert len(undo) == 3
    assert (feed.stacks.done, events(feed.stacks.undone)) == ([], [undo])
    feed.undo(*undo)
    assert events(feed.stacks.done) == [step]


@pytest.mark.parametrize("name", ["bundle.exported", "heads.seen", "key.retired", "bundle.merged"])
def test_what_cannot_be_undone_is_passed_over(feed: Feed, name: str) -> None:
    step = feed.step("claim.added")
    undo = feed.undo(*step)
    feed.step(name)
    assert (feed.stacks.done, events(feed.stacks.undone)) == ([], [undo])


def test_a_later_change_of_name_can_be_undone(feed: Feed) -> None:
    named = feed.step("profile.set")
    assert events(feed.stacks.done) == [named]


def test_single_entries_taken_back_are_a_step_of_their_own(feed: Feed) -> None:
    first, second, _ = feed.step("link.made", "link.made", "link.made")
    undo = feed.undo(first, second)
    assert events(feed.stacks.done)[-1] == undo
    feed.undo(*undo)
    assert len(feed.stacks.done) == 1


def test_a_step_in_the_middle_that_is_taken_back_is_brought_back_first(feed: Feed) -> None:
    first, second, third = (feed.step("claim.added") for _ in range(3))
    undo = feed.undo(*second)
    assert events(feed.stacks.done) == [first, second, third, undo]
    assert feed.stacks.undone == []


def test_entries_may_come_step_by_step_or_all_at_once(feed: Feed) -> None:
    step = feed.step("claim.added")
    stacks = UndoStacks(feed.entries)
    known = len(feed.entries)
    feed.undo(*feed.undo(*step))
    feed.step("link.made")
    stacks.extend(feed.entries[known:])
    assert events(stacks.done) == events(feed.stacks.done)
    assert events(stacks.undone) == events(feed.stacks.undone)
