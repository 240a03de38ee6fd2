"""Loading a whole review from a file, beside saving its links one by one."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import Confidence, Stance, Status
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.apply import apply_file
from provenance_desk.project.project import Project
from tests.bench.figures import Figure
from tests.bench.timing import median_seconds, seconds
from tests.bench.workload import Passage
from tests.bench.workshop import Workshop

_TARGET, _RUNS, _ONE_BY_ONE = 5_000.0, 3, 200
_ALLEGED = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.MODERATE)


def measure(workshop: Workshop) -> Iterator[Figure]:
    """Links a second, all checks included, in one step."""
    base, links = workshop.documents_only(), workshop.workload.links
    lines = workshop.apply_lines(workshop.folder / "applying.jsonl", workshop.workload)
    taken = []
    for run in range(_RUNS):
        path = workshop.copy(base, f"applying_{run}")
        with Project.open(path, workshop.identity, workshop.home) as project:
            taken.append(median_seconds(lambda: apply_file(project, lines), runs=1))
    fast = len(links) / sorted(taken)[_RUNS // 2]
    slow = _one_by_one(workshop, workshop.copy(base, "one_by_one"))
    what, words = f"apply {len(links):,} links", "one step and commit a link"
    yield Figure(what, fast, "links/s", _TARGET, True, slow, words)


def _one_by_one(workshop: Workshop, path: Path) -> float:
    with Project.open(path, workshop.identity, workshop.home) as project:
        documents = [document.id for document in project.store.documents()]
        claim = project.add_claim(ClaimDraft("One link after the other was made."))
        drafts = [
            _draft(claim, documents, link) for link in islice(workshop.workload.links, _ONE_BY_ONE)
        ]
        return len(drafts) / seconds(lambda: [project.make_link(draft) for draft in drafts])


def _draft(claim: str, documents: list[str], link: Passage) -> LinkDraft:
    return LinkDraft(claim, documents[link.document], link.start, link.end, _ALLEGED, link.memo)
