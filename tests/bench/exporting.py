"""Exporting the workload as a bundle, beside zipping the same files."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from provenance_desk.project.exporting import export_project
from provenance_desk.project.project import Project
from tests.bench.figures import Figure
from tests.bench.timing import forget_peak, median_seconds, peak_mb
from tests.bench.workshop import Workshop

_TARGET, _RUNS = 10.0, 3


def measure(workshop: Workshop) -> Iterator[Figure]:
    """Sealing, writing, rendering the report, and signing."""
    path = workshop.copy(workshop.project(), "exporting")
    bundle = workshop.folder / "workload.audit.zip"
    forget_peak()
    with Project.open(path, workshop.identity, workshop.home) as project:
        taken = median_seconds(
            lambda: export_project(project, bundle),
            runs=_RUNS,
            before=lambda: bundle.unlink(missing_ok=True),
        )
    memory, plain = peak_mb(), _zipped(bundle, workshop.folder / "exported")
    words = "zip of the same files"
    yield Figure("export the workload", taken, "s", _TARGET, plain=plain, plain_words=words)
    yield Figure("export the workload: most memory of the process", memory, "MB")


def _zipped(bundle: Path, folder: Path) -> float:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    return median_seconds(lambda: shutil.make_archive(str(folder), "zip", folder), runs=_RUNS)
