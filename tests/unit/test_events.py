"""The event types: each named once, all there are, none that can be changed."""

import re
from dataclasses import FrozenInstanceError, replace

import pytest

from provenance_desk.domain.event_types import CANNOT_BE_UNDONE, EVENT_TYPES
from provenance_desk.domain.events import Body, Extension
from provenance_desk.domain.replay import thing_of
from provenance_desk.domain.review_events import ClaimAdded
from provenance_desk.domain.words import ClaimKind
from tests.unit.event_maker import Log

TYPES = {
    "project.created",
    "rules.chosen",
    "feed.opened",
    "profile.set",
    "document.added",
    "document.described",
    "document.marked",
    "document.withdrawn",
    "documents.related",
    "passage.zoned",
    "passage.same_as",
    "passage.skipped",
    "sentence.split",
    "sentences.joined",
    "claim.added",
    "claim.reworded",
    "claim.retired",
    "claim.restored",
    "claims.joined",
    "claims.separated",
    "claims.related",
    "link.made",
    "link.revised",
    "link.retracted",
    "origin.added",
    "origins.related",
    "contradiction.answered",
    "standing.overridden",
    "disagreement.settled",
    "note.added",
    "person.flagged",
    "suggestion.recorded",
    "cues.changed",
    "exercise.opened",
    "exercise.key_changed",
    "exercise.feedback_shown",
    "heads.seen",
    "bundle.exported",
    "bundle.merged",
    "fork.resolved",
    "event.undone",
    "key.retired",
}


def test_the_event_types_are_those_of_the_format() -> None:
    assert EVENT_TYPES.keys() == TYPES


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_a_body_is_named_like_its_type_and_cannot_be_changed(name: str) -> None:
    cls = EVENT_TYPES[name]
    words = re.findall("[A-Z][a-z]+", cls.__name__)
    assert "".join(words).lower() == name.replace(".", "").replace("_", "")
    assert issubclass(cls, Body)
    assert "__dict__" not in dir(cls)


def test_what_cannot_be_undone_are_event_types() -> None:
    assert EVENT_TYPES.keys() >= CANNOT_BE_UNDONE


def test_a_body_cannot_be_changed() -> None:
    body = ClaimAdded("A claim", ClaimKind.FACT)
    with pytest.raises(FrozenInstanceError):
        body.wording = "Another"  # type: ignore[misc]


def test_events_are_ordered_by_clock_then_author_feed_seq_and_id() -> None:
    log = Log()
    log.claim()
    event = log.events[0]
    ranked = (
        event,
        replace(event, id="f" * 64),
        replace(event, seq=event.seq + 1, id="0" * 64),
        replace(event, feed="f" * 32, seq=0),
        replace(event, author="f" * 64, feed="0" * 32),
        replace(event, clock=event.clock + 1, author="0" * 64),
    )
    mixed = [*ranked[3:], *ranked[:3]]
    assert tuple(sorted(mixed, key=lambda e: e.order)) == ranked


def test_an_extension_goes_by_its_own_name_and_changes_nothing() -> None:
    log = Log()
    log.add(Extension("x.vendor.thing", {}))
    assert log.events[0].type == "x.vendor.thing"
    assert thing_of(log.events[0].body, log.events[0].id) is None
