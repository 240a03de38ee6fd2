"""Which renderer wrote the derived files of a bundle; the same one renders the same bytes."""

from typing import Final

from markdown_it import __version__ as markdown_version

REPORT: Final = 1
"""Counted up whenever a derived file changes its bytes after a release."""

RENDERER: Final = f"provenance-desk/1 (report {REPORT}, markdown-it-py {markdown_version})"
"""Named inside every derived file."""
