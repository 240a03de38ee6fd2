"""The standings of an open project's claims, computed from its log."""

from collections.abc import Mapping

from provenance_desk.domain.records_of_review import RECORD_TYPES, ReviewRecords, records_of
from provenance_desk.domain.replay import State
from provenance_desk.domain.standing import Assessment, assess
from provenance_desk.domain.words import HouseRule
from provenance_desk.store.reader import Queries


def standings_of(queries: Queries, rule: HouseRule | None = None) -> Mapping[str, Assessment]:
    """The standing of every claim or joined set, under the project's house rule or another."""
    return assess(*reviewed(queries), rule or queries.rules().house_rule)


def reviewed(queries: Queries) -> tuple[State, ReviewRecords]:
    """What the rules of standing read: the things under review, and what is recorded of them."""
    undone = queries.undone()
    state = State(
        undone=undone,
        documents={document.id: document for document in queries.documents()},
        passages={},
        claims={claim.id: claim for claim in queries.claims()},
        joins=queries.joins(),
        links={link.id: link for link in queries.links()},
        origins={origin.id: origin for origin in queries.origins()},
    )
    return state, records_of(queries.events_of_types(RECORD_TYPES), undone)
