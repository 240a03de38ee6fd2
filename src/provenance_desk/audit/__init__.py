"""Canonical bytes, event schemas, feeds, keys, notes and verification."""
