"""What would change a standing: every step said is one the rules themselves confirm."""

from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.records_of_review import ReviewRecords
from provenance_desk.domain.standing import Rule, assess_case, cases_of
from provenance_desk.domain.what_would_change import Change, what_would_change
from provenance_desk.domain.words import (
    Access,
    ClaimKind,
    Confidence,
    HouseRule,
    Stance,
    Standing,
    Status,
    Wording,
)
from tests.unit.standings import CLAIM, Review, document, judgement, link, name, origin

ANNA, BORIS = name("Anna"), name("Boris")
HEARSAY = judgement()
AGAINST = judgement(Status.DISPUTED, Stance.CONTRADICTS, wording=Wording.DENIED)
QUOTED = judgement(Status.CONFIRMED, origin=ANNA, access=Access.QUOTED)
OTHERS = judgement(Status.CONFIRMED, origin=BORIS, access=Access.QUOTED)


def changes(
    *judged: Judgement,
    kind: ClaimKind = ClaimKind.FACT,
    actor: str | None = None,
    rule: HouseRule = HouseRule.STRICT,
) -> tuple[Change, ...]:
    review = Review(
        kind=kind,
        actor=actor,
        links=[link(n, f"doc {n}", one) for n, one in enumerate(judged, 1)],
        documents=[document(f"doc {n}") for n in range(1, len(judged) + 1)],
        origins=[origin("Anna"), origin("Boris")],
    )
    case = cases_of(review.state(), ReviewRecords())[CLAIM]
    return what_would_change(case, rule, {ANNA: "Anna", BORIS: "Boris"}.__getitem__)


def step(found: tuple[Change, ...], begin: str) -> Change:
    return next(change for change in found if change.do.startswith(begin))


def test_an_answer_lets_the_other_rules_speak() -> None:
    found = step(changes(HEARSAY, AGAINST), "Answer")
    assert (found.standing, found.rule) == (Standing.ALLEGED, Rule.R5)
    assert found.then == "Alleged: no origin named."


def test_a_responsibility_needs_two_answers() -> None:
    found = changes(HEARSAY, AGAINST, kind=ClaimKind.RESPONSIBILITY)
    assert step(found, "Two reviewers").rule is Rule.R5


def test_steps_behind_a_contradiction_say_that_it_comes_first() -> None:
    found = step(changes(HEARSAY, AGAINST), "Add two")
    assert found.standing is Standing.CONFIRMED
    assert found.then.endswith(", once that is done.")


def test_a_pair_of_origins_that_nobody_recorded_is_asked_for() -> None:
    found = step(changes(QUOTED, OTHERS), "Record that")
    assert found.do == "Record that Anna and Boris are independent, if they are." or (
        found.do == "Record that Boris and Anna are independent, if they are."
    )
    assert (found.standing, found.rule) == (Standing.CONFIRMED, Rule.R3)


def test_the_record_of_the_acting_body_confirms_an_act() -> None:
    found = step(changes(HEARSAY, kind=ClaimKind.ACT, actor=ANNA), "Add the record of Anna")
    assert (found.standing, found.rule) == (Standing.CONFIRMED_BY_RECORD, Rule.R4)


def test_an_act_of_nobody_asks_whose_it_is() -> None:
    found = step(changes(HEARSAY, kind=ClaimKind.ACT), "Add the record of the acting body")
    assert "say whose act it is" in found.do


def test_a_second_family_lifts_an_act_in_a_newsroom_only() -> None:
    newsroom = changes(HEARSAY, kind=ClaimKind.ACT, actor=ANNA, rule=HouseRule.NEWSROOM)
    assert step(newsroom, "Find a second").standing is Standing.REPORTED
    strict = changes(HEARSAY, kind=ClaimKind.ACT, actor=ANNA)
    assert not [change for change in strict if change.do.startswith("Find a second")]


def test_one_independent_origin_more_is_enough_beside_a_confirmed_one() -> None:
    assert step(changes(QUOTED), "Add one independent").standing is Standing.CONFIRMED


def test_a_relayed_origin_needs_its_own_words_and_a_second_one() -> None:
    relayed = judgement(origin=ANNA, access=Access.RELAYED)
    found = step(changes(relayed), "Add the words or record of Anna, and of one")
    assert (found.standing, found.rule) == (Standing.CONFIRMED, Rule.R3)


def test_whatever_stands_can_be_contradicted() -> None:
    found = changes(judgement(Status.ALLEGED, confidence=Confidence.LOW))
    assert found[-1].standing is Standing.DISPUTED


def test_the_case_itself_is_left_as_it_was() -> None:
    review = Review(links=[link(1, "doc 1", HEARSAY)], documents=[document("doc 1")])
    case = cases_of(review.state(), ReviewRecords())[CLAIM]
    before = assess_case(case, HouseRule.STRICT)
    what_would_change(case, HouseRule.STRICT, str)
    assert assess_case(case, HouseRule.STRICT) == before
