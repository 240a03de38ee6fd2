"""The start page: the demo, a new project, recent projects, files dropped."""
