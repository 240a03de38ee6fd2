"""The project file: SQLite through SQLModel, the event log and its projections."""
