"""The method on the page: what the statuses mean, in the words of METHOD.txt."""

from provenance_desk.domain.words import Status
from provenance_desk.exchange.report_html_parts import SHORT_PILLS
from provenance_desk.exchange.report_model import Report
from provenance_desk.exchange.report_words import STATUS_MEANINGS
from provenance_desk.exchange.scope import BundleFacts

CONFIDENCE = (
    "is how sure the reviewer is of the status chosen. It is never the probability of the claim."
)
ORIGINS = (
    "the far end of the chain of who says that who says it: the earliest person, body or record "
    "that could know first-hand, or whose own act it is. All unnamed origins together count as "
    "none; an encyclopaedia is a pointer, never an origin."
)
CONTEXT = (
    "Context passages never count. “Denied by” stays in every view and export. A reason "
    "(“Because”) is required for confirmed, disputed, low confidence and every change. "
    "No votes, no averages, no scores."
)


def method_section(report: Report, bundle: BundleFacts | None) -> str:
    """What confirmed, alleged, disputed, confidence and origin mean."""
    where = 'in <a href="METHOD.txt">METHOD.txt</a> in this bundle' if bundle else "in the program"
    meanings = "\n".join(_meaning(status) for status in STATUS_MEANINGS)
    return (
        '<section id="method" aria-labelledby="h-met">\n<h2 id="h-met">Method</h2>\n'
        f"<p>The full text is {where}.</p>\n"
        f'<div class="box"><div class="two"><div>\n{meanings}\n</div><div>\n'
        f"<p><b>Confidence</b> {CONFIDENCE}</p>\n<p><b>Origin:</b> {ORIGINS}</p>\n"
        f"<p>{CONTEXT}</p>\n"
        f"<p>The house rule of this project is {report.house_rule}.</p>\n</div></div></div>\n"
        "</section>\n"
    )


def _meaning(status: Status) -> str:
    return f"<p>{SHORT_PILLS[status]} {STATUS_MEANINGS[status]}</p>"
