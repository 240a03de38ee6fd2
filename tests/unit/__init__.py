"""Tests that touch no window and, mostly, no disk."""
