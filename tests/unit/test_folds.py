"""The folds: what the events about one thing add up to."""

from dataclasses import replace

from provenance_desk.domain import folds
from provenance_desk.domain.document_events import (
    DocumentDescribed,
    DocumentMarked,
    DocumentWithdrawn,
)
from provenance_desk.domain.records import Claim, Document, Link
from provenance_desk.domain.review_events import (
    ClaimRestored,
    ClaimRetired,
    ClaimReworded,
    ClaimsJoined,
    ClaimsSeparated,
    LinkRetracted,
    LinkRevised,
    OriginAdded,
)
from provenance_desk.domain.words import (
    ChangeReason,
    ClaimKind,
    Handling,
    OriginKind,
    Reliability,
    Status,
)
from tests.unit.event_maker import ANNA, ATTACHED, BORIS, TEXT, USUAL, Log, judged

NOBODY: frozenset[str] = frozenset()


def claim_of(log: Log, *undone: str) -> Claim:
    claim = folds.fold_claim(log.events, frozenset(undone))
    assert claim is not None
    return claim


def link_of(log: Log, *undone: str) -> Link:
    link = folds.fold_link(log.events, frozenset(undone))
    assert link is not None
    return link


def document_of(log: Log, *undone: str) -> Document:
    document = folds.fold_document(log.events, frozenset(undone))
    assert document is not None
    return document


def card(title: str) -> DocumentDescribed:
    return DocumentDescribed(
        document=TEXT,
        title=title,
        publisher="",
        language="en",
        translated=False,
        family="",
        reference_work=False,
        reliability=Reliability.F,
    )


def test_a_claim_has_the_wording_last_given() -> None:
    log = Log()
    claim = log.claim("First")
    log.add(ClaimReworded(claim, "Second", ClaimKind.ACT, ATTACHED), BORIS)
    last = log.add(ClaimReworded(claim, "Third", ClaimKind.LABEL, ATTACHED, actor="c" * 64))
    found = claim_of(log)
    assert (found.wording, found.kind, found.actor) == ("Third", ClaimKind.LABEL, "c" * 64)
    assert (found.id, found.version, found.versions) == (claim, last, 3)


def test_an_undone_rewording_gives_the_wording_before_it() -> None:
    log = Log()
    claim = log.claim("First")
    second = log.add(ClaimReworded(claim, "Second", ClaimKind.ACT, ATTACHED))
    found = claim_of(log, second)
    assert (found.wording, found.version, found.versions) == ("First", claim, 1)


def test_a_claim_is_retired_or_not_as_was_said_last() -> None:
    log = Log()
    claim = log.claim()
    retired = log.add(ClaimRetired(claim, ATTACHED), BORIS)
    assert claim_of(log).retired
    assert not claim_of(log, retired).retired
    restored = log.add(ClaimRestored(claim, ATTACHED))
    assert not claim_of(log).retired
    assert claim_of(log, restored).retired


def test_an_undone_claim_is_withdrawn_and_keeps_its_wording() -> None:
    log = Log()
    claim = log.claim("First")
    found = claim_of(log, claim)
    assert found.withdrawn
    assert found.wording == "First"


def test_there_is_no_claim_where_nobody_added_one() -> None:
    log = Log()
    log.add(ClaimRetired("c" * 64, ATTACHED))
    assert folds.fold_claim(log.events, NOBODY) is None


def test_a_link_has_the_judgement_its_author_gave_last() -> None:
    log = Log()
    link = log.link("c" * 64)
    revised = log.add(
        LinkRevised(link, "9" * 64, judged(Status.DISPUTED), ChangeReason.SLIP, ATTACHED)
    )
    found = link_of(log)
    assert (found.judgement.status, found.judged) == (Status.DISPUTED, revised)
    assert (found.claim_version, found.rationale) == ("9" * 64, ATTACHED)
    assert (found.id, found.time) == (link, log.events[0].time)
    assert link_of(log, revised).judgement == USUAL


