"""The report for paper: the little HTML that Qt's own text engine lays out, for the PDF.

The page of `report_html` needs a browser; this one has the same words as plain blocks and tables.
Colours are of the light theme; every status keeps its glyph and its word.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from provenance_desk.audit.keys import fingerprint, words
from provenance_desk.domain.words import Stance, Status
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_build import report_of
from provenance_desk.exchange.report_html_parts import dashes
from provenance_desk.exchange.report_markdown import rationale_html
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

COLOURS = {
    Status.CONFIRMED: ("#0a6288", "#dff0f7"),
    Status.ALLEGED: ("#855000", "#fbeed6"),
    Status.DISPUTED: ("#9f2c57", "#f9e1ea"),
}
MOST_LETTERS = 8
NEUTRAL = ("#515965", "#eceae4")
STYLE = (
    "<style>body{color:#20242b;font-size:9.5pt}p{margin-top:3px;margin-bottom:3px}"
    "h1{font-size:19pt;margin-top:0px;margin-bottom:2px}"
    "h2{font-size:14pt;margin-top:20px;margin-bottom:4px}"
    "h3{font-size:12pt;margin-top:2px;margin-bottom:4px}"
    "h4{font-size:10pt;margin-top:12px;margin-bottom:2px}"
    "ul{margin-top:0px;margin-bottom:4px;margin-left:-20px}"
    ".mute{color:#59606d;font-size:8.5pt}.around{color:#59606d;font-size:9.5pt}"
    '.quote{font-family:"Noto Serif",serif;font-size:10.5pt}'
    'code{font-family:"JetBrains Mono",monospace;font-size:8pt}</style>'
)


def report_paper(review: Review) -> str:
    """The report as HTML for a text document; the caller adds page numbers and title.

    Lay it out at 96 dots per inch and scale the painter: margins are in pixels there.
    """
    return "".join(_parts(report_of(review)))


def running_title(review: Review) -> str:
    """What stands on top of every page."""
    report = report_of(review)
    return f"{report.title} · Provenance Desk report · {report.scope.rstrip('.')}"


def _parts(report: Report) -> Iterator[str]:
    yield f"<html><head>{STYLE}</head><body><h1>{escape(report.title)}</h1>"
    yield f'<p style="font-size:11.5pt">{report.scope}</p>'
    for card in report.documents:
        when = f" · {escape(card.published)}" if card.published else ""
        yield f'<p class="mute"><b>{card.letter}</b> {escape(card.title)}{when}</p>'
    yield f'<p class="mute">{escape(report.basis)}</p>'
    yield f"<p>{_tally(report.counts)}</p>"
    yield f'<p class="mute">{escape(" ".join(report.notices))}</p>'
    yield from _list(report)
    yield '<h2 style="page-break-before:always">Claim by claim</h2>'
    for claim in report.claims:
        yield from _claim(claim)
    yield '<h2 style="page-break-before:always">Documents</h2>'
    for card in report.documents:
        yield from _document(card)
    yield from _end(report)


def _coloured(status: Status, said: str) -> str:
    ink, tint = COLOURS[status]
    text = f"&nbsp;{GLYPHS[status]}&nbsp;{said}&nbsp;"
    return f'<span style="color:{ink};background-color:{tint};font-weight:600">{text}</span>'


def _tally(counts: Mapping[Status, int], between: str = " &nbsp; ") -> str:
    said = (_coloured(s, f"{n:,}&nbsp;{s}") for s, n in counts.items() if n)
    return between.join(said) or "○ not judged"


def _list(report: Report) -> Iterator[str]:
    yield '<table width="100%" cellpadding="3" cellspacing="0" style="margin-top:6px">'
    for claim in sorted(report.claims, key=lambda c: (not c.contested, c.number)):
        ink = COLOURS[Status.DISPUTED][0] if claim.contested else NEUTRAL[0]
        letters = claim.letters[:MOST_LETTERS]
        more = f" +{len(claim.letters) - len(letters)}" if claim.letters[MOST_LETTERS:] else ""
        where = f"{count(claim.passages, 'passage')}<br>{', '.join(letters)}{more}"
        yield (
            f'<tr><td width="4" bgcolor="{ink}"></td>'
            f'<td width="5%" align="right">{claim.number}</td>'
            f'<td width="62%"><b>{escape(claim.wording)}</b><br>'
            f'<span class="mute">{escape(claim.gist)}</span></td>'
            f'<td width="17%">{_tally(claim.counts, "<br>")}</td>'
            f'<td width="15%" class="mute">{where}</td></tr>'
        )
    yield "</table>"


def _claim(claim: ClaimBlock) -> Iterator[str]:
    yield (
        f'<p class="mute" style="margin-top:22px">Claim {claim.number} · {claim.kind} · wording '
        f"{claim.versions} · entry {claim.entry:,}</p>"
        f'<h3 style="margin-top:0px">{escape(claim.wording)}</h3>'
    )
    yield from (f'<p class="mute">Also worded: {escape(wording)}</p>' for wording in claim.also)
    if claim.notice:
        yield f"<p><b>{escape(claim.notice)}</b></p>"
    yield f"<p>{_tally(claim.counts)}</p>"
    for denial in claim.denials:
        detail = f", {escape(denial.detail)}" if denial.detail else ""
        answers = escape(" ".join(denial.answers)) or "No answer is recorded."
        said = (
            f"◆ <b>{escape(denial.said)}</b> in document {denial.letter} (passage "
            f"{denial.passage}){detail}. {answers}"
        )
        yield _boxed(said, *COLOURS[Status.DISPUTED])
    yield from (f"<p><b>{name}:</b> {escape(value)}</p>" for name, value in claim.facts)
    yield from _passages("Supporting passages", claim.groups[Stance.SUPPORTS])
    yield from _passages("Denials and contradictions", claim.groups[Stance.CONTRADICTS])
    yield from _passages("Context, never counted", claim.groups[Stance.CONTEXT])
    if claim.missing:
        yield f"<p><b>What is missing</b></p><ul>{dashes(claim.missing)}</ul>"


def _boxed(content: str, ink: str, tint: str = "#ffffff") -> str:
    """Content beside a coloured bar."""
    return (
        '<table width="100%" cellpadding="4" cellspacing="0" style="margin-top:3px"><tr>'
        f'<td width="3" bgcolor="{ink}"></td><td bgcolor="{tint}">{content}</td></tr></table>'
    )


def _passages(heading: str, passages: Sequence[Passage]) -> Iterator[str]:
    if passages:
        yield f"<h4>{heading} ({len(passages):,})</h4>"
    for passage in passages:
        when = f" · {escape(passage.published)}" if passage.published else ""
        yield (
            f'<p class="mute" style="margin-top:10px"><b>{passage.number} {passage.letter}</b> '
            f"{escape(passage.title)}{when} · {passage.zone} · characters {passage.start:,} to "
            f"{passage.end:,}</p>"
        )
        ink = NEUTRAL[0] if passage.stance is Stance.CONTEXT else COLOURS[passage.status][0]
        yield _boxed(_quote(passage), ink)
        yield from map(_judged, passage.judged)


def _quote(passage: Passage) -> str:
    quote = passage.quote
    if quote is None:
        return f"<i>{escape(passage.why_no_quote)}</i>"
    tint = NEUTRAL[1] if passage.stance is Stance.CONTEXT else COLOURS[passage.status][1]
    before = "" if quote.from_start else "…"
    after = "" if quote.to_end else "…"
    exact = escape(quote.exact).replace("\n", "<br>")
    return (
        f'<p dir="auto"><span class="around">{before}{_around(quote.prefix)}</span>'
        f'<span class="quote" style="background-color:{tint}">{exact}</span>'
        f'<span class="around">{_around(quote.suffix)}{after}</span></p>'
    )


def _around(text: str) -> str:
    return escape(text).replace("\n\n", " ¶ ").replace("\n", " ¶ ")


def _judged(judged: Judged) -> str:
    time = date(f"{judged.time[:16]}Z")
    said = (
        f"<p>{_coloured(judged.status, STATUS_WORDS[judged.status])} confidence "
        f"{judged.confidence} · {escape(judged.who)} · wording {judged.wording.lower()}</p>"
        f'<p class="mute">Judged by {escape(judged.by)}, {time}, entry {judged.entry:,}</p>'
    )
    if judged.rationale_withheld:
        said += '<p class="mute">The reason is withheld.</p>'
    if judged.rationale:
        said += f"<table><tr><td><b>Reason</b></td><td>{rationale_html(judged.rationale)}</td></tr>"
        said += "</table>"
    remarks = escape(" ".join(judged.remarks))
    return said + (f'<p class="mute">{remarks}</p>' if remarks else "")


def _document(card: DocumentCard) -> Iterator[str]:
    yield f'<h3 style="margin-top:16px">{card.letter} &nbsp;{escape(card.title)}</h3>'
    yield from (f"<p><b>{escape(notice)}</b></p>" for notice in card.notices)
    rows = "".join(
        f'<tr><td class="mute">{name}</td><td>{escape(value)}</td></tr>'
        for name, value in card.facts
    )
    yield f'<table cellpadding="2">{rows}</table>'
    yield f'<p class="mute">SHA-256 of the original <code>{card.original}</code></p>'
    yield f'<p class="mute">SHA-256 of the text <code>{card.id}</code></p>'


def _end(report: Report) -> Iterator[str]:
    yield '<h2 style="page-break-before:always">Reviewers</h2>'
    for reviewer in report.reviewers:
        yield (
            f"<h3>{escape(reviewer.name)}</h3><p>{escape(reviewer.work)}</p>"
            f"<p>Key in words: {' '.join(words(reviewer.key))}</p>"
            f'<p class="mute"><code>{fingerprint(reviewer.key)}</code></p>'
        )
    yield "<h2>Method</h2>"
    for status, meaning in STATUS_MEANINGS.items():
        yield f"<p>{_coloured(status, status.value.capitalize())} {meaning}</p>"
    yield "<h2>Feeds and their heads</h2>"
    for head in report.heads:
        yield (
            f"<p><b>{escape(report.names[head.author])}</b>, {head.size:,} entries</p>"
            f'<p class="mute">Feed <code>{head.feed}</code></p>'
            f'<p class="mute">Head <code>{head.head}</code></p>'
        )
    yield f"<h2>What is not promised</h2><ul>{dashes(NOT_PROMISED)}</ul>"
    yield f'<p class="mute">Rendered by {escape(RENDERER)}</p></body></html>'
