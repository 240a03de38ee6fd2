"""Which renderer wrote the derived files of a bundle; the same one renders the same bytes."""

from markdown_it import __version__ as markdown_version

RENDERER = f"provenance-desk/1 (report 1, markdown-it-py {markdown_version})"
"""Named inside every derived file. Count the report up when any derived file changes its bytes."""
