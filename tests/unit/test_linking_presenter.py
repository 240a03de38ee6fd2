"""The presenter of the link card, with a card and a session that write down what they are told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.judgements import DateMention, Judgement, Speaker
from provenance_desk.domain.records import Claim, Link, Origin
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    DateOf,
    Mode,
    Naming,
    OriginKind,
    Precision,
    Stance,
    Status,
    Zone,
)
from provenance_desk.gui.linking.draft import Draft, Passage
from provenance_desk.gui.linking.parts import Judged
from provenance_desk.gui.linking.presenter import NOT_YOURS, LinkingPresenter
from provenance_desk.gui.linking.saving import Saved

ME, DEMO, DOCUMENT, CLAIM = "a" * 64, "d" * 64, "1" * 64, "c" * 64
HERE = Passage(DOCUMENT, 0, 10, "He said so", links=("mine", "theirs"))
THERE = Passage(DOCUMENT, 20, 30, "He did not")


class FakeCard:
    """Writes down what it is to show."""

    def __init__(self) -> None:
        self.passage: tuple[Passage, Judged] | None = None
        self.draft: Draft | None = None
        self.claim = self.problem = ""
        self.missing: Sequence[str] = ()
        self.warnings: Sequence[str] = ()

    def show_nothing(self) -> None:
        self.passage = self.draft = None

    def show_passage(self, passage: Passage, judged: Judged) -> None:
        self.passage, self.draft = (passage, judged), None

    def show_draft(self, draft: Draft, claim: str) -> None:
        self.draft, self.claim = draft, claim

    def show_problem(self, problem: DeskError) -> None:
        self.problem = str(problem)

    def show_missing(self, missing: Sequence[str], warnings: Sequence[str] = ()) -> None:
        self.missing, self.warnings = missing, warnings


class FakeProject:
    """A file with one claim, one origin, a link of the reviewer's and one of the demo's."""

    def __init__(self) -> None:
        self.author = ME
        self.claims = {CLAIM: claim()}
        self.found = {"mine": link("mine", ME), "theirs": link("theirs", DEMO)}
        self.texts = {"q": {"exact": "He said so"}, "r": {"text": "His post says so."}}
        self.known = [Origin("o" * 64, 1, ME, "Alexander Sladkov", OriginKind.PERSON, False)]
        self.asked: list[tuple[Callable[[Any], Any], Callable[[Any], None] | None, Any]] = []

    @property
    def reader(self) -> "FakeProject":
        return self

    def claim(self, claim: str) -> Claim | None:
        return self.claims.get(claim)

    def link(self, link: str) -> Link | None:
        return self.found.get(link)

    def origin(self, origin: str) -> Origin | None:
        return next((known for known in self.known if known.id == origin), None)

    def origins(self) -> list[Origin]:
        return self.known

    def attachment(self, name: str) -> Any:
        return self.texts.get(name)

    def names(self) -> dict[str, str]:
        return {ME: "Reviewer A", DEMO: "Demo"}

    def do(
        self,
        action: Callable[[Any], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        by: object = None,
    ) -> None:
        self.asked.append((action, then, failed))


def claim(version: str = "v1") -> Claim:
    return Claim(
        CLAIM, 1, ME, "", "He resigned", ClaimKind.FACT, None, (), version, 1, False, False
    )


def link(name: str, author: str) -> Link:
    judged = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH, access=Access.RELAYED)
    place = (CLAIM, "v1", DOCUMENT, 0, 10, "q", Zone.BODY)
    return Link(name, 2, author, "f", "", *place, judged, "r", name, "", False, None, False)


class Desk:
    """A presenter with its fakes."""

    def __init__(self) -> None:
        self.card, self.project = FakeCard(), FakeProject()
        self.saved: list[Saved] = []
        self.presenter = LinkingPresenter(self.card, self.project, self.saved.append)
        self.presenter.show_passage(HERE)

    @property
    def draft(self) -> Draft:
        """The draft that the card shows."""
        assert self.presenter.draft is not None
        return self.presenter.draft

    def choose(self, **choices: object) -> None:
        """Choose values of fields."""
        for field, value in choices.items():
            self.presenter.choose(field, value)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_passage_is_shown_with_who_judged_it_already(desk: Desk) -> None:
    assert desk.card.passage is not None
    judged = desk.card.passage[1]
    assert [found.id for found in judged.own] == ["mine"]
    assert judged.others == ("Demo",)
    assert judged.words == "Demo judged this; only its maker can change a link."


def test_a_key_for_a_status_opens_a_draft_with_nothing_else_decided(desk: Desk) -> None:
    desk.choose(status=Status.ALLEGED)
    assert (desk.draft.status, desk.draft.confidence, desk.draft.claim) == ("alleged", None, None)
    assert len(desk.card.missing) == 2


def test_choosing_a_claim_keeps_what_was_judged_before(desk: Desk) -> None:
    desk.presenter.show_passage(THERE)
    desk.choose(status=Status.ALLEGED, confidence=Confidence.HIGH)
    desk.presenter.choose_claim(CLAIM)
    assert (desk.draft.status, desk.card.claim) == (Status.ALLEGED, "He resigned")
    assert desk.card.missing == ()


def test_the_claim_of_an_own_link_there_leads_to_judging_it_anew(desk: Desk) -> None:
    desk.presenter.choose_claim(CLAIM)
    assert desk.draft.link == desk.project.found["mine"]
    assert desk.draft.before == "His post says so."
    assert desk.draft.rationale == ""
    assert desk.draft.reason is ChangeReason.REREADING


def test_a_link_judged_against_an_earlier_wording_is_changed_for_that(desk: Desk) -> None:
    desk.project.claims[CLAIM] = claim("v2")
    desk.presenter.change_link("mine")
    assert desk.draft.reason is ChangeReason.CLAIM_REWORDED


def test_the_link_of_another_reviewer_is_not_changed_and_it_is_said(desk: Desk) -> None:
    assert not desk.presenter.change_link("theirs")
    assert desk.presenter.draft is None
    assert desk.card.problem == NOT_YOURS


def test_a_change_keeps_dates_and_every_hop_of_the_chain(desk: Desk) -> None:
    date = DateMention("2023-04-27", Precision.DAY, DateOf.EVENT)
    chain = (
        Speaker("Sladkov", Naming.NAMED, Mode.QUOTED),
        Speaker("a spokesman", Naming.ROLE, Mode.PARAPHRASED),
    )
    mine = desk.project.found["mine"]
    judged = replace(mine.judgement, dates=(date,), speakers=chain)
    desk.project.found["mine"] = replace(mine, judgement=judged)
    desk.presenter.change_link("mine")
    desk.choose(mode=Mode.IMPLIED)
    found = desk.draft.judgement()
    assert found is not None
    assert found.dates == (date,)
    assert found.speakers == (replace(chain[0], mode=Mode.IMPLIED), chain[1])


def test_a_known_origin_is_taken_by_name_and_a_new_one_is_added_later(desk: Desk) -> None:
    desk.presenter.name_origin("  alexander  SLADKOV ")
    assert desk.draft.origin is not None
    assert (desk.draft.origin.id, desk.draft.origin.name) == ("o" * 64, "Alexander Sladkov")
    desk.choose(origin_kind=OriginKind.BODY)
    assert desk.draft.origin.kind is OriginKind.PERSON, "an origin that is there keeps its kind"
    desk.presenter.name_origin("The ministry")
    desk.choose(origin_kind=OriginKind.BODY)
    desk.presenter.name_origin("The defence ministry")
    assert desk.draft.origin is not None
    assert (desk.draft.origin.id, desk.draft.origin.kind) == (None, OriginKind.BODY)
    desk.presenter.name_origin(" ")
    assert desk.draft.origin is None


def test_typing_a_rationale_does_not_show_the_draft_anew(desk: Desk) -> None:
    desk.choose(status=Status.CONFIRMED, confidence=Confidence.HIGH)
    desk.card.draft = None
    desk.choose(rationale="Because his post says so.")
    assert desk.card.draft is None
    assert desk.draft.rationale == "Because his post says so."
    assert not any("Say why" in words for words in desk.card.missing)


def test_saving_waits_for_what_is_missing(desk: Desk) -> None:
    desk.choose(status=Status.ALLEGED)
    assert not desk.presenter.save()
    assert desk.project.asked == []
    assert any("How sure" in words for words in desk.card.missing)


def test_a_saved_link_is_told_and_its_claim_is_the_last_one(desk: Desk) -> None:
    save_new(desk)
    _, then, _ = desk.project.asked[0]
    assert then is not None
    then(Saved("new", CLAIM, was_new=True))
    assert desk.saved == [Saved("new", CLAIM, was_new=True)]
    desk.presenter.show_passage(replace(THERE, start=40, end=50))
    assert desk.presenter.choose_last_claim()
    assert desk.draft.claim == CLAIM


def test_a_refusal_gives_the_draft_back_with_the_sentence(desk: Desk) -> None:
    draft = save_new(desk)
    assert desk.presenter.draft is None
    _, _, failed = desk.project.asked[0]
    failed(DeskError("The disk is full. Make room, then save again."))
    assert desk.presenter.draft == draft
    assert desk.card.problem == "The disk is full. Make room, then save again."


def save_new(desk: Desk) -> Draft:
    """Judge a passage and save it; the draft as it was."""
    desk.presenter.show_passage(THERE)
    desk.presenter.choose_claim(CLAIM)
    desk.choose(status=Status.ALLEGED, confidence=Confidence.HIGH)
    draft = desk.draft
    assert desk.presenter.save()
    return draft


def test_no_claim_was_used_before_the_first_link(desk: Desk) -> None:
    assert not desk.presenter.choose_last_claim()
    assert desk.presenter.draft is None


def test_a_draft_waits_on_its_passage_until_the_reviewer_comes_back(desk: Desk) -> None:
    desk.choose(status=Status.DISPUTED)
    assert desk.presenter.show_passage(THERE), "a draft was put aside"
    assert desk.presenter.draft is None
    assert not desk.presenter.show_passage(HERE)
    assert desk.draft.status is Status.DISPUTED


def test_a_draft_in_which_nothing_was_decided_is_not_kept(desk: Desk) -> None:
    desk.choose(access=Access.QUOTED)
    assert not desk.presenter.show_passage(THERE)
    desk.presenter.show_passage(HERE)
    assert desk.presenter.draft is None


def test_leaving_a_draft_shows_the_passage_again(desk: Desk) -> None:
    desk.choose(status=Status.ALLEGED)
    desk.presenter.leave()
    assert desk.presenter.draft is None
    assert desk.card.passage is not None
    desk.presenter.show_passage(THERE)
    desk.presenter.show_passage(HERE)
    assert desk.presenter.draft is None, "what was left does not come back"


def test_a_change_of_the_project_leaves_a_draft_alone(desk: Desk) -> None:
    desk.choose(status=Status.ALLEGED)
    desk.presenter.refresh(THERE)
    assert desk.draft.passage == HERE
    desk.presenter.leave()
    desk.presenter.refresh(THERE)
    assert desk.card.passage is not None
    assert desk.card.passage[0] == THERE


def test_the_wording_of_a_new_claim_is_looked_over_without_blocking(desk: Desk) -> None:
    desk.presenter.choose_new_claim("The minister admitted that he fled and lied.")
    desk.choose(status=Status.ALLEGED, confidence=Confidence.HIGH)
    assert desk.card.warnings
    assert desk.card.missing == ()
    desk.choose(new_claim="The army left the city on 3 May 2022.", new_kind=ClaimKind.ACT)
    assert (desk.draft.new_kind, desk.card.claim) == (ClaimKind.ACT, desk.draft.new_claim)


def test_retracting_asks_the_project_and_drops_the_draft(desk: Desk) -> None:
    desk.presenter.change_link("mine")
    desk.presenter.retract("mine", ChangeReason.SLIP, "Wrong sentence.")
    assert len(desk.project.asked) == 1
    assert desk.presenter.draft is None


def test_without_a_passage_nothing_can_be_judged(desk: Desk) -> None:
    desk.presenter.show_passage(None)
    desk.choose(status=Status.ALLEGED)
    desk.presenter.choose_new_claim("He resigned")
    assert desk.presenter.draft is None
    assert not desk.presenter.save()
