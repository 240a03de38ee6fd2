"""The project file: event log, projections and full-text search in SQLite."""