def test_what_others_say_of_a_link_does_not_change_it() -> None:
    log = Log()
    link = log.link("c" * 64)
    log.add(
        LinkRevised(link, "9" * 64, judged(Status.DISPUTED), ChangeReason.SLIP, ATTACHED), BORIS
    )
    log.add(LinkRetracted(link, ChangeReason.SLIP), BORIS)
    found = link_of(log)
    assert found.judgement == USUAL
    assert not found.retracted


def test_a_retracted_link_stays_and_an_undone_one_is_gone() -> None:
    log = Log()
    link = log.link("c" * 64)
    retracted = log.add(LinkRetracted(link, ChangeReason.SLIP))
    assert link_of(log).retracted
    assert not link_of(log, retracted).retracted
    assert folds.fold_link(log.events, frozenset({link})) is None


def test_the_same_text_twice_is_the_document_of_the_lowest_event() -> None:
    log = Log()
    first, second = log.document(original="1" * 64), log.document(original="2" * 64, author=BORIS)
    lowest = min(first, second)
    assert document_of(log).added == lowest
    assert document_of(log, lowest).added == max(first, second)
    assert not document_of(log, lowest).withdrawn
    assert document_of(log, first, second).withdrawn


def test_a_document_has_the_card_last_written() -> None:
    log = Log()
    log.document()
    assert document_of(log).title == "0000.txt"
    log.add(card("First"))
    second = log.add(card("Second"), BORIS)
    assert document_of(log).title == "Second"
    assert document_of(log, second).title == "First"


def test_the_strictest_of_the_reviewers_latest_marks_counts() -> None:
    log = Log()
    log.document()
    assert document_of(log).handling is Handling.SHARE
    log.add(DocumentMarked(TEXT, Handling.PRIVATE), ANNA)
    log.add(DocumentMarked(TEXT, Handling.CONDITIONS), BORIS)
    assert document_of(log).handling is Handling.PRIVATE
    log.add(DocumentMarked(TEXT, Handling.SHARE), ANNA)
    assert document_of(log).handling is Handling.CONDITIONS


def test_a_withdrawn_document_stays() -> None:
    log = Log()
    log.document()
    withdrawn = log.add(DocumentWithdrawn(TEXT, ATTACHED), BORIS)
    assert document_of(log).withdrawn
    assert not document_of(log, withdrawn).withdrawn


def test_an_undone_origin_is_withdrawn() -> None:
    log = Log()
    origin = log.add(OriginAdded("Reuters", OriginKind.BODY))
    found = folds.fold_origin(log.events, frozenset({origin}))
    assert found is not None
    assert found.withdrawn


def test_joined_claims_form_sets_named_by_their_lowest_id() -> None:
    log = Log()
    a, b, c, d = ("1" * 64, "2" * 64, "3" * 64, "4" * 64)
    log.add(ClaimsJoined((c, d), ATTACHED))
    log.add(ClaimsJoined((b, c), ATTACHED))
    assert folds.fold_joins(log.events, NOBODY) == {b: b, c: b, d: b}
    log.add(ClaimsJoined((d, a), ATTACHED))
    assert folds.fold_joins(log.events, NOBODY) == {a: a, b: a, c: a, d: a}


def test_the_last_word_on_a_pair_of_claims_counts_whoever_says_it() -> None:
    log = Log()
    a, b, c = ("1" * 64, "2" * 64, "3" * 64)
    log.add(ClaimsJoined((a, b), ATTACHED))
    log.add(ClaimsJoined((b, c), ATTACHED))
    separated = log.add(ClaimsSeparated((b, a), ATTACHED), BORIS)
    assert folds.fold_joins(log.events, NOBODY) == {b: b, c: b}
    assert folds.fold_joins(log.events, frozenset({separated})) == {a: a, b: a, c: a}
    log.add(ClaimsJoined((a, b), ATTACHED))
    assert folds.fold_joins(log.events, NOBODY) == {a: a, b: a, c: a}


def test_a_fold_does_not_change_what_it_reads() -> None:
    log = Log()
    claim = log.claim()
    log.add(ClaimReworded(claim, "Second", ClaimKind.ACT, ATTACHED))
    before = [replace(event) for event in log.events]
    folds.fold_claim(log.events, NOBODY)
    assert log.events == before
