"""The rules of standing, one by one, and the laws that hold whatever the links are."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.domain.document_events import DocumentsRelated
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.records import Link
from provenance_desk.domain.records_of_review import ReviewRecords
from provenance_desk.domain.review_events import (
    ContradictionAnswered,
    DisagreementSettled,
    OriginsRelated,
)
from provenance_desk.domain.standing import ORDER, Rule
from provenance_desk.domain.words import (
    Access,
    ClaimKind,
    Confidence,
    DocumentRelation,
    HouseRule,
    OriginRelation,
    Outcome,
    Stance,
    Standing,
    Status,
    Wording,
)
from tests.unit.standings import Review, document, judgement, link, name, origin, recorded

ANNA, BORIS = name("Anna"), name("Boris")
CONFIRMED = judgement(Status.CONFIRMED, origin=ANNA, access=Access.QUOTED)
OTHERS = judgement(Status.CONFIRMED, origin=BORIS, access=Access.QUOTED)
AGAINST = judgement(Status.DISPUTED, Stance.CONTRADICTS, wording=Wording.DENIED)
INDEPENDENT = ReviewRecords(
    origins=(recorded(1, OriginsRelated(ANNA, BORIS, OriginRelation.INDEPENDENT)),)
)


def review(
    *judged: Judgement, kind: ClaimKind = ClaimKind.FACT, actor: str | None = None
) -> Review:
    return Review(
        kind=kind,
        actor=actor,
        links=[link(n, f"doc {n}", one) for n, one in enumerate(judged, 1)],
        documents=[document(f"doc {n}") for n in range(1, len(judged) + 1)],
        origins=[origin("Anna"), origin("Boris")],
    )


def answers(*authors: str) -> ReviewRecords:
    body = ContradictionAnswered(name("link 1"), "0" * 64)
    return ReviewRecords(answers=tuple(recorded(n, body, a) for n, a in enumerate(authors)))


def test_context_alone_is_not_assessed() -> None:
    found = review(judgement(stance=Stance.CONTEXT)).assessed()
    assert (found.standing, found.rule) == (Standing.NOT_ASSESSED, Rule.R1)


def test_an_unanswered_contradiction_disputes_and_an_answered_one_does_not() -> None:
    contested = review(AGAINST, CONFIRMED)
    assert contested.assessed().rule is Rule.R2
    contested.records = answers("a")
    assert contested.assessed().rule is Rule.R5


def test_a_responsibility_needs_the_answers_of_two_reviewers() -> None:
    contested = review(AGAINST, CONFIRMED, kind=ClaimKind.RESPONSIBILITY)
    contested.records = answers("a")
    assert contested.assessed().standing is Standing.DISPUTED
    contested.records = answers("a", "b")
    assert contested.assessed().standing is Standing.ALLEGED


def test_two_independent_origins_confirm_only_once_that_is_recorded() -> None:
    two = review(CONFIRMED, OTHERS)
    assert two.assessed().rule is Rule.R5
    assert two.assessed().origins == 1
    two.records = INDEPENDENT
    found = two.assessed()
    assert (found.standing, found.rule, found.origins) == (Standing.CONFIRMED, Rule.R3, 2)


def test_somebody_who_recorded_a_shared_upstream_ends_independence() -> None:
    two = review(CONFIRMED, OTHERS)
    body = OriginsRelated(BORIS, ANNA, OriginRelation.SHARES_UPSTREAM)
    two.records = replace(INDEPENDENT, origins=(*INDEPENDENT.origins, recorded(2, body, "b")))
    assert two.assessed().rule is Rule.R5


def test_a_responsibility_asks_for_both_records_seen() -> None:
    two = review(CONFIRMED, OTHERS, kind=ClaimKind.RESPONSIBILITY)
    two.records = INDEPENDENT
    assert two.assessed().rule is Rule.R5
    seen = [replace(one, access=Access.SEEN) for one in (CONFIRMED, OTHERS)]
    both = review(*seen, kind=ClaimKind.RESPONSIBILITY)
    both.records = INDEPENDENT
    assert both.assessed().rule is Rule.R3


@pytest.mark.parametrize("rule", list(HouseRule))
def test_the_acting_bodys_record_confirms_an_act_by_record(rule: HouseRule) -> None:
    own = replace(CONFIRMED, access=Access.SEEN)
    found = review(own, kind=ClaimKind.ACT, actor=ANNA).assessed(rule)
    assert (found.standing, found.rule) == (Standing.CONFIRMED_BY_RECORD, Rule.R4)


def test_the_acting_bodys_words_and_a_second_family_confirm_in_a_newsroom() -> None:
    act = review(CONFIRMED, judgement(), kind=ClaimKind.ACT, actor=ANNA)
    assert act.assessed(HouseRule.STRICT).rule is Rule.R5
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R4B
    act.documents = [document("doc 1", "one house"), document("doc 2", "One House")]
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R5


def test_two_families_report_an_act_but_not_a_reference_work_or_a_copy() -> None:
    act = review(judgement(), judgement(), kind=ClaimKind.ACT, actor=ANNA)
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R6
    copies = DocumentsRelated(name("doc 1"), name("doc 2"), DocumentRelation.COPY_OF)
    act.records = ReviewRecords(documents=(recorded(1, copies),))
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R5
    act.records = ReviewRecords()
    act.documents[1] = document("doc 2", reference=True)
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R5


def test_families_that_share_an_origin_count_once_unless_it_is_the_actor() -> None:
    both = judgement(origin=BORIS, access=Access.RELAYED)
    act = review(both, both, kind=ClaimKind.ACT, actor=ANNA)
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R5
    act.actor = BORIS
    assert act.assessed(HouseRule.NEWSROOM).rule is Rule.R6


def test_reviewers_who_differ_on_a_passage_hold_the_standing_until_it_is_settled() -> None:
    mine, theirs = (
        link(1, "doc 1", CONFIRMED, at=0),
        link(2, "doc 1", judgement(), at=10, author="b"),
    )
    differing = Review(
        links=[mine, theirs], documents=[document("doc 1")], origins=[origin("Anna")]
    )
    assert differing.assessed().rule is Rule.R3X
    body = DisagreementSettled((mine.id, theirs.id), Outcome.BOTH, "0" * 64)
    differing.records = ReviewRecords(settlements=(recorded(1, body),))
    assert differing.assessed().rule is Rule.R5
    rival = replace(body, outcome=Outcome.REJECTED)
    differing.records = ReviewRecords(settlements=(recorded(1, body), recorded(2, rival, "b")))
    assert differing.assessed().rule is Rule.R3X


def test_rejecting_never_removes_a_contradiction() -> None:
    contested = review(AGAINST)
    body = DisagreementSettled((name("link 1"),), Outcome.REJECTED, "0" * 64)
    contested.records = ReviewRecords(settlements=(recorded(1, body),))
    assert contested.assessed().rule is Rule.R2


def test_a_passage_judged_twice_takes_the_most_cautious_values() -> None:
    sure, unsure = link(1, "doc 1", CONFIRMED, at=0), link(2, "doc 1", judgement(), at=20)
    other = link(3, "doc 2", OTHERS)
    found = Review(
        links=[sure, unsure, other],
        documents=[document("doc 1"), document("doc 2")],
        origins=[origin("Anna"), origin("Boris")],
        records=INDEPENDENT,
    )
    assert found.assessed().rule is Rule.R5


JUDGEMENTS = st.builds(
    judgement,
    status=st.sampled_from(Status),
    stance=st.sampled_from(Stance),
    confidence=st.sampled_from(Confidence),
    wording=st.sampled_from([None, *Wording]),
    origin=st.sampled_from([None, ANNA, BORIS]),
    access=st.sampled_from([None, *Access]),
)
SUPPORT = JUDGEMENTS.filter(
    lambda j: j.stance is Stance.SUPPORTS and j.status is not Status.DISPUTED
)


def _review(judged: list[Judgement], kind: ClaimKind, actor: str | None, *, known: bool) -> Review:
    made = review(*judged, kind=kind, actor=actor)
    made.records = INDEPENDENT if known else ReviewRecords()
    return made


def reviews(judged: st.SearchStrategy[Judgement] = JUDGEMENTS) -> st.SearchStrategy[Review]:
    return st.builds(
        _review,
        st.lists(judged, max_size=5),
        st.sampled_from(ClaimKind),
        st.sampled_from([None, ANNA]),
        known=st.booleans(),
    )


@given(reviews(), st.randoms(use_true_random=False), st.sampled_from(HouseRule))
def test_the_order_of_links_changes_nothing(
    made: Review, chance: random.Random, rule: HouseRule
) -> None:
    before = made.assessed(rule)
    chance.shuffle(made.links)
    chance.shuffle(made.documents)
    assert made.assessed(rule) == before


@given(reviews(), st.sampled_from(HouseRule))
def test_an_unanswered_contradiction_always_gives_disputed(made: Review, rule: HouseRule) -> None:
    made.links.append(link(90, "doc 1", AGAINST, at=9_000))
    assert made.assessed(rule).standing is Standing.DISPUTED


@given(reviews(), st.sampled_from([Status.ALLEGED]), st.sampled_from(Confidence))
def test_under_strict_an_unnamed_alleged_link_never_raises_above_alleged(
    made: Review, status: Status, confidence: Confidence
) -> None:
    before = made.assessed().standing
    made.links.append(link(91, "doc 9", judgement(status, confidence=confidence), at=9_100))
    after = made.assessed().standing
    assert after in (before, Standing.ALLEGED)


@given(reviews(SUPPORT), st.sampled_from(HouseRule))
def test_a_copy_of_a_document_never_lifts_a_standing(made: Review, rule: HouseRule) -> None:
    before = made.assessed(rule)
    copies: list[Link] = [
        replace(
            one, id=name(f"copy {one.id}"), judged=name(f"copy {one.id}"), document=name("copy")
        )
        for one in made.links
        if one.document == name("doc 1")
    ]
    made.links += copies
    made.documents.append(document("copy"))
    body = DocumentsRelated(name("copy"), name("doc 1"), DocumentRelation.COPY_OF)
    made.records = replace(made.records, documents=(recorded(9, body),))
    after = made.assessed(rule)
    assert after.standing is before.standing
    assert after.origins == before.origins


@given(reviews())
def test_strict_never_stands_higher_than_newsroom(made: Review) -> None:
    strict, newsroom = (made.assessed(rule).standing for rule in HouseRule)
    if Standing.DISPUTED in (strict, newsroom):
        assert strict is newsroom
    else:
        assert ORDER.index(strict) <= ORDER.index(newsroom)
