"""The workspaces there are, in the order of their tabs; each is imported when it is first shown."""

from typing import Final

from provenance_desk.gui.desk.desk import Desk
from provenance_desk.gui.desk.workspace import Workspace, WorkspaceEntry


def _review(desk: Desk) -> Workspace:
    from provenance_desk.gui.review.workspace import ReviewWorkspace

    return ReviewWorkspace(desk)


def _matrix(desk: Desk) -> Workspace:
    from provenance_desk.gui.matrix.workspace import MatrixWorkspace

    return MatrixWorkspace(desk)


def _provenance(desk: Desk) -> Workspace:
    from provenance_desk.gui.provenance.workspace import ProvenanceWorkspace

    return ProvenanceWorkspace(desk)


def _audit(desk: Desk) -> Workspace:
    from provenance_desk.gui.history.workspace import AuditWorkspace

    return AuditWorkspace(desk)


WORKSPACES: Final[tuple[WorkspaceEntry, ...]] = (
    WorkspaceEntry("review", "Review", _review),
    WorkspaceEntry("matrix", "Matrix", _matrix),
    WorkspaceEntry("provenance", "Provenance", _provenance),
    WorkspaceEntry("audit", "Audit", _audit),
)
"""Add a line and a function that imports and makes the workspace; Ctrl+1 to 6 are commands."""
