"""The report: what an editor reads, whatever the review holds."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from provenance_desk.domain.document_events import DocumentMarked
from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.project_events import EventUndone, PersonFlagged
from provenance_desk.domain.review_events import (
    ClaimRetired,
    ClaimReworded,
    ClaimsJoined,
    ContradictionAnswered,
    DisagreementSettled,
    LinkRetracted,
    LinkRevised,
)
from provenance_desk.domain.words import (
    ChangeReason,
    ClaimKind,
    Handling,
    Mode,
    Naming,
    OriginKind,
    Outcome,
    PersonFlag,
)
from provenance_desk.exchange.report_build import report_of
from provenance_desk.exchange.report_html import css_text, report_html
from provenance_desk.exchange.report_md import fenced, report_md
from provenance_desk.exchange.report_paper import report_paper, running_title
from provenance_desk.exchange.scope import BundleFacts, Scope
from tests.demo_trail import demo_trail
from tests.pages import Page
from tests.trail import Trail, judgement

TEXT = "The mayor resigned on Monday. He did not resign, said the mayor.\nA third line follows.\n"


@pytest.fixture
def trail() -> Trail:
    """A claim that one passage supports and another denies."""
    made = Trail("A resignation")
    document = made.document("news.txt", TEXT, title="The mayor goes")
    mayor = made.origin("The mayor")
    claim = made.claim("The mayor resigned", ClaimKind.ACT)
    made.link(claim, document, 0, 29, wording="flat", access="none named")
    made.link(
        claim, document, 30, 64, stance="contradicts", status="disputed", confidence="high",
        wording="denied", origin=mayor, access="relayed", rationale="because *he* says so",
    )  # fmt: skip
    return made


def page_of(trail: Trail) -> Page:
    return Page(report_html(trail.review()))


def only_claim(trail: Trail) -> str:
    return next(iter(trail.review().state.claims))


def only_document(trail: Trail) -> str:
    return next(iter(trail.review().state.documents))


def link_ids(trail: Trail) -> list[str]:
    return list(trail.review().state.links)


def test_every_quote_of_the_demo_stands_byte_for_byte(seeds: Path, shared: Path) -> None:
    trail = demo_trail(seeds, shared / "data" / "demo_key.json")
    links = trail.review().state.links.values()
    exact = {str((trail.attachment(link.quote) or {})["exact"]) for link in links}
    assert set(page_of(trail).marks) == exact
    markdown = report_md(trail.review())
    assert all(quote in markdown for quote in exact)


def test_copying_a_quote_with_its_context_gives_the_text_of_the_document(trail: Trail) -> None:
    for quote in page_of(trail).quotes:
        assert quote in TEXT
    assert "…" not in "".join(page_of(trail).quotes)


def test_a_denial_stands_in_the_block_of_its_claim_with_its_missing_answer(trail: Trail) -> None:
    block = report_html(trail.review()).split('<article class="claim')[1]
    assert "<b><bdi>Denied by The mayor</bdi></b> in document A" in block
    assert "relayed, not quoted. No answer is recorded." in block
    assert "An answer to the denial in 1.2, or a document that settles it." in block


def test_an_answered_denial_stays_and_shows_its_answer(trail: Trail) -> None:
    denial = link_ids(trail)[1]
    trail.write(ContradictionAnswered(denial, trail.attach("the decree is signed")))
    text = page_of(trail).text
    assert "Denied by The mayor" in text
    assert "Answered by Demo, entry 11: the decree is signed" in text
    assert "No answer is recorded" not in text


def test_a_claim_of_responsibility_asks_two_reviewers_to_answer() -> None:
    trail = Trail()
    document = trail.document("news.txt", TEXT)
    claim = trail.claim("The mayor ordered it", ClaimKind.RESPONSIBILITY)
    denial = trail.link(claim, document, 30, 64, stance="contradicts", status="disputed")
    assert "An answer to the contradiction in 1.1: for a claim" in page_of(trail).text
    trail.write(ContradictionAnswered(denial, trail.attach("outweighed")))
    assert "A second reviewer’s answer to the contradiction in 1.1" in page_of(trail).text
    trail.join_in("Second")
    trail.write(ContradictionAnswered(denial, trail.attach("outweighed too")))
    assert "answer to the contradiction" not in page_of(trail).text


def test_statuses_are_words_beside_their_glyphs(trail: Trail) -> None:
    page = report_html(trail.review())
    for pill in re.findall(r'<span class="pill.*?</svg>(.*?)</span>', page):
        assert re.search("[a-z]{4}", pill)


def test_a_claim_without_a_passage_says_what_is_missing(trail: Trail) -> None:
    trail.claim("Nobody linked this")
    text = page_of(trail).text
    assert "No passage supports or contradicts it yet." in text
    assert "A passage that supports or contradicts the claim." in text


def test_the_page_says_what_it_was_reviewed_from(trail: Trail) -> None:
    said = "Reviewed from 1 document; nothing outside them was checked."
    assert said in page_of(trail).text
    assert said in report_md(trail.review())


def test_the_style_sheet_is_the_only_thing_the_policy_allows(trail: Trail) -> None:
    page = page_of(trail)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    policy = next(value for _, name, value in page.attributes if name == "content" and value)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert page.tags.count("style") == 1
    assert "url(" not in page.style
    assert "@import" not in page.style


def test_nothing_on_the_page_is_closed_or_leads_away(trail: Trail) -> None:
    page = Page(report_html(trail.review(), BundleFacts("x", Scope.WHOLE, trail.key.public)))
    assert not {"details", "script", "img", "iframe", "object", "form", "link"} & set(page.tags)
    addresses = [value for _, name, value in page.attributes if name in ("href", "src")]
    assert all(re.fullmatch(r"#[a-zA-Z0-9-]+|METHOD\.txt|originals/[0-9a-f]{64}\.txt", a or "")
               for a in addresses)  # fmt: skip


def test_every_link_within_the_page_arrives(trail: Trail) -> None:
    page = page_of(trail)
    ids = {value for _, name, value in page.attributes if name == "id"}
    targets = {(v or "")[1:] for _, name, v in page.attributes if name == "href" and v}
    assert targets <= ids


def test_the_same_review_gives_the_same_page(trail: Trail) -> None:
    assert report_html(trail.review()) == report_html(trail.review())


def test_a_revised_judgement_names_its_reason_and_its_first_entry(trail: Trail) -> None:
    claim, link = only_claim(trail), link_ids(trail)[0]
    trail.write(
        LinkRevised(link, claim, judgement(status="confirmed"), ChangeReason.SLIP,
                    trail.attach("because I misread it"))
    )  # fmt: skip
    text = page_of(trail).text
    assert "Judged anew (slip); first judged in entry 9." in text
    assert "because I misread it" in text


def test_a_reworded_claim_marks_its_older_judgements(trail: Trail) -> None:
    trail.write(
        ClaimReworded(only_claim(trail), "The mayor left", ClaimKind.ACT, trail.attach("shorter"))
    )
    text = page_of(trail).text
    assert "wording 2" in text
    assert text.count("Judged against an earlier wording of the claim.") == 2


def test_a_retracted_link_is_counted_and_not_shown(trail: Trail) -> None:
    trail.write(LinkRetracted(link_ids(trail)[0], ChangeReason.SLIP))
    page = page_of(trail)
    assert len(page.marks) == 1
    assert "1 link taken back by the reviewer" in page.text


def test_a_retired_claim_is_shown_as_retired(trail: Trail) -> None:
    trail.write(ClaimRetired(only_claim(trail), trail.attach("no longer needed")))
    assert "Retired: no longer pursued, still shown." in page_of(trail).text


def test_joined_claims_are_one_block_with_both_wordings(trail: Trail) -> None:
    other = trail.claim("The mayor stepped down")
    trail.link(other, only_document(trail), 65, 85)
    trail.write(ClaimsJoined((only_claim(trail), other), trail.attach("the same")))
    report = report_of(trail.review())
    assert len(report.claims) == 1
    assert {report.claims[0].wording, *report.claims[0].also} == {
        "The mayor resigned", "The mayor stepped down",
    }  # fmt: skip
    assert "earlier wording" not in page_of(trail).text


def test_a_claim_that_was_undone_is_gone_unless_others_linked_it(trail: Trail) -> None:
    slip = trail.claim("Made by mistake")
    trail.write(EventUndone((slip,)))
    assert "Made by mistake" not in page_of(trail).text


def test_two_reviewers_who_differ_on_a_passage_are_named_and_asked_to_settle(trail: Trail) -> None:
    trail.join_in("Second")
    trail.link(only_claim(trail), only_document(trail), 0, 29, status="confirmed", rationale="x")
    text = page_of(trail).text
    assert "A settled judgement where reviewers differ: 1.1." in text
    assert "Judged byDemo" in text
    assert "Judged bySecond" in text
    assert len(page_of(trail).marks) == 2


def test_a_passage_that_was_settled_is_not_asked_to_be_settled_again(trail: Trail) -> None:
    first = next(iter(trail.review().state.links))
    trail.join_in("Second")
    second = trail.link(
        only_claim(trail), only_document(trail), 0, 29, status="confirmed", rationale="x"
    )
    trail.write(DisagreementSettled((first, second), Outcome.BOTH, trail.attach("both hold")))
    assert "A settled judgement where reviewers differ" not in page_of(trail).text


def test_origins_of_one_kind_and_name_are_told_once(trail: Trail) -> None:
    claim, document = only_claim(trail), only_document(trail)
    for name, start in (("The Ministry", 65), ("the ministry", 75)):
        origin = trail.origin(name, OriginKind.BODY)
        trail.link(claim, document, start, start + 9, origin=origin, access="quoted")
    assert "the ministry: 2 passages" in page_of(trail).text.casefold()


def test_reviewers_of_one_name_are_told_apart_by_their_keys(trail: Trail) -> None:
    trail.join_in("Demo")
    names = {reviewer.name for reviewer in report_of(trail.review()).reviewers}
    assert len(names) == 2
    assert all(re.fullmatch(r"Demo \([a-z]+ [a-z]+ [a-z]+\)", name) for name in names)


def test_a_speaker_chain_is_told_hop_by_hop(trail: Trail) -> None:
    hops = (
        Speaker("A clerk", Naming.ROLE, Mode.PARAPHRASED),
        Speaker("", Naming.UNNAMED, Mode.IMPLIED),
    )
    trail.link(only_claim(trail), only_document(trail), 65, 85, speakers=hops)
    said = "A clerk (role only, paraphrased) citing somebody (not named, implied)"
    assert said in page_of(trail).text


@pytest.mark.parametrize("flag", [PersonFlag.PRIVATE, PersonFlag.VICTIM, PersonFlag.MINOR])
def test_a_flagged_name_is_withheld_everywhere_on_the_page(flag: PersonFlag) -> None:
    trail = Trail("The case of Jane Roe")
    document = trail.document("jane-roe.txt", "Jane Roe’s mother spoke. JANE\nROE did not.\n",
                              title="Jane Roe")  # fmt: skip
    claim = trail.claim("Jane Roe spoke")
    origin = trail.origin("jane roe")
    trail.link(claim, document, 0, 24, origin=origin, rationale="because Jane Roe *said* so")
    trail.link(claim, document, 25, 43, stance="contradicts", status="disputed", rationale="x")
    trail.write(PersonFlagged(trail.attach("Jane Roe"), flag))
    for made in (report_html(trail.review()), report_md(trail.review())):
        assert not re.search(r"jane[\s_-]+roe", made, re.IGNORECASE)
    page = page_of(trail)
    assert "[name withheld]’s mother spoke." in page.marks
    assert "1 name is withheld here" in page.text
    assert "A name is withheld in this quote." in page.text


def test_a_public_person_is_named(trail: Trail) -> None:
    trail.write(PersonFlagged(trail.attach("The mayor"), PersonFlag.PUBLIC))
    assert "Denied by The mayor" in page_of(trail).text


def test_part_of_another_word_is_not_a_flagged_name(trail: Trail) -> None:
    trail.write(PersonFlagged(trail.attach("may"), PersonFlag.PRIVATE))
    assert "The mayor resigned" in page_of(trail).text


def test_quotes_of_a_private_document_are_said_to_be_withheld(trail: Trail) -> None:
    trail.write(DocumentMarked(only_document(trail), Handling.PRIVATE))
    page = page_of(trail)
    assert page.marks == []
    assert "The quote is not shown: its document is marked “do not share”." in page.text
    assert "2 quotes are not shown." in page.text


def test_the_edges_of_a_document_are_said(trail: Trail) -> None:
    page = report_html(trail.review())
    assert '<span class="cx pre start"></span>' in page
    trail.link(only_claim(trail), only_document(trail), 65, 85)
    assert 'class="cx post end"' in report_html(trail.review())


def test_right_to_left_text_finds_its_own_direction() -> None:
    trail = Trail("استقالة")
    text = "استقال رئيس البلدية يوم الاثنين.\n"
    document = trail.document("ar.txt", text, title="خبر", language="ar")
    trail.link(trail.claim("استقال رئيس البلدية"), document, 0, len(text) - 1)
    page = report_html(trail.review())
    assert '<blockquote dir="auto" lang="ar"' in page
    assert '<h1 dir="auto">استقالة</h1>' in page
    assert Page(page).marks == [text[:-1]]


def test_a_rationale_keeps_emphasis_and_lists_and_nothing_that_leads_away(trail: Trail) -> None:
    written = (
        "because **two** records agree:\n\n- one\n- two\n\n[x](http://example.com) <b>bold</b>"
    )
    trail.link(only_claim(trail), only_document(trail), 65, 85, rationale=written)
    page = report_html(trail.review())
    assert "<strong>two</strong>" in page
    assert "<li>one</li>" in page
    assert "[x](http://example.com) &lt;b&gt;bold&lt;/b&gt;" in page


def test_an_empty_review_is_a_page_too() -> None:
    page = page_of(Trail("Nothing yet"))
    assert "No claim has been written down yet." in page.text
    assert "Reviewed from 0 documents" in page.text


def test_a_css_string_can_not_be_left() -> None:
    assert css_text('a"};b') == "a\\22 \\7d \\3b b"


def test_paper_says_what_the_page_says(trail: Trail) -> None:
    paper = Page(report_paper(trail.review())).text
    for said in ("The mayor resigned on Monday.", "Denied by The mayor", "◆", "What is missing"):
        assert said in paper
    assert running_title(trail.review()).startswith("A resignation · Provenance Desk report")


def test_a_fence_is_longer_than_any_in_the_quote() -> None:
    assert fenced("a ```` b").startswith("`````text\n")
