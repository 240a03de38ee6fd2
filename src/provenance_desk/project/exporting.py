"""Exporting: sealed first, written from a snapshot, and recorded in the reviewer's own feed."""

from pathlib import Path

from provenance_desk.domain.project_events import BundleExported
from provenance_desk.exchange.bundle_out import ExportResult, bundle_name, export_bundle
from provenance_desk.exchange.scope import Scope
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader


def export_project(
    project: Project,
    path: Path,
    *,
    scope: Scope = Scope.WHOLE,
    progress: Progress | None = None,
) -> ExportResult:
    """Write the project's bundle to `path`; the key must be unlocked.

    Raises `KeyLocked`, `DamagedLog`, `ExportError` or `Cancelled`, each with nothing left behind.
    The entry that records the export travels with the next bundle.
    """
    bundle_name(path)
    key = project.identity.key
    project.seal(whole=True)
    with Reader(project.path) as reader:
        result = export_bundle(reader, path, key=key, scope=scope, progress=progress)
    with project.step() as work:
        work.add(BundleExported(result.manifest, result.scope.value))
    return result
