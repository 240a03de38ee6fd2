"""The documents and reviewers of the page."""

from html import escape

from provenance_desk.audit.keys import fingerprint, words
from provenance_desk.exchange.report_html_parts import letter_box, own, pairs
from provenance_desk.exchange.report_model import DocumentCard, Report, Reviewer
from provenance_desk.exchange.report_words import count
from provenance_desk.exchange.scope import BundleFacts

MOST_IN_LEGEND = 24
FROZEN = "Each document is frozen as it was imported and named by the SHA-256 of its original."
KEYS = (
    "Names are pseudonyms that reviewers gave themselves. A key is not a person: have the "
    "reviewer read the words of the key to you to know whose it is."
)


def legend(report: Report) -> str:
    """The letters of the documents, each leading to its card."""
    shown = report.documents[:MOST_IN_LEGEND]
    items = "".join(map(_legend_item, shown))
    left = len(report.documents) - len(shown)
    if left:
        items += f'<li><a href="#documents">and {count(left, "more document")}</a></li>'
    return f'<ul class="legend" aria-label="Documents">{items}</ul>'


def _legend_item(card: DocumentCard) -> str:
    when = f"<span>{escape(card.published)}</span>" if card.published else ""
    gone = "<span>withdrawn</span>" if card.withdrawn else ""
    return (
        f'<li><a href="#d{card.letter}">{letter_box(card.letter)}'
        f'<span class="t" dir="auto">{escape(card.title)}</span></a>{when}{gone}</li>'
    )


def documents_section(report: Report, bundle: BundleFacts | None) -> str:
    """A card for every document."""
    files = report.files if bundle else {}
    cards = "".join(_card(card, files.get(card.original, "")) for card in report.documents)
    return (
        '<section class="page" id="documents" aria-labelledby="h-docs">\n'
        f'<h2 id="h-docs">Documents</h2>\n<p>{FROZEN}</p>\n{cards}</section>\n'
    )


def _card(card: DocumentCard, file: str) -> str:
    facts = [(name, own(value)) for name, value in card.facts]
    original = f"{count(card.bytes, 'byte')}, {own(card.original_name)}"
    if file:
        original += f': <a href="originals/{file}">in this bundle</a>'
    facts.insert(-1, ("Original", original))
    wide = (
        f'<div class="wide"><dt>SHA-256 of the original</dt><dd><code>{card.original}</code></dd>'
        f'</div><div class="wide"><dt>SHA-256 of the text</dt><dd><code>{card.id}</code></dd></div>'
    )
    notices = "".join(f'<p class="note">{own(notice)}</p>\n' for notice in card.notices)
    return (
        f'<article class="doc" id="d{card.letter}"><h3>{letter_box(card.letter)}'
        f"{own(card.title)}</h3>\n{notices}"
        f'<dl class="kv">{pairs(facts)}{wide}</dl>\n{_zones(card)}</article>\n'
    )


def _zones(card: DocumentCard) -> str:
    if not card.zones:
        return ""
    zones = pairs((zone, f"{number:,}") for zone, number in card.zones)
    return f'<dl class="zones" aria-label="Sentences by zone">{zones}</dl>'


def reviewers_section(report: Report) -> str:
    """Who wrote entries, with the words of their keys."""
    boxes = "".join(map(_reviewer, report.reviewers))
    return (
        '<section id="reviewers" aria-labelledby="h-rev">\n'
        f'<h2 id="h-rev">Reviewers</h2>\n<p>{KEYS}</p>\n{boxes}</section>\n'
    )


def _reviewer(reviewer: Reviewer) -> str:
    listed = "".join(f"<li>{word}</li>" for word in words(reviewer.key))
    return (
        f'<div class="box"><h3>{own(reviewer.name)}</h3><p>{escape(reviewer.work)}</p>\n'
        f'<p class="eyebrow">Fingerprint of the key, in words</p><ol class="words">{listed}</ol>'
        '<p class="eyebrow">and as ssh-keygen prints it</p>'
        f"<p><code>{fingerprint(reviewer.key)}</code></p></div>\n"
    )
