"""Origins and what is recorded about them."""

from provenance_desk.domain.review_events import OriginAdded, OriginsRelated
from provenance_desk.domain.words import OriginKind, OriginRelation
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused
from provenance_desk.project.step import line_text


def add_origin(work: Work, name: str, kind: OriginKind) -> str:
    """The id of the origin of that kind and name, added where there is none yet."""
    wanted = line_text(name)
    if not wanted:
        raise ActionRefused("An origin needs a name.")
    return work.find.origin_named(kind, wanted) or work.add(OriginAdded(wanted, kind))


def relate_origins(work: Work, from_: str, to: str, relation: OriginRelation) -> str:
    """Record what is known about a pair of origins."""
    if from_ == to:
        raise ActionRefused("Choose two different origins.")
    work.find.origin(from_)
    work.find.origin(to)
    return work.add(OriginsRelated(from_, to, relation))
