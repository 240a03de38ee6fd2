"""A document card from what a file says about itself; the reviewer corrects it."""

import orjson

from provenance_desk.domain.document_events import DocumentDescribed, Published
from provenance_desk.domain.words import Precision, Reliability, Zone
from provenance_desk.intake.marks import MarkKind
from provenance_desk.intake.stored_table import from_json
from provenance_desk.project.actions.documents import PreparedDocument

PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
LONGEST_TITLE = 300


def proposed_card(document: str, prepared: PreparedDocument) -> DocumentDescribed | None:
    """The card that the file proposes; None where it says nothing about itself."""
    said = prepared.extracted.proposals
    if not said:
        return None
    return DocumentDescribed(
        document=document,
        title=said.title or first_heading(prepared) or prepared.name,
        publisher=said.site,
        language=said.language,
        translated=False,
        family="",
        reference_work=False,
        reliability=Reliability.F,
        author=said.author or None,
        published=_published(said.published),
        url=said.url or None,
    )


def first_heading(prepared: PreparedDocument) -> str:
    """The first heading or headline of the text, empty where there is none."""
    text = prepared.extracted.text
    spans = [(m.start, m.end) for m in prepared.extracted.marks if m.kind is MarkKind.HEADING]
    rows = from_json(orjson.loads(prepared.table)).sentences
    spans += [(start, end) for start, end, zone in rows if zone is Zone.HEADLINE]
    if not spans:
        return ""
    start, end = min(spans)
    return " ".join(text[start:end].split())[:LONGEST_TITLE]


def _published(value: str) -> Published | None:
    precision = PRECISIONS.get(len(value))
    return Published(value, precision) if precision else None
