"""Replay: a set of events, in whatever order, is one state of the review."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.domain.events import Event, Extension
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.project_events import EventUndone, NoteAdded
from provenance_desk.domain.replay import ThingKind, replay, thing_of, undone_events
from provenance_desk.domain.review_events import (
    ClaimAdded,
    ClaimReworded,
    ClaimsJoined,
    OriginAdded,
)
from provenance_desk.domain.words import ClaimKind, Confidence, OriginKind, Stance, Status
from tests.unit.event_maker import ANNA, ATTACHED, BORIS, TEXT, Log, link_made


def named(origin: str) -> Judgement:
    return Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH, origin=origin)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """A log in which two authors add, link, undo and redo at random."""
    log, random = Log(), Random(draw(st.integers(0, 2**32)))
    log.document()
    log.claim()
    for _ in range(draw(st.integers(0, 40))):
        author = random.choice([ANNA, BORIS])
        known = [event.id for event in log.events]
        claims = [e.id for e in log.events if isinstance(e.body, ClaimAdded)]
        match random.randrange(6):
            case 0:
                log.claim(author=author)
            case 1:
                log.link(random.choice(claims), author)
            case 2 | 3:
                log.undo(
                    *random.sample(known, random.randint(1, min(3, len(known)))), author=author
                )
            case 4 if len(claims) > 1:
                pair = random.sample(claims, 2)
                log.add(ClaimsJoined((pair[0], pair[1]), ATTACHED), author)
            case _:
                claim = random.choice(claims)
                log.add(ClaimReworded(claim, "Reworded", ClaimKind.ACT, ATTACHED), author)
    return log.events


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(events: list[Event], random: Random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert replay(shuffled) == replay(events)


@given(logs())
def test_every_event_twice_changes_nothing(events: list[Event]) -> None:
    assert replay([*events, *events]) == replay(events)


@given(logs(), st.integers(0, 40))
def test_undoing_and_doing_again_is_the_state_before(events: list[Event], back: int) -> None:
    log = Log()
    log.events = list(events)
    before = replay(events)
    own = [event.id for event in events if event.author == ANNA][-1 - back :]
    log.undo(log.undo(*own))
    after = replay(log.events)
    assert (after.claims, after.links, after.joins) == (before.claims, before.links, before.joins)


def test_only_ones_own_events_can_be_undone() -> None:
    log = Log()
    log.document()
    claim = log.claim()
    link = log.link(claim, author=ANNA)
    log.undo(link, author=BORIS)
    assert link in replay(log.events).links


def test_undo_redo_undo_is_undone() -> None:
    log = Log()
    claim = log.claim()
    first = log.undo(claim)
    log.undo(first)
    assert claim in replay(log.events).claims
    log.undo(claim)
    assert claim not in replay(log.events).claims


def test_an_undo_may_name_what_has_not_come_yet() -> None:
    log = Log()
    claim = log.claim()
    log.undo(claim)
    assert replay(log.events[1:]).undone == frozenset()
    assert replay(log.events).undone == {claim}


def test_a_long_chain_of_undos_is_settled_without_recursion() -> None:
    log = Log()
    last = claim = log.claim()
    for _ in range(3000):
        last = log.undo(last)
    assert (claim in replay(log.events).undone) is False
    log.undo(last)
    assert claim in replay(log.events).undone


def test_a_claim_that_others_linked_to_stays_withdrawn_when_it_is_undone() -> None:
    log = Log()
    log.document()
    claim = log.claim(author=ANNA)
    link = log.link(claim, author=BORIS)
    log.undo(claim, author=ANNA)
    state = replay(log.events)
    assert state.claims[claim].withdrawn
    assert state.links[link].claim == claim


def test_a_claim_with_own_later_links_stays_withdrawn_when_it_is_undone() -> None:
    log = Log()
    log.document()
    claim = log.claim()
    link = log.link(claim)
    log.undo(claim)
    state = replay(log.events)
    assert state.claims[claim].withdrawn
    assert link in state.links


def test_an_undone_claim_on_which_nothing_was_built_is_gone() -> None:
    log = Log()
    claim = log.claim()
    log.undo(claim)
    assert claim not in replay(log.events).claims


def test_an_undone_claim_stays_while_it_is_joined_or_reworded_by_others() -> None:
    log = Log()
    joined, other, reworded = log.claim(), log.claim(), log.claim()
    log.add(ClaimsJoined((joined, other), ATTACHED), BORIS)
    log.add(ClaimReworded(reworded, "Better", ClaimKind.ACT, ATTACHED), BORIS)
    log.undo(joined, reworded)
    claims = replay(log.events).claims
    assert claims[joined].withdrawn
    assert claims[reworded].withdrawn


def test_an_undone_origin_stays_while_a_link_or_a_claim_names_it() -> None:
    log = Log()
    log.document()
    origins = [log.add(OriginAdded(name, OriginKind.PERSON)) for name in ("A", "B", "C")]
    claim = log.add(ClaimAdded("An act", ClaimKind.ACT, actor=origins[1]), BORIS)
    log.add(link_made(claim, named(origins[0])), BORIS)
    log.undo(*origins)
    assert replay(log.events).origins.keys() == set(origins[:2])


def test_an_undone_document_stays_while_links_quote_it() -> None:
    log = Log()
    document = log.document()
    log.undo(document)
    assert TEXT not in replay(log.events).documents
    log.link(log.claim(author=BORIS), author=BORIS)
    assert replay(log.events).documents[TEXT].withdrawn


def test_extensions_and_notes_change_nothing() -> None:
    log = Log()
    claim = log.claim()
    before = replay(log.events)
    log.add(Extension("x.vendor.thing", {"any": [1, {"thing": True}]}))
    log.add(NoteAdded(ATTACHED, about=claim))
    assert replay(log.events) == before


def test_each_event_changes_one_thing_at_most() -> None:
    assert thing_of(link_made("c" * 64), "1" * 64) == (ThingKind.LINK, "1" * 64)
    reworded = ClaimReworded("c" * 64, "Better", ClaimKind.ACT, ATTACHED)
    assert thing_of(reworded, "1" * 64) == (ThingKind.CLAIM, "c" * 64)
    assert thing_of(EventUndone(("c" * 64,)), "1" * 64) is None


def test_an_undo_of_what_nobody_wrote_marks_nothing() -> None:
    log = Log()
    log.undo("c" * 64)
    assert undone_events(log.events, {}) == frozenset()
