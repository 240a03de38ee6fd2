"""What a reviewer may do, what it leaves in the file, and what the method does not allow."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.words import (
    ChangeReason,
    ClaimKind,
    ClaimRelation,
    Confidence,
    Handling,
    Mode,
    Naming,
    OriginKind,
    OriginRelation,
    Outcome,
    Reliability,
    Status,
    Zone,
)
from provenance_desk.project.actions import documents, links, passages
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.changes import Changes
from provenance_desk.project.errors import ActionRefused, AlreadyHere, NotFound
from provenance_desk.project.project import Project
from tests.reviewing import TEXTS, create, judgement, linked, prepared

NOBODY = "f" * 64
NFD = unicodedata.normalize("NFD", "Résumé de l’été")


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Iterator[Project]:
    with create(tmp_path / "a.provdesk", home) as project:
        yield project


@pytest.fixture
def document(project: Project) -> str:
    return project.add_document(prepared(TEXTS[0]))


@pytest.fixture
def claim(project: Project) -> str:
    return project.add_claim(ClaimDraft("The minister was dismissed"))


def text_of(project: Project, name: str | None) -> str:
    assert name
    attachment = project.store.attachment(name)
    assert attachment
    return attachment["text"]


def card(document: str, title: str = "A title") -> DocumentDescribed:
    return DocumentDescribed(
        document=document,
        title=title,
        publisher=" Reuters ",
        language="en",
        translated=False,
        family="",
        reference_work=False,
        reliability=Reliability.B,
        author="",
    )


def test_a_document_is_kept_with_its_bytes_text_and_table(project: Project, document: str) -> None:
    (found,) = project.store.documents()
    assert found.id == document == sha256_hex(TEXTS[0].encode())
    assert project.store.text(document) == TEXTS[0]
    assert project.store.original(found.original) == TEXTS[0].encode()
    assert sha256_hex(project.store.table(found.table) or b"") == found.table
    assert (found.length, found.bytes) == (len(TEXTS[0]), len(TEXTS[0].encode()))


def test_the_same_document_again_is_already_here(project: Project, document: str) -> None:
    for name in ("a.txt", "another name.txt"):
        with pytest.raises(AlreadyHere, match=r"is already here, as “a\.txt”") as caught:
            project.add_document(prepared(TEXTS[0], name))
        assert caught.value.document == document


def test_the_same_text_from_other_bytes_is_already_here(project: Project, document: str) -> None:
    other = replace(prepared(TEXTS[0]), original=TEXTS[0].encode("utf-16"))
    with pytest.raises(AlreadyHere):
        project.add_document(other)


def test_the_same_document_twice_in_one_step_is_already_here(project: Project) -> None:
    with project.step() as work:
        documents.add_document(work, prepared(TEXTS[1]))
        with pytest.raises(AlreadyHere):
            documents.add_document(work, prepared(TEXTS[1], "b.txt"))


def test_a_card_is_kept_as_typed_without_what_is_empty(project: Project, document: str) -> None:
    project.describe_document(card(document, f"  {NFD}\n twice "), "by post")
    found = project.store.documents()[0].card
    assert found
    assert found.title == "Résumé de l’été twice"
    assert (found.publisher, found.author) == ("Reuters", None)
    assert text_of(project, found.how_obtained) == "by post"


def test_a_card_needs_a_title(project: Project, document: str) -> None:
    with pytest.raises(ActionRefused, match="needs a title"):
        project.describe_document(card(document, " \n"))


def test_a_withdrawn_document_takes_no_new_links(
    project: Project, document: str, claim: str
) -> None:
    project.withdraw_document(document, "a forgery")
    with pytest.raises(ActionRefused, match="was withdrawn"):
        project.make_link(LinkDraft(claim, document, 0, 20, judgement()))


def test_a_document_travels_as_it_is_marked(project: Project, document: str) -> None:
    project.mark_document(document, Handling.PRIVATE, "never")
    assert project.store.documents()[0].handling is Handling.PRIVATE


def test_typed_texts_are_kept_in_normal_form(project: Project, document: str) -> None:
    claim = project.add_claim(ClaimDraft(f" {NFD} "))
    speaker = Speaker(NFD, Naming.NAMED, Mode.QUOTED)
    judged = replace(judgement(Status.DISPUTED), speakers=(speaker,))
    link = project.make_link(LinkDraft(claim, document, 0, 20, judged, f"{NFD}\r\nbecause"))
    found = project.store.link(link)
    assert found
    normal = unicodedata.normalize("NFC", NFD)
    assert project.store.claims()[0].wording == normal
    assert found.judgement.speakers[0].name == normal
    assert text_of(project, found.rationale) == f"{normal}\nbecause"


def test_a_quote_is_verbatim_with_what_stands_around_it(project: Project, claim: str) -> None:
    text = f"{NFD}. " + "x" * 60 + " 🙂 the end"
    document = project.add_document(prepared(text))
    start = text.index("🙂")
    link = project.make_link(LinkDraft(claim, document, start, start + 5, judgement()))
    found = project.store.link(link)
    assert found
    quote = project.store.attachment(found.quote)
    assert quote
    assert quote["exact"] == "🙂 the"
    assert quote["prefix"] == text[start - 40 : start]
    assert quote["suffix"] == " end"
    project.make_link(LinkDraft(claim, document, 0, len(NFD), judgement(), exact=NFD))


def test_a_quote_that_is_not_the_text_there_is_refused(
    project: Project, document: str, claim: str
) -> None:
    draft = LinkDraft(claim, document, 0, 12, judgement(), exact="The ministry")
    with pytest.raises(ActionRefused, match="it reads “The minister”"):
        project.make_link(draft)


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (7, 5), (0, 10_000)])
def test_a_passage_lies_in_its_document(
    span: tuple[int, int], project: Project, document: str, claim: str
) -> None:
    with pytest.raises(ActionRefused, match="does not lie in the document"):
        project.make_link(LinkDraft(claim, document, *span, judgement()))


def test_a_passage_has_some_words_and_not_too_many(project: Project, claim: str) -> None:
    document = project.add_document(prepared("a" * 9000 + "\n\n  \n\nb"))
    with pytest.raises(ActionRefused, match="The passage is empty"):
        project.make_link(LinkDraft(claim, document, 9000, 9004, judgement()))
    with pytest.raises(InvalidValue, match="at most 8192 characters; this one has 9000"):
        project.make_link(LinkDraft(claim, document, 0, 9000, judgement()))


@pytest.mark.parametrize(
    ("status", "confidence"),
    [
        (Status.CONFIRMED, Confidence.HIGH),
        (Status.DISPUTED, Confidence.HIGH),
        (Status.ALLEGED, Confidence.LOW),
    ],
)
def test_a_rationale_is_required_where_the_method_says_so(
    status: Status, confidence: Confidence, project: Project, document: str, claim: str
) -> None:
    draft = LinkDraft(claim, document, 0, 20, judgement(status, confidence))
    with pytest.raises(ActionRefused, match="A rationale is required"):
        project.make_link(replace(draft, rationale=" \n"))
    project.make_link(replace(draft, rationale="because"))


def test_a_change_needs_a_reason_and_a_difference(project: Project) -> None:
    _, claim, (link,) = linked(project)
    with pytest.raises(ActionRefused, match="Nothing in the judgement was changed"):
        project.revise_link(link, judgement(), ChangeReason.SLIP, "because")
    changed = judgement(confidence=Confidence.MODERATE)
    with pytest.raises(ActionRefused, match="A rationale is required for a changed judgement"):
        project.revise_link(link, changed, ChangeReason.SLIP, "")
    project.reword_claim(claim, ClaimDraft("Another wording"), "clearer")
    project.revise_link(link, judgement(), ChangeReason.CLAIM_REWORDED, "still so")
    found = project.store.link(link)
    assert found
    assert found.claim_version == project.store.claims()[0].version != claim


def test_a_retracted_link_is_not_changed_any_more(project: Project) -> None:
    _, _, (link,) = linked(project)
    project.retract_link(link, ChangeReason.SLIP)
    with pytest.raises(ActionRefused, match="was retracted"):
        project.revise_link(link, judgement(Status.DISPUTED), ChangeReason.SLIP, "because")
    with pytest.raises(ActionRefused, match="retracted already"):
        project.retract_link(link, ChangeReason.SLIP)


def test_a_link_has_the_zone_of_the_sentence_it_begins_in(
    project: Project, document: str, claim: str
) -> None:
    project.zone_passage(document, 0, 5, Zone.CAPTION)
    link = project.make_link(LinkDraft(claim, document, 3, 20, judgement()))
    found = project.store.link(link)
    assert found
    assert found.zone is Zone.CAPTION


def test_a_step_sees_what_it_did_itself(project: Project, claim: str) -> None:
    with project.step() as work:
        document = documents.add_document(work, prepared(TEXTS[0]))
        passages.zone_passage(work, document, 0, 5, Zone.HEADLINE)
        passages.split_sentence(work, document, 12)
        link = links.make_link(work, LinkDraft(claim, document, 13, 20, judgement()))
        links.retract_link(work, link, ChangeReason.SLIP)
        with pytest.raises(ActionRefused, match="retracted already"):
            links.retract_link(work, link, ChangeReason.SLIP)
    found = project.store.link(link)
    assert found
    assert (found.zone, found.retracted) == (Zone.HEADLINE, True)


def test_sentences_are_split_and_joined(project: Project, document: str) -> None:
    def count() -> int:
        return len(project.store.sentences(project.store.documents()[0]))

    before = count()
    project.split_sentence(document, 12)
    assert count() == before + 1
    with pytest.raises(ActionRefused, match="nothing to split here"):
        project.split_sentence(document, 13)
    project.join_sentences(document, 0, 20)
    assert count() == before
    with pytest.raises(ActionRefused, match="at least two sentences"):
        project.join_sentences(document, 0, 5)


def test_a_claim_is_retired_and_restored_with_a_reason(project: Project, claim: str) -> None:
    with pytest.raises(ActionRefused, match="Say why the claim is retired"):
        project.retire_claim(claim, " ")
    with pytest.raises(ActionRefused, match="is not retired"):
        project.restore_claim(claim, "because")
    project.retire_claim(claim, "because")
    assert project.store.claims()[0].retired
    with pytest.raises(ActionRefused, match="retired already"):
        project.retire_claim(claim, "because")
    project.restore_claim(claim, "because")
    assert not project.store.claims()[0].retired


def test_claims_are_joined_and_separated(project: Project, claim: str) -> None:
    other = project.add_claim(ClaimDraft("He was dismissed"))
    with pytest.raises(ActionRefused, match="two different claims"):
        project.join_claims(claim, claim, "same")
    project.join_claims(other, claim, "same")
    assert project.store.joins() == dict.fromkeys((claim, other), min(claim, other))
    project.separate_claims(claim, other, "not the same")
    assert project.store.joins() == {}
    project.relate_claims(claim, other, ClaimRelation.REFINES)


def test_a_claim_needs_a_wording_of_one_line(project: Project) -> None:
    with pytest.raises(ActionRefused, match="needs a wording"):
        project.add_claim(ClaimDraft(" \n "))
    with pytest.raises(InvalidValue, match="wording must have 1 to 2000 characters"):
        project.add_claim(ClaimDraft("x" * 2001))
    with pytest.raises(InvalidValue, match=r"U\+0007"):
        project.add_claim(ClaimDraft("ding\x07"))
    project.add_claim(ClaimDraft("two\nlines"))
    assert [c.wording for c in project.store.claims()] == ["two lines"]


def test_an_origin_of_the_same_kind_and_name_is_the_same(project: Project) -> None:
    first = project.add_origin("Straße", OriginKind.BODY)
    before = project.store.count_events()
    assert project.add_origin(" STRASSE ", OriginKind.BODY) == first
    assert project.store.count_events() == before
    assert project.add_origin("Straße", OriginKind.PERSON) != first
    project.undo()
    project.undo()
    again = project.add_origin("strasse", OriginKind.BODY)
    assert again != first
    with pytest.raises(ActionRefused, match="two different origins"):
        project.relate_origins(again, again, OriginRelation.SAME)


def test_what_is_not_there_is_not_found(project: Project, document: str, claim: str) -> None:
    draft = LinkDraft(claim, document, 0, 20, judgement())
    with pytest.raises(NotFound, match="no claim fff"):
        project.make_link(replace(draft, claim=NOBODY))
    with pytest.raises(NotFound, match="no document fff"):
        project.make_link(replace(draft, document=NOBODY))
    with pytest.raises(NotFound, match="no origin fff"):
        project.make_link(replace(draft, judgement=judgement(origin=NOBODY)))
    with pytest.raises(NotFound, match="no link fff"):
        project.retract_link(NOBODY, ChangeReason.SLIP)
    with pytest.raises(NotFound, match="no entry fff"):
        project.add_note("a note", about=NOBODY)


def test_a_disagreement_is_settled_by_choosing(project: Project) -> None:
    _, _, (first, second) = linked(project, 2)
    with pytest.raises(ActionRefused, match="Say which status and confidence"):
        project.settle_disagreement((first, second), Outcome.CHOSEN, "because")
    project.settle_disagreement(
        (first, second), Outcome.CHOSEN, "because", (Status.ALLEGED, Confidence.LOW, None, None)
    )
    project.settle_disagreement((first, second), Outcome.BOTH, "because")


def test_observers_are_told_what_a_step_changed(project: Project) -> None:
    told: list[Changes] = []
    project.observe(told.append)
    document, claim, (link,) = linked(project)
    project.reword_claim(claim, ClaimDraft("Reworded", ClaimKind.ACT), "clearer")
    project.skip_passage(document, 0, 5)
    assert [changes.documents for changes in told] == [{document}, set(), set(), set(), set()]
    assert [changes.claims for changes in told] == [set(), {claim}, set(), {claim}, set()]
    assert [changes.links for changes in told] == [set(), set(), {link}, set(), set()]
    assert told[-1].passages == {document}
    events = [event for changes in told for event in changes.events]
    assert events == project.store.event_ids()[4:]
