"""The report as one page: no script, no remote address, nothing but its own style sheet.

The page is derived from the review alone: it knows no time of rendering and no machine.
"""

import base64
import hashlib
from html import escape

from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_build import report_of
from provenance_desk.exchange.report_html_check import check_section
from provenance_desk.exchange.report_html_claims import claims_section, list_section
from provenance_desk.exchange.report_html_documents import (
    documents_section,
    legend,
    reviewers_section,
)
from provenance_desk.exchange.report_html_method import method_section
from provenance_desk.exchange.report_model import Report
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.scope import BundleFacts
from provenance_desk.locations import packaged

GLYPHS = (
    '<svg class="vis" aria-hidden="true">'
    '<symbol id="g-c" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5.4"/></symbol>'
    '<symbol id="g-a" viewBox="0 0 12 12"><path d="M6 .6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 6 .6z'
    'm0 1.4a4 4 0 1 1 0 8z" fill-rule="evenodd"/></symbol>'
    '<symbol id="g-d" viewBox="0 0 12 12"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></symbol>'
    '<symbol id="g-n" viewBox="0 0 12 12"><path d="M6 .6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 6 .6z'
    'm0 1.4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" fill-rule="evenodd"/></symbol></svg>'
)
NAVIGATION = (
    '<nav aria-label="Parts of this page"><a href="#claims">Claims</a>'
    '<a href="#documents">Documents</a><a href="#reviewers">Reviewers</a>'
    '<a href="#method">Method</a><a href="#check">How to check</a></nav>'
)


def report_html(review: Review, bundle: BundleFacts | None = None) -> str:
    """The page of a review; inside a bundle it also links to the files beside it."""
    report = report_of(review)
    return "".join(
        (
            _head(report),
            f'<body>\n{GLYPHS}\n<div class="wrap">\n',
            _top(report),
            "<main>\n",
            list_section(report),
            claims_section(report),
            documents_section(report, bundle),
            reviewers_section(report),
            method_section(report, bundle),
            check_section(report, bundle),
            "</main>\n</div>\n</body>\n</html>\n",
        )
    )


def _head(report: Report) -> str:
    style = _style(report)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="{escape(RENDERER)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(report.title)} – Provenance Desk report</title>\n"
        f"<style>{style}</style>\n</head>\n"
    )


def _style(report: Report) -> str:
    css = (packaged("resources") / "report" / "report.css").read_text(encoding="utf-8")
    running = f"{report.title} · Provenance Desk report · {report.scope.rstrip('.')}"
    return css.replace("@TITLE@", css_text(running))


def css_text(text: str) -> str:
    """The text inside a quoted CSS string; all but plain letters and digits is escaped."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)


def _top(report: Report) -> str:
    return (
        f'<header>\n<div class="brand"><span>Provenance Desk report</span>{NAVIGATION}</div>\n'
        f'<h1 dir="auto">{escape(report.title)}</h1>\n<p class="scope">{report.scope}</p>\n'
        f'{legend(report)}\n<p class="basis">{escape(report.basis)}</p>\n</header>\n'
    )
