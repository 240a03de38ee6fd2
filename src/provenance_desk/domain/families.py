"""Document families: who publishes together, what copies what, which are reference works."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance_desk.domain.document_events import DocumentsRelated
from provenance_desk.domain.independence import pair
from provenance_desk.domain.names import folded
from provenance_desk.domain.records import Document
from provenance_desk.domain.records_of_review import Recorded
from provenance_desk.domain.words import DocumentRelation

UNKNOWN = ""
"""The family of all documents whose card names none: nobody recorded that they are two."""


@dataclass(frozen=True, slots=True)
class Families:
    """Each document's family, its upstream, the reference works, and related documents."""

    of: Mapping[str, str]
    upstream: Mapping[str, str]
    reference: frozenset[str]
    related: frozenset[tuple[str, str]]

    def count_once(self, documents: Iterable[str]) -> int:
        """How many families these are, copies and shared upstreams counted once."""
        known = sorted(set(documents))
        groups: list[list[str]] = []
        for document in known:
            near = [group for group in groups if any(self._together(document, d) for d in group)]
            groups = [group for group in groups if group not in near]
            groups.append([document, *(d for group in near for d in group)])
        return len(groups)

    def _together(self, first: str, second: str) -> bool:
        upstream = self.upstream.get(first, "")
        return (
            self.of.get(first, UNKNOWN) == self.of.get(second, UNKNOWN)
            or pair(first, second) in self.related
            or bool(upstream and upstream == self.upstream.get(second, ""))
        )


def families_of(documents: Iterable[Document], relations: Sequence[Recorded]) -> Families:
    """The families of these documents by their cards and by what is recorded for pairs."""
    known = list(documents)
    last: dict[tuple[str, str, str], DocumentRelation] = {}
    for record in relations:
        body = record.body
        if isinstance(body, DocumentsRelated):
            last[(*pair(body.from_, body.to), record.author)] = body.relation
    together = {
        (first, second)
        for (first, second, _), relation in last.items()
        if relation is not DocumentRelation.COINCIDENCE
    }
    return Families(
        of={d.id: folded(d.card.family) if d.card else UNKNOWN for d in known},
        upstream={d.id: folded(d.card.upstream or "") if d.card else "" for d in known},
        reference=frozenset(d.id for d in known if d.card and d.card.reference_work),
        related=frozenset(together),
    )
