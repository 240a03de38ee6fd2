"""The report as Markdown: for wikis, trackers and mail; every quote verbatim in a fenced block."""

import re
from collections.abc import Iterator, Sequence

from provenance_desk.domain.words import Stance
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_build import report_of
from provenance_desk.exchange.report_model import ClaimBlock, DocumentCard, Judged, Passage, Report
from provenance_desk.exchange.report_words import (
    GLYPHS,
    NOT_PROMISED,
    STATUS_MEANINGS,
    STATUS_WORDS,
    count,
    date,
)
from provenance_desk.exchange.review import Review

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:])")
TICKS = re.compile("`+")


def report_md(review: Review) -> str:
    """The report on a review as CommonMark, without HTML and without links."""
    return "\n".join(_lines(report_of(review))) + "\n"


def plain(text: str) -> str:
    """A text of the review inside Markdown: one line, nothing in it is markup or a link."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def fenced(text: str) -> str:
    """The text verbatim in a block of code whose fence it can't close."""
    longest = max((len(found) for found in TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {plain(report.title)}", "", report.scope, "", plain(report.basis), "")
    yield from (f"- {plain(notice)}" for notice in report.notices)
    yield from ("", "## Claims", "")
    for claim in sorted(report.claims, key=lambda c: (not c.contested, c.number)):
        yield f"{claim.number}\\. **{plain(claim.wording)}** ({_tally(claim)})  "
        yield from (plain(claim.gist), "")
    for claim in report.claims:
        yield from _claim(claim)
    yield from ("## Documents", "")
    for card in report.documents:
        yield from _document(card)
    yield from _end(report)


def _tally(claim: ClaimBlock) -> str:
    found = (f"{GLYPHS[s]} {number:,} {s}" for s, number in claim.counts.items() if number)
    return ", ".join(found) or "○ not judged"


def _claim(claim: ClaimBlock) -> Iterator[str]:
    yield from (f"## Claim {claim.number}: {plain(claim.wording)}", "")
    yield f"{claim.kind}, wording {claim.versions}, entry {claim.entry:,}; {_tally(claim)}"
    yield ""
    yield from (f"- Also worded: {plain(wording)}" for wording in claim.also)
    if claim.notice:
        yield f"- {plain(claim.notice)}"
    for denial in claim.denials:
        detail = f", {plain(denial.detail)}" if denial.detail else ""
        answers = " ".join(map(plain, denial.answers)) or "No answer is recorded."
        place = f"in document {denial.letter} (passage {denial.passage}){detail}"
        yield f"- ◆ **{plain(denial.said)}** {place}. {answers}"
    yield from (f"- {name}: {plain(value)}" for name, value in claim.facts)
    yield ""
    yield from _passages("Supporting passages", claim.groups[Stance.SUPPORTS])
    yield from _passages("Denials and contradictions", claim.groups[Stance.CONTRADICTS])
    yield from _passages("Context, never counted", claim.groups[Stance.CONTEXT])
    if claim.missing:
        yield from ("**What is missing**", "", *(f"- {plain(m)}" for m in claim.missing), "")


def _passages(heading: str, passages: Sequence[Passage]) -> Iterator[str]:
    if not passages:
        return
    yield from (f"### {heading} ({len(passages):,})", "")
    for passage in passages:
        when = f", {plain(passage.published)}" if passage.published else ""
        yield (
            f"**{passage.number}** document {passage.letter}, {plain(passage.title)}{when}, "
            f"{passage.zone}, characters {passage.start:,} to {passage.end:,}"
        )
        quote = fenced(passage.quote.exact) if passage.quote else plain(passage.why_no_quote)
        yield from ("", quote, "")
        for judged in passage.judged:
            yield from _judged(judged)


def _judged(judged: Judged) -> Iterator[str]:
    time = date(f"{judged.time[:16]}Z")
    yield (
        f"- {GLYPHS[judged.status]} **{STATUS_WORDS[judged.status]}**, confidence "
        f"{judged.confidence}; who says so: {plain(judged.who)}; wording: {judged.wording}; "
        f"judged by {plain(judged.by)}, {time}, entry {judged.entry:,}"
    )
    if judged.rationale_withheld:
        yield "  - The reason is withheld."
    if judged.rationale:
        yield f"  - Reason: {plain(judged.rationale)}"
    yield from (f"  - {plain(remark)}" for remark in judged.remarks)
    yield ""


def _document(card: DocumentCard) -> Iterator[str]:
    yield from (f"### {card.letter}: {plain(card.title)}", "")
    yield from (f"- {plain(notice)}" for notice in card.notices)
    yield from (f"- {name}: {plain(value)}" for name, value in card.facts)
    yield f"- SHA-256 of the original: `{card.original}`"
    yield from (f"- SHA-256 of the text: `{card.id}`", "")


def _end(report: Report) -> Iterator[str]:
    yield from ("## Reviewers", "")
    yield from (f"- **{plain(r.name)}**: {r.work} Key `{r.key}`" for r in report.reviewers)
    yield from ("", "## Method", "")
    yield from (
        f"- **{STATUS_WORDS[status]}**: {meaning}" for status, meaning in STATUS_MEANINGS.items()
    )
    yield from ("", "## Feeds and their heads", "")
    for head in report.heads:
        name = plain(report.names[head.author])
        size = count(head.size, "entry", "entries")
        yield f"- {name}: feed `{head.feed}`, {size}, head `{head.head}`"
    yield from ("", "## What is not promised", "")
    yield from (f"- {sentence}" for sentence in NOT_PROMISED)
    yield from ("", f"Rendered by {RENDERER}")
