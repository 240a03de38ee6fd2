"""A draft says what it lacks and what it doubts, and starts with nothing decided."""

from dataclasses import replace

import pytest

from provenance_desk.domain.words import Access, Confidence, Stance, Status, Wording, Zone
from provenance_desk.gui.linking.draft import Draft, OriginChoice, Passage

PASSAGE = Passage("a" * 64, 0, 10, "He said so")


def test_a_new_draft_has_no_status_and_no_confidence() -> None:
    draft = Draft(PASSAGE)
    assert (draft.status, draft.confidence, draft.judgement()) == (None, None, None)
    assert draft.stance is Stance.SUPPORTS


def test_a_usual_link_waits_for_claim_status_and_confidence_alone() -> None:
    draft = Draft(PASSAGE)
    assert len(draft.missing()) == 3
    full = replace(draft, claim="c", status=Status.ALLEGED, confidence=Confidence.HIGH)
    assert full.missing() == ()
    assert full.warnings() == ()


@pytest.mark.parametrize(
    ("status", "confidence"),
    [
        (Status.CONFIRMED, Confidence.HIGH),
        (Status.DISPUTED, Confidence.HIGH),
        (Status.ALLEGED, Confidence.LOW),
    ],
)
def test_saving_waits_for_a_rationale_where_the_method_requires_one(
    status: Status, confidence: Confidence
) -> None:
    draft = Draft(PASSAGE, claim="c", status=status, confidence=confidence)
    assert any("Say why" in sentence for sentence in draft.missing())
    assert replace(draft, rationale="because").missing() == ()


def test_confirmed_without_origin_is_warned_about_but_not_blocked() -> None:
    draft = Draft(
        PASSAGE,
        claim="c",
        status=Status.CONFIRMED,
        confidence=Confidence.HIGH,
        wording=Wording.HEDGED,
        rationale="because",
    )
    assert len(draft.warnings()) == 3
    assert draft.missing() == ()
    seen = replace(
        draft,
        wording=Wording.FLAT,
        origin=OriginChoice("The ministry"),
        access=Access.QUOTED,
    )
    assert seen.warnings() == ()


def test_choosing_disputed_first_proposes_contradicts() -> None:
    assert Draft(PASSAGE).judged(Status.DISPUTED).stance is Stance.CONTRADICTS
    changed = Draft(PASSAGE, status=Status.ALLEGED).judged(Status.DISPUTED)
    assert changed.stance is Stance.SUPPORTS
    assert any("what is disputed" in sentence for sentence in changed.warnings())


@pytest.mark.parametrize("zone", [Zone.HEADLINE, Zone.CAPTION, Zone.REFERENCE])
def test_a_headline_caption_or_reference_is_at_most_low(zone: Zone) -> None:
    draft = Draft(replace(PASSAGE, zone=zone), confidence=Confidence.HIGH)
    assert any("at most low" in sentence for sentence in draft.warnings())
