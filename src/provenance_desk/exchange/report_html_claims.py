"""The claims of the page: the list on top, and a block for each with quotes and judgements."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from provenance_desk.domain.words import Stance, Status
from provenance_desk.exchange.report_html_parts import (
    CONFIDENCES,
    PILLS,
    SHORT,
    SHORT_PILLS,
    dashes,
    glyph,
    letter_box,
    own,
    pairs,
)
from provenance_desk.exchange.report_markdown import rationale_html
from provenance_desk.exchange.report_model import ClaimBlock, Judged, Passage, Quote, Report
from provenance_desk.exchange.report_words import count, date

PARAGRAPH = re.compile("\n+")
MOST_LETTERS = 12
INTRODUCTION = (
    "Tinted words are quoted exactly as they stand in the document; the grey words are the 40 "
    "characters before and after. ¶ marks a paragraph break."
)


def list_section(report: Report) -> str:
    """The counts and the list of claims, contested ones first."""
    order = sorted(report.claims, key=lambda claim: (not claim.contested, claim.number))
    boxes = "".join(
        f'<div class="ct"><b>{number:,}</b>{SHORT_PILLS[status]}</div>'
        for status, number in report.counts.items()
    )
    boxes += (
        f'<div class="ct"><b>{report.context:,}</b>'
        f'<span class="pill n">{glyph("n")}Context</span></div>'
    )
    said = " ".join(("Judgements of passages by status; context is not counted.", *report.notices))
    rows = "\n".join(_row(claim) for claim in order) or EMPTY_ROW
    return (
        '<section id="claims" aria-label="Claims">\n'
        f'<div class="counts">{boxes}<p>{escape(said)}</p></div>\n'
        f'<ol class="list">\n{rows}\n</ol>\n</section>\n'
    )


EMPTY_ROW = '<li class="n"><a href="#documents"><span class="no"></span><span></span>\
<span class="w"><b>No claim has been written down yet.</b></span></a></li>'


def _row(claim: ClaimBlock) -> str:
    shown = claim.letters[:MOST_LETTERS]
    boxes = "".join(letter_box(letter, spoken=False) for letter in shown)
    if len(claim.letters) > len(shown):
        boxes += f"<span>+{len(claim.letters) - len(shown)}</span>"
    spoken = f'<span class="sr">documents {", ".join(claim.letters)}</span>' if shown else ""
    origins = count(claim.origins, "origin") if claim.origins else "No origin"
    return (
        f'<li class="{_colour(claim)}"><a href="#c{claim.number}">'
        f'<span class="no">{claim.number}</span><span class="st">{_tallies(claim)}</span>'
        f'<span class="w"><b dir="auto">{escape(claim.wording)}</b>'
        f'<span class="r">{escape(claim.gist)}</span></span>'
        f'<span class="o"><b>{origins}</b><span>{count(claim.passages, "passage")}</span></span>'
        f'<span class="ds">{boxes}{spoken}</span></a></li>'
    )


def _colour(claim: ClaimBlock) -> str:
    """Only a denial colours a claim: what its passages add up to is not said here."""
    return "d" if claim.contested else "n"


def _tallies(claim: ClaimBlock) -> str:
    found = [(status, number) for status, number in claim.counts.items() if number]
    if not found:
        return f'<span class="tally n">{glyph("n")}not judged</span>'
    return "".join(_tally(status, number) for status, number in found)


def _tally(status: Status, number: int) -> str:
    short = SHORT[status]
    return (
        f'<span class="tally {short}">{glyph(short)}<span>{number:,} {status.value}</span></span>'
    )


def claims_section(report: Report) -> str:
    """A block for every claim, in the order of their numbers."""
    return "".join(
        (
            '<section class="page" aria-labelledby="h-blocks">\n',
            f'<h2 id="h-blocks">Claim by claim</h2>\n<p>{INTRODUCTION}</p>\n',
            *(part for claim in report.claims for part in _block(claim)),
            "</section>\n",
        )
    )


def _block(claim: ClaimBlock) -> Iterator[str]:
    yield f'<article class="claim {_colour(claim)}" id="c{claim.number}" '
    yield f'aria-labelledby="c{claim.number}t">\n{_header(claim)}'
    wide = "" if len(claim.facts) == 3 else " f2"
    facts = pairs((name, escape(value)) for name, value in claim.facts)
    yield f'<dl class="facts{wide}">{facts}</dl>\n'
    yield from _group("Supporting passages", claim.groups[Stance.SUPPORTS])
    yield from _group(
        "Denials and contradictions", claim.groups[Stance.CONTRADICTS], ' class="neg"'
    )
    yield from _group("Context, never counted", claim.groups[Stance.CONTEXT])
    if claim.missing:
        yield (
            f'<div class="miss"><h4>What is missing</h4><ul>{dashes(claim.missing)}</ul></div>\n'
        )
    yield "</article>\n"


def _header(claim: ClaimBlock) -> str:
    pills = "".join(
        f'<span class="pill {SHORT[status]}">{glyph(SHORT[status])}{number:,} {status.value}</span>'
        for status, number in claim.counts.items()
        if number
    )
    pills = pills or f'<span class="pill n">{glyph("n")}Not judged</span>'
    also = "".join(f'<p class="also">Also worded: {own(wording)}</p>\n' for wording in claim.also)
    notice = f'<p class="note">{escape(claim.notice)}</p>\n' if claim.notice else ""
    return (
        f'<header><p class="eyebrow"><span>Claim {claim.number} · {claim.kind} · wording '
        f"{claim.versions} · entry {claim.entry:,}</span>"
        '<a class="up" href="#claims">All claims</a></p>\n'
        f'<h3 id="c{claim.number}t" dir="auto">{escape(claim.wording)}</h3>\n{also}{notice}'
        f'<p class="stand">{pills}</p>\n{"".join(_denials(claim))}</header>\n'
    )


def _denials(claim: ClaimBlock) -> Iterator[str]:
    for denial in claim.denials:
        detail = f", {escape(denial.detail)}" if denial.detail else ""
        answers = " ".join(own(f"{answer}") for answer in denial.answers)
        yield (
            f'<p class="deny">{glyph("d")}<span><b>{own(denial.said)}</b> in document '
            f'{denial.letter} (<a href="#{denial.anchor}">passage {denial.passage}</a>){detail}. '
            f"{answers or 'No answer is recorded.'}</span></p>"
        )


def _group(heading: str, passages: Sequence[Passage], attributes: str = "") -> Iterator[str]:
    if not passages:
        return
    yield f"<h4{attributes}>{heading} <span>{len(passages):,}</span></h4>\n<ol>\n"
    for passage in passages:
        yield _passage(passage)
    yield "</ol>\n"


def _passage(passage: Passage) -> str:
    when = f" · {escape(passage.published)}" if passage.published else ""
    colour = "n" if passage.stance is Stance.CONTEXT else SHORT[passage.status]
    return (
        f'<li class="passage {colour}" id="{passage.anchor}">\n<div class="src">'
        f'<span class="pn">{passage.number}</span> {letter_box(passage.letter)} '
        f"<span><b>{own(passage.title)}</b>{when} · {passage.zone} · characters "
        f"{passage.start:,} to {passage.end:,}</span></div>\n"
        f"{_quote(passage)}\n{''.join(map(_judged, passage.judged))}</li>\n"
    )


def _quote(passage: Passage) -> str:
    quote = passage.quote
    if quote is None:
        return f'<p class="gone">{escape(passage.why_no_quote)}</p>'
    tongue = f' lang="{passage.language}"' if passage.language else ""
    veiled = '<p class="rem">A name is withheld in this quote.</p>' if quote.veiled else ""
    return (
        f'<blockquote dir="auto"{tongue} data-start="{passage.start}" data-end="{passage.end}">'
        f"{_before(quote)}<mark>{escape(quote.exact, quote=False)}</mark>{_after(quote)}"
        f"</blockquote>{veiled}"
    )


def _before(quote: Quote) -> str:
    edge = "start" if quote.from_start else "cut"
    return f'<span class="cx pre {edge}">{_around(quote.prefix)}</span>'


def _after(quote: Quote) -> str:
    edge = "end" if quote.to_end else "cut"
    return f'<span class="cx post {edge}">{_around(quote.suffix)}</span>'


def _around(text: str) -> str:
    return PARAGRAPH.sub(r'<i class="pb"></i>\g<0>', escape(text, quote=False))


def _judged(judged: Judged) -> str:
    time = date(f"{judged.time[:16]}Z")
    facts = (
        f"<div><dt>Status</dt><dd>{PILLS[judged.status]}</dd></div>"
        f"<div><dt>Confidence in status</dt><dd>{CONFIDENCES[judged.confidence]}</dd></div>"
        f"<div><dt>Who says so</dt><dd>{own(judged.who)}</dd></div>"
        f"<div><dt>Wording</dt><dd>{judged.wording}</dd></div>"
        f'<div class="by"><dt>Judged by</dt><dd>{own(judged.by)}, '
        f'<time datetime="{judged.time}">{time}</time>, entry {judged.entry:,}</dd></div>'
    )
    return f'<dl class="j">{facts}</dl>\n{_why(judged)}{_remarks(judged)}'


def _why(judged: Judged) -> str:
    if judged.rationale_withheld:
        return '<div class="why"><i class="x">The reason is withheld.</i></div>\n'
    if not judged.rationale:
        return ""
    said = judged.rationale.lstrip("*_ ").casefold().startswith("because")
    label = "" if said else "<b>Because</b> "
    words = rationale_html(judged.rationale)
    return f'<div class="why">{label}<div dir="auto">{words}</div></div>\n'


def _remarks(judged: Judged) -> str:
    if not judged.remarks:
        return ""
    return f'<p class="rem">{escape(" ".join(judged.remarks))}</p>\n'
