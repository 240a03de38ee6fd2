"""Judgements: when a rationale is required, and what is doubtful about a confirmation."""

from dataclasses import replace

import pytest

from provenance_desk.domain.judgements import Judgement, rationale_required, warnings_for
from provenance_desk.domain.words import Access, Confidence, Stance, Status, Wording

ALLEGED = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH)
CONFIRMED = Judgement(
    Stance.SUPPORTS,
    Status.CONFIRMED,
    Confidence.HIGH,
    wording=Wording.ATTRIBUTED,
    origin="a" * 64,
    access=Access.QUOTED,
)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("confidence", list(Confidence))
def test_a_rationale_is_required_for_all_but_alleged_with_some_confidence(
    status: Status, confidence: Confidence
) -> None:
    judged = replace(ALLEGED, status=status, confidence=confidence)
    may_go_without = status is Status.ALLEGED and confidence is not Confidence.LOW
    assert rationale_required(judged) is not may_go_without


def test_a_rationale_is_required_for_any_change() -> None:
    assert rationale_required(ALLEGED, change=True)


@pytest.mark.parametrize("access", [Access.QUOTED, Access.SEEN])
def test_a_confirmation_by_the_method_has_no_warning(access: Access) -> None:
    assert warnings_for(replace(CONFIRMED, access=access)) == ()


@pytest.mark.parametrize(
    ("doubtful", "word"),
    [
        (replace(CONFIRMED, wording=Wording.HEDGED), "hedged"),
        (replace(CONFIRMED, origin=None), "origin"),
        (replace(CONFIRMED, access=None), "access"),
        (replace(CONFIRMED, access=Access.NONE_NAMED), "access"),
        (replace(CONFIRMED, access=Access.RELAYED), "access"),
    ],
)
def test_a_doubtful_confirmation_is_explained(doubtful: Judgement, word: str) -> None:
    (said,) = warnings_for(doubtful)
    assert word in said


def test_every_doubt_is_named() -> None:
    assert len(warnings_for(Judgement(Stance.SUPPORTS, Status.CONFIRMED, Confidence.LOW))) == 2


@pytest.mark.parametrize("status", [Status.ALLEGED, Status.DISPUTED])
def test_only_confirmations_are_warned_of(status: Status) -> None:
    assert warnings_for(Judgement(Stance.SUPPORTS, status, Confidence.LOW)) == ()
