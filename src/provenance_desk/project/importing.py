"""Files into a project: each read, segmented and added; one that fails keeps no other out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance_desk.domain.errors import DeskError
from provenance_desk.intake.files import load
from provenance_desk.intake.readers import read_document
from provenance_desk.project.actions import documents
from provenance_desk.project.actions.documents import PreparedDocument, prepare_document
from provenance_desk.project.actions.work import Work
from provenance_desk.project.card_proposals import proposed_card
from provenance_desk.project.errors import AlreadyHere
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project

FILES_A_STEP = 20
"""Files that come in with one step: what a kill or a cancel can lose, and one undo takes back."""

BYTES_A_STEP = 50_000_000
"""A step of large files ends earlier: all of it is in memory until it is written."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the document it is, and what the reviewer should know."""

    path: Path
    document: str = ""
    already_here: bool = False
    error: str = ""
    notes: tuple[str, ...] = ()

    @property
    def added(self) -> bool:
        """Whether the file is a new document."""
        return bool(self.document) and not self.already_here


def import_files(
    project: Project, paths: Sequence[Path], progress: Progress | None = None
) -> list[Imported]:
    """Add files as documents, in steps of twenty; raises `Cancelled`, which keeps finished steps.

    Where a file says something about itself (its title, author, date, site), that becomes its
    document card in the same step, for the reviewer to correct.
    """
    watch = progress or Progress()
    found: list[Imported] = []
    while len(found) < len(paths):
        with project.step() as work:
            for path in paths[len(found) : len(found) + FILES_A_STEP]:
                watch.step(len(found), len(paths))
                found.append(_imported(work, path))
                if _is_full(work):
                    break
    watch.step(len(paths), len(paths))
    return found


def _is_full(work: Work) -> bool:
    return sum(len(data) for *_, data in work.step.blobs) >= BYTES_A_STEP


def _imported(work: Work, path: Path) -> Imported:
    try:
        loaded = load(path)
        extracted = read_document(loaded.data, loaded.name)
        return _added(work, path, prepare_document(loaded.name, loaded.data, extracted))
    except AlreadyHere as problem:
        return Imported(path, problem.document, already_here=True, notes=(str(problem),))
    except DeskError as problem:
        return Imported(path, error=str(problem))


def _added(work: Work, path: Path, prepared: PreparedDocument) -> Imported:
    notes = [*prepared.extracted.notes, *_hints(work, prepared)]
    document = documents.add_document(work, prepared)
    card = proposed_card(document, prepared)
    if card is not None:
        documents.describe_document(work, card)
        notes.append("Its card was filled in from what the file says about itself: check it.")
    return Imported(path, document, notes=tuple(notes))


def _hints(work: Work, prepared: PreparedDocument) -> Iterator[str]:
    """Names are no identity: a changed file of the same name is another document."""
    name = prepared.name
    if any(known != prepared.id for known in work.find.documents_named(name)):
        yield (
            f"Another document here is called {name} too; this one has other contents. Say on"
            " their cards how they differ, or withdraw the one that is out of date."
        )
