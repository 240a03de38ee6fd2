"""Reads from an open project what the trees are made of; no Qt."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance_desk.domain.records import Link
from provenance_desk.domain.standing import assess, cases_of
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.provenance.tree import Reviewed

if TYPE_CHECKING:
    from provenance_desk.store.reader import Reader


def read_review(reader: "Reader") -> tuple[Reviewed, HouseRule]:
    """Everything that is linked, and the house rule it is judged by."""
    from provenance_desk.project.standings import reviewed

    state, records = reviewed(reader)
    rule = reader.rules().house_rule
    links = {link.id: link for link in state.links.values() if not link.retracted}
    found = Reviewed(
        documents=tuple(state.documents.values()),
        links=links,
        origins=state.origins,
        wordings={claim.id: claim.wording for claim in state.claims.values()},
        cases=cases_of(state, records),
        standings=assess(state, records, rule),
        quotes=_quotes(reader, list(links.values())),
        sentences=_sentences(reader, list(links.values())),
    )
    return found, rule


def _quotes(reader: "Reader", links: Sequence[Link]) -> Mapping[str, str]:
    texts = reader.attachments_by_hash([link.quote for link in links])
    return {link.id: texts[link.quote]["exact"] for link in links if link.quote in texts}


def _sentences(reader: "Reader", links: Sequence[Link]) -> Mapping[str, int]:
    """In which sentence each link begins, counted from one."""
    used = {link.document for link in links}
    tables = {d.id: reader.sentences(d) for d in reader.documents() if d.id in used}
    return {link.id: tables[link.document].row_at(link.start) + 1 for link in links}
