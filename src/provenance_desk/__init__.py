"""Provenance Desk: where statements come from, link by link."""

__version__ = "0.1.0"
