"""The workspaces there are, in the order of their tabs; each is imported when it is first shown."""

from typing import Final

from provenance_desk.gui.desk.workspace import WorkspaceEntry

WORKSPACES: Final[tuple[WorkspaceEntry, ...]] = ()
"""Add a line and a function that imports and makes the workspace; Ctrl+1 to 6 are commands."""
