"""Tests on real project files, bundles and wheels."""
