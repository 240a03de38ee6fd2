"""The open project: one method per user action, undo, jobs."""
