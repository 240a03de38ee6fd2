"""Files into a project: progress, cancelling, and what is kept then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.state_id import canonical_projection, state_id
from provenance_desk.domain.replay import replay
from provenance_desk.project.apply import apply_file
from provenance_desk.project.importing import FILES_A_STEP, import_files
from provenance_desk.project.progress import Cancelled, Progress
from provenance_desk.project.project import Project


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Iterator[Project]:
    """An empty project, open for writing."""
    identity = create_identity(home, "Reviewer A")
    with Project.create(tmp_path / "p.provdesk", "The plant", identity, home) as made:
        yield made


def files(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{n:03}.txt" for n in range(number)]
    for path in paths:
        path.write_text(f"This is the file {path.stem}. It is short.", "utf-8")
    return paths


class Cancelling(Progress):
    """Cancels itself once so many files are done."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after

    def step(self, done: int, total: int) -> None:
        if done >= self._after:
            self.cancel()
        super().step(done, total)


def test_progress_is_told_file_by_file(project: Project, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    import_files(project, files(tmp_path, 3), Progress(lambda *said: told.append(said)))
    assert told[-1] == (3, 3)


def test_a_cancel_keeps_the_steps_that_were_finished(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        import_files(project, files(tmp_path, FILES_A_STEP + 5), Cancelling(FILES_A_STEP + 2))
    assert len(project.store.documents()) == FILES_A_STEP


def test_files_of_one_step_are_undone_together(project: Project, tmp_path: Path) -> None:
    import_files(project, files(tmp_path, FILES_A_STEP + 5))
    project.undo()
    assert len(project.store.documents()) == FILES_A_STEP
    project.undo()
    assert project.store.documents() == []


def test_a_cancelled_bulk_file_leaves_nothing(project: Project, tmp_path: Path) -> None:
    lines = [f'{{"type":"claim.added","wording":"Claim {n}","kind":"fact"}}' for n in range(9)]
    (tmp_path / "bulk.jsonl").write_text("\n".join(lines), "utf-8")
    with pytest.raises(Cancelled):
        apply_file(project, tmp_path / "bulk.jsonl", Cancelling(5))
    assert project.store.claims() == []


def test_the_state_id_does_not_depend_on_the_order_of_reading(
    project: Project, tmp_path: Path
) -> None:
    import_files(project, files(tmp_path, 3))
    events = list(project.store.events())
    backwards = list(reversed(events))
    assert state_id(replay(events), events) == state_id(replay(backwards), backwards)
    projection = canonical_projection(replay(events), events)
    assert projection.startswith(b'{"answers":[],"claims":[],"documents":[{"added":')
    assert b"Reviewer A" not in projection
